"""Postcodes taken over from a directory that has them: what an installed program compiles with.

Packing two million postcodes needs a package of data that only a checkout has. The packed tables do
not depend on what stewards write, only on the list of councils; so they are copied as they are,
from a file whose checksum fits, and only while every council has the number it had there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import say_which_postcodes, which_postcodes
from desktop_app.authoring.read.councils import FILE as COUNCILS_FILE
from desktop_app.authoring.read.councils import ensure_councils
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.fileformat.directory_file import NotADirectoryFile, check_bytes
from desktop_app.fileformat.held_bytes import hold

TABLES = (("postcode_sector", 5), ("postcode_odd", 2))
"""The packed tables, and how many columns each has."""


class CannotCopy(Exception):
    """The directory has no postcodes to take over; the message says why and what to do."""


class CopiedWhere:
    """Writes councils and places from the sources, and the postcodes of another directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def __call__(self, connection: sqlite3.Connection, sources: SourceTree) -> None:
        """Write them; CannotCopy, or MistakesFound when the list of councils is another."""
        ensure_councils(connection, sources)
        with closing(self._opened()) as other:
            stop_at(_other_councils(connection, other))
            which = which_postcodes(other)
            if not which:
                raise CannotCopy(
                    f"{self._directory} does not say which postcodes it holds: it was made by an "
                    "older program. Take the newest release first."
                )
            say_which_postcodes(connection, which)
            for table, columns in TABLES:
                rows = other.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
                marks = ", ".join("?" * columns)
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        write_places(connection, sources)

    def _opened(self) -> sqlite3.Connection:
        try:
            with self._directory.open("rb") as file:
                return hold(file, check_bytes, handed_on=False)
        except (NotADirectoryFile, sqlite3.Error) as error:
            raise CannotCopy(f"{self._directory} is not a sound directory: {error}.") from error


def _other_councils(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> Iterator[Mistake]:
    """The packed rows name councils by number, so each must have the number it had."""
    question = "SELECT number, code FROM council ORDER BY number"
    if ours.execute(question).fetchall() != theirs.execute(question).fetchall():
        sentence = (
            "A council came or went. Its postcodes are packed anew in a checkout, not here: "
            "send your working file to whoever keeps the program."
        )
        yield Mistake(COUNCILS_FILE, 0, sentence)
