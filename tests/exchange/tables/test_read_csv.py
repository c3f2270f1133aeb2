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
