"""A file somebody sent, read as a table by what it is and not only by what it is called."""

from collections.abc import Callable

from desktop_app.exchange.tables.read_csv import read_csv
from desktop_app.exchange.tables.read_older_workbook import read_older_workbook
from desktop_app.exchange.tables.read_xlsx import read_xlsx
from desktop_app.exchange.tables.sheet import MOST_BYTES, TOO_LARGE, UNREADABLE, NotRead, Table

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
BINARY = b"xl/workbook.bin"
"""In an Excel workbook of the binary kind (xlsb)."""
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
PAGES = (b"%PDF", b"<", b"{\\rtf")
"""Pages and letters; web systems call a page of theirs ".xls", and Excel opens it as if it were."""
PROTECTED = (
    "{}: this workbook is protected with a password. Ask whoever sent it for a copy without one. "
    "Nothing was read."
)


def read_table(name: str, whole: bytes) -> Table:
    """Read a file's bytes as a table: xlsx, xls, ods or text with columns.

    The name says which file it is when something is told. NotRead, with a sentence that says what
    to do, when it is none of these.
    """
    in_reach(name, whole)
    if not whole.strip():
        raise NotRead(f"{name}: this file is empty. Nothing was read.")
    if whole.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in whole:
        raise NotRead(PROTECTED.format(name))
    return _reader(name, whole)(name, whole)


def in_reach(name: str, whole: bytes) -> None:
    """NotRead when a file is larger than any list of services."""
    if len(whole) > MOST_BYTES:
        raise NotRead(TOO_LARGE.format(name))


def _reader(name: str, whole: bytes) -> Callable[[str, bytes], Table]:
    if whole.startswith(OLE):
        return read_older_workbook
    if whole.startswith(ZIP):
        other = ODS in whole[:200] or BINARY in whole
        return read_older_workbook if other else read_xlsx
    if whole.startswith(PICTURES) or _begins(whole).startswith(PAGES):
        raise NotRead(UNREADABLE.format(name, "a table"))
    return read_csv


def _begins(whole: bytes) -> bytes:
    """The first signs of a text, however it is encoded."""
    return whole[:200].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
