"""The hours of lines as the compiled directory keeps them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop_app.domain.hours.statements import (
    Basis,
    DatedException,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
    dated,
)

LineKey = tuple[int, int, str, str | None]
"""Number of the service, id of the line, its key, and the key of the line it stands in for."""


class HoursRows:
    """Reads the hours of some lines, or of all: `chosen` is a JSON list of service numbers."""

    def __init__(self, connection: sqlite3.Connection, chosen: str | None) -> None:
        self._connection = connection
        self._chosen = chosen

    def of(self, lines: Iterable[LineKey]) -> dict[int, Hours]:
        """The hours of each line by its id; a line that stands in for another carries its hours."""
        statements, exceptions = self._statements(), self._exceptions()
        found: dict[int, Hours] = {}
        by_key: dict[tuple[int, str], int] = {}
        listed = list(lines)
        for service, line, key, _ in listed:
            by_key[service, key] = line
        # Lines with hours of their own first, so that the others find them.
        for service, line, _, office in sorted(listed, key=lambda row: row[3] is not None):
            stood_for = None if office is None else found[by_key[service, office]]
            found[line] = Hours(tuple(statements[line]), tuple(exceptions[line]), stood_for)
        return found

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        if self._chosen is None:
            return self._connection.execute(query.format(only="")).fetchall()
        only = (
            "WHERE line IN (SELECT id FROM line WHERE service IN (SELECT value FROM json_each(?)))"
        )
        return self._connection.execute(query.format(only=only), (self._chosen,)).fetchall()

    def _statements(self) -> defaultdict[int, list[Statement]]:
        weeks = self._weeks()
        found: defaultdict[int, list[Statement]] = defaultdict(list)
        for at, line, basis, bank_holidays, document, valid_from, year in self._rows(
            "SELECT s.id, line, basis, bank_holidays, document, valid_from, year"
            " FROM hours_statement s LEFT JOIN document d ON d.id = document"
            " {only} ORDER BY line, s.position"
        ):
            begins = None if valid_from is None else date.fromisoformat(valid_from)
            stated = (Basis(basis), weeks[at], HolidayRule(bank_holidays), document, begins)
            found[line].append(Statement(*stated, dated(year)))
        return found

    def _weeks(self) -> defaultdict[int, Week]:
        days: defaultdict[int, list[list[Span]]] = defaultdict(lambda: [[] for _ in range(7)])
        for statement, weekday, opens, closes in self._rows(
            "SELECT statement, weekday, opens, closes FROM hours_span"
            " JOIN hours_statement ON id = statement {only} ORDER BY statement, weekday, opens"
        ):
            days[statement][weekday].append(Span(opens, closes))
        weeks: defaultdict[int, Week] = defaultdict(lambda: ((),) * 7)
        weeks.update((at, tuple(map(tuple, week))) for at, week in days.items())
        return weeks

    def _exceptions(self) -> defaultdict[int, list[DatedException]]:
        spans: defaultdict[int, list[Span]] = defaultdict(list)
        for exception, opens, closes in self._rows(
            "SELECT exception, opens, closes FROM hours_exception_span"
            " JOIN hours_exception ON id = exception {only} ORDER BY exception, opens"
        ):
            spans[exception].append(Span(opens, closes))
        found: defaultdict[int, list[DatedException]] = defaultdict(list)
        for at, line, day, document, note in self._rows(
            "SELECT id, line, date, document, note FROM hours_exception {only} ORDER BY id"
        ):
            opened = tuple(spans[at])
            found[line].append(DatedException(date.fromisoformat(day), opened, document, note))
        return found
