"""What changed since the last release, in words a receptionist reads."""

from pathlib import Path

import pytest

from desktop_app.domain.compare.change_kinds import ABOUT_NUMBERS, UNCOUNTED, ChangeKind
from desktop_app.domain.compare.changes import Change, listing, summary
from desktop_app.domain.hours.statements import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.hours.words import in_words
from desktop_app.updates.compare.differences import differences
from tests.updates.poisoned import script
from tests.updates.small_directory import Made, Mutate, make_directory

SUPERSEDE = "UPDATE line SET standing = 'superseded' WHERE id = 12;"
DISPUTE = "UPDATE line SET standing = 'disputed' WHERE id = 12;"
FAX = "UPDATE line SET kind = 'fax' WHERE id = 12;"
GO = (
    "DELETE FROM hours_span WHERE statement = 12; DELETE FROM hours_statement WHERE id = 12;"
    "DELETE FROM line WHERE id = 12;"
)
CLOSE_EARLY = "UPDATE hours_span SET closes = 960 WHERE statement = 12;"
OTHER_NUMBER = "UPDATE line SET number = '+441632960912', display = '01632 960912' WHERE id = 12;"
RENAME = "UPDATE service SET name = 'Hub' WHERE id = 'helper-12';"
USUAL = UNCOUNTED | {ChangeKind.SEARCH_CHANGED}
NUMBER = "01632 960012"
Found = tuple[Change, ...]


def compared(
    folder: Path,
    mutate: Mutate | None = None,
    *,
    was: str = "",
    **made: object,
) -> Found:
    """The changes from a made-up directory to a changed one; `was` changes the one before."""
    before = make_directory(folder / "before.sqlite", Made(mutate=script(was)))
    after = make_directory(
        folder / "after.sqlite",
        Made(release=2, mutate=mutate, **made),  # type: ignore[arg-type]
    )
    found = differences(before, after)
    return tuple(each for each in found if each.times and each.kind not in USUAL)


def office_hours(closes: int) -> str:
    """Monday to Friday from nine, in the words of every other page."""
    week = (*[(Span(540, closes),)] * 5, (), ())
    return in_words(Hours((Statement(Basis.PUBLISHED, week, HolidayRule.CLOSED),)))


def test_nothing_changed(tmp_path: Path) -> None:
    assert compared(tmp_path) == ()


def test_three_numbers_changed(tmp_path: Path) -> None:
    changed = {f"helper-{n}": f"01632 9609{n}" for n in (11, 12, 13)}
    found = compared(tmp_path, numbers=changed)
    assert summary(found) == "3 numbers changed."
    assert list(listing(found)) == [
        "Numbers that changed:",
        "  Helper 11 (Desk): 01632 960011 → 01632 960911",
        "  Helper 12 (Desk): 01632 960012 → 01632 960912",
        "  Helper 13 (Desk): 01632 960013 → 01632 960913",
    ]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("", OTHER_NUMBER, [(ChangeKind.NUMBER_CHANGED, NUMBER, "01632 960912")]),
        ("", SUPERSEDE, [(ChangeKind.NUMBER_REPLACED, NUMBER, "")]),
        (
            "",
            SUPERSEDE + OTHER_NUMBER,
            [
                (ChangeKind.NUMBER_REPLACED, NUMBER, ""),
                (ChangeKind.SERVICE_FACT, "“+441632960012”", "“+441632960912”"),
                (ChangeKind.SERVICE_FACT, "“01632 960012”", "“01632 960912”"),
            ],
        ),
        (SUPERSEDE, "", [(ChangeKind.NUMBER_NEW, "", NUMBER)]),
        ("", FAX, [(ChangeKind.NUMBER_REPLACED, NUMBER, "")]),
        ("", GO, [(ChangeKind.NUMBER_GONE, NUMBER, "")]),
        (GO, "", [(ChangeKind.NUMBER_NEW, "", NUMBER)]),
        ("", DISPUTE, [(ChangeKind.NUMBER_DOUBTED, NUMBER, NUMBER)]),
        (DISPUTE, "", [(ChangeKind.NUMBER_SETTLED, NUMBER, NUMBER)]),
        ("", RENAME, [(ChangeKind.SERVICE_RENAMED, "Helper 12", "Hub")]),
        (
            "",
            DISPUTE + OTHER_NUMBER,
            [
                (ChangeKind.NUMBER_CHANGED, NUMBER, "01632 960912"),
                (ChangeKind.NUMBER_DOUBTED, NUMBER, "01632 960912"),
            ],
        ),
    ],
)
def test_what_a_desk_must_hear(
    tmp_path: Path, was: str, now: str, told: list[tuple[ChangeKind, str, str]]
) -> None:
    found = compared(tmp_path, script(now), was=was)
    assert [(each.kind, each.before, each.after) for each in found] == told
    assert {each.service_id for each in found} == {"helper-12"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (FAX + GO, FAX),
        (FAX, FAX + GO),
        (SUPERSEDE + GO, SUPERSEDE),
        (SUPERSEDE, SUPERSEDE + CLOSE_EARLY),
    ],
)
def test_faxes_and_replaced_numbers_are_told_but_not_as_numbers_to_ring(
    tmp_path: Path, was: str, now: str
) -> None:
    found = compared(tmp_path, script(now), was=was)
    assert found
    assert not {each.kind for each in found} & ABOUT_NUMBERS


