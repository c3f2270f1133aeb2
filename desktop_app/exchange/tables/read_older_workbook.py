"""Workbooks of other kinds (xls, ods, xlsb): the values alone, and a warning that says so."""

from io import BytesIO

from desktop_app.exchange.tables.plain_values import seen
from desktop_app.exchange.tables.sheet import (
    UNREADABLE,
    Cell,
    NotRead,
    SheetRow,
    Table,
    TableSheet,
    in_bounds,
)

BLIND = (
    "What is struck out, hidden, merged, commented or coloured cannot be seen in a file of this "
    "kind: a number somebody crossed out reads as if it held. Better save it as .xlsx first."
)


def read_older_workbook(name: str, whole: bytes) -> Table:
    """Read the bytes of an xls or ods file; NotRead when they are none."""
    import python_calamine as calamine  # only when such a file comes

    try:
        book = calamine.load_workbook(BytesIO(whole))
        unseen = {
            each.name
            for each in book.sheets_metadata
            if each.visible != calamine.SheetVisibleEnum.Visible
        }
        sheets = tuple(_sheet(name, book, each, each in unseen) for each in book.sheet_names)
    except (NotRead, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # what its Rust panics with is no Exception
        raise NotRead(UNREADABLE.format(name, "a workbook")) from error
    return Table(name, sheets, (BLIND,))


def _sheet(name: str, book: object, title: str, hidden: bool) -> TableSheet:
    found = book.get_sheet_by_name(title)  # type: ignore[attr-defined]
    in_bounds(name, found.total_height, found.total_width)
    rows = []
    for number, values in enumerate(found.to_python(skip_empty_area=False), start=1):
        cells = []
        for value in values:
            text, oddities = seen(None if value == "" else value)
            cells.append(Cell(text=text, oddities=oddities))
        rows.append(SheetRow(number, tuple(cells)))
    return TableSheet(title, tuple(rows), hidden=hidden)
