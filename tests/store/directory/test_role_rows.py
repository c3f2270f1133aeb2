"""Who plays which part: read for one council, and of other areas nothing."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

import pytest

from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.situation import Concern, Situation
from desktop_app.paths import directory_file
from desktop_app.store.directory import role_rows, service_rows
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.directory.service_rows import Known, read_services
from tests.area import COUNCILS, LUTON

NOON = datetime(2026, 11, 27, 12, tzinfo=UK)
CHILD_IN_LUTON = Situation(Concern.CHILD, Whereabouts(WhereStatus.KNOWN, (LUTON,)), frozenset())
PLACES = (*(council.code for council in COUNCILS), "E07000098", NATIONWIDE)


@pytest.fixture
def real() -> SqliteDirectory:
    return open_directory(directory_file())


@pytest.mark.parametrize("place", PLACES)
def test_whoever_works_in_a_council_and_the_nation_are_found_as_among_all(
    real: SqliteDirectory, place: str
) -> None:
    for role in real.roles():
        everywhere = real.in_role(role.id)
        here = tuple(each for each in everywhere if each.national or place in each.areas)
        assert open_directory(directory_file()).in_role(role.id, place) == here, role.id


def test_of_other_areas_no_service_is_read(
    real: SqliteDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Service] = []
    at_once = SqliteDirectory._read

    def watched(opened: SqliteDirectory, numbers: Collection[int]) -> list[Service]:
        found = at_once(opened, numbers)
        read.extend(found)
        return found

    monkeypatch.setattr(SqliteDirectory, "_read", watched)
    for role in real.roles():
        real.in_role(role.id, LUTON.code)
    assert len(read) > 30
    assert [each.id for each in read if not (each.national or LUTON.code in each.areas)] == []


def test_what_an_answer_asks_for_is_read_in_one_pass(
    real: SqliteDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes: list[int] = []

    def counted(
        connection: Connection, numbers: Collection[int], known: Known
    ) -> dict[int, Service]:
        passes.append(len(numbers))
        return read_services(connection, numbers, known)

    monkeypatch.setattr(service_rows, "read_services", counted)
    advise(CHILD_IN_LUTON, real, NOON)
    assert len(passes) == 1
    advise(CHILD_IN_LUTON._replace(concern=Concern.DOMESTIC_ABUSE), real, NOON)
    advise(CHILD_IN_LUTON, real, NOON)
    assert len(passes) == 2


def test_what_services_read_one_after_another_say_alike_is_kept_once(real: SqliteDirectory) -> None:
    """A long directory says the same codes, words and citations many times."""
    for council in COUNCILS:
        for role in real.roles():
            real.in_role(role.id, council.code)
    read = list({each.id: each for found in real._in_role.values() for each in found}.values())
    lines = [line for service in read for line in service.lines]
    cited = [each for service in read for each in service.sources]
    cited += [each for line in lines for each in line.sources]
    for alike in (
        [service.areas for service in read],
        [topic for service in read for topic in service.topics],
        [line.label for line in lines],
        cited,
    ):
        assert len({id(each) for each in alike}) == len(set(alike)) < len(alike)


@pytest.mark.parametrize("query", [role_rows._NATIONAL, role_rows._LOCAL])
def test_no_table_is_gone_through_from_end_to_end(real: SqliteDirectory, query: str) -> None:
    asked = [LUTON.code, "in_use"][2 - query.count("?") :]
    told = real.connection.execute(f"EXPLAIN QUERY PLAN {query}", asked).fetchall()
    scans = [text for *_, text in told if "SCAN" in text]
    assert [text for text in scans if "service_national" not in text] == []


def test_lines_of_equal_hours_share_them(real: SqliteDirectory) -> None:
    kept = [line.hours for service in real.services() for line in service.lines]
    assert len({id(hours) for hours in kept}) == len(set(kept)) < len(kept) / 2


def test_a_file_made_before_the_indexes_answers_the_same(tmp_path: Path) -> None:
    older, newer = open_directory(directory_file()), open_directory(directory_file())
    older.connection.execute("PRAGMA query_only = OFF")
    for index in ("service_national", "service_area_council"):
        older.connection.execute(f"DROP INDEX {index}")
    for role in newer.roles():
        assert older.in_role(role.id, LUTON.code) == newer.in_role(role.id, LUTON.code)
