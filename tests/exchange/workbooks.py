"""Workbooks made for a test, cell by cell."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def workbook(*rows: Sequence[object], title: str = "Contacts") -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book, sheet


def saved(book: Workbook) -> bytes:
    """The bytes of its file."""
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
