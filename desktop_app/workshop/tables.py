"""The tables of a working file, and the figure beside each row by which damage is noticed."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

APPLICATION_ID = 0x57544357
"""“WTCW” in the header of the file: a working file, never a directory."""
VERSION = 1
SUM = "sum"

TABLES: Mapping[str, Mapping[str, type]] = {
    "meta": {"key": str, "value": str},
    "source": {"name": str, "text": str},
    "event": {
        "seq": int,
        "act": int,
        "kind": str,  # do, undo, redo, noted
        "target": int,  # the act that an undo or redo is about; its own for a do
        "at": str,
        "by": str,
        "change_set": str,
        "why": str,
        "document": str,
        "file": str,
        "place": str,  # JSON: the way to the value; ["text"] for lines of a file that is no YAML
        "before": str,  # JSON; NULL where nothing stood
        "after": str,  # JSON; NULL where nothing stands
    },
    "splice": {  # what an act did to the text of a file, so that it can be undone to the byte
        "id": int,
        "act": int,
        "file": str,
        "start": int,
        "cut": str,  # NULL: the file did not exist
        "put": str,  # NULL: the file was taken away
    },
    "ring": {
        "id": int,
        "at": str,
        "day": str,
        "by": str,
        "number": str,
        "result": str,
        "heard": str,  # JSON: which of number, hours, name
        "other": str,  # the number or the name that was heard instead
        "note": str,
        "act": int,  # what it changed in the sources; 0 for nothing
        "origin": str,  # one call, whichever copies of the file it was merged through
    },
    "report": {
        "id": str,
        "at": str,
        "number": str,
        "service": str,
        "line": str,
        "what": str,
        "release": int,
        "practice": str,
        "came_from": str,  # the file it was read from
        "state": str,  # new, matched, unmatched, done
    },
    "evidence": {"sha256": str, "name": str, "document": str, "at": str, "bytes": bytes},
}
KEYS = {table: next(iter(columns)) for table, columns in TABLES.items()}
CHAINED = ("event", "splice", "ring")
"""Tables that only ever grow: each row's figure covers the row before it."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Lay the tables out in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    database = Database(connection)
    for table, columns in TABLES.items():
        database.table(table).create({**columns, SUM: str}, pk=KEYS[table])


def figure(values: Sequence[object], before: str = "") -> str:
    """A SHA-256 over one row's values in their order, and over the figure before it."""
    said = [value.hex() if isinstance(value, bytes) else value for value in values]
    text = json.dumps([before, *said], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def with_figure(table: str, row: Mapping[str, object], before: str = "") -> dict[str, object]:
    """The row with its figure, every column given."""
    values = [row[column] for column in TABLES[table]]
    return {**row, SUM: figure(values, before)}


def last_figure(connection: sqlite3.Connection, table: str) -> str:
    """The figure that the next row of a growing table follows on from."""
    key = KEYS[table]
    found = connection.execute(f'SELECT "{SUM}" FROM {table} ORDER BY {key} DESC LIMIT 1')
    row = found.fetchone()
    return str(row[0]) if row else ""


def state_of(connection: sqlite3.Connection, table: str) -> str:
    """One figure over all rows of a table, so that a row that is gone is noticed too."""
    over = hashlib.sha256()
    for key, kept in connection.execute(
        f'SELECT "{KEYS[table]}", "{SUM}" FROM {table} ORDER BY "{KEYS[table]}"'
    ):
        over.update(f"{key}\n{kept}\n".encode())
    return over.hexdigest()


def broken(connection: sqlite3.Connection) -> str:
    """The first table in which a row is not what was written; empty when all are."""
    for table, columns in TABLES.items():
        names = ", ".join(f'"{column}"' for column in columns)
        before = ""
        for row in connection.execute(
            f'SELECT {names}, "{SUM}" FROM {table} ORDER BY "{KEYS[table]}"'
        ):
            *values, kept = row
            if figure(values, before) != kept:
                return table
            before = kept if table in CHAINED else ""
    return ""
