"""Opening the directory file, and telling in plain words what is wrong with it when it will not."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.services.errors import (
    DirectoryDamaged,
    DirectoryEmpty,
    DirectoryError,
    DirectoryMissing,
    DirectoryTooNew,
    DirectoryTooOld,
)
from desktop_app.fileformat.directory_file import Fault, NotADirectoryFile, Source, check_bytes
from desktop_app.fileformat.held_bytes import hold

ERRORS = {
    Fault.EMPTY: DirectoryEmpty,
    Fault.DAMAGED: DirectoryDamaged,
    Fault.TOO_NEW: DirectoryTooNew,
    Fault.TOO_OLD: DirectoryTooOld,
}


def open_checked(path: Path, *, sha256: str = "", handed_on: bool = False) -> sqlite3.Connection:
    """A read-only connection to an unbroken directory of our schema; else a `DirectoryError`.

    The file is read once: what the connection answers from are the bytes that were verified,
    whatever becomes of the file. `sha256`: the fingerprint those bytes must have, where a signed
    list names one. `handed_on`: opened by a worker for the window's thread, which then is the only
    one to use it.
    """
    where = str(path)
    with _reading(path) as file, translate_errors(where):
        connection = hold(file, lambda source: _check(source, where, sha256), handed_on=handed_on)
    with translate_errors(where):
        try:
            if connection.execute("SELECT 1 FROM service LIMIT 1").fetchone() is None:
                raise DirectoryEmpty(where, "no service in it")
        except Exception:
            connection.close()
            raise
        return connection


def check_content(source: Source, where: str) -> None:
    """Raise the `DirectoryError` that fits these bytes, or nothing when they are a directory."""
    try:
        check_bytes(source)
    except NotADirectoryFile as error:
        raise ERRORS[error.fault](where, error.finding) from error


def _check(source: Source, where: str, sha256: str) -> None:
    if not sha256:
        check_content(source, where)
        return
    counted = _Fingerprinted(source)
    check_content(counted, where)
    if counted.sha256() != sha256:
        raise DirectoryDamaged(where, "it is not the file that was signed")


class _Fingerprinted:
    """Hands out what it reads, and keeps its fingerprint."""

    def __init__(self, source: Source) -> None:
        import hashlib  # only where a signed list says what must be in the file

        self._source, self._figure = source, hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        piece = self._source.read(size)
        self._figure.update(piece)
        return piece

    def sha256(self) -> str:
        return self._figure.hexdigest()


@contextmanager
def translate_errors(where: str) -> Iterator[None]:
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
        if not stat.S_ISREG(path.stat().st_mode):
            raise DirectoryDamaged(str(path), "not a plain file")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise DirectoryMissing(str(path)) from None
    except (OSError, ValueError) as error:  # no permission, a folder, an impossible name
        raise DirectoryDamaged(str(path), str(error)) from error
