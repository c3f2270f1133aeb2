"""Each way a cell can look, in each column: never read as if nothing were the matter."""

from collections.abc import Callable
from itertools import product

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exchange.proposal.compare import proposal
from desktop_app.exchange.proposal.rows import ProposedRow, Verdict
from desktop_app.exchange.tables.read_table import read_table
from tests.exchange.made_up_directory import rows, services
from tests.exchange.workbooks import saved, workbook

SERVICES = services(10)
Style = Callable[[Cell], object]


def sheet_of(cell: Cell) -> Worksheet:
    assert isinstance(cell.parent, Worksheet)
    return cell.parent


def hide_column(cell: Cell) -> None:
    sheet_of(cell).column_dimensions[cell.column_letter].hidden = True


def hide_row(cell: Cell) -> None:
    sheet_of(cell).row_dimensions[cell.row].hidden = True


def merge(cell: Cell) -> None:
    letter = cell.column_letter
    sheet_of(cell).merge_cells(f"{letter}{cell.row}:{letter}{cell.row + 1}")


STYLES: dict[str, Style] = {
    "struck": lambda cell: setattr(cell, "font", Font(strike=True)),
    "white": lambda cell: setattr(cell, "font", Font(color="FFFFFFFF")),
    "coloured": lambda cell: setattr(cell, "fill", PatternFill("solid", fgColor="FFFF0000")),
    "commented": lambda cell: setattr(cell, "comment", Comment("ask first", "A. Clerk")),
    "hidden column": hide_column,
    "hidden row": hide_row,
    "error": lambda cell: setattr(cell, "value", "#N/A"),
}
COLUMNS = {"service": 1, "council": 2, "line": 3, "number": 4, "hours": 5}


def after(style: Style, column: int) -> ProposedRow:
    book, sheet = workbook(*rows(SERVICES))
    cell = sheet.cell(8, column)
    assert isinstance(cell, Cell)
    style(cell)
    found = proposal(read_table("list.xlsx", saved(book)), SERVICES, made_up_allowed=True)
    return next(row for row in found.rows if row.place == "Contacts, row 8")


@pytest.mark.parametrize(("style", "column"), list(product(STYLES, COLUMNS)))
def test_a_cell_that_looks_odd_is_never_passed_over(style: str, column: str) -> None:
    row = after(STYLES[style], COLUMNS[column])
    assert row.to_look_at
    assert row.doubts or row.verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("column", ["service", "number", "line", "council"])
def test_a_row_whose_number_or_name_is_struck_out_offers_nothing(column: str) -> None:
    row = after(STYLES["struck"], COLUMNS[column])
    assert (row.verdict, row.offered) == (Verdict.UNREADABLE, False)


def test_one_number_merged_over_two_lines_is_never_passed_over() -> None:
    row = after(merge, COLUMNS["number"])
    assert any("merged" in doubt for doubt in row.doubts)


def test_an_ordinary_cell_in_the_same_place_is_nothing_to_look_at() -> None:
    assert not after(lambda _: None, 4).to_look_at
