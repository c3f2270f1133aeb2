"""What makes a file a directory of ours: its header, its schema, its checksum.

Used wherever a directory is written, opened or judged, so that no two places can disagree.
"""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Protocol

from desktop_app.fileformat.checksum import unbroken

APPLICATION_ID = 0x57544331
"""“WTC1”; the same stands in db/schema.sql, which a test holds to it."""
SCHEMA = 2
"""The form of the tables this program writes and reads; user_version in db/schema.sql."""
MADE_UP = "made_up_numbers"
"""Stands in meta where the directory is to practise with, and its numbers ring nobody."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
VERSION_AT, APPLICATION_AT = 60, 68
"""Where SQLite keeps user_version and application_id in the first 100 bytes."""
PAGE_SIZE_AT, PAGES_AT = 16, 28
"""Where it keeps how long a page is, and how many there are."""
PIECE = 1 << 18
"""Bytes read at a time, so that a large directory is checked in little memory."""


class ByteSource(Protocol):
    """Bytes in order, as a file gives them."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes or fewer; none at the end."""
        ...


class Fault(StrEnum):
    """What keeps a file from being a directory that this program can read."""

    EMPTY = "empty"
    DAMAGED = "damaged"
    """It is another file, or something in it changed since it was made."""
    TOO_NEW = "too_new"
    TOO_OLD = "too_old"


class NotADirectoryFile(Exception):
    """The file is no directory this program can read; `finding` is a short plain text."""

    def __init__(self, fault: Fault, finding: str) -> None:
        super().__init__(finding)
        self.fault, self.finding = fault, finding


def check_bytes(source: ByteSource) -> None:
    """Read to the end; raise NotADirectoryFile unless it is an unbroken file of our schema."""
    first = source.read(PIECE)
    if not first:
        raise NotADirectoryFile(Fault.EMPTY, "no bytes in it")
    if len(first) < HEADER or not first.startswith(MAGIC):
        raise NotADirectoryFile(Fault.DAMAGED, "it is not an SQLite file")
    if _number(first, APPLICATION_AT) != APPLICATION_ID:
        raise NotADirectoryFile(Fault.DAMAGED, "it is not a directory of this program")
    schema = _number(first, VERSION_AT)
    if schema != SCHEMA:
        fault = Fault.TOO_NEW if schema > SCHEMA else Fault.TOO_OLD
        raise NotADirectoryFile(fault, f"schema {schema}, this program reads {SCHEMA}")
    if not unbroken(chain([first], _pieces(source))):
        raise NotADirectoryFile(Fault.DAMAGED, "its checksum does not fit its content")


def stated_length(header: bytes) -> int:
    """How many bytes a file is long by its own header; 0 when that is no header of SQLite's."""
    if len(header) < HEADER or not header.startswith(MAGIC):
        return 0
    page_size = int.from_bytes(header[PAGE_SIZE_AT : PAGE_SIZE_AT + 2], "big")
    return _number(header, PAGES_AT) * (65536 if page_size == 1 else page_size)


def read_only(path: Path) -> str:
    """The address under which SQLite opens a file that nobody writes meanwhile.

    Nothing is locked and no journal is looked for, so it works on a read-only share too.
    """
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; sqlite3.Error, OSError or ValueError when there is none."""
    return sqlite3.connect(read_only(path), uri=True)


def _pieces(source: ByteSource) -> Iterator[bytes]:
    return iter(lambda: source.read(PIECE), b"")


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")
