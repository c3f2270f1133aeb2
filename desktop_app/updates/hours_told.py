"""The hours of a line in two directories: first compared as figures, then put into words."""

import sqlite3
from datetime import date

from desktop_app.domain.hours_stated import (
    Basis,
    DatedException,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
)
from desktop_app.domain.hours_words import day_words, in_words

# One text for each line that says everything about its hours, so that SQLite finds the few that
# differ among many thousands. Each table is read once, in order, so equal hours give equal texts.
FIGURES = (
    """CREATE TEMP TABLE {0}_week AS
    SELECT statement, group_concat(weekday || ':' || opens || '-' || closes) AS told
    FROM (SELECT * FROM {0}.hours_span ORDER BY statement, weekday, opens) GROUP BY statement""",
    "CREATE UNIQUE INDEX temp.{0}_week_of ON {0}_week (statement)",
    """CREATE TEMP TABLE {0}_hours AS
    SELECT line, group_concat(told, '|') AS figures FROM (
        SELECT line, basis || ' ' || bank_holidays || ' ' || coalesce(document, '') || ' '
            || coalesce(valid_from, '') || ' ' || coalesce(week.told, '') AS told
        FROM {0}.hours_statement LEFT JOIN {0}_week AS week ON week.statement = id
        ORDER BY line, position) GROUP BY line""",
    "CREATE UNIQUE INDEX temp.{0}_hours_of ON {0}_hours (line)",
    """CREATE TEMP TABLE {0}_dates AS
    SELECT line, group_concat(told, '|') AS figures FROM (
        SELECT line, date || ' ' || coalesce((
            SELECT group_concat(opens || '-' || closes) FROM (
                SELECT opens, closes FROM {0}.hours_exception_span
                WHERE exception = dated.id ORDER BY opens)), 'closed') AS told
        FROM {0}.hours_exception AS dated ORDER BY line, date) GROUP BY line""",
    "CREATE UNIQUE INDEX temp.{0}_dates_of ON {0}_dates (line)",
)
CHANGED = """
SELECT service, now.name, now.label, was.line, now.line
FROM was_line AS was JOIN now_line AS now USING (service, key)
LEFT JOIN was_hours ON was_hours.line = was.line LEFT JOIN now_hours ON now_hours.line = now.line
LEFT JOIN was_dates ON was_dates.line = was.line LEFT JOIN now_dates ON now_dates.line = now.line
WHERE (now.rung OR ?) AND (was_hours.figures IS NOT now_hours.figures
    OR was_dates.figures IS NOT now_dates.figures OR was.office IS NOT now.office)
"""
"""Lines in both editions whose hours are not the same; with 1, also those nobody should ring."""


def prepare(connection: sqlite3.Connection, edition: str) -> None:
    """Write down the hours of every line of an attached edition as comparable texts."""
    for step in FIGURES:
        connection.execute(step.format(edition))


def hours_told(connection: sqlite3.Connection, edition: str, line: int) -> str:
    """The hours of one line in words, its dated exceptions included."""
    hours = _hours(connection, edition, line)
    return "; ".join([in_words(hours), *map(_exception, hours.exceptions)])


def _hours(connection: sqlite3.Connection, edition: str, line: int) -> Hours:
    statements = connection.execute(
        f"SELECT id, basis, bank_holidays, document, valid_from FROM {edition}.hours_statement"
        " WHERE line = ? ORDER BY position",
        (line,),
    ).fetchall()
    exceptions = connection.execute(
        f"SELECT id, date FROM {edition}.hours_exception WHERE line = ? ORDER BY date", (line,)
    ).fetchall()
    office = connection.execute(
        f"SELECT outside_line FROM {edition}.line WHERE id = ?", (line,)
    ).fetchone()
    return Hours(
        tuple(
            Statement(
                Basis(basis),
                _week(connection, edition, at),
                HolidayRule(rule),
                document,
                date.fromisoformat(begins) if begins else None,
            )
            for at, basis, rule, document, begins in statements
        ),
        tuple(
            DatedException(date.fromisoformat(day), _spans(connection, edition, at))
            for at, day in exceptions
        ),
        Hours() if office and office[0] else None,
    )


def _week(connection: sqlite3.Connection, edition: str, statement: int) -> Week:
    days: list[list[Span]] = [[] for _ in range(7)]
    for weekday, opens, closes in connection.execute(
        f"SELECT weekday, opens, closes FROM {edition}.hours_span WHERE statement = ?"
        " ORDER BY weekday, opens",
        (statement,),
    ):
        days[weekday].append(Span(opens, closes))
    return tuple(map(tuple, days))


def _spans(connection: sqlite3.Connection, edition: str, exception: int) -> tuple[Span, ...]:
    rows = connection.execute(
        f"SELECT opens, closes FROM {edition}.hours_exception_span WHERE exception = ?"
        " ORDER BY opens",
        (exception,),
    )
    return tuple(Span(opens, closes) for opens, closes in rows)


def _exception(exception: DatedException) -> str:
    day = f"{exception.day.day} {exception.day:%B %Y}"
    return f"{day} {day_words(exception.spans) or 'closed'}"
