"""The whole directory as a table: every number as text, and it can be taken back in as a list."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from desktop_app.exchange.export.directory_rows import HEADINGS, NUMBER, directory_rows
from desktop_app.exchange.export.table_files import as_csv, as_xlsx
from desktop_app.exchange.proposal.compare import proposal
from desktop_app.exchange.proposal.rows import Verdict
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory

DIRECTORY = open_directory(directory_file())
SERVICES = DIRECTORY.services()
COUNCILS = {council.code: council.name for council in DIRECTORY.councils()}
ROWS = list(directory_rows(SERVICES, COUNCILS))
LINES = [line for service in SERVICES for line in service.lines]


def written(kind: str) -> bytes:
    return as_csv(ROWS) if kind == "csv" else as_xlsx({"Directory": ROWS})


def test_each_number_has_a_row_and_so_has_a_service_without_one() -> None:
    numberless = sum(not service.lines for service in SERVICES)
    assert len(ROWS) == 1 + len(LINES) + numberless
    assert [row[NUMBER] for row in ROWS[1:] if row[NUMBER]] == [line.display for line in LINES]


def test_a_workbook_keeps_every_number_as_text() -> None:
    sheet = openpyxl.load_workbook(BytesIO(written("xlsx"))).worksheets[0]
    cells = [row[NUMBER] for row in sheet.iter_rows(min_row=2) if row[NUMBER].value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [line.display for line in LINES]
    assert {cell.number_format for cell in cells} == {"@"}


def test_the_text_is_read_by_a_spreadsheet_as_unicode() -> None:
    whole = written("csv")
    assert whole.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(whole.decode("utf-8-sig"))))
    assert tuple(rows[0]) == HEADINGS
    assert [row[NUMBER] for row in rows[1:]] == [row[NUMBER] for row in ROWS[1:]]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(begins: str) -> None:
    rows = [("Service", "Note"), ("Ashby", f"{begins}1+1")]
    assert f"'{begins}1+1" in as_csv(rows).decode()
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx({"S": rows}))).worksheets[0]
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_taken_back_in_it_changes_nothing_and_asks_nothing(kind: str) -> None:
    found = proposal(read_table(f"out.{kind}", written(kind)), SERVICES)
    assert [row for row in found.rows if row.verdict is not Verdict.UNCHANGED] == []
    assert [row.doubts for row in found.rows if row.doubts] == []
    assert len(found.rows) == len(LINES)
    assert found.alarms == ()


def test_one_number_changed_in_the_table_is_the_one_difference() -> None:
    book = openpyxl.load_workbook(BytesIO(written("xlsx")))
    cell = book.worksheets[0].cell(2, NUMBER + 1)
    cell.value = "0300 300 8123" if cell.value != "0300 300 8123" else "01582 547653"
    kept = BytesIO()
    book.save(kept)
    found = proposal(read_table("out.xlsx", kept.getvalue()), SERVICES)
    (row,) = [row for row in found.rows if row.verdict is Verdict.CHANGED]
    assert "number" in {each.field for each in row.differences}
