"""Which of the rows that differ became which: by key, then by likeness among their kin."""

from collections import defaultdict
from collections.abc import Iterator

from desktop_app.updates.compare.tables import TablePair

Value = str | int | float | bytes | None
Row = dict[str, Value]
MOST_PAIRED = 250_000
"""So many pairs of rows are compared to find which became which; of more, all came and went."""
PLACE = "position"
"""The column that keeps the order in which rows of a list are shown."""
GONE = "no "
"""How a column begins that points at a row the newer release does not have."""

Pair = tuple[Row | None, Row | None]


def side_by_side(table: TablePair, was: list[Row], now: list[Row]) -> Iterator[Pair]:
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


def _known_by(table: TablePair) -> Iterator[tuple[str, ...]]:
    """Columns by which a row is known again: all but its place in a list, its keys, all but one.

    What belongs to another service (or line, or page) now went there and came here: two changes.
    """
    belongs = table.parents[0][0] if table.parents else ""
    if PLACE in table.facts:
        yield tuple(column for column in table.facts if column != PLACE)
    yield from table.keys
    for left_out in table.facts if len(table.facts) > 1 else ():
        if left_out == belongs:
            continue
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
