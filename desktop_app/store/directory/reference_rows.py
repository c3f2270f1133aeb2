"""The smaller tables of the compiled directory: the release, documents, calendar, guidance."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from desktop_app.domain.hours.bank_holidays import BankHolidays, DayBasis, Holiday
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.directory import Attribution, Guidance, Release, Term
from desktop_app.domain.services.service import Citation, Document

Fact = TypeVar("Fact")


def read_release(connection: sqlite3.Connection) -> Release:
    """Which release this is; KeyError when the file does not say."""
    meta = _meta(connection)
    return Release(
        int(meta["release"]),
        date.fromisoformat(meta["dated"]),
        date.fromisoformat(meta["next_expected_by"]),
        int(meta["schema"]),
        meta["digest"],
        meta["note"],
    )


def read_bank_holidays(connection: sqlite3.Connection) -> BankHolidays:
    """The bank holidays, and how far they reach."""
    meta = _meta(connection)
    rows = connection.execute("SELECT date, name, basis FROM bank_holiday ORDER BY date")
    return BankHolidays(
        holidays=tuple(
            Holiday(date.fromisoformat(day), name, DayBasis(how)) for day, name, how in rows
        ),
        listed_until=date.fromisoformat(meta["bank_holidays_listed_until"]),
        computed_until=date.fromisoformat(meta["bank_holidays_computed_until"]),
    )


def read_documents(connection: sqlite3.Connection) -> dict[str, Document]:
    """Every document by its id, in the order they were listed."""
    query = "SELECT id, title, publisher, dated, address, year FROM document ORDER BY position"
    return {row[0]: Document(*row) for row in connection.execute(query)}


def read_area(connection: sqlite3.Connection) -> Area:
    """What the file is for; ValueError when it does not say, or names no council."""
    held = connection.execute("SELECT id, name FROM area").fetchall()
    query = "SELECT code, name, slug FROM council WHERE slug IS NOT NULL ORDER BY position"
    councils = tuple(Council(*row) for row in connection.execute(query))
    if len(held) != 1 or not councils:
        raise ValueError("the file does not say which area it is for")
    ((key, name),) = held
    examples: dict[str, list[tuple[str, str]]] = {"postcode": [], "place": [], "number": []}
    query = "SELECT kind, text, slug FROM area_example ORDER BY kind, position"
    for kind, text, slug in connection.execute(query):
        examples[kind].append((text, slug))
    return Area(
        id=key,
        name=name,
        councils=councils,
        postcodes=tuple(examples["postcode"]),
        places=tuple(text for text, _ in examples["place"]),
        number="".join(text for text, _ in examples["number"]),
    )


def read_guidance(connection: sqlite3.Connection) -> tuple[Guidance, ...]:
    """Every page of guidance, in reading order."""
    concerns = _linked(connection, "guidance_concern", "concern", lambda text: text)
    topics = _linked(connection, "guidance_topic", "topic", lambda text: text)
    sources = _linked(connection, "guidance_citation", "document, states", Citation)
    query = "SELECT id, title, summary, body FROM guidance ORDER BY position"
    return tuple(
        Guidance(
            id=key,
            title=title,
            summary=summary,
            body=body,
            concerns=concerns[key],
            topics=topics[key],
            sources=sources[key],
        )
        for key, title, summary, body in connection.execute(query)
    )


def read_attributions(connection: sqlite3.Connection) -> tuple[Attribution, ...]:
    """Whose data is in here."""
    query = "SELECT name, text, licence FROM attribution ORDER BY id"
    return tuple(Attribution(*row) for row in connection.execute(query))


def read_terms(connection: sqlite3.Connection, table: str) -> tuple[Term, ...]:
    """The topics, audiences or roles, in the order lists show them."""
    query = f"SELECT id, name FROM {table} ORDER BY position"
    untried = roles_never_rung(connection) if table == "role" else frozenset()
    return tuple(Term(key, name, key not in untried) for key, name in connection.execute(query))


def roles_never_rung(connection: sqlite3.Connection) -> frozenset[str]:
    """The roles whose lines are never rung to try them; none in a file older than the rule."""
    if not holds_table(connection, "role_never_rung"):
        return frozenset()
    return frozenset(role for (role,) in connection.execute("SELECT role FROM role_never_rung"))


def holds_table(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the file has a table that came after the first files of its schema."""
    query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta"))


def _linked(
    connection: sqlite3.Connection, table: str, columns: str, make: Callable[..., Fact]
) -> defaultdict[str, tuple[Fact, ...]]:
    found: defaultdict[str, tuple[Fact, ...]] = defaultdict(tuple)
    query = f"SELECT guidance, {columns} FROM {table} ORDER BY guidance, position"
    for key, *row in connection.execute(query):
        found[key] += (make(*row),)
    return found
