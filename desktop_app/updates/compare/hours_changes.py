"""The hours of a line in two directories, put into words where they differ."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.statements import (
    Basis,
    DatedException,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
)
from desktop_app.domain.hours.words import day_words, in_words
from desktop_app.updates.compare.fact_changes import fact_changes
from desktop_app.updates.compare.row_names import Names
from desktop_app.updates.compare.row_pairs import Row
from desktop_app.updates.compare.rows import RowChange
from desktop_app.updates.compare.tables import RELEASES, TablePair

HOURS = "hours_"
"""How the names of the tables begin that hold hours."""
IN_WORDS = frozenset(
    {"basis", "bank_holidays", "valid_from", "weekday", "opens", "closes", "date"}
    | {"line", "statement", "exception", "position"}
)
"""Columns that the words about hours leave nothing more to say of."""
LINE = (
    "SELECT line.id FROM {0}.line JOIN {0}.service ON service.number = line.service"
    " WHERE service.id = ? AND line.key = ?"
)
NONSENSE = "hours that no program can read"
Key = tuple[str, str]


def changed_hours(
    connection: sqlite3.Connection, names: Names, changes: list[RowChange]
) -> Iterator[Change]:
    """What these rows change in the hours of lines that stay; what no words tell, by fields."""
    by_line: dict[Key | None, list[RowChange]] = {}
    for change in changes:
        by_line.setdefault(_line_of(names, change), []).append(change)
    for key, some in by_line.items():
        told = None if key is None else _told(connection, key)
        if told is None or told[0] == told[1]:
            yield from fact_changes(names, some)
            continue
        about = names.about(some[0])
        before, after = told
        told_of = about.change(ChangeKind.HOURS_CHANGED, before, after)
        if before:
            yield told_of
        else:
            yield replace(told_of, kind=ChangeKind.SERVICE_FACT, fact="hours", times=0)
        yield from fact_changes(names, map(_left_to_say, filter(_leaves_something, some)))


def _told(connection: sqlite3.Connection, key: Key) -> tuple[str, str] | None:
    """The hours of one line in words, before and after; empty before for one that came.

    None when it is not in the newer release: it went, and its hours with it.
    """
    was, now = (connection.execute(LINE.format(each), key).fetchone() for each in RELEASES)
    if now is None:
        return None
    before = hours_words(connection, "was", was[0]) if was else ""
    return before, hours_words(connection, "now", now[0])


def _line_of(names: Names, change: RowChange) -> Key | None:
    """Service and key of the line whose hours a row tells."""
    table, row = change.table.name, change.row
    held: tuple[TablePair, Row] = (change.table, row)
    while table != "line":
        pointing = ((column, held[1].get(column)) for column, _, _ in held[0].parents)
        found = next((names.parent(held[0], *each) for each in pointing), None)
        if found is None:
            return None
        _, table, row = found
        held = names.tables[table], row
    return names.subject(*held).service_id, str(row["key"])


def _leaves_something(change: RowChange) -> bool:
    if change.now is None:
        return False
    if change.was is None:
        left = set(change.table.facts) - _all_told(change)
        return any(change.now[column] not in (None, "") for column in left)
    return any(column not in _all_told(change) for column in change.columns)


def _left_to_say(change: RowChange) -> RowChange:
    """The change without the columns that the words told."""
    assert change.now is not None
    all_told = _all_told(change)
    if change.was is None:
        belongs = {column for column, _, _ in change.table.parents}
        left = {
            column: None if column in all_told - belongs else value
            for column, value in change.now.items()
        }
        return RowChange(change.table, None, left)
    told = {column: change.now[column] for column in all_told if column in change.now}
    return RowChange(change.table, change.was | told, change.now)


def _all_told(change: RowChange) -> frozenset[str]:
    if change.table.name == "line":  # here for what it stands in for; all else of it is told apart
        return frozenset(change.table.facts)
    return IN_WORDS


def hours_words(connection: sqlite3.Connection, release: str, line: int) -> str:
    """The hours of one line in words, its dated exceptions included."""
    try:
        hours = _hours(connection, release, line)
    except (ValueError, TypeError, LookupError, OverflowError):
        return NONSENSE
    return "; ".join([in_words(hours), *map(_exception, hours.exceptions)])


def _hours(connection: sqlite3.Connection, release: str, line: int) -> Hours:
    statements = connection.execute(
        f"SELECT id, basis, bank_holidays, document, valid_from FROM {release}.hours_statement"
        " WHERE line = ? ORDER BY position",
        (line,),
    ).fetchall()
    exceptions = connection.execute(
        f"SELECT id, date FROM {release}.hours_exception WHERE line = ? ORDER BY date", (line,)
    ).fetchall()
    office = connection.execute(
        f"SELECT outside_line FROM {release}.line WHERE id = ?", (line,)
    ).fetchone()
    return Hours(
        tuple(
            Statement(
                Basis(basis),
                _week(connection, release, at),
                HolidayRule(rule),
                document,
                date.fromisoformat(begins) if begins else None,
            )
            for at, basis, rule, document, begins in statements
        ),
        tuple(
            DatedException(date.fromisoformat(day), _spans(connection, release, at))
            for at, day in exceptions
        ),
        Hours() if office and office[0] else None,
    )


def _week(connection: sqlite3.Connection, release: str, statement: int) -> Week:
    days: list[list[Span]] = [[] for _ in range(7)]
    for weekday, opens, closes in connection.execute(
        f"SELECT weekday, opens, closes FROM {release}.hours_span WHERE statement = ?"
        " ORDER BY weekday, opens",
        (statement,),
    ):
        days[weekday].append(Span(opens, closes))
    return tuple(map(tuple, days))


def _spans(connection: sqlite3.Connection, release: str, exception: int) -> tuple[Span, ...]:
    rows = connection.execute(
        f"SELECT opens, closes FROM {release}.hours_exception_span WHERE exception = ?"
        " ORDER BY opens",
        (exception,),
    )
    return tuple(Span(opens, closes) for opens, closes in rows)


def _exception(exception: DatedException) -> str:
    return f"{date_words(exception.day)} {day_words(exception.spans) or 'closed'}"
