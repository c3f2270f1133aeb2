"""The practice's own file: its card and its slips, in the user's data folder, never in ours.

Reading needs the standard library alone. Only writing brings in sqlite-utils, which lays out the
tables and alters those of an older version (see docs/decisions/0006-own-data-and-no-traces.md).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app import paths

FILE_NAME = "practice.sqlite"
NOT_KEPT = (
    "This cannot be kept on this computer: {}. "
    "Nothing that was kept before is lost. Ask your IT whether you may write there."
)
NO_FOLDER = "this account has no folder of its own"
DAMAGED = (
    "The file with your practice’s card and slips cannot be read. It was left where it is: {}. "
    "Ask your IT, or move it away and type the card again."
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite_utils import Database


class OwnFileError(Exception):
    """The file cannot be read or written; `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class OwnFile:
    """One small SQLite file. It comes into being with the first thing that is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def path(self) -> Path | None:
        """Where the file lies, or would lie; nothing when the account has no folder."""
        return self._folder / FILE_NAME if self._folder else None

    def rows(self, question: str) -> list[sqlite3.Row]:
        """The rows of one SELECT; none while nothing was kept. OwnFileError for a bad file."""
        if self.path is None or not self.path.is_file():
            return []
        try:
            with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as opened:
                opened.row_factory = sqlite3.Row
                return opened.execute(question).fetchall()
        except sqlite3.Error as error:
            raise OwnFileError(DAMAGED.format(self.path)) from error

    @contextmanager
    def writing(self) -> "Iterator[Database]":
        """The file open for one change, all of it or nothing; OwnFileError when it cannot be."""
        if self._folder is None or self.path is None:
            raise OwnFileError(NOT_KEPT.format(NO_FOLDER))
        from sqlite_utils import Database  # only for those who write

        from desktop_app.store.own_layout import bring_up_to_date

        try:
            paths.make_private(self._folder)
            with closing(sqlite3.connect(self.path, timeout=2)) as opened:
                database = Database(opened)
                # What is taken out of the file is overwritten, not merely unlinked.
                database.execute("PRAGMA secure_delete = ON")
                bring_up_to_date(database)
                with database.atomic():
                    yield database
        except sqlite3.OperationalError as error:
            raise OwnFileError(NOT_KEPT.format(error)) from error
        except sqlite3.DatabaseError as error:
            raise OwnFileError(DAMAGED.format(self.path)) from error
        except OSError as error:
            raise OwnFileError(NOT_KEPT.format(error.strerror or error)) from error
