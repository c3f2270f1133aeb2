"""Which rows of two directory files differ, in any table, by the columns both schemas name.

Numbers that rows carry only to be pointed at may move between releases; rows are known by what they
say. SQLite finds the few that differ among many thousands; only those are put side by side here.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.updates.compare.row_pairs import GONE, Pair, Row, Value, side_by_side
from desktop_app.updates.compare.tables import POINTS_AT, RELEASES, TablePair, quoted, read_tables

AT_ONCE = 1_000
"""Rows put side by side at a time: a long table costs no memory, and no step of Python a row."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that came (`was` is None), went (`now` is None) or says something else.

    In both, columns that point at another row hold the number that row has in the newer release, or
    GONE and its number in the older one where it has none.
    """

    table: TablePair
    was: Row | None
    now: Row | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose values differ."""
        if self.was is None or self.now is None:
            return self.table.facts
        return tuple(each for each in self.table.facts if self.was[each] != self.now[each])

    @property
    def row(self) -> Row:
        """The row as it is, or as it was before it went."""
        found = self.now if self.now is not None else self.was
        assert found is not None
        return found


class Rows:
    """The differing rows of two attached releases, and which row became which."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.tables = {table.name: table for table in read_tables(connection)}
        self._same: set[str] = set()
        """Tables that are the same, number by number."""
        self._steady: set[str] = set()
        """Tables in which a number means the same row in both releases, wherever it is in both."""
        self.came: set[tuple[str, Value]] = set()
        """Table and number of rows that came: what belongs to them came with them."""
        self.renumbered: list[str] = []
        """Tables in which a row that stayed has another number."""
        self.reordered: list[str] = []
        """Of these, the tables whose rows that stayed come in another order."""

    def changes(self) -> Iterator[RowChange]:
        """Every row that differs, table by table."""
        for table in self.tables.values():
            if self._identical(table):
                self._same.add(table.name)
                self._steady.add(table.name)
                continue
            yield from self._compared(table)

    def unchanged(self, names: Iterable[str]) -> bool:
        """Whether these tables are the same in both, number by number; known after `changes`."""
        return self._same.issuperset(names)

    def newer_number(self, table: str, own: str) -> str:
        """SQL for the number in the newer release of the older one's row that `own` gives."""
        if table in self._same:
            return own
        pair = f"SELECT now FROM temp.{quoted('pair ' + table)} WHERE was = {own}"
        return f"coalesce(({pair}), {own})"

    # ---- one table

    def _identical(self, table: TablePair) -> bool:
        """Whether both releases hold the same rows, number by number, and so do all they name."""
        if not self._comparable(table):
            return False
        columns = ", ".join(map(quoted, table.columns))
        order = quoted(table.number) if table.number else columns
        question = f"SELECT {columns} FROM {{}}.{quoted(table.name)} ORDER BY {order}"
        was, now = (self.connection.execute(question.format(each)) for each in RELEASES)
        while (held := was.fetchmany(AT_ONCE)) == now.fetchmany(AT_ONCE):
            if not held:
                return True
        return False

    def _comparable(self, table: TablePair) -> bool:
        """Whether rows of both releases can be compared as they stand, numbers included."""
        if len(table.held_by) < 2 or table.lacks:
            return False
        return all(parent in self._steady for parent in self._parents(table))

    def _parents(self, table: TablePair) -> Iterator[str]:
        yield from (parent for _, parent, _ in table.parents if parent != table.name)
        for (name, _), (_, several) in POINTS_AT.items():
            if name == table.name:
                yield from (parent for parent in several if parent in self.tables)

    def _compared(self, table: TablePair) -> list[RowChange]:
        for release in RELEASES:
            self._lay_out(table, release)
        facts = ", ".join(map(quoted, (*table.facts, "~again")))
        was, now = (self._only_in(table, here, facts) for here in (RELEASES, RELEASES[::-1]))
        found = list(side_by_side(table, was, now))
        if table.number:
            self._pair(table, found)
        return [
            RowChange(table, _facts(each, table), _facts(other, table)) for each, other in found
        ]

    def _lay_out(self, table: TablePair, release: str) -> None:
        """What rows of a table say, in memory; equal rows are told apart by counting them.

        Where numbers mean the same in both, only rows that are not in the other release as well.
        """
        columns = {
            column: self._translated(table, column) if release == "was" else quoted(column)
            for column in table.facts
        }
        for lacking, column in table.lacks:
            if lacking == release:
                columns[column] = "NULL"
        number = quoted(table.number) if table.number else "NULL"
        chosen = ", ".join(f"{made} AS {quoted(column)}" for column, made in columns.items())
        source = f"{release}.{quoted(table.name)}"
        if release not in table.held_by:
            chosen = ", ".join(f"NULL AS {quoted(column)}" for column in table.facts)
            number, source = "NULL", "(SELECT 1 WHERE 0)"
        elif self._comparable(table) and (table.number or table.keys):
            other = RELEASES[release == "was"]
            columns_of = ", ".join(map(quoted, table.columns))
            source = (
                f"(SELECT {columns_of} FROM {source}"
                f" EXCEPT SELECT {columns_of} FROM {other}.{quoted(table.name)})"
            )
        every = ", ".join(map(quoted, table.facts))
        self.connection.execute(
            f"CREATE TEMP TABLE {quoted(release + ' ' + table.name)} AS SELECT *,"
            f' row_number() OVER (PARTITION BY {every} ORDER BY "~number") AS "~again"'
            f' FROM (SELECT {number} AS "~number", {chosen} FROM {source} AS here)'
        )

    def _translated(self, table: TablePair, column: str) -> str:
        """What a column of the older release would hold in the newer one."""
        own, parent = f"here.{quoted(column)}", table.points_at.get(column)
        if parent and self.tables.get(parent[0]) and self.tables[parent[0]].number == parent[1]:
            return self.newer_number(parent[0], own)
        several = POINTS_AT.get((table.name, column))
        if several is None or several[0] not in table.columns:
            return own
        cases = " ".join(
            f"WHEN '{name}' THEN {self.newer_number(name, own)}"
            for name in several[1]
            if name in self.tables
        )
        return f"CASE here.{quoted(several[0])} {cases} ELSE {own} END"

    def _only_in(self, table: TablePair, releases: Sequence[str], facts: str) -> list[Row]:
        here, there = (quoted(f"{release} {table.name}") for release in releases)
        found = self.connection.execute(
            f"SELECT {facts} FROM temp.{here} EXCEPT SELECT {facts} FROM temp.{there}"
        )
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    # ---- which row became which

    def _pair(self, table: TablePair, found: list[Pair]) -> None:
        """Write down which number became which; a row that went has GONE and its number."""
        was, now, pair = (quoted(f"{each} {table.name}") for each in (*RELEASES, "pair"))
        compared = ", ".join(map(quoted, (*table.facts, "~again")))
        alike = " AND ".join(
            f"was.{quoted(column)} IS now.{quoted(column)}" for column in (*table.facts, "~again")
        )
        # An index makes the join quick; SQLite allows 2,000 columns in one, we have a dozen.
        at = quoted(f"at {table.name}")
        self.connection.execute(f"CREATE INDEX temp.{at} ON {now} ({compared})")
        self.connection.execute(
            f'CREATE TEMP TABLE {pair} AS SELECT was."~number" AS was, now."~number" AS now'
            f" FROM temp.{was} AS was JOIN temp.{now} AS now ON {alike}"
        )
        went, came = set[Value](), set[Value]()
        for before, after in found:
            old = self._number_of("was", table, before) if before is not None else None
            new = self._number_of("now", table, after) if after is not None else GONE + str(old)
            if before is None:
                came.add(new)
                continue
            went |= {old} if after is None else set()
            self.connection.execute(f"INSERT INTO temp.{pair} VALUES (?, ?)", (old, new))
        index = quoted(f"pair at {table.name}")
        self.connection.execute(f"CREATE UNIQUE INDEX temp.{index} ON {pair} (was)")
        self.came |= {(table.name, number) for number in came}
        if not self._moved(table) and not went & came:
            self._steady.add(table.name)

    def _number_of(self, release: str, table: TablePair, row: Row) -> Value:
        same = " AND ".join(f"{quoted(column)} IS ?" for column in (*table.facts, "~again"))
        question = f'SELECT "~number" FROM temp.{quoted(release + " " + table.name)} WHERE {same}'
        values = [row[column] for column in (*table.facts, "~again")]
        (number,) = self.connection.execute(question, values).fetchone()
        return number  # type: ignore[no-any-return]

    def _moved(self, table: TablePair) -> bool:
        """Whether rows that stayed have other numbers; noted, and also when in another order."""
        pair, number = quoted(f"pair {table.name}"), quoted(table.number)
        moved = f"SELECT 1 FROM temp.{pair} WHERE typeof(now) <> 'text' AND was IS NOT now LIMIT 1"
        if not self.connection.execute(moved).fetchone():
            return False
        self.renumbered.append(table.name)
        stayed = (
            f"SELECT {number} AS was, coalesce((SELECT now FROM temp.{pair} AS pair"
            f" WHERE pair.was = here.{number}), {number}) AS now"
            f" FROM was.{quoted(table.name)} AS here"
        )
        order = (
            f"SELECT 1 FROM (SELECT now, lag(now) OVER (ORDER BY was) AS last FROM ({stayed})"
            " WHERE typeof(now) <> 'text') WHERE last > now LIMIT 1"
        )
        if self.connection.execute(order).fetchone():
            self.reordered.append(table.name)
        return True


def _facts(row: Row | None, table: TablePair) -> Row | None:
    return None if row is None else {column: row[column] for column in table.facts}
