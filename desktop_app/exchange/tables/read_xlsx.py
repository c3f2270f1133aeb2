"""An Excel workbook, with what only the eye sees: struck out, hidden, merged, commented, coloured.

A number that was struck out must not be read as one that holds, so styles are read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from desktop_app.exchange.tables.plain_values import seen
from desktop_app.exchange.tables.sheet import (
    MOST_BYTES,
    TOO_LARGE,
    UNREADABLE,
    Cell,
    NotRead,
    Oddity,
    SheetRow,
    Table,
    TableSheet,
    in_bounds,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WHITE = "FFFFFF"
NOT_CALCULATED = "#N/A"
"""What stands for a formula whose result the file does not keep."""


def read_xlsx(name: str, whole: bytes) -> Table:
    """Read the bytes of a workbook; NotRead when they are none, or a protected one."""
    import openpyxl  # a quarter of a second: only when a workbook comes

    _unpacks_small(name, whole)
    try:
        book = openpyxl.load_workbook(BytesIO(whole), rich_text=True)
        results = _results(book, whole)
        sheets = tuple(_sheet(name, each, results) for each in book.worksheets)
    except NotRead:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers meet
        raise NotRead(UNREADABLE.format(name, "a workbook")) from error
    return Table(name, sheets)


def _unpacks_small(name: str, whole: bytes) -> None:
    try:
        with ZipFile(BytesIO(whole)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise NotRead(UNREADABLE.format(name, "a workbook")) from error
    if size > MOST_BYTES:
        raise NotRead(TOO_LARGE.format(name))


def _results(book: Any, whole: bytes) -> Any:
    """The same workbook with results in place of formulas, if it has any; else itself."""
    import openpyxl

    formulas = (
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.rows for cell in row
    )
    return openpyxl.load_workbook(BytesIO(whole), data_only=True) if any(formulas) else book


def _sheet(name: str, sheet: Worksheet, results: Any) -> TableSheet:
    in_bounds(name, sheet.max_row, sheet.max_column)
    columns = _hidden_columns(sheet)
    merged = _merged(sheet)
    rows = []
    for number, excel_row in enumerate(sheet.iter_rows(min_row=1), start=1):
        hidden = _folded(sheet.row_dimensions[number], "height")
        around = frozenset({Oddity.HIDDEN_ROW}) if hidden else frozenset()
        cells = []
        for column, cell in enumerate(excel_row, start=1):
            origin = merged.get((number, column))
            oddities = around | ({Oddity.HIDDEN_COLUMN} if column in columns else frozenset())
            oddities |= {Oddity.MERGED} if origin is not None else frozenset()
            cells.append(_cell(sheet.cell(*origin) if origin else cell, oddities, results))
        rows.append(SheetRow(number, tuple(cells)))
    return TableSheet(sheet.title, tuple(rows), hidden=sheet.sheet_state != "visible")


def _folded(dimension: Any, size: str) -> bool:
    return bool(dimension.hidden) or getattr(dimension, size, None) == 0


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    """The columns nobody sees, counted from 1; a group stands under its first."""
    from openpyxl.utils import column_index_from_string

    hidden: set[int] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if _folded(dimension, "width"):
            first = dimension.min or column_index_from_string(letter)
            hidden |= set(range(first, (dimension.max or first) + 1))
    return frozenset(hidden)


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Where each cell of a merged block has its words."""
    found = {}
    for block in sheet.merged_cells.ranges:
        origin = (block.min_row, block.min_col)
        in_bounds(sheet.title, block.max_row, block.max_col)
        for row in range(block.min_row, block.max_row + 1):
            for column in range(block.min_col, block.max_col + 1):
                found[row, column] = origin
    return found


def _cell(cell: Any, oddities: Iterable[Oddity], results: Any) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        value = results[cell.parent.title].cell(cell.row, cell.column).value
        value = NOT_CALCULATED if value is None else value
    comment = " ".join(cell.comment.text.split()) if cell.comment else ""
    if value is None:
        return Cell(comment=comment)
    text, struck, found = _words(cell, value)
    found = frozenset(oddities) | found | _looks(cell)
    return Cell(text=text, struck=struck, comment=comment, colour=_ground(cell), oddities=found)


def _words(cell: Any, value: object) -> tuple[str, str, frozenset[Oddity]]:
    """What holds, what is struck out, and the oddities of both."""
    from openpyxl.cell.rich_text import CellRichText

    text, oddities = seen(
        str(value) if isinstance(value, CellRichText) else value, cell.number_format
    )
    if isinstance(value, CellRichText):
        kept = "".join(words for words, struck in _pieces(cell, value) if not struck).strip()
        gone = "".join(words for words, struck in _pieces(cell, value) if struck).strip()
        if gone:
            oddities |= {Oddity.PART_STRUCK if kept else Oddity.STRUCK}
        return kept, gone, oddities
    if cell.font is not None and cell.font.strike and text:
        return "", text, oddities | {Oddity.STRUCK}
    return text, "", oddities


def _pieces(cell: Any, value: Iterable[Any]) -> Iterator[tuple[str, bool]]:
    whole = bool(cell.font and cell.font.strike)
    for piece in value:
        font = getattr(piece, "font", None)
        yield str(piece), bool(font.strike) if font is not None else whole


def _looks(cell: Any) -> frozenset[Oddity]:
    colour = cell.font.color if cell.font else None
    white = colour is not None and colour.type == "rgb" and str(colour.rgb)[-6:] == WHITE
    ground = _ground(cell)
    unseen = {Oddity.UNSEEN} if white and not ground else set()
    return frozenset(unseen | ({Oddity.COLOURED} if ground else set()))


def _ground(cell: Any) -> str:
    """The colour behind a cell: "FFFF00", "theme 4"; nothing for none, and for white."""
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "rgb":
        told = str(colour.rgb)[-6:]
        return "" if told == WHITE else told
    if colour.type == "theme" and colour.theme == 0:
        return ""
    return f"{colour.type} {colour.value} {colour.tint or 0:.2f}"
