"""Services as the compiled directory keeps them, read in one pass into the domain's objects."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from desktop_app.domain.services.service import (
    Address,
    CheckedHow,
    Citation,
    Dispute,
    Form,
    Line,
    LineKind,
    Service,
    ServiceStatus,
    Standing,
    Verification,
)
from desktop_app.store.directory.hours_rows import HoursRows

Value = TypeVar("Value", bound=Hashable)
Rows = list[tuple[Any, ...]]
Known = dict[Any, Any]
"""Values read before: what is equal is one object, of hours, citations, codes and words."""


def read_services(
    connection: sqlite3.Connection,
    numbers: Iterable[int] | None = None,
    known: Known | None = None,
) -> dict[int, Service]:
    """The services with these numbers (all of them without), by number and in its order.

    Lines whose hours are equal share them, and with them whatever is worked out from them; so do
    citations, codes and words, which a long directory says many times. `known` holds those of
    services read before. sqlite3 and value errors are the caller's to explain.
    """
    return _Reader(connection, numbers, {} if known is None else known).services()


class _Reader:
    """One pass over the tables, each read once."""

    def __init__(
        self, connection: sqlite3.Connection, numbers: Iterable[int] | None, known: Known
    ) -> None:
        self._connection, self._known = connection, known
        self._chosen = None if numbers is None else json.dumps(list(numbers))
        self._citations: defaultdict[tuple[str, int], list[Citation]] = defaultdict(list)
        self._words: dict[str, defaultdict[int, list[str]]] = {}

    def services(self) -> dict[int, Service]:
        """Read every table, then put each service together."""
        self._read_citations()
        self._read_words()
        lines = self._lines()
        forms, addresses, disputes = self._forms(), self._addresses(), self._disputes()
        found: dict[int, Service] = {}
        for row in self._rows(
            "SELECT number, s.id, s.name, o.name, summary, status, national, staff_only, rank,"
            " cost, languages FROM service s JOIN organisation o ON o.id = s.organisation"
            " {only} ORDER BY number",
            "number",
        ):
            number, key, name, organisation, summary, status, national, staff, *rest = row
            words = {table: kept[number] for table, kept in self._words.items()}
            found[number] = Service(
                id=key,
                name=name,
                organisation=organisation,
                summary=summary,
                areas=self._everywhere if national else self._one(frozenset(words["area"])),
                national=bool(national),
                status=ServiceStatus(status),
                staff_only=bool(staff),
                roles=tuple(words["role"]),
                rank=rest[0],
                serves=tuple(words["audience"]),
                topics=tuple(words["topic"]),
                aliases=tuple(words["alias"]),
                lines=tuple(lines[number]),
                forms=tuple(forms[number]),
                emails=tuple(addresses["email", number]),
                web=tuple(addresses["web", number]),
                cost=rest[1],
                languages=rest[2],
                notes=tuple(words["note"]),
                gaps=tuple(words["gap"]),
                disputes=tuple(disputes[number]),
                sources=self._cited("service", number),
            )
        return found

    def _one(self, value: Value) -> Value:
        """The first of all values that are equal to this one."""
        one: Value = self._known.setdefault(value, value)
        return one

    def _rows(self, query: str, column: str = "service") -> Rows:
        """Run a query, limited to the chosen services where it says {only}."""
        if self._chosen is None:
            return self._connection.execute(query.format(only="")).fetchall()
        only = f"WHERE {column} IN (SELECT value FROM json_each(?))"
        return self._connection.execute(query.format(only=only), (self._chosen,)).fetchall()

    def _read_citations(self) -> None:
        query = "SELECT fact, fact_id, service, document, states FROM citation {only} ORDER BY id"
        for fact, fact_id, service, document, states in self._rows(query):
            key = fact, service if fact_id is None else fact_id
            self._citations[key].append(self._one(Citation(document, states)))

    def _cited(self, fact: str, number: int) -> tuple[Citation, ...]:
        return tuple(self._citations.get((fact, number), ()))

    def _read_areas(self) -> None:
        """The councils of local services: a national one works in all, which no row need say."""
        kept = self._words["area"] = defaultdict(list)
        local = (
            "SELECT service, council FROM service_area"
            " JOIN service ON number = service WHERE national = 0"
        )
        for service, council in self._rows(f"SELECT service, council FROM ({local}) {{only}}"):
            kept[service].append(council)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """Every council of the area: one set for all national services."""
        rows = self._connection.execute("SELECT code FROM council WHERE slug IS NOT NULL")
        return self._one(frozenset(code for (code,) in rows))

    def _read_words(self) -> None:
        self._read_areas()
        for word, table, column in (
            ("role", "service_role", "role"),
            ("audience", "service_audience", "audience"),
            ("topic", "service_topic", "topic"),
            ("alias", "alias", "name"),
        ):
            kept = self._words[word] = defaultdict(list)
            query = f"SELECT service, {column} FROM {table} {{only}} ORDER BY service, position"
            for service, value in self._rows(query):
                kept[service].append(self._one(value))
        self._words["note"], self._words["gap"] = defaultdict(list), defaultdict(list)
        query = "SELECT service, kind, text FROM remark {only} ORDER BY service, kind, position"
        for service, kind, text in self._rows(query):
            self._words[kind][service].append(text)

    def _lines(self) -> defaultdict[int, list[Line]]:
        found: defaultdict[int, list[Line]] = defaultdict(list)
        rows = self._rows(
            "SELECT service, id, key, kind, label, number, display, standing, outside_line, note,"
            " menu_option, extension, verified_on, verified_by, verified_how,"
            " verified_hours FROM line {only}"
            " ORDER BY service, position"
        )
        keys = [(row[0], row[1], row[2], row[8]) for row in rows]
        hours = HoursRows(self._connection, self._chosen).of(keys)
        for service, at, key, kind, label, number, display, standing, _, note, *more in rows:
            menu_option, extension, *checked = more
            line = Line(
                id=key,
                kind=LineKind(kind),
                label=self._one(label),
                number=number,
                display=display,
                hours=hours[at],
                standing=Standing(standing),
                note=note,
                sources=self._cited("line", at),
                verified=_verification(*checked),
                menu_option=menu_option,
                extension=extension,
            )
            shared = self._one(line.hours)
            if shared is not line.hours:
                line = replace(line, hours=shared)
            if line.digits != display.replace(" ", ""):
                raise ValueError(f"line {at} shows {display} and dials {number}")
            found[service].append(line)
        return found

    def _forms(self) -> defaultdict[int, list[Form]]:
        found: defaultdict[int, list[Form]] = defaultdict(list)
        for service, at, name, how, compulsory, address, note in self._rows(
            "SELECT service, id, name, how, compulsory, address, note FROM form {only}"
            " ORDER BY service, position"
        ):
            cited = self._cited("form", at)
            found[service].append(Form(name, how, bool(compulsory), address, note, cited))
        return found

    def _addresses(self) -> defaultdict[tuple[str, int], list[Address]]:
        found: defaultdict[tuple[str, int], list[Address]] = defaultdict(list)
        for service, at, kind, text, note in self._rows(
            "SELECT service, id, kind, text, note FROM address {only} ORDER BY service, position"
        ):
            found[kind, service].append(Address(text, note, self._cited("address", at)))
        return found

    def _disputes(self) -> defaultdict[int, list[Dispute]]:
        found: defaultdict[int, list[Dispute]] = defaultdict(list)
        for service, at, about, text in self._rows(
            "SELECT service, id, about, text FROM dispute {only} ORDER BY service, position"
        ):
            found[service].append(Dispute(about, text, self._cited("dispute", at)))
        return found


def _verification(
    on: str | None, by: str | None, how: str | None, hours: int
) -> Verification | None:
    if on is None or by is None or how is None:
        return None
    return Verification(date.fromisoformat(on), by, CheckedHow(how), bool(hours))
