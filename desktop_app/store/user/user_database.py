"""The practice's own file: its card and its reports, in the user's data folder, never in ours.

Reading needs the standard library alone. Only writing brings in sqlite-utils, which lays out the
tables and alters those of an older version (see docs/decisions/0006-own-data-and-no-traces.md).

Nothing here waits: it runs in the window's thread. A file that another program holds is told as
that, and whoever asked tries again a little later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.paths import make_private, must_be_plain, must_be_plain_database

FILE_NAME = "practice.sqlite"
JOURNAL = "-journal"
"""What SQLite puts behind the name while it writes; left over when the program was killed."""
NOT_KEPT = (
    "This cannot be kept on this computer: {}. "
    "Nothing that was kept before is lost. Ask your IT whether you may write there."
)
NO_FOLDER = "this account has no folder of its own"
DAMAGED = (
    "The file with your practice’s card and slips cannot be read. It was left where it is: {}. "
    "Ask your IT for yesterday’s copy of it before you type the card again."
)
HELD = (
    "Another program holds the file with your practice’s card and slips, perhaps a backup or a "
    "virus scanner. Nothing is lost. This program goes on trying."
)
UNREACHABLE = (
    "The file with your practice’s card and slips cannot be reached: {} ({}). "
    "Nothing was changed in it. Ask your IT support to let you read it."
)
LACKS_TABLE = "no such table: "
MADE_BY = {
    "practice": "1-card",
    "contact": "1-card",
    "failed_number": "2-failed-numbers",
}
"""The step of `migrations` that makes each table; a file names the steps that were taken."""
STEPS = "_sqlite_migrations"
WAY_BARRED = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_READONLY,
)
"""The file may be held at this moment, or be none that this account may read: it is looked at."""
HELD_ON_WINDOWS = (32, 33)
"""Another program has the file, or part of it, to itself."""
DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_INTERRUPT,
)
"""What says that the file itself is wrong; everything else is the way to it."""
MOST_STEPS, MOST_ROWS = 2_000_000, 1_000
"""Machine steps of SQLite one question may take, and rows it may give: a file may have no end."""
PRIMARY = 0xFF
"""The bits of SQLite's code that say which kind of error it is."""

if TYPE_CHECKING:
    from sqlite_utils import Database


class OwnFileError(PlainlyTold):
    """The file cannot be read or written; `sentence` says what to do."""


class OwnFileHeld(OwnFileError):
    """Another program holds the file at this moment: worth another try."""


class UserDatabase:
    """One small SQLite file. It comes into being with the first thing that is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def path(self) -> Path | None:
        """Where the file lies, or would lie; nothing when the account has no folder."""
        return self._folder / FILE_NAME if self._folder else None

    def rows(self, question: str) -> list[sqlite3.Row]:
        """The rows of one SELECT; none while nothing was kept. OwnFileError for a bad file."""
        path = self.path
        if path is None or not _lies_there(path):
            return []
        try:
            try:
                return _asked(path, question)
            except sqlite3.Error as error:
                if not _journal_of(path).is_file() or _kind(error) in DAMAGE:
                    raise
                return _asked_on_a_copy(path, question)
        except sqlite3.Error as error:
            if str(error).startswith(LACKS_TABLE) and not _lost(path, str(error)):
                return []  # an older version of the program, which knew of no such thing
            raise _own_file_error(error, path) from error
        except OSError as error:
            raise OwnFileHeld(HELD) from error
        except Exception as error:  # a file may name its tables in no known language
            raise OwnFileError(DAMAGED.format(path)) from error

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The file open for one change, all of it or nothing; OwnFileError when it cannot be."""
        if self._folder is None or self.path is None:
            raise OwnFileError(NOT_KEPT.format(NO_FOLDER))
        from sqlite_utils import Database  # only for those who write

        from desktop_app.store.user.migrations import bring_up_to_date

        try:
            make_private(self._folder)
            _lies_there(self.path)
            with closing(sqlite3.connect(self.path, timeout=0)) as opened:
                opened.set_progress_handler(lambda: 1, MOST_STEPS)
                database = Database(opened)
                # What is taken out of the file is overwritten, not merely unlinked.
                database.execute("PRAGMA secure_delete = ON")
                bring_up_to_date(database)
                if not set(MADE_BY) <= set(database.table_names()):
                    raise OwnFileError(DAMAGED.format(self.path))
                with database.atomic():
                    yield database
        except OwnFileError:
            raise
        except sqlite3.Error as error:
            if _kind(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, *DAMAGE):
                raise _own_file_error(error, self.path) from error
            raise OwnFileError(NOT_KEPT.format(error)) from error
        except OSError as error:
            raise OwnFileError(NOT_KEPT.format(error.strerror or error)) from error
        except Exception as error:  # sqlite-utils raises its own about a view or a column
            raise OwnFileError(DAMAGED.format(self.path)) from error


def _lies_there(path: Path) -> bool:
    """Whether there is a file; OwnFileError when it cannot be looked at, or is no plain file.

    A link that leads nowhere, a folder that is locked: a card may lie behind it. Only where
    nothing at all lies there is there no card.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise OwnFileError(UNREACHABLE.format(path, error.strerror or error)) from error
    try:
        must_be_plain_database(path)
    except OSError as error:
        raise OwnFileError(UNREACHABLE.format(path, error.strerror or error)) from error
    return True


def _asked(path: Path, question: str) -> list[sqlite3.Row]:
    """Ask; a change that was broken off is taken back first, which is a change of the file."""
    address = f"{path.as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, timeout=0)) as opened:
        opened.row_factory = sqlite3.Row
        opened.text_factory = _text
        opened.set_progress_handler(lambda: 1, MOST_STEPS)
        return opened.execute(question).fetchmany(MOST_ROWS)


def _asked_on_a_copy(path: Path, question: str) -> list[sqlite3.Row]:
    """The same where the folder cannot be written to: the change is taken back on a copy."""
    import shutil  # almost never needed
    import tempfile

    with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(_journal_of(path), _journal_of(copy))
        return _asked(copy, question)


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + JOURNAL)


def _lost(path: Path, error: str) -> bool:
    """Whether the table that is missing was made in this file once: then something went wrong."""
    try:
        taken = {name for (name,) in _asked(path, f"SELECT name FROM {STEPS}")}
    except sqlite3.Error:
        return False  # nothing was ever kept in it
    return MADE_BY.get(error.removeprefix(LACKS_TABLE)) in taken


def _own_file_error(error: sqlite3.Error, path: Path) -> OwnFileError:
    if _kind(error) in DAMAGE:
        return OwnFileError(DAMAGED.format(path))
    barred = _barred(path) if _kind(error) in WAY_BARRED else ""
    return OwnFileError(UNREACHABLE.format(path, barred)) if barred else OwnFileHeld(HELD)


def _barred(path: Path) -> str:
    """Why this account can never read the file, or what it needs beside it; empty when it can."""
    for needed in (path, _journal_of(path)):
        try:
            if needed.exists():
                must_be_plain(needed)
                with needed.open("rb"):
                    pass
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_ON_WINDOWS:
                return error.strerror or str(error)
    return ""


def _kind(error: sqlite3.Error) -> int:
    """Which of SQLite's errors this is; damage for one that does not say."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & PRIMARY


def _text(content: bytes) -> str:
    """Words as they stand there, whatever stands there."""
    return content.decode("utf-8", "replace")
