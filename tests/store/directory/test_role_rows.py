"""Who plays which part: read for one council, and of other areas nothing."""

from pathlib import Path

import pytest

from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.service import Service
from desktop_app.paths import directory_file
from desktop_app.store.directory import role_rows
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.area import COUNCILS, LUTON

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

    def watched(directory: SqliteDirectory, numbers: list[int]) -> list[Service]:
        found = at_once(directory, numbers)
        read.extend(found)
        return found

    monkeypatch.setattr(SqliteDirectory, "_read", watched)
    for role in real.roles():
        real.in_role(role.id, LUTON.code)
    assert len(read) > 30
    assert [each.id for each in read if not (each.national or LUTON.code in each.areas)] == []


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
