"""What two directory files keep in their tables, read from their own schemas.

Nothing here knows a table by name: a column or a table added later is compared like every other.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

RELEASES = ("was", "now")
"""The names under which the two files are attached."""
POINTS_AT = {("citation", "fact_id"): ("fact", ("line", "form", "address", "dispute"))}
"""Columns that point at rows of several tables; another column says at which."""
MEANT = {
    ("service_area", "council"): ("council", "code"),
    ("search_place", "council"): ("council", "code"),
    ("answering", "council"): ("council", "code"),
    ("serving", "council"): ("council", "code"),
    ("guidance_concern", "concern"): ("pathway", "concern"),
}
"""Columns that name a row of another table without the schema saying so; known by no number."""


@dataclass(frozen=True, kw_only=True)
class TablePair:
    """One table of both files: its columns, and how one of its rows is known."""

    name: str
    columns: tuple[str, ...]
    held_by: tuple[str, ...]
    """The releases that have it."""
    lacks: tuple[tuple[str, str], ...]
    """Pairs of release and column: columns that one release does not have."""
    number: str
    """The column that numbers its rows, when such a number means nothing else; or empty."""
    keys: tuple[tuple[str, ...], ...]
    """Sets of columns of which no two rows have the same, the number left out."""
    parents: tuple[tuple[str, str, str], ...]
    """Columns that point at a row of another table: column, table, column there."""

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The columns that tell something: all but the number."""
        return tuple(column for column in self.columns if column != self.number)

    @cached_property
    def points_at(self) -> dict[str, tuple[str, str]]:
        """The same as `parents`, by column."""
        return {column: (table, there) for column, table, there in self.parents}


def read_tables(connection: sqlite3.Connection) -> tuple[TablePair, ...]:
    """Every table of either release, those that others point at first."""
    names = {release: _names(connection, release) for release in RELEASES}
    every = sorted(names["was"] | names["now"])
    return tuple(
        _parents_first(
            _table(connection, name, [each for each in RELEASES if name in names[each]])
            for name in every
        )
    )


def quoted(name: str) -> str:
    """A name as it stands in SQL, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def _names(connection: sqlite3.Connection, release: str) -> set[str]:
    """Ordinary tables, those in which a full-text index lies among them; not the index itself."""
    query = (
        f"SELECT name FROM {release}.sqlite_schema"
        " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return {str(name) for (name,) in connection.execute(query)}


def _table(connection: sqlite3.Connection, name: str, held_by: list[str]) -> TablePair:
    described = {
        release: connection.execute(f"PRAGMA {release}.table_info({quoted(name)})").fetchall()
        for release in held_by
    }
    columns = tuple(dict.fromkeys(str(row[1]) for rows in described.values() for row in rows))
    lacks = tuple(
        (release, column)
        for release, rows in described.items()
        for column in columns
        if column not in {row[1] for row in rows}
    )
    newest = held_by[-1]
    primary = tuple(str(row[1]) for row in sorted(described[newest], key=_place) if row[5])
    number = _number(described[newest], primary)
    keys = [tuple(key) for key in _unique(connection, newest, name)]
    if primary and not number:
        keys.insert(0, primary)
    return TablePair(
        name=name,
        columns=columns,
        held_by=tuple(held_by),
        lacks=lacks,
        number=number,
        keys=tuple(key for key in keys if number not in key),
        parents=_in_order(columns, [*_parents(connection, newest, name), *_meant(name)]),
    )


def _place(row: tuple[object, ...]) -> int:
    return int(str(row[5]))


def _number(rows: Iterable[tuple[object, ...]], primary: tuple[str, ...]) -> str:
    if len(primary) != 1:
        return ""
    kind = next(str(row[2]) for row in rows if row[1] == primary[0])
    return primary[0] if kind.upper() == "INTEGER" else ""


def _unique(connection: sqlite3.Connection, release: str, name: str) -> Iterator[list[str]]:
    for row in connection.execute(f"PRAGMA {release}.index_list({quoted(name)})").fetchall():
        if row[2] and row[3] == "u":
            found = connection.execute(f"PRAGMA {release}.index_info({quoted(row[1])})")
            yield [str(column) for _, _, column in found]


def _parents(
    connection: sqlite3.Connection, release: str, name: str
) -> Iterator[tuple[str, str, str]]:
    for row in connection.execute(f"PRAGMA {release}.foreign_key_list({quoted(name)})").fetchall():
        table, column, there = str(row[2]), str(row[3]), row[4]
        if there is None:
            described = connection.execute(f"PRAGMA {release}.table_info({quoted(table)})")
            there = next((each[1] for each in described if each[5]), "")
        yield column, table, str(there)


def _meant(name: str) -> Iterator[tuple[str, str, str]]:
    for (table, column), (parent, there) in MEANT.items():
        if table == name:
            yield column, parent, there


def _in_order(
    columns: tuple[str, ...], parents: list[tuple[str, str, str]]
) -> tuple[tuple[str, str, str], ...]:
    """In the order of the columns: the first says best where a row belongs."""
    known = {column: place for place, column in enumerate(columns)}
    return tuple(sorted(parents, key=lambda each: known.get(each[0], len(known))))


def _parents_first(tables: Iterable[TablePair]) -> Iterator[TablePair]:
    """In such an order that a table comes after those it points at; a ring keeps its order."""
    waiting = {table.name: table for table in tables}
    while waiting:
        free = [
            table
            for table in waiting.values()
            if not any(at in waiting and at != table.name for at in _points(table))
        ]
        for table in free or list(waiting.values()):
            del waiting[table.name]
            yield table


def _points(table: TablePair) -> set[str]:
    several = [pointed for (name, _), (_, pointed) in POINTS_AT.items() if name == table.name]
    return {parent for _, parent, _ in table.parents}.union(*several)
