"""What is written into a working file in one transaction: rows, each with its figure."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

from desktop_app.workshop.tables import (
    CHAINED,
    KEYS,
    SUM,
    TABLES,
    last_figure,
    state_of,
    with_figure,
)

ROWS_AT_ONCE = 500
"""Rows in one statement at the most: a folder of desks' reports brings ten thousand."""


class Transaction:
    """What is written in one transaction; every row gets its figure here and nowhere else."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._database = connection, Database(connection)
        self._touched: set[str] = set()

    def put(self, table: str, row: Mapping[str, object]) -> None:
        """Write one row, over the one with the same key."""
        self.put_all(table, (row,))

    def put_all(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write rows in their order, each over the one with the same key."""
        self._touched.add(table)
        before = last_figure(self._connection, table) if table in CHAINED else ""
        full: list[dict[str, object]] = []
        for row in rows:
            whole = {column: row.get(column) for column in TABLES[table]}
            full.append(with_figure(table, whole, before))
            before = str(full[-1][SUM]) if table in CHAINED else ""
        self._database.table(table).insert_all(
            full, pk=KEYS[table], replace=table not in CHAINED, batch_size=ROWS_AT_ONCE
        )

    def take_away(self, table: str, key: str) -> None:
        """Remove one row; growing tables lose none."""
        assert table not in CHAINED
        self._touched.add(table)
        self._connection.execute(f'DELETE FROM {table} WHERE "{KEYS[table]}" = ?', (key,))

    def next_number(self, table: str, column: str) -> int:
        """The number after the greatest there is."""
        found = self._connection.execute(f'SELECT max("{column}") FROM {table}').fetchone()
        return int(found[0] or 0) + 1

    def rows(self, question: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows of one SELECT, as they are within this change."""
        return self._connection.execute(question, values).fetchall()

    def set_meta(self, key: str, value: str) -> None:
        """Say something of the file itself."""
        self.put("meta", {"key": key, "value": value})

    def finish(self) -> None:
        """Count the generation up and renew the figures over the tables that changed."""
        for table in sorted(self._touched - {"meta"}):
            self.set_meta(f"state-{table}", state_of(self._connection, table))
        self.set_meta("generation", str(self._generation() + 1))

    def _generation(self) -> int:
        found = self._connection.execute("SELECT value FROM meta WHERE key = 'generation'")
        row = found.fetchone()
        return int(row[0]) if row else 0
