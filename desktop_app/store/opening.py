"""Opening the directory file, and telling in plain words what is wrong with it when it will not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.errors import (
    DirectoryDamaged,
    DirectoryEmpty,
    DirectoryError,
    DirectoryMissing,
    DirectoryTooNew,
    DirectoryTooOld,
)
from desktop_app.domain.seal import unbroken

APPLICATION_ID = 0x57544331
SCHEMA = 1
MAGIC = b"SQLite format 3\x00"
HEADER = 100
PIECE = 1 << 18
"""Bytes read at a time, so that a large directory is checked in little memory."""
VERSION_AT, APPLICATION_AT = 60, 68
"""Where SQLite keeps user_version and application_id in the first 100 bytes."""


def open_checked(path: Path, *, handed_on: bool = False) -> sqlite3.Connection:
    """A read-only connection to an unbroken directory of our schema; else a `DirectoryError`.

    `handed_on`: opened by a worker for the window's thread, which then is the only one to use it.
    """
    with _reading(path) as file:
        check_content(file, str(path))
    with told(str(path)):
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=not handed_on)
        try:
            if connection.execute("SELECT 1 FROM service LIMIT 1").fetchone() is None:
                raise DirectoryEmpty(str(path), "no service in it")
        except Exception:
            connection.close()  # Windows lets nobody mend a file that is still open
            raise
        return connection


def check_content(file: BinaryIO, where: str) -> None:
    """Raise the `DirectoryError` that fits this file, or nothing when it is a directory."""
    first = file.read(PIECE)
    if not first:
        raise DirectoryEmpty(where, "no bytes in it")
    if len(first) < HEADER or not first.startswith(MAGIC):
        raise DirectoryDamaged(where, "not an SQLite file")
    if _number(first, APPLICATION_AT) != APPLICATION_ID:
        raise DirectoryDamaged(where, "not a directory of this program")
    schema = _number(first, VERSION_AT)
    if schema > SCHEMA:
        raise DirectoryTooNew(where, f"schema {schema}, this program reads {SCHEMA}")
    if schema < SCHEMA:
        raise DirectoryTooOld(where, f"schema {schema}, this program reads {SCHEMA}")
    if not unbroken(chain([first], iter(lambda: file.read(PIECE), b""))):
        raise DirectoryDamaged(where, "its seal does not fit its content")


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn whatever a broken file makes SQLite or the domain raise into `DirectoryDamaged`."""
    try:
        yield
    except DirectoryError:
        raise
    except (sqlite3.Error, ValueError, TypeError, LookupError, OverflowError) as error:
        raise DirectoryDamaged(where, f"{type(error).__name__}: {error}") from error


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise DirectoryMissing(str(path)) from None
    except (OSError, ValueError) as error:  # no permission, a folder, an impossible name
        raise DirectoryDamaged(str(path), str(error)) from error


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")
