"""One working file: opened and checked whole, changed all or nothing, on the disk before it says.

`WorkFile.changing()` is the only way to write: a transaction with an fsync, whose end counts the
generation up and renews the figure over every table it touched. A killed program, a full disk or a
pulled stick leaves the file as it was before or as it is after; SQLite takes a broken change back
at the next opening. A row that changed by itself makes the file `WorkFileDamaged` on opening.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from desktop_app.paths import must_be_plain_database
from desktop_app.workshop.errors import TooNew, WorkFileDamaged, WorkshopError
from desktop_app.workshop.readings import Readings
from desktop_app.workshop.tables import (
    APPLICATION_ID,
    SUM,
    TABLES,
    VERSION,
    broken,
    create_tables,
    state_of,
)
from desktop_app.workshop.transaction import Transaction

SUFFIX = ".wtcwork"
WAIT = 5.0
"""Seconds another program of the same computer may hold the file before we say so."""
PRIMARY = 0xFF

NO_FILE = "There is no working file “{}”. Begin one with: who-to-call workshop new"
THERE_ALREADY = "“{}” is there already. Give the new working file another name."
WRONG_NAME = "A working file ends in .wtcwork: call it “{}.wtcwork”."
OTHER_FILE = "“{}” is no working file of this program. Nothing was changed."
TOO_NEW = "“{}” was made by a newer version of this program. Update the program first."
DAMAGED = (
    "“{}” is damaged ({}), so nothing in it is believed. "
    "Go back to your newest copy of it; keep this file for whoever looks into it."
)
FULL = "The disk of “{}” is full. Nothing was saved. Make room and do it again."
READ_ONLY = "“{}” can only be read here. Nothing was saved. Work on a copy of it."
GONE = (
    "“{}” is not there any more: somebody moved or renamed it. Nothing was saved. "
    "Put it back, or open it where it is now."
)
HELD = "Another program holds “{}”. Nothing was saved. Close it there and do it again."
OTHER = "“{}” could not be saved ({}). Nothing was saved. Do it again, or work on a copy."
_TELLS = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: HELD,
    sqlite3.SQLITE_LOCKED: HELD,
}


class WorkFile:
    """An open working file; close it when done."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self._connection = connection
        self.path, self.read_only = path, read_only
        self.readings = Readings()  # for whoever asks next

    @classmethod
    def create(cls, path: Path, texts: Mapping[str, str], *, at: datetime) -> WorkFile:
        """Begin a working file from source texts; WorkshopError when the name is taken or wrong."""
        if path.suffix != SUFFIX:
            raise WorkshopError(WRONG_NAME.format(path.stem or path.name))
        if path.exists():
            raise WorkshopError(THERE_ALREADY.format(path))
        beside = path.with_name(path.name + ".unfinished")
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
                create_tables(connection)
                made = cls(connection, beside, read_only=False)
                with made.changing() as change:
                    change.put_all(
                        "source", ({"name": name, "text": texts[name]} for name in sorted(texts))
                    )
                    change.set_meta("id", uuid4().hex)
                    change.set_meta("made", at.isoformat())
            beside.replace(path)
        except (OSError, sqlite3.Error) as error:
            raise _told(error, path) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> WorkFile:
        """Open and check every row; WorkFileDamaged, or WorkshopError with what to do."""
        if not path.is_file():
            raise WorkshopError(NO_FILE.format(path))
        mode = "ro" if read_only else "rw"
        try:
            must_be_plain_database(path)
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode={mode}",
                uri=True,
                timeout=WAIT,
                isolation_level=None,
            )
        except (OSError, sqlite3.Error) as error:
            raise _told(error, path) from error
        try:
            _must_be_whole(connection, path)
            _set_up(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, read_only=read_only)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> WorkFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def texts(self) -> dict[str, str]:
        """Every source file, word for word, by its name below the sources' folder."""
        return dict(self.rows("SELECT name, text FROM source ORDER BY name"))

    def text(self, name: str) -> str | None:
        """One source file; nothing when there is none of that name."""
        found = list(self.rows("SELECT text FROM source WHERE name = ?", (name,)))
        return str(found[0][0]) if found else None

    def meta(self, key: str) -> str:
        """One fact about the file itself; empty when it was never said."""
        found = list(self.rows("SELECT value FROM meta WHERE key = ?", (key,)))
        return str(found[0][0]) if found else ""

    @property
    def id(self) -> str:
        """Which working file this is, whatever it is called and however often it was copied."""
        return self.meta("id")

    @property
    def generation(self) -> int:
        """How often it was changed."""
        return int(self.meta("generation") or 0)

    def rows(self, question: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one SELECT."""
        try:
            yield from self._connection.execute(question, values)
        except sqlite3.Error as error:
            raise _told_of_open(error, self.path) from error

    def become(self, other: WorkFile) -> None:
        """Hold what another holds, all of it in one step; a killed program leaves the old."""
        if self.read_only:
            raise WorkshopError(READ_ONLY.format(self.path))
        try:
            other._connection.backup(self._connection)
        except sqlite3.Error as error:
            raise _told_of_open(error, self.path) from error

    @contextmanager
    def changing(self) -> Iterator[Transaction]:
        """One change, all of it or nothing; it is on the disk when the block has ended."""
        if self.read_only:
            raise WorkshopError(READ_ONLY.format(self.path))
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                change = Transaction(self._connection)
                yield change
                change.finish()
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise _told_of_open(error, self.path) from error


def _must_be_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raise unless it is a working file in which every row is what was written."""
    try:
        _must_be_ours(connection, path)
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise WorkFileDamaged(DAMAGED.format(path, "its pages do not fit together"))
        table = broken(connection)
        if not table:
            table = next((each for each in TABLES if not _is_complete(connection, each)), "")
    except (sqlite3.Error, UnicodeError, ValueError, OverflowError) as error:
        if isinstance(error, sqlite3.Error) and _code(error) in _TELLS:
            raise _told(error, path) from error
        raise WorkFileDamaged(DAMAGED.format(path, "it cannot be read")) from error
    if table:
        raise WorkFileDamaged(DAMAGED.format(path, f"in its table {table}"))


def _must_be_ours(connection: sqlite3.Connection, path: Path) -> None:
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID or version < VERSION:
        raise WorkshopError(OTHER_FILE.format(path))
    if version > VERSION:
        raise TooNew(TOO_NEW.format(path))


def _is_complete(connection: sqlite3.Connection, table: str) -> bool:
    if table == "meta":
        needed = connection.execute(
            "SELECT count(*) FROM meta WHERE key IN ('id', 'made', 'generation', 'state-source')"
        )
        return bool(needed.fetchone()[0] == 4)
    kept = connection.execute("SELECT value FROM meta WHERE key = ?", (f"state-{table}",))
    row = kept.fetchone()
    if row is None:
        return bool(connection.execute(f'SELECT count("{SUM}") FROM {table}').fetchone()[0] == 0)
    return bool(row[0] == state_of(connection, table))


def _set_up(connection: sqlite3.Connection) -> None:
    """What has been accepted lies on the disk, the removal of the journal too."""
    connection.execute("PRAGMA synchronous = EXTRA")


def _told(error: sqlite3.Error | OSError, path: Path) -> WorkshopError:
    code = _code(error)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return WorkFileDamaged(DAMAGED.format(path, "it cannot be read"))
    if code in _TELLS:
        return WorkshopError(_TELLS[code].format(path))
    said = getattr(error, "strerror", None) or str(error)
    return WorkshopError(OTHER.format(path, said))


def _told_of_open(error: sqlite3.Error | OSError, path: Path) -> WorkshopError:
    """The same of a file that is open; it may have been moved, renamed or taken away meanwhile."""
    try:
        gone = not path.exists()
    except OSError:
        gone = False
    return WorkshopError(GONE.format(path)) if gone else _told(error, path)


def _code(error: sqlite3.Error | OSError) -> int:
    """Which of SQLite's errors this is; 0 for one that does not say, such as text that is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & PRIMARY
