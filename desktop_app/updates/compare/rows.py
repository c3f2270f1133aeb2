"""Which rows of two directory files differ, in any table, by the columns both schemas name.

Numbers that rows carry only to be pointed at may move between editions; rows are known by what they
say. SQLite finds the few that differ among many thousands; only those are put side by side here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop_app.updates.compare.tables import EDITIONS, POINTS_AT, Table, quoted, read_tables

Value = str | int | float | bytes | None
Row = dict[str, Value]
MOST_PAIRED = 250_000
"""So many pairs of rows are compared to find which became which; of more, all came and went."""
PLACE = "position"
"""The column that keeps the order in which rows of a list are shown."""
GONE = "no "


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that came (`was` is None), went (`now` is None) or says something else.

    In both, columns that point at another row hold the number that row has in the newer edition, or
    GONE and its number in the older one where it has none.
    """

    table: Table
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
    """The differing rows of two attached editions, and which row became which."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.tables = {table.name: table for table in read_tables(connection)}
        self._same: set[str] = set()
        """Tables that are the same, number by number."""
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
                continue
            yield from self._compared(table)

    def newer_number(self, table: str, own: str) -> str:
        """SQL for the number that a row of the older edition has in the newer one."""
        return self._numbered(table, own)

    # ---- one table

    def _identical(self, table: Table) -> bool:
        """Whether both editions hold the same rows, number by number, and so do all they name."""
        if len(table.held_by) < 2 or table.lacks:
            return False
        if not all(parent in self._same for parent in self._parents(table)):
            return False
        columns = ", ".join(map(quoted, table.columns))
        order = quoted(table.number) if table.number else columns
        question = f"SELECT {columns} FROM {{}}.{quoted(table.name)} ORDER BY {order}"
        was, now = (self.connection.execute(question.format(each)) for each in EDITIONS)
        return all(one == other for one, other in zip_longest(was, now))

    def _parents(self, table: Table) -> Iterator[str]:
        yield from (parent for _, parent, _ in table.parents if parent != table.name)
        for (name, _), (_, several) in POINTS_AT.items():
            if name == table.name:
                yield from (parent for parent in several if parent in self.tables)

    def _compared(self, table: Table) -> list[RowChange]:
        for edition in EDITIONS:
            self._lay_out(table, edition)
        facts = ", ".join(map(quoted, (*table.facts, "~again")))
        was, now = (self._only_in(table, here, facts) for here in (EDITIONS, EDITIONS[::-1]))
        found = list(_side_by_side(table, was, now))
        if table.number:
            self._pair(table, found, facts)
            self._number_words(table)
            self.came |= {
                (table.name, self._number_of("now", table, after))
                for before, after in found
                if before is None and after is not None
            }
        return [
            RowChange(table, _facts(each, table), _facts(other, table)) for each, other in found
        ]

    def _lay_out(self, table: Table, edition: str) -> None:
        """A table in memory with what each row says; equal rows are told apart by counting them."""
        columns = {
            column: self._translated(table, column) if edition == "was" else quoted(column)
            for column in table.facts
        }
        for lacking, column in table.lacks:
            if lacking == edition:
                columns[column] = "NULL"
        number = quoted(table.number) if table.number else "NULL"
        chosen = ", ".join(f"{made} AS {quoted(column)}" for column, made in columns.items())
        source = f"{edition}.{quoted(table.name)}"
        if edition not in table.held_by:
            chosen = ", ".join(f"NULL AS {quoted(column)}" for column in table.facts)
            number, source = "NULL", "(SELECT 1 WHERE 0)"
        every = ", ".join(map(quoted, table.facts))
        self.connection.execute(
            f"CREATE TEMP TABLE {quoted(edition + ' ' + table.name)} AS SELECT *,"
            f' row_number() OVER (PARTITION BY {every} ORDER BY "~number") AS "~again"'
            f' FROM (SELECT {number} AS "~number", {chosen} FROM {source} AS here)'
        )

    def _translated(self, table: Table, column: str) -> str:
        """What a column of the older edition would hold in the newer one."""
        own, parent = f"here.{quoted(column)}", table.points_at.get(column)
        if parent and self.tables.get(parent[0]) and self.tables[parent[0]].number == parent[1]:
            return self._numbered(parent[0], own)
        several = POINTS_AT.get((table.name, column))
        if several is None or several[0] not in table.columns:
            return own
        cases = " ".join(
            f"WHEN '{name}' THEN {self._numbered(name, own)}"
            for name in several[1]
            if name in self.tables
        )
        return f"CASE here.{quoted(several[0])} {cases} ELSE {own} END"

    def _numbered(self, parent: str, own: str) -> str:
        if parent in self._same:
            return own
        pair = f"SELECT now FROM temp.{quoted('pair ' + parent)} WHERE was = {own}"
        return f"iif({own} IS NULL, NULL, coalesce(({pair}), '{GONE}' || {own}))"

    def _only_in(self, table: Table, editions: Sequence[str], facts: str) -> list[Row]:
        here, there = (quoted(f"{edition} {table.name}") for edition in editions)
        found = self.connection.execute(
            f"SELECT {facts} FROM temp.{here} EXCEPT SELECT {facts} FROM temp.{there}"
        )
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    # ---- which row became which

    def _pair(self, table: Table, found: list[tuple[Row | None, Row | None]], facts: str) -> None:
        was, now, pair = (quoted(f"{each} {table.name}") for each in (*EDITIONS, "pair"))
        alike = " AND ".join(
            f"was.{quoted(column)} IS now.{quoted(column)}" for column in (*table.facts, "~again")
        )
        # An index makes the join quick; SQLite allows 2,000 columns in one, we have a dozen.
        self.connection.execute(
            f"CREATE INDEX temp.{quoted('at ' + table.name)} ON {now} ({facts})"
        )
        self.connection.execute(
            f'CREATE TEMP TABLE {pair} AS SELECT was."~number" AS was, now."~number" AS now'
            f" FROM temp.{was} AS was JOIN temp.{now} AS now ON {alike}"
        )
        for before, after in found:
            if before is not None and after is not None:
                numbers = (
                    self._number_of(edition, table, row)
                    for edition, row in zip(EDITIONS, (before, after), strict=True)
                )
                self.connection.execute(f"INSERT INTO temp.{pair} VALUES (?, ?)", tuple(numbers))
        self.connection.execute(
            f"CREATE INDEX temp.{quoted('pair at ' + table.name)} ON {pair} (was)"
        )

    def _number_of(self, edition: str, table: Table, row: Row) -> Value:
        same = " AND ".join(f"{quoted(column)} IS ?" for column in (*table.facts, "~again"))
        question = f'SELECT "~number" FROM temp.{quoted(edition + " " + table.name)} WHERE {same}'
        values = [row[column] for column in (*table.facts, "~again")]
        (number,) = self.connection.execute(question, values).fetchone()
        return number  # type: ignore[no-any-return]

    def _number_words(self, table: Table) -> None:
        """Note whether rows that stayed have other numbers, and whether in another order."""
        pair = quoted("pair " + table.name)
        moved = f"SELECT 1 FROM temp.{pair} WHERE was IS NOT now LIMIT 1"
        if self.connection.execute(moved).fetchone():
            self.renumbered.append(table.name)
        order = (
            f"SELECT 1 FROM (SELECT now, lag(now) OVER (ORDER BY was) AS last FROM temp.{pair})"
            " WHERE last > now LIMIT 1"
        )
        if self.connection.execute(order).fetchone():
            self.reordered.append(table.name)


def _facts(row: Row | None, table: Table) -> Row | None:
    return None if row is None else {column: row[column] for column in table.facts}


Pair = tuple[Row | None, Row | None]


def _side_by_side(table: Table, was: list[Row], now: list[Row]) -> Iterator[Pair]:
    """Which of the rows that differ became which: by key, then by likeness among their kin.

    Rows whose parent is gone became nothing.
    """
    orphans = [row for row in was if any(gone(row[each]) for each, _, _ in table.parents)]
    yield from ((row, None) for row in orphans)
    was = [row for row in was if not any(row is each for each in orphans)] if orphans else was
    for columns in _known_by(table):
        yield from _matched(columns, was, now)
    kin = tuple(column for column, _, _ in table.parents if column in table.facts)
    by_key = table.keys and PLACE not in table.facts
    if not by_key and len(was) * len(now) <= MOST_PAIRED:
        yield from _alike(kin, [*table.facts], was, now)
    yield from ((row, None) for row in was)
    yield from ((None, row) for row in now)


def gone(value: Value) -> bool:
    """Whether a column points at a row that is not there any more."""
    return isinstance(value, str) and value.startswith(GONE) and value[len(GONE) :].isdigit()


def _known_by(table: Table) -> Iterator[tuple[str, ...]]:
    """Columns by which a row is known again: all but its place in a list, its keys, all but one."""
    if PLACE in table.facts:
        yield tuple(column for column in table.facts if column != PLACE)
    yield from table.keys
    for left_out in table.facts if len(table.facts) > 1 else ():
        yield tuple(column for column in table.facts if column != left_out)


def _matched(columns: tuple[str, ...], was: list[Row], now: list[Row]) -> Iterator[Pair]:
    """Pairs of rows with the same values in these columns; they leave both lists."""
    if not was or not now:
        return
    there: dict[tuple[Value, ...], list[Row]] = defaultdict(list)
    for row in now:
        there[tuple(row[column] for column in columns)].append(row)
    rest, taken = [], set[int]()
    for row in was:
        same = there.get(tuple(row[column] for column in columns))
        if not same:
            rest.append(row)
            continue
        other = same.pop(0)
        taken.add(id(other))
        yield row, other
    was[:] = rest
    now[:] = [row for row in now if id(row) not in taken]


def _alike(
    kin: tuple[str, ...], facts: list[str], was: list[Row], now: list[Row]
) -> Iterator[Pair]:
    """Pairs of rows of the same parents that have something else in common, the likest first."""
    telling = [column for column in facts if column not in kin and column != PLACE]
    found = []
    for at, before in enumerate(was):
        for place, after in enumerate(now):
            if all(before[column] == after[column] for column in kin):
                common = sum(_common(before[column], after[column]) for column in telling)
                if common:
                    found.append((-common, at, place))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in sorted(found):
        if at not in pairs and place not in taken:
            pairs[at] = place
            taken.add(place)
    for at, place in pairs.items():
        yield was[at], now[place]
    was[:] = [row for at, row in enumerate(was) if at not in pairs]
    now[:] = [row for place, row in enumerate(now) if place not in taken]


def _common(before: Value, after: Value) -> bool:
    return before == after and before not in (None, "", 0)