def test_a_new_number_and_new_hours_of_one_line_are_both_told(tmp_path: Path) -> None:
    found = compared(tmp_path, script(OTHER_NUMBER + CLOSE_EARLY))
    assert [each.kind for each in found] == [ChangeKind.NUMBER_CHANGED, ChangeKind.HOURS_CHANGED]


def test_hours_changed_are_told_in_words(tmp_path: Path) -> None:
    found = compared(tmp_path, script(CLOSE_EARLY))
    assert summary(found) == "Hours of 1 line changed."
    told = f"{office_hours(1020)} → {office_hours(960)}"
    assert str(found[0]) == f"Helper 12 (Desk): {told}"


def test_a_dated_exception_counts_as_new_hours(tmp_path: Path) -> None:
    closed = "INSERT INTO hours_exception VALUES (1, 12, '2026-12-24', NULL, '');"
    (change,) = compared(tmp_path, script(closed))
    assert change.after.endswith("24 December 2026 closed")


def test_services_that_come_and_go_bring_their_numbers(tmp_path: Path) -> None:
    renamed = "UPDATE service SET id = 'newcomer', name = 'Newcomer' WHERE id = 'helper-12';"
    found = compared(tmp_path, script(renamed))
    assert [(each.kind, str(each)) for each in found] == [
        (ChangeKind.NUMBER_GONE, f"Helper 12 (Desk): {NUMBER}"),
        (ChangeKind.NUMBER_NEW, f"Newcomer (Desk): {NUMBER}"),
        (ChangeKind.SERVICE_GONE, "Helper 12"),
        (ChangeKind.SERVICE_NEW, "Newcomer"),
    ]


def test_a_line_without_a_name_is_called_by_its_kind(tmp_path: Path) -> None:
    unnamed = OTHER_NUMBER + "UPDATE line SET label = '' WHERE id = 12;"
    change, renamed = compared(tmp_path, script(unnamed))
    assert change.line == "office hours"
    assert str(renamed) == "Helper 12 (office hours): label was “Desk”, is nothing"


def test_a_second_number_of_a_service(tmp_path: Path) -> None:
    added = (
        "INSERT INTO line SELECT 900, service, 1, 'night', 'out_of_hours', 'Night',"
        " '+441632960900', '01632 960900', '', '', 'in_use', NULL, '', NULL, NULL, NULL, 1"
        " FROM line WHERE id = 12;"
    )
    found = compared(tmp_path, script(added))
    assert (summary(found), str(found[0])) == (
        "1 number added.",
        "Helper 12 (Night): 01632 960900",
    )


def test_what_is_pressed_or_asked_for_is_told_as_a_changed_number(tmp_path: Path) -> None:
    added = "UPDATE line SET menu_option = '2', extension = '214' WHERE id = 12;"
    found = compared(tmp_path, script(added))
    assert {change.kind for change in found} == {ChangeKind.NUMBER_CHANGED}
    told = [str(change) for change in found]
    assert any("keys to press once it answers was nothing, is “2”" in each for each in told), told
    assert any("extension to ask for was nothing, is “214”" in each for each in told), told


def test_rows_that_moved_are_no_change(tmp_path: Path) -> None:
    moved = (
        "UPDATE hours_span SET statement = statement + 1000;"
        "UPDATE hours_statement SET id = id + 1000, line = line + 500;"
        "UPDATE line SET id = id + 500, service = service + 100;"
        "UPDATE service_area SET service = service + 100;"
        "UPDATE service_role SET service = service + 100;"
        "UPDATE search_number SET service = service + 100;"
        "UPDATE service SET number = number + 100;"
    )
    assert compared(tmp_path, script(moved)) == ()


def test_a_file_that_is_no_directory(tmp_path: Path) -> None:
    before = make_directory(tmp_path / "before.sqlite", Made())
    (tmp_path / "after.sqlite").write_bytes(b"nothing of the kind")
    with pytest.raises(ValueError, match="cannot be compared"):
        differences(before, tmp_path / "after.sqlite")
