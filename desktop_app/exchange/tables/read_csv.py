"""A list saved as text: whichever way it is encoded, whatever stands between its columns."""

import csv
from collections.abc import Iterator
from io import StringIO

from desktop_app.exchange.tables.sheet import (
    UNREADABLE,
    Cell,
    NotRead,
    SheetRow,
    Table,
    TableSheet,
    in_bounds,
)

DELIMITERS = (",", ";", "\t", "|")
LOOKED_AT = 30
"""Lines that show which sign stands between columns."""
UNCLOSED = (
    "{}: a quotation mark in row {} is never closed, so nobody can tell the rows after it apart. "
    "Save the list as an Excel workbook (.xlsx) and take that. Nothing was read."
)
_END = "\x03"
"""A last row of our own: it is gone where a quotation mark before it was never closed."""
OLD_WINDOWS = "The file is not in Unicode: it was read as Windows text. Look at dashes and accents."


def read_csv(name: str, whole: bytes) -> Table:
    """Read the bytes of a text file; NotRead when they are no text."""
    text, warnings = _decoded(name, whole)
    rows = []
    try:
        told, separator = _separator(text)
        for number, values in enumerate(_rows(_ended(told), separator), start=1):
            in_bounds(name, number, len(values))
            rows.append(SheetRow(number, tuple(Cell(text=value.strip()) for value in values)))
        if [cell.text for cell in rows.pop().cells] != [_END]:
            raise NotRead(UNCLOSED.format(name, len(rows) + 1))
    except NotRead:
        raise
    except (csv.Error, ValueError, TypeError):  # the latter for signs that part no columns
        raise NotRead(UNREADABLE.format(name, "text")) from None
    return Table(name, (TableSheet(name, tuple(rows)),), warnings)


def _decoded(name: str, whole: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if whole.startswith(mark):
            return _strictly(name, whole, encoding), ()
    if whole[1::2].count(0) > len(whole) // 4:
        return _strictly(name, whole, "utf-16-le"), ()
    if whole[::2].count(0) > len(whole) // 4:
        return _strictly(name, whole, "utf-16-be"), ()
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(name, whole, "cp1252"), (OLD_WINDOWS,)
    return _strictly(name, whole, "utf-8"), ()


def _strictly(name: str, whole: bytes, encoding: str) -> str:
    try:
        text = whole.decode(encoding)
    except UnicodeDecodeError:
        raise NotRead(UNREADABLE.format(name, "text")) from None
    if "\0" in text:
        raise NotRead(UNREADABLE.format(name, "text"))
    return text


def _separator(text: str) -> tuple[str, str]:
    """The text without Excel's own "sep=" line, and the sign between its columns."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    return text, max(DELIMITERS, key=lambda sign: _columns(text, sign))


def _columns(text: str, separator: str) -> tuple[int, int]:
    """In how many lines a separator makes the most common number of columns, two or more."""
    counts: dict[int, int] = {}
    for number, values in enumerate(_rows(text, separator)):
        if number == LOOKED_AT:
            break
        counts[len(values)] = counts.get(len(values), 0) + 1
    wide = {columns: lines for columns, lines in counts.items() if columns > 1}
    return max(((lines, columns) for columns, lines in wide.items()), default=(0, 0))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _ended(text: str) -> str:
    """The text with a last row of our own."""
    return text.rstrip("\r\n") + f"\n{_END}"
