"""A list saved as text reads the same in every encoding and with every separator."""

from itertools import product

import pytest

from desktop_app.exchange.tables.read_csv import OLD_WINDOWS
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.sheet import NotRead

ROWS = [
    ["Service", "Phone", "Hours"],
    ["Women’s “Aid”, Luton; north", "01632 960101", "Mon–Fri 9-5"],
    ["Zoë’s line", "01632 960102", "24/7"],
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
ENDS = ["\n", "\r\n"]


def text_of(separator: str, end: str) -> str:
    quoted = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in ROWS)
    return end.join(separator.join(row) for row in quoted) + end


@pytest.mark.parametrize(
    ("encoding", "separator", "end"), list(product(ENCODINGS, [",", ";", "\t", "|"], ENDS))
)
def test_every_encoding_and_separator_gives_the_same_cells(
    encoding: str, separator: str, end: str
) -> None:
    table = read_table("list.csv", text_of(separator, end).encode(encoding))
    (sheet,) = table.sheets
    assert [[cell.text for cell in row.cells] for row in sheet.rows] == ROWS
    assert table.warnings == ((OLD_WINDOWS,) if encoding == "cp1252" else ())


def test_excels_own_line_about_the_separator_is_no_row() -> None:
    (sheet,) = read_table("list.csv", b"sep=;\nService;Phone\nA, B;01632 960101\n").sheets
    assert [cell.text for cell in sheet.rows[1].cells] == ["A, B", "01632 960101"]


def test_a_cell_may_hold_a_line_break() -> None:
    (sheet,) = read_table("list.csv", b'A,"01632 960101\n01632 960102"\nB,999\n').sheets
    assert sheet.rows[0].cell(1).text == "01632 960101\n01632 960102"


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_may_end_as_any_system_ends_them(end: str) -> None:
    (sheet,) = read_table("list.csv", end.join(["Service,Phone", "MASH,101"]).encode()).sheets
    assert [[cell.text for cell in row.cells] for row in sheet.rows] == [
        ["Service", "Phone"],
        ["MASH", "101"],
    ]


def test_what_no_columns_can_be_made_of_is_told() -> None:
    with pytest.raises(NotRead):
        read_table("list.csv", b"a,b\n" + b"x" * 200_000)


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_quotation_mark_that_is_never_closed_hides_no_row(row: int, end: str) -> None:
    lines = ["Service,Phone", "Ashby,01632 960101", "Elm Street,01632 960102"]
    lines[row - 1] = f'"{lines[row - 1]}'
    with pytest.raises(NotRead, match=f"a quotation mark in row {row} is never closed"):
        read_table("list.csv", ("\n".join(lines) + end).encode())


@pytest.mark.parametrize(
    "whole",
    [
        *("Service,Phone\nAshby,01632 960101", "Service,Phone\r\nAshby,01632 960101\r\n\r\n"),
        *('Service,Phone\n"Ashby",01632 960101', 'Service,Phone\n"Ash\nby","01632 960101"\n'),
        'Service,Phone\nAsh"by,01632 960101\n',
    ],
)
def test_quotation_marks_that_are_closed_are_read(whole: str) -> None:
    (sheet,) = read_table("list.csv", whole.encode()).sheets
    assert len(sheet.rows) == 2
    assert sheet.rows[1].cells[1].text == "01632 960101"


PAGES = {
    "web.xls": "<html><table><tr><td>Team</td><td>01632 960101</td></tr></table></html>",
    "page.xls": "\n <!DOCTYPE html>\n<table>",
    "of 2003.xls": '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    "letter.rtf": r"{\rtf1\ansi Ashby 01632 960101}",
    "letter.pdf": "%PDF-1.7 Ashby 01632 960101",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_called_a_list_says_what_to_do(name: str, encoding: str) -> None:
    with pytest.raises(NotRead, match="save it again as an Excel workbook"):
        read_table(name, PAGES[name].encode(encoding))
