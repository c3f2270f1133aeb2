"""Tables written as files: text with columns, and a workbook in which a number stays as it is."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be computed by a spreadsheet: it gets an apostrophe before it."""
WIDEST, NARROWEST = 60, 10
TEXT = "@"
Rows = Iterable[Sequence[str]]


def as_csv(rows: Rows) -> bytes:
    """The rows as text with commas; the mark at the start tells spreadsheets that it is Unicode."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return ("\ufeff" + table.getvalue()).encode()


def as_xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook with these sheets; every cell is text, so that no number loses its first 0."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        widths: list[int] = []
        for number, row in enumerate(rows, start=1):
            for column, told in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value, cell.data_type = told, "s"  # "=" would else begin a formula
                cell.number_format = TEXT
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                cell.font = Font(bold=number == 1)
                widths += [0] * (column - len(widths))
                widths[column - 1] = max(widths[column - 1], len(told))
        for column, width in enumerate(widths, start=1):
            letter = get_column_letter(column)
            sheet.column_dimensions[letter].width = min(WIDEST, max(NARROWEST, width + 2))
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
