"""A council's list held against the directory: every planted fault is seen, nothing is written."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exchange.proposal.compare import proposal
from desktop_app.exchange.proposal.rows import NotTaken, Proposal, ProposedRow, Verdict
from desktop_app.exchange.tables.read_table import read_table
from tests.exchange.made_up_directory import rows, services
from tests.exchange.workbooks import saved, workbook

SERVICES = services()


def of_sheet(change: Callable[[Worksheet], None] = lambda _: None) -> Proposal:
    book, sheet = workbook(*rows(SERVICES))
    change(sheet)
    return compared(saved(book))


def compared(whole: bytes, name: str = "list.xlsx", **options: Any) -> Proposal:
    return proposal(read_table(name, whole), SERVICES, made_up_allowed=True, **options)


def at(found: Proposal, row: int) -> ProposedRow:
    return next(each for each in found.rows if each.place == f"Contacts, row {row}")


def test_a_list_that_says_the_same_changes_nothing_and_asks_nothing() -> None:
    found = of_sheet()
    assert found.counted()[Verdict.UNCHANGED] == 200 == len(found.rows)
    assert not any(row.to_look_at for row in found.rows)
    assert (found.alarms, found.warnings) == ((), ())


def strike(sheet: Worksheet) -> None:
    sheet["D2"].font = Font(strike=True)


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[20].hidden = True
    sheet["D20"] = "01632 960999"


def remark(sheet: Worksheet) -> None:
    sheet["D40"].comment = Comment("new number from 1 June", "A. Clerk")


def spread(sheet: Worksheet) -> None:
    sheet.merge_cells("D60:D61")


FAULTS: dict[int, tuple[Callable[[Worksheet], None], Verdict]] = {
    2: (strike, Verdict.UNREADABLE),
    20: (hide, Verdict.CHANGED),
    40: (remark, Verdict.UNCHANGED),
    61: (spread, Verdict.CHANGED),
    80: (lambda sheet: put(sheet, "D80", "01632 96007"), Verdict.UNREADABLE),
    90: (lambda sheet: put(sheet, "D90", "O1632 960088"), Verdict.UNREADABLE),
    100: (lambda sheet: put(sheet, "D100", "01632 960089"), Verdict.CHANGED),
    110: (lambda sheet: put(sheet, "E110", "term time only"), Verdict.UNREADABLE),
    120: (lambda sheet: put(sheet, "D120", "01632 960118 / 01632 960997"), Verdict.UNREADABLE),
    130: (lambda sheet: put(sheet, "D130", None), Verdict.UNREADABLE),
    140: (lambda sheet: put(sheet, "D140", "#REF!"), Verdict.UNREADABLE),
    150: (lambda sheet: put(sheet, "E150", "Mon-Fri 9-5"), Verdict.CHANGED),
}


def put(sheet: Worksheet, cell: str, value: str | None) -> None:
    sheet[cell] = value


@pytest.mark.parametrize("emergency", ["999", "112", "18000", "1 8000"])
def test_no_list_gives_a_line_the_number_of_the_emergency_services(emergency: str) -> None:
    row = at(of_sheet(lambda sheet: put(sheet, "D90", emergency)), 90)
    assert row.verdict is Verdict.UNREADABLE
    assert "reaches the emergency services" in row.sentence
    assert row.differences == ()


def test_twelve_planted_faults_of_two_hundred_rows_are_all_seen_and_nothing_else() -> None:
    book, sheet = workbook(*rows(SERVICES))
    for change, _ in FAULTS.values():
        change(sheet)
    whole, before = saved(book), repr(SERVICES)
    begun = time.process_time()
    found = compared(whole)
    took = time.process_time() - begun
    seen = {row.place: row.verdict for row in found.rows if row.to_look_at}
    assert seen.pop("Contacts, row 60") is Verdict.UNCHANGED  # the other half of the merged cell
    assert seen == {f"Contacts, row {row}": verdict for row, (_, verdict) in FAULTS.items()}
    assert len(seen) == 12
    assert found.alarms == ()
    assert repr(SERVICES) == before
    assert took <= 1.0


def test_only_ticked_rows_are_taken_and_only_those_that_are_offered() -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, "D100", "01632 960950")
        strike(sheet)

    found = of_sheet(change)
    changed, struck = at(found, 100), at(found, 2)
    taken = found.taken({changed.key})
    assert [(each.field, each.value) for each in taken] == [
        ("number", "01632 960950"),
        ("verified", "never"),
    ]
    assert {each.service_id for each in taken} == {changed.service_id}
    for key in (struck.key, 999):
        with pytest.raises(NotTaken):
            found.taken({changed.key, key})
    assert found.taken(set()) == ()


def test_a_number_of_another_service_is_named_as_that() -> None:
    row = at(of_sheet(lambda sheet: put(sheet, "D100", "01632 960001")), 100)
    assert any("is the number of “Ashby children”" in doubt for doubt in row.doubts)


@pytest.mark.parametrize("typed", ["01632 960089", "01632 960198", "01632 960908"])
def test_a_typo_is_named_as_one(typed: str) -> None:
    row = at(of_sheet(lambda sheet: put(sheet, "D100", typed)), 100)
    assert any("slip of the hand" in doubt for doubt in row.doubts)


def test_two_rows_that_quarrel_about_a_line_are_both_refused() -> None:
    def quarrel(sheet: Worksheet) -> None:
        sheet.append(["Ashby children", "Ashby Council", "office", "01632 960955", ""])

    found = of_sheet(quarrel)
    assert {at(found, 2).verdict, at(found, 202).verdict} == {Verdict.UNREADABLE}


def test_a_row_that_is_gone_is_missing_and_changes_nothing() -> None:
    found = of_sheet(lambda sheet: sheet.delete_rows(50))
    (missing,) = [row for row in found.rows if row.verdict is Verdict.MISSING]
    assert (missing.service_id, missing.offered) == ("esk-carers", False)


def test_a_list_of_two_services_misses_nothing_of_all_the_others() -> None:
    book, _ = workbook(*rows(SERVICES)[:5])
    assert compared(saved(book)).counted()[Verdict.MISSING] == 0


def test_a_line_the_service_has_not_yet_is_new() -> None:
    def add(sheet: Worksheet) -> None:
        sheet.append(["Ashby children", "Ashby Council", "", "01632 960955", "24/7"])
        sheet["C1"] = "Type"
        sheet["C202"] = "text"

    row = at(of_sheet(add), 202)
    (told,) = row.differences
    assert row.verdict is Verdict.NEW
    assert isinstance(told.value, dict)
    assert told.value["hours"][0]["weekly"] == {"daily": "00:00-24:00"}


def test_a_service_nobody_knows_is_new_and_says_what_it_needs() -> None:
    def add(sheet: Worksheet) -> None:
        sheet.append(["Nidd sailing", "Nidd Council", "", "01632 960955", ""])

    row = at(of_sheet(add), 202)
    assert (row.verdict, row.offered) == (Verdict.NEW, False)
    assert "01632 960955" in row.sentence


def shifted(column: int, steps: int = 1) -> Proposal:
    """The list with one column moved on its own."""
    listed = rows(SERVICES)
    body = [row[column] for row in listed[1:]]
    for row, value in zip(listed[1:], body[steps:] + body[:steps], strict=True):
        row[column] = value
    return compared(saved(workbook(*listed)[0]))


@pytest.mark.parametrize("steps", [1, 2, 7, 199])
def test_a_column_of_numbers_that_moved_alone_raises_the_alarm(steps: int) -> None:
    found = shifted(3, steps)
    assert any("sorted without the others" in alarm for alarm in found.alarms)
    offered = {row.key for row in found.rows if row.offered}
    with pytest.raises(NotTaken):
        found.taken(offered)
    assert found.taken(offered, alarms_seen=True)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_column_of_numbers_sorted_alone_raises_the_alarm(backwards: bool) -> None:
    listed = rows(SERVICES)
    names = sorted(listed[1:], key=lambda row: str(row[0]))
    numbers = sorted((str(row[3]) for row in names), reverse=backwards)
    for row, value in zip(names, numbers, strict=True):
        row[3] = value
    found = compared(saved(workbook(listed[0], *names)[0]))
    assert len(found.alarms) == 3


@pytest.mark.parametrize(("changed", "alarms"), [(40, 0), (41, 1), (200, 1)])
def test_the_alarm_goes_when_more_than_a_fifth_of_the_numbers_change(
    changed: int, alarms: int
) -> None:
    listed = rows(SERVICES)
    for at_row, row in enumerate(listed[1 : changed + 1]):
        row[3] = f"0113 496 {at_row:04}"
    found = compared(saved(workbook(*listed)[0]))
    assert len(found.alarms) == alarms


def test_the_same_list_as_text_gives_the_same_rows() -> None:
    listed: Sequence[Sequence[object]] = rows(SERVICES)
    text = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in listed)
    found = compared(text.encode("cp1252"), "Contacts")
    assert [row.verdict for row in found.rows] == [Verdict.UNCHANGED] * 200


def test_no_list_whatever_it_says_ever_sets_a_check() -> None:
    def claim(sheet: Worksheet) -> None:
        sheet["F1"] = "Verified"
        for row in range(2, 202):
            sheet[f"F{row}"] = "rang it, 1 Nov 2026"
            sheet[f"D{row}"] = f"0113 496 {row:04}"

    found = of_sheet(claim)
    taken = found.taken({row.key for row in found.rows if row.offered}, alarms_seen=True)
    assert {each.value for each in taken if each.field == "verified"} == {"never"}
    assert any("never says that a number was checked" in told for told in found.warnings)
