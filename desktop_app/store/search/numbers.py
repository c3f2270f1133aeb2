"""Finding services by (part of) a phone number, with any spacing, with or without +44."""

import sqlite3
from collections.abc import Iterable

from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.store.search.ranking import BEYOND, PLENTY

NumberRow = tuple[str, int, str, int]
"""Digits, number of the service, key of the line, weight."""

LONG_ENOUGH = 5


def number_rows(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    """The lines whose digits begin with these, then those that hold them further in."""
    found = _beginning(connection, digits)
    dialled = digits.startswith("0") and len(digits) >= LONG_ENOUGH  # nobody means the middle
    if len(found) < PLENTY and not (found and dialled):
        found += _holding(connection, digits)
    return found


def number_hits(
    connection: sqlite3.Connection, rows: Iterable[NumberRow], digits: str
) -> list[SearchHit]:
    """One hit for each service, with its best line."""
    hits: dict[int, SearchHit] = {}
    for held, service, line, _ in rows:
        if service not in hits:
            query = (
                "SELECT service.id, line.display FROM line"
                " JOIN service ON service.number = line.service"
                " WHERE line.service = ? AND key = ?"
            )
            service_id, display = connection.execute(query, (service, line)).fetchone()
            exact = held == digits
            hits[service] = SearchHit(service_id, HitWhy.NUMBER, display, exact, line)
    return list(hits.values())


def _beginning(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    query = (
        "SELECT digits, service, line, weight FROM search_number"
        " WHERE digits >= ? AND digits < ? ORDER BY digits, service, line LIMIT ?"
    )
    return connection.execute(query, (digits, digits + BEYOND, PLENTY)).fetchall()


def _holding(connection: sqlite3.Connection, digits: str) -> list[NumberRow]:
    query = (
        "SELECT digits, service, line, weight FROM search_number"
        " WHERE instr(digits, ?) > 1 ORDER BY digits, service, line LIMIT ?"
    )
    return connection.execute(query, (digits, PLENTY)).fetchall()


def fit(held: str, digits: str) -> int:
    """0 the whole number, 1 how it begins, 2 how it ends, 3 somewhere inside."""
    if held == digits:
        return 0
    return 1 if held.startswith(digits) else 2 if held.endswith(digits) else 3
