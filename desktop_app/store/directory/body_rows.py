"""Who answers where, and the front doors elsewhere, as the compiled directory keeps them."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.domain.hours.statements import Basis, Hours, Span, Statement, dated
from desktop_app.domain.places.councils import AnsweringBody, Body, ServingBody
from desktop_app.domain.services.bodies import DOOR_NAMES, NOT_KEPT, Bodies
from desktop_app.domain.services.service import Citation, Line, LineKind, Service, Standing
from desktop_app.store.directory.reference_rows import holds_table

DOOR_ID = "front-door-{}-{}"
_LABELS = {
    LineKind.OFFICE_HOURS: "Day number",
    LineKind.OUT_OF_HOURS: "Night number",
    LineKind.HELPLINE: "Day and night",
}


def read_bodies(connection: sqlite3.Connection) -> Bodies:
    """Every body with where it answers; nobody in a file made before bodies were written down."""
    if not holds_table(connection, "answering"):
        return Bodies()
    bodies = {key: Body(key, name) for key, name in connection.execute("SELECT id, name FROM body")}
    held: defaultdict[str, list[AnsweringBody]] = defaultdict(list)
    query = (
        "SELECT council, tier, children, adults, first_day, ended FROM answering"
        " ORDER BY council, first_day"
    )
    for council, tier, children, adults, first, ended in connection.execute(query):
        held[council].append(
            AnsweringBody(
                council=council,
                tier=tier,
                children=bodies[children],
                adults=bodies[adults],
                begins=_day(first),
                ends=_day(ended),
            )
        )
    return Bodies(held, _doors(connection, bodies), _serving(connection, bodies))


def _serving(
    connection: sqlite3.Connection, bodies: dict[str, Body]
) -> dict[str, list[ServingBody]]:
    found: defaultdict[str, list[ServingBody]] = defaultdict(list)
    query = "SELECT council, part, body, first_day, ended FROM serving ORDER BY 1, 2, 4"
    for council, part, body, first, ended in connection.execute(query):
        found[council].append(ServingBody(part, bodies[body], _day(first), _day(ended)))
    return dict(found)


def _doors(
    connection: sqlite3.Connection, bodies: dict[str, Body]
) -> dict[tuple[str, str], Service]:
    lines: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    weeks = _weeks(connection)
    query = (
        "SELECT d.id, body, role, kind, number, display, standing, always, document, states, note,"
        " title, dated, year FROM front_door d JOIN document ON document.id = d.document"
        " ORDER BY body, role, d.position"
    )
    for door, body, role, *line in connection.execute(query):
        lines[body, role].append(_line(line, weeks[door]))
    days = _days_read(connection)
    return {
        key: _service(bodies[key[0]], key[1], tuple(found), days) for key, found in lines.items()
    }


def _days_read(connection: sqlite3.Connection) -> dict[str, date]:
    """When documents were last read; a file made before that was written down says of none."""
    if not holds_table(connection, "document_read"):
        return {}
    rows = connection.execute("SELECT document, day FROM document_read")
    return {document: date.fromisoformat(day) for document, day in rows}


def _line(row: list[Any], week: list[list[Span]]) -> Line:
    kind, number, display, standing, always, document, states, note, title, when, year = row
    hours: tuple[Statement, ...] = ()
    if always:
        hours = (Statement(Basis.ALWAYS, document=document, dated=dated(year)),)
    elif any(week):
        days = tuple(tuple(day) for day in week)
        hours = (Statement(Basis.PUBLISHED, days, document=document, dated=dated(year)),)
    told = f"{NOT_KEPT} It stands in: {title}, {when}. {note}".strip()
    line = Line(
        id=kind.replace("_", "-"),
        kind=LineKind(kind),
        label=_LABELS[LineKind(kind)],
        number=number,
        display=display,
        hours=Hours(hours),
        standing=Standing(standing),
        note=told,
        sources=(Citation(document, states),),
    )
    if line.digits != display.replace(" ", ""):
        raise ValueError(f"a front door shows {display} and dials {number}")
    return line


def _service(body: Body, role: str, lines: tuple[Line, ...], days: Mapping[str, date]) -> Service:
    read = [days.get(source.document) for line in lines for source in line.sources]
    known = [day for day in read if day is not None]
    return Service(
        id=DOOR_ID.format(body.id.lower(), role.partition("_")[0]),
        name=f"{body.name}: {DOOR_NAMES.get(role, role)}",
        organisation=body.name,
        summary=NOT_KEPT,
        areas=frozenset(),
        kept=False,
        compared=min(known) if len(known) == len(read) else None,
        roles=(role,),
        lines=lines,
        gaps=() if any(line.kind is not LineKind.OFFICE_HOURS for line in lines) else NO_NIGHT,
    )


NO_NIGHT = ("No night number is known.",)


def _weeks(connection: sqlite3.Connection) -> defaultdict[int, list[list[Span]]]:
    found: defaultdict[int, list[list[Span]]] = defaultdict(lambda: [[] for _ in range(7)])
    query = "SELECT door, weekday, opens, closes FROM front_door_span ORDER BY 1, 2, 3"
    for door, weekday, opens, closes in connection.execute(query):
        found[door][weekday].append(Span(opens, closes))
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
