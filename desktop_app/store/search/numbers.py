"""Finding services by (part of) a phone number, however it was keyed or copied."""

import sqlite3
from collections.abc import Iterable

from desktop_app.domain.browse.search_words import without_prefix
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.store.search.ranking import BEYOND, PLENTY

NumberRow = tuple[str, int, str, int]
"""Digits, number of the service, key of the line, weight."""

LONG_ENOUGH = 5
WHOLE = 8
"""Digits of the shortest number that cannot stand by chance among the digits of something else."""
MOST_DIGITS = 20
"""Of the longest number: fifteen, with what is keyed before it."""
SELECT = "SELECT digits, service, line, weight FROM search_number"


class Numbers:
    """Looks digits up in an open directory.

    Those asked last are kept: what is found and what is said beside it ask the same ones.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: str | None = None
        self._told: tuple[str, list[NumberRow]] = "", []

    def rows(self, digits: str) -> tuple[str, list[NumberRow]]:
        """The digits that were meant, and the lines that have them: first those that begin so."""
        if digits != self._asked:
            self._asked, self._told = digits, _rows(self._connection, digits)
        return self._told

    def within(self, digits: str) -> tuple[str, list[NumberRow]]:
        """The same, and where there is none, the lines of a number that stands among the digits."""
        meant, found = self.rows(digits)
        if found:
            return meant, found
        found = _within(self._connection, digits)
        return (found[0][0] if found else digits), found


def number_hits(
    connection: sqlite3.Connection, rows: Iterable[tuple[NumberRow, int]], digits: str
) -> list[SearchHit]:
    """One hit for each service, with its best line; each row comes with how well it fits."""
    hits: dict[int, SearchHit] = {}
    for (held, service, line, _), at in rows:
        if service not in hits:
            query = (
                "SELECT service.id, line.display FROM line"
                " JOIN service ON service.number = line.service"
                " WHERE line.service = ? AND key = ?"
            )
            service_id, display = connection.execute(query, (service, line)).fetchone()
            exact = held == digits
            hits[service] = SearchHit(
                service_id=service_id,
                why=HitWhy.NUMBER,
                matched=display,
                exact=exact,
                line_id=line,
                fit=at,
            )
    return list(hits.values())


def fit(held: str, digits: str) -> int:
    """0 the whole number, 1 how it begins, 2 how it ends, 3 somewhere inside."""
    if held == digits:
        return 0
    return 1 if held.startswith(digits) else 2 if held.endswith(digits) else 3


def _rows(connection: sqlite3.Connection, digits: str) -> tuple[str, list[NumberRow]]:
    """The digits that were meant, and their lines.

    What is keyed before a number ("9", "141", "18001", "44") is left out where the digits as typed
    are nobody's.
    """
    found = _as_typed(connection, digits)
    if found and found[0][0].startswith(digits):
        return digits, found
    for rest in without_prefix(digits):  # "9 999" is not the end of somebody's number
        if whole := [row for row in _beginning(connection, rest) if row[0] == rest]:
            return rest, whole
    if found:
        return digits, found
    if digits.startswith("44") and (found := _as_typed(connection, "0" + digits[2:])):
        return "0" + digits[2:], found
    for rest in without_prefix(digits):
        found = _beginning(connection, rest)
        if rest.startswith("0") and len(rest) >= LONG_ENOUGH and found:
            return rest, found
    return digits, []


def _as_typed(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    """The lines whose digits begin with these, then those that hold them further in."""
    found = _beginning(connection, digits)
    dialled = digits.startswith("0") and len(digits) >= LONG_ENOUGH  # nobody means the middle
    if len(found) < PLENTY and not (found and dialled):
        found += _holding(connection, digits)
    return found


def _beginning(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    query = f"{SELECT} WHERE digits >= ? AND digits < ? ORDER BY digits, service, line LIMIT ?"
    return connection.execute(query, (digits, digits + BEYOND, PLENTY)).fetchall()


def _holding(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    query = f"{SELECT} WHERE instr(digits, ?) > 1 ORDER BY digits, service, line LIMIT ?"
    return connection.execute(query, (digits, PLENTY)).fetchall()


def _within(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    """The longest whole number that stands among more digits: a room, an extension, a second 44."""
    stretches = sorted(_stretches(digits), key=len, reverse=True)
    query = f"{SELECT} WHERE digits = ? ORDER BY service, line LIMIT {PLENTY}"
    found = (connection.execute(query, (stretch,)).fetchall() for stretch in stretches)
    return next((rows for rows in found if rows), [])


def _stretches(digits: str) -> set[str]:
    """Every part of these digits that is long enough for a number, with 0 where it says 44."""
    parts = {
        digits[start:end]
        for start in range(len(digits))
        for end in range(start + WHOLE, min(start + MOST_DIGITS, len(digits)) + 1)
        if end - start < len(digits)
    }
    return parts | {"0" + part[2:] for part in parts if part.startswith("44")}
