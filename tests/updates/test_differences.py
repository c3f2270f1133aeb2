"""What changed since the last release, in words a receptionist reads."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.hours_stated import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.hours_words import in_words
from desktop_app.updates.differences import Differences, differences
from tests.updates.small_directory import Made, Mutate, make_directory


def compared(folder: Path, mutate: Mutate | None = None, **made: object) -> Differences:
    before = make_directory(folder / "before.sqlite", Made())
    after = make_directory(
        folder / "after.sqlite",
        Made(release=2, mutate=mutate, **made),  # type: ignore[arg-type]
    )
    return differences(before, after)


def sql(text: str) -> Mutate:
    def run(connection: sqlite3.Connection) -> None:
        connection.executescript(text)

    return run


def office_hours(closes: int) -> str:
    """Monday to Friday from nine, in the words of every other page."""
    week = (*[(Span(540, closes),)] * 5, (), ())
    return in_words(Hours((Statement(Basis.PUBLISHED, week, HolidayRule.CLOSED),)))


def test_nothing_changed(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert found == Differences()
    assert (found.summary, list(found.lines())) == ("no numbers changed", [])


def test_three_numbers_changed(tmp_path: Path) -> None:
    changed = {f"helper-{n}": f"01632 9609{n}" for n in (11, 12, 13)}
    found = compared(tmp_path, numbers=changed)
    assert found.summary == "3 numbers changed"
    assert list(found.lines()) == [
        "Numbers changed:",
        "  Helper 11 (Desk): 01632 960011 → 01632 960911",
        "  Helper 12 (Desk): 01632 960012 → 01632 960912",
        "  Helper 13 (Desk): 01632 960013 → 01632 960913",
    ]


def test_hours_changed_are_told_in_words(tmp_path: Path) -> None:
    found = compared(tmp_path, sql("UPDATE hours_span SET closes = 960 WHERE statement = 12;"))
    assert found.summary == "1 line has new hours"
    told = f"{office_hours(1020)} → {office_hours(960)}"
    assert str(found.hours_changed[0]) == f"Helper 12 (Desk): {told}"


def test_a_dated_exception_counts_as_new_hours(tmp_path: Path) -> None:
    closed = "INSERT INTO hours_exception VALUES (1, 12, '2026-12-24', NULL, '');"
    change = compared(tmp_path, sql(closed)).hours_changed[0]
    assert change.after.endswith("24 December 2026 closed")


def test_a_number_that_was_replaced(tmp_path: Path) -> None:
    found = compared(tmp_path, sql("UPDATE line SET standing = 'superseded' WHERE id = 12;"))
    assert found.summary == "1 number has a new standing"
    assert str(found.standing_changed[0]) == "Helper 12 (Desk): in use → replaced"


def test_services_that_came_and_went(tmp_path: Path) -> None:
    renamed = "UPDATE service SET id = 'newcomer', name = 'Newcomer' WHERE id = 'helper-12';"
    found = compared(tmp_path, sql(renamed))
    assert found.summary == "1 service added, 1 service removed"
    assert str(found.services_added[0]) == "Newcomer"
    assert str(found.services_removed[0]) == "Helper 12"


def test_a_second_number_of_a_service(tmp_path: Path) -> None:
    added = (
        "INSERT INTO line SELECT 900, service, 1, 'night', 'out_of_hours', 'Night',"
        " '+441632960900', '01632 960900', 'in_use', NULL, '', NULL, NULL, NULL"
        " FROM line WHERE id = 12;"
    )
    found = compared(tmp_path, sql(added))
    assert (found.summary, str(found.numbers_added[0])) == (
        "1 number added",
        "Helper 12 (Night): 01632 960900",
    )


def test_a_number_that_is_gone(tmp_path: Path) -> None:
    found = compared(tmp_path, sql("DELETE FROM line WHERE id = 12;"))
    assert (found.summary, str(found.numbers_removed[0])) == (
        "1 number removed",
        "Helper 12 (Desk): 01632 960012",
    )


def test_rows_that_moved_are_no_change(tmp_path: Path) -> None:
    moved = (
        "UPDATE hours_span SET statement = statement + 1000;"
        "UPDATE hours_statement SET id = id + 1000, line = line + 500;"
        "UPDATE line SET id = id + 500, service = service + 100;"
        "UPDATE service SET number = number + 100;"
    )
    assert compared(tmp_path, sql(moved)) == Differences()


def test_a_file_that_is_no_directory(tmp_path: Path) -> None:
    before = make_directory(tmp_path / "before.sqlite", Made())
    (tmp_path / "after.sqlite").write_bytes(b"nothing of the kind")
    with pytest.raises(ValueError, match="cannot be compared"):
        differences(before, tmp_path / "after.sqlite")
