"""Which force and board serve each council: the real tables, held against well-known ones."""

from collections import Counter
from datetime import date

import pytest

from desktop_app.domain.places.councils import Council
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import SqliteDirectory, open_directory

DAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def directory() -> SqliteDirectory:
    return open_directory(directory_file())


def force(directory: SqliteDirectory, code: str) -> str:
    there = directory.bodies().of(Council(code, ""), DAY)
    return there.police.name if there and there.police else ""


def test_every_council_of_great_britain_has_one_police_force(directory: SqliteDirectory) -> None:
    query = "SELECT code FROM council WHERE substr(code, 1, 1) IN ('E', 'W', 'S')"
    codes = [code for (code,) in directory.connection.execute(query)]
    served = Counter(force(directory, code) for code in codes)
    assert len(codes) == sum(served.values()) == 350
    assert "" not in served
    assert len(served) == 44  # 39 forces of England, 4 of Wales, 1 of Scotland


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("E06000032", "Bedfordshire Police"),
        ("E06000042", "Thames Valley Police"),
        ("E07000096", "Hertfordshire Constabulary"),
        ("E07000148", "Norfolk Constabulary"),
        ("E10000020", "Norfolk Constabulary"),
        ("E06000061", "Northamptonshire Police"),
        ("E09000001", "City of London Police"),
        ("E09000002", "Metropolitan Police"),
        ("E06000010", "Humberside Police"),
        ("W06000015", "South Wales Police"),
        ("S12000033", "Police Scotland"),
    ],
)
def test_the_force_is_the_one_people_know(directory: SqliteDirectory, code: str, name: str) -> None:
    assert force(directory, code) == name


def test_the_board_is_named_where_a_document_names_it_and_nowhere_else(
    directory: SqliteDirectory,
) -> None:
    bodies = directory.bodies()
    ours = [bodies.of(council, DAY) for council in directory.councils()]
    assert {there.icb.name for there in ours if there and there.icb} == {
        "NHS Central East Integrated Care Board"
    }
    dacorum = bodies.of(Council("E07000096", "Dacorum"), DAY)
    assert dacorum is not None
    assert dacorum.icb is None
