"""Where the verified bytes of a directory are kept: what is read later is what was verified.

A directory file that lies open can be written over at any time, and SQLite would read the new pages
without a word. So the file is read once, and from then on nobody asks it anything: a list of the
usual length is kept in memory; a very long one in a private file without a name, which costs no
memory and which nobody else can open (see docs/decisions/0007-bytes-that-were-verified.md).
"""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from desktop_app.fileformat.directory_file import HEADER, ByteSource, stated_length

Opened = TypeVar("Opened")
IN_MEMORY = 8 << 20
"""Bytes up to which a list is kept in memory: three times the real one of 2026."""
CACHE_KB = 64
"""Pages kept a second time by SQLite: fetching them again from memory costs next to nothing."""


Check = Callable[[ByteSource], None]
"""Reads every byte to the end, and raises what is wrong with them."""


def hold(file: BinaryIO, check: Check, *, handed_on: bool) -> sqlite3.Connection:
    """A read-only connection to bytes that went through `check` and that nobody can change.

    OSError when the file cannot be read, sqlite3.Error when SQLite does not take the bytes.
    `handed_on`: opened by a worker for another thread, which then is the only one to use it.
    """
    long = _is_long(file)
    if sys.platform != "win32" and (long or not hasattr(sqlite3.Connection, "deserialize")):
        with suppress(NoRoom):
            return _in_nameless_file(file, check, handed_on=handed_on)
        file.seek(0)
    return _in_memory(file, check, handed_on=handed_on)


def attach(connection: sqlite3.Connection, name: str, file: BinaryIO, check: Check) -> None:
    """Lay bytes that went through `check` beside what a connection has open, under this name.

    Errors as for `hold`. For comparing two files; writing into them changes no file.
    """
    if _is_long(file) and sys.platform != "win32":
        with suppress(NoRoom):
            _attach_nameless(connection, name, file, check)
            return
        file.seek(0)
    content = file.read()
    check(BytesIO(content))
    if not content:  # SQLite would ask for no memory and take that for a refusal
        raise sqlite3.DatabaseError("the file is empty")
    connection.execute(f"ATTACH ':memory:' AS {name}")
    connection.deserialize(content, name=name)


def _is_long(file: BinaryIO) -> bool:
    """Whether it is too long to be kept in memory.

    sqlite3.DatabaseError when it is not as long as it states: what a broken disk or a copy that ran
    on makes of a directory may have no end, and reading it would halt the window.
    """
    length = os.fstat(file.fileno()).st_size
    if length <= IN_MEMORY:
        return False
    stated = stated_length(file.read(HEADER))
    file.seek(0)
    if length != stated:
        raise sqlite3.DatabaseError(f"it is {length} bytes long and states {stated}")
    return True


def _attach_nameless(
    connection: sqlite3.Connection, name: str, file: BinaryIO, check: Check
) -> None:
    private, _ = _nameless_file(
        lambda address: connection.execute(f"ATTACH ? AS {name}", (address,))
    )
    with closing(private):
        try:
            check(_Copying(file, private))
            try:
                private.flush()
            except OSError as error:
                raise NoRoom from error
        except NoRoom:
            connection.execute(f"DETACH {name}")
            raise


def _in_memory(file: BinaryIO, check: Check, *, handed_on: bool) -> sqlite3.Connection:
    content = file.read()
    check(BytesIO(content))
    connection = sqlite3.connect(":memory:", check_same_thread=not handed_on)
    try:
        connection.deserialize(content)
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    except BaseException:
        connection.close()
        raise
    return connection


class NoRoom(Exception):
    """No private file could be written: the disk is full, or nobody may write here."""


class _Copying:
    """Hands out what it reads, and writes the same bytes to the private file."""

    def __init__(self, file: BinaryIO, private: BinaryIO) -> None:
        self._file, self._private = file, private

    def read(self, size: int = -1, /) -> bytes:
        piece = self._file.read(size)
        try:
            self._private.write(piece)
        except OSError as error:
            raise NoRoom from error
        return piece


def _in_nameless_file(file: BinaryIO, check: Check, *, handed_on: bool) -> sqlite3.Connection:
    private, connection = _nameless_file(
        lambda address: sqlite3.connect(address, uri=True, check_same_thread=not handed_on)
    )
    with closing(private):
        try:
            check(_Copying(file, private))
            try:
                private.flush()
            except OSError as error:
                raise NoRoom from error
            # Locks and looks for a journal once, not before every question.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        except BaseException:
            connection.close()
            raise
    return connection


def _nameless_file(opened: Callable[[str], Opened]) -> tuple[BinaryIO, Opened]:
    """An empty file open for us to write and for SQLite to read, that is in no folder any more.

    `opened` has SQLite open the address it is given.

    It loses its name while it is still empty, so that not even a killed program leaves it behind.
    """
    import tempfile  # only for a very long list

    try:
        descriptor, name = tempfile.mkstemp(prefix="who-to-call-")
    except OSError as error:
        raise NoRoom from error
    path = Path(name)
    private = cast("BinaryIO", os.fdopen(descriptor, "wb"))
    try:
        # Not “immutable”: SQLite would go on believing that the file is empty.
        address = f"{path.resolve().as_uri()}?mode=ro"
        return private, opened(address)
    except sqlite3.Error as error:
        private.close()
        raise NoRoom from error
    finally:
        path.unlink(missing_ok=True)
