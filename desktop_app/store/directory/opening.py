"""Opening the directory file, and telling in plain words what is wrong with it when it will not."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from desktop_app.domain.services.errors import (
    DirectoryClosed,
    DirectoryDamaged,
    DirectoryEmpty,
    DirectoryError,
    DirectoryMissing,
    DirectoryTooNew,
    DirectoryTooOld,
)
from desktop_app.fileformat.directory_file import ByteSource, Fault, NotADirectoryFile, check_bytes
from desktop_app.fileformat.held_bytes import hold
from desktop_app.fileformat.patient_open import open_patiently

ERRORS = {
    Fault.EMPTY: DirectoryEmpty,
    Fault.DAMAGED: DirectoryDamaged,
    Fault.TOO_NEW: DirectoryTooNew,
    Fault.TOO_OLD: DirectoryTooOld,
}


class Opened(NamedTuple):
    """A read-only connection, and the fingerprint of the bytes it answers from."""

    connection: sqlite3.Connection
    sha256: str
    """Empty where nobody asked for it."""


def open_checked(
    path: Path, *, sha256: str = "", fingerprinted: bool = False, handed_on: bool = False
) -> Opened:
    """An unbroken directory of our schema, read-only; else a `DirectoryError`.

    The file is read once: what the connection answers from are the bytes that were verified,
    whatever becomes of the file. `sha256`: the fingerprint those bytes must have, where a signed
    list names one. `fingerprinted`: it is to be told, because a list is looked at later.
    `handed_on`: opened by a worker for the window's thread, which then is the only one to use it.
    """
    where = str(path)
    check = _Check(where, sha256, fingerprinted=fingerprinted)
    with _reading(path) as file, translate_errors(where):
        connection = hold(file, check, handed_on=handed_on)
    with translate_errors(where):
        try:
            if connection.execute("SELECT 1 FROM service LIMIT 1").fetchone() is None:
                raise DirectoryEmpty(where, "no service in it")
        except Exception:
            connection.close()
            raise
        return Opened(connection, check.found)


def check_content(source: ByteSource, where: str) -> None:
    """Raise the `DirectoryError` that fits these bytes, or nothing when they are a directory."""
    try:
        check_bytes(source)
    except NotADirectoryFile as error:
        raise ERRORS[error.fault](where, error.finding) from error


class _Check:
    """Reads the bytes to the end; tells what is wrong with them, and which they were."""

    def __init__(self, where: str, sha256: str, *, fingerprinted: bool) -> None:
        self._where, self._known = where, sha256
        self._wanted, self.found = fingerprinted or bool(sha256), ""

    def __call__(self, source: ByteSource) -> None:
        if not self._wanted:
            check_content(source, self._where)
            return
        counted = _Fingerprinted(source)
        check_content(counted, self._where)
        self.found = counted.sha256()
        if self._known and self.found != self._known:
            raise DirectoryDamaged(self._where, "it is not the file that was signed")


class _Fingerprinted:
    """Hands out what it reads, and keeps its fingerprint."""

    def __init__(self, source: ByteSource) -> None:
        import hashlib  # only where there are keys, and so a signed list

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
        with open_patiently(path) as file:
            yield file
    except (FileNotFoundError, NotADirectoryError):
        raise DirectoryMissing(str(path)) from None
    except OSError as error:  # no right to, or a virus scanner or a backup has it to itself
        raise DirectoryClosed(str(path), str(error)) from error
    except ValueError as error:  # an impossible name
        raise DirectoryDamaged(str(path), str(error)) from error
