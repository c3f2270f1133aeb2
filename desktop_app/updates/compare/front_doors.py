"""A council's front-door number that becomes another council's: never by accident.

Held by what an answer would give, not by which row changed: a number may cross because it was
typed elsewhere, because a service works in another area now, or because it plays another part.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.domain.places.words import listed
from desktop_app.domain.situation.pathway import COUNCIL_ROLES
from desktop_app.updates.compare.tables import RELEASES

_ROLES = ", ".join("?" * len(COUNCIL_ROLES))
GIVEN = (
    "SELECT line.number, line.display, area.council, service.id, service.name, line.label,"
    " EXISTS (SELECT 1 FROM {0}.service_role AS part WHERE part.service = service.number"
    f" AND part.role IN ({_ROLES})) AND NOT service.national AS at_door"
    " FROM {0}.line JOIN {0}.service ON service.number = line.service JOIN {1} AS area ON {2}"
    " WHERE service.status = 'in_use' AND line.standing <> 'superseded' AND line.kind <> 'fax'"
    " ORDER BY service.number, line.position"
)
AREAS = ("{0}.service_area", "area.service = service.number AND NOT service.national")
EVERYWHERE = (
    "(SELECT DISTINCT council FROM {0}.service_area)",
    "service.national",
)
COUNCILS = "SELECT code, name FROM {}.council"
BODIES = "SELECT id, name FROM {}.body"
HAS_OTHERS = "SELECT 1 FROM {}.sqlite_schema WHERE type = 'table' AND name = 'front_door'"
OTHERS = (
    "SELECT door.number, door.display, body.id, '', body.name, door.display, 1"
    " FROM {0}.front_door AS door JOIN {0}.body ON body.id = door.body"
)
"""Numbers of councils elsewhere, which stand in a table of their own."""


class Given(NamedTuple):
    """One number as it is given for one council, by whichever service."""

    number: str  # as dialled
    display: str
    council: str  # ONS code
    service_id: str
    service: str
    label: str
    at_door: int  # whether that council's own desk gives it

    @property
    def digits(self) -> set[str]:
        """What is keyed within the UK, dialled or read aloud; short codes are nobody's own."""
        keyed = {_keyed(self.number), _keyed(self.display)}
        return {each for each in keyed if each.startswith("0")}


class Move(NamedTuple):
    """A number that was at one council's front door and is at another's now."""

    number: str  # the digits keyed within the UK
    display: str
    was: tuple[str, ...]  # names of the councils it led to
    service_id: str
    service: str
    label: str
    to: str
    to_name: str

    @property
    def words(self) -> str:
        """Which number, whose it was, whose it is: in one clause."""
        return (
            f"{self.display} was at the front door of {listed(self.was)} "
            f"and is given for {self.to_name} ({self.service})"
        )


def moves(connection: sqlite3.Connection) -> list[Move]:
    """Every such number between two attached releases, each with the council it now leads to.

    Whatever part it plays there, a number that was given for that council before is no move.
    """
    names = _names(connection)
    doors: dict[str, set[str]] = {}
    held: set[tuple[str, str]] = set()
    for given in _given(connection, "was"):
        held |= {(digits, given.council) for digits in given.digits}
        for digits in given.digits if given.at_door else ():
            doors.setdefault(digits, set()).add(given.council)
    found: dict[tuple[str, str], Move] = {}
    for given in _given(connection, "now"):
        for digits in sorted(given.digits):
            at = digits, given.council
            if digits in doors and at not in held:
                was = tuple(names.get(code, code) for code in sorted(doors[digits]))
                found.setdefault(at, _move(digits, given, was, names))
    return list(found.values())


def _names(connection: sqlite3.Connection) -> dict[str, str]:
    """What councils are called, and bodies that answer for them elsewhere, by code."""
    names: dict[str, str] = {}
    for release in RELEASES:
        if connection.execute(HAS_OTHERS.format(release)).fetchone():
            names |= dict(connection.execute(BODIES.format(release)))
        names |= dict(connection.execute(COUNCILS.format(release)))
    return names


def _move(digits: str, given: Given, was: tuple[str, ...], names: Mapping[str, str]) -> Move:
    to = names.get(given.council, given.council)
    return Move(
        number=digits,
        display=given.display,
        was=was,
        service_id=given.service_id,
        service=given.service,
        label=given.label,
        to=given.council,
        to_name=to,
    )


def given_now(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Every number the newer release gives, with the code of the council it gives it for."""
    given = _given(connection, "now")
    return {(digits, one.council) for one in given for digits in one.digits}


def not_said(found: list[Move], said: Mapping[str, tuple[str, ...]]) -> list[Move]:
    """The moves of which a release does not say that they are meant."""
    return [move for move in found if move.to not in said.get(move.number, ())]


def moved_doors(connection: sqlite3.Connection) -> Iterator[Change]:
    """The same as changes, for whoever signs and for the desk that took it."""
    for move in moves(connection):
        was, now = f"{move.display} for {listed(move.was)}", f"for {move.to_name}"
        kind, key = ChangeKind.DOOR_MOVED, move.service_id
        yield Change(
            kind=kind,
            service_id=key,
            service=move.service,
            line=move.label,
            before=was,
            after=now,
            fact="the number",
        )


def _given(connection: sqlite3.Connection, release: str) -> list[Given]:
    rows = []
    if connection.execute(HAS_OTHERS.format(release)).fetchone():
        rows += connection.execute(OTHERS.format(release)).fetchall()
    for table, on in (AREAS, EVERYWHERE):
        question = GIVEN.format(release, table.format(release), on)
        rows += connection.execute(question, COUNCIL_ROLES).fetchall()
    return [
        Given(
            number=number,
            display=display,
            council=council,
            service_id=service_id,
            service=service,
            label=label,
            at_door=at_door,
        )
        for number, display, council, service_id, service, label, at_door in rows
    ]


def _keyed(number: str) -> str:
    """The digits to key within the UK, however a number is written."""
    plain = number.replace(" ", "").replace("+44", "0", 1)
    if plain.isdecimal() and not plain.startswith("00"):
        return plain
    return re.sub(r"\D", "", re.sub(r"^\s*(\+|00)44\s*(\(0\))?", "0", number))
