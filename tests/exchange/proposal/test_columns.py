"""Which column is which: by its heading, by what stands below it, and as it was remembered."""

import pytest

from desktop_app.exchange.proposal.columns import (
    Columns,
    ColumnsUnknown,
    Field,
    guessed,
    recalled,
)
from desktop_app.exchange.tables.sheet import Cell, SheetRow, TableSheet


def sheet(*rows: tuple[str, ...]) -> TableSheet:
    made = tuple(
        SheetRow(n, tuple(Cell(text=t) for t in row)) for n, row in enumerate(rows, start=1)
    )
    return TableSheet("Contacts", made)


BODY = ("Ashby children", "01632 960101", "Mon-Fri 9-5", "01632 960102")


@pytest.mark.parametrize(
    "headings",
    [
        ("Service", "Phone", "Hours", "Out of hours"),
        ("Team", "Tel.", "Opening times", "OOH number"),
        ("Name of service", "Telephone number", "Availability", "EDT"),
        ("SERVICE NAME", "Contact No.", "Days/Times open", "Evenings and weekends"),
        ("Department", "Office hours", "Office hours (times)", "Out of Hours contact"),
        ("Contact", "Daytime", "When", "Emergency Duty Team phone"),
    ],
)
def test_headings_in_many_words_are_the_same_facts(headings: tuple[str, ...]) -> None:
    assert guessed(sheet(headings, BODY)).fields == {
        Field.SERVICE: 0,
        Field.NUMBER: 1,
        Field.HOURS: 2,
        Field.NUMBER_AT_NIGHT: 3,
    }


def test_titles_above_the_headings_are_no_headings() -> None:
    found = guessed(sheet(("Safeguarding contacts 2026",), (), ("Team", "Phone"), BODY[:2]))
    assert (found.head, found.fields) == (3, {Field.SERVICE: 0, Field.NUMBER: 1})


def test_two_lines_of_headings_are_read_together() -> None:
    groups = ("Service", "Phone", "Phone", "Hours")
    below = ("Service", "Day", "Out of hours", "Hours")
    found = guessed(sheet(groups, below, (BODY[0], BODY[1], BODY[3], BODY[2])))
    assert found.head == 2
    assert (found.fields[Field.NUMBER], found.fields[Field.NUMBER_AT_NIGHT]) == (1, 2)


@pytest.mark.parametrize("number", ["see website", "1.63296E+09", "", "ceased", "#N/A", "tbc"])
@pytest.mark.parametrize("third", ["", "Area", "Notes"])
@pytest.mark.parametrize("said", ["Ashby Council", "e-mail us", "9-5", "open"])
def test_a_first_service_without_a_number_is_no_second_line_of_headings(
    number: str, third: str, said: str
) -> None:
    headings, first = ("Team", "Telephone", third), ("Ashby children", number, said)
    for rows in ((first,), (first, ("Elm Street", "01632 960101", ""))):
        found = guessed(sheet(headings, *rows))
        assert found.head == 1
        assert found.fields[Field.SERVICE] == 0
        assert found.fields[Field.NUMBER] == 1


def test_numbers_that_a_spreadsheet_rounded_are_no_times() -> None:
    rows = (("Ashby", "1.63296E+09"), ("Elm Street", "1.58255E+09"), ("Oak", "1.63E+09"))
    assert guessed(sheet(("Team", "Telephone"), *rows)).fields[Field.NUMBER] == 1


def test_a_sheet_without_a_column_of_numbers_is_told() -> None:
    with pytest.raises(ColumnsUnknown, match="Say which is which"):
        guessed(sheet(("Service", "Colour"), ("Ashby", "red")))


def test_what_was_chosen_once_is_remembered_by_its_headings() -> None:
    said = Columns(1, ("Who", "Dial here", "Remark"), {Field.SERVICE: 0, Field.NUMBER: 1})
    kept = said.remembered()
    assert kept == {"service": "Who", "number": "Dial here"}
    moved = sheet(("Title",), ("Remark", "Who", "DIAL HERE"), ("", "Ashby", "01632 960101"))
    assert recalled(kept, moved) == Columns(
        2, ("Remark", "Who", "DIAL HERE"), {Field.SERVICE: 1, Field.NUMBER: 2}
    )


def test_a_remembered_column_that_is_gone_is_told_and_not_guessed() -> None:
    kept = {"service": "Who", "number": "Dial here"}
    with pytest.raises(ColumnsUnknown, match="Dial here"):
        recalled(kept, sheet(("Who", "Phone"), ("Ashby", "01632 960101")))
