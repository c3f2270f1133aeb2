"""A workbook is read with what only the eye sees."""

from collections.abc import Callable

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.sheet import Cell, NotRead, Oddity
from tests.exchange.workbooks import saved, workbook

HEAD = ("Service", "Phone", "Hours")
LINE = ("Town MASH", "01632 960101", "Mon-Fri 9-5")


def after(change: Callable[[Worksheet], None], row: int = 2, column: int = 2) -> Cell:
    book, sheet = workbook(HEAD, LINE, ("Other", "01632 960102", "24/7"))
    change(sheet)
    (read,) = read_table("list.xlsx", saved(book)).sheets
    return read.rows[row - 1].cell(column - 1)


def test_a_struck_out_number_does_not_read_as_one_that_holds() -> None:
    def strike(sheet: Worksheet) -> None:
        sheet["B2"].font = Font(strike=True)

    cell = after(strike)
    assert (cell.text, cell.struck) == ("", "01632 960101")
    assert Oddity.STRUCK in cell.oddities


def test_of_a_cell_struck_out_in_part_only_the_rest_holds() -> None:
    def strike(sheet: Worksheet) -> None:
        old = TextBlock(InlineFont(strike=True), "01632 960101")
        sheet["B2"] = CellRichText(old, " 01632 960109")

    cell = after(strike)
    assert (cell.text, cell.struck) == ("01632 960109", "01632 960101")


@pytest.mark.parametrize("letter", ["A", "B", "C"])
def test_a_hidden_column_is_marked(letter: str) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions[letter].hidden = True

    assert Oddity.HIDDEN_COLUMN in after(hide, column="ABC".index(letter) + 1).oddities


def test_a_group_of_hidden_columns_is_marked_whole() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions.group("B", "C", hidden=True)

    for column in (2, 3):
        assert Oddity.HIDDEN_COLUMN in after(hide, column=column).oddities


def test_a_hidden_row_is_marked() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    assert Oddity.HIDDEN_ROW in after(hide).oddities
    assert Oddity.HIDDEN_ROW not in after(hide, row=3).oddities


def test_a_comment_is_kept() -> None:
    def remark(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("changes on\n1 June", "A. Clerk")

    assert after(remark).comment == "changes on 1 June"


def test_a_merged_block_says_the_same_in_each_of_its_cells() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")

    cell = after(merge, row=3, column=1)
    assert (cell.text, Oddity.MERGED in cell.oddities) == ("Town MASH", True)


def test_a_cell_nobody_sees_is_marked() -> None:
    def whiten(sheet: Worksheet) -> None:
        sheet["B2"].font = Font(color="FFFFFFFF")

    assert Oddity.UNSEEN in after(whiten).oddities


def test_a_colour_is_kept_as_a_colour_and_nothing_more() -> None:
    def paint(sheet: Worksheet) -> None:
        sheet["B2"].fill = PatternFill("solid", fgColor="FFFF0000")

    cell = after(paint)
    assert (cell.text, cell.colour) == ("01632 960101", "FF0000")


def test_a_number_is_shown_with_the_zeros_of_its_format() -> None:
    def number(sheet: Worksheet) -> None:
        sheet["B2"] = 1632960101
        sheet["B3"] = 1632960102
        sheet["B3"].number_format = "00000000000"

    assert after(number).text == "1632960101"
    assert after(number, row=3).text == "01632960102"


def test_a_formula_whose_result_is_not_in_the_file_is_no_value() -> None:
    def compute(sheet: Worksheet) -> None:
        sheet["B2"] = '="01632 960"&"101"'

    assert Oddity.ERROR in after(compute).oddities or after(compute).text == "#N/A"


def test_hours_that_became_a_date_are_marked() -> None:
    from datetime import date

    def become(sheet: Worksheet) -> None:
        sheet["C2"] = date(2026, 5, 9)

    assert Oddity.DATE in after(become, column=3).oddities


def test_a_hidden_sheet_is_known_as_one() -> None:
    book, _ = workbook(HEAD, LINE)
    book.create_sheet("Old").sheet_state = "hidden"
    assert [s.hidden for s in read_table("list.xlsx", saved(book)).sheets] == [False, True]


@pytest.mark.parametrize("spoilt", [b"PK\x03\x04 nothing", b"%PDF-1.7", b"", b"\0\1\2\3" * 9])
def test_what_is_no_table_is_told_in_a_sentence(spoilt: bytes) -> None:
    with pytest.raises(NotRead, match="Nothing was read"):
        read_table("list.xlsx", spoilt)


def test_a_workbook_cut_short_anywhere_is_told_or_read_whole() -> None:
    book, _ = workbook(HEAD, LINE)
    whole = saved(book)
    for length in range(0, len(whole), 97):
        with pytest.raises(NotRead):
            read_table("list.xlsx", whole[:length])


def test_a_protected_workbook_says_what_to_ask_for() -> None:
    protected = b"\xd0\xcf\x11\xe0" + b"\0" * 60 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(NotRead, match="password"):
        read_table("list.xlsx", protected)


def test_a_packing_of_a_version_nobody_knows_is_told() -> None:
    whole = saved(workbook(HEAD, LINE)[0])
    at = whole.rindex(b"PK\1\2") + 6  # the version that is needed to unpack
    with pytest.raises(NotRead):
        read_table("list.xlsx", whole[:at] + b"\xff" + whole[at + 1 :])
