"""Which words find which service: the full-text index of two directory files, word by word.

The index keeps its words in pieces of its own making; SQLite reads them back as rows.
"""

import sqlite3
from collections.abc import Iterator

from desktop_app.updates.compare.rows import RowChange, Rows
from desktop_app.updates.compare.tables import RELEASES, TablePair, quoted

ROWS_OF = {"search_text": "service"}
"""Whose numbers the rows of an index carry."""
COLUMNS = ("word", "service", "found_in")


def index_changes(rows: Rows) -> Iterator[RowChange]:
    """Every word that finds a service in one release and not in the other."""
    held = {release: _indexes(rows.connection, release) for release in RELEASES}
    for name in sorted(held["was"] | held["now"]):
        if rows.unchanged([*_pieces(rows, name), ROWS_OF.get(name, name)]):
            continue
        for release in RELEASES:
            _lay_out(rows, name, release, held=name in held[release])
        table = TablePair(
            name=name,
            columns=COLUMNS,
            held_by=RELEASES,
            lacks=(),
            number="",
            keys=(COLUMNS,),
            parents=(("service", ROWS_OF.get(name, ""), ""),),
        )
        for here, there in (RELEASES, RELEASES[::-1]):
            for row in rows.connection.execute(
                f"SELECT * FROM temp.{quoted(f'{here} words {name}')}"
                f" EXCEPT SELECT * FROM temp.{quoted(f'{there} words {name}')} ORDER BY 1, 2, 3"
            ).fetchall():
                told = dict(zip(COLUMNS, row, strict=True))
                yield RowChange(table, *((told, None) if here == "was" else (None, told)))


def _indexes(connection: sqlite3.Connection, release: str) -> set[str]:
    query = f"SELECT name FROM {release}.sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%USING fts5%'"
    return {str(name) for (name,) in connection.execute(query)}


def _pieces(rows: Rows, name: str) -> list[str]:
    """The ordinary tables in which SQLite keeps an index: equal pieces hold equal words."""
    return [table for table in rows.tables if table.startswith(f"{name}_")]


def _lay_out(rows: Rows, name: str, release: str, *, held: bool) -> None:
    laid = quoted(f"{release} words {name}")
    if not held:
        rows.connection.execute(f"CREATE TEMP TABLE {laid} (word, service, found_in)")
        return
    read = quoted(f"{release} read {name}")
    rows.connection.execute(
        f"CREATE VIRTUAL TABLE temp.{read} USING fts5vocab({release}, {quoted(name)}, instance)"
    )
    number = "doc"
    if release == "was" and name in ROWS_OF:
        number = rows.newer_number(ROWS_OF[name], "doc")
    rows.connection.execute(
        f"CREATE TEMP TABLE {laid} AS SELECT DISTINCT term AS word, {number} AS service,"
        f" col AS found_in FROM temp.{read}"
    )
