"""A directory of any length with made-up services, to see what a list of 100,000 costs.

Councils, vocabulary, calendar and places are the real ones; names are put together from syllables
and numbers come from the ranges kept for drama. The file is compiled by the same functions as the
real one and kept between runs.
"""

import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

from sqlite_utils import Database

from desktop_app.authoring import compile as compiling
from desktop_app.authoring.edition import Edition, read_edition
from desktop_app.authoring.read.area import write_area
from desktop_app.authoring.read.guidance import write_guidance
from desktop_app.authoring.read.models import OrganisationEntry
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.write.digest import digest_of
from desktop_app.authoring.write.pathway_rows import write_pathways
from desktop_app.authoring.write.search_index import Numbered, write_search_index
from desktop_app.authoring.write.tables import (
    NUMBERED,
    ServiceWriter,
    write_attributions,
    write_bank_holidays,
    write_documents,
    write_organisations,
    write_terms,
)
from desktop_app.domain.hours.status import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.services.service import Citation, Line, LineKind, Service
from desktop_app.fileformat import checksum
from desktop_app.paths import schema_folder
from tests.area import COUNCILS

FIRST = ("Ash", "Brin", "Cold", "Dun", "El", "Fern", "Gal", "Har", "Ing", "Kel", "Lang", "Mar")
MIDDLE = ("", "ber", "cot", "den", "ing", "low", "mer", "ner", "sel", "ter", "wick", "worth")
LAST = ("bury", "combe", "dale", "field", "ford", "ham", "ley", "stead", "ton", "wold")
PLAYS = (
    ("Children’s Front Door", "children_front_door", "child_abuse", "children"),
    ("Adult Safeguarding Team", "adults_front_door", "adult_abuse", "adults_at_risk"),
    ("Domestic Abuse Service", "da_local", "domestic_abuse", "women"),
    ("Refuge", "refuge", "housing", "women"),
    ("Family Support", "family_support", "early_help", "families"),
    ("Stalking Advocates", "stalking", "stalking", "everyone"),
    ("Crisis Line", "mental_health_crisis", "mental_health", "everyone"),
    ("Missing Persons Desk", "missing_people", "missing", "everyone"),
)
DRAMA = ("01632 960", "0113 4960", "0116 4960", "0121 4960", "0151 4960", "020 7946 0", "0191 4980")
WEEK = (*((Span(540, 1020),),) * 5, (), ())
OFFICE = Hours((Statement(Basis.PUBLISHED, WEEK, HolidayRule.CLOSED),))
NIGHT = Hours(outside_of=OFFICE)
FLUSH_AT = 20_000
MADE_BY = 2
"""Raised when the generator changes, so that files of the old one are not used again."""


def town(number: int) -> str:
    """A made-up town; 1,440 of them."""
    first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
    middle, last = MIDDLE[rest % len(MIDDLE)], LAST[rest // len(MIDDLE) % len(LAST)]
    return first + middle + last


def service(number: int) -> Service:
    """The made-up service of this number."""
    name, role, topic, audience = PLAYS[number % len(PLAYS)]
    place = town(number // len(PLAYS))
    council = COUNCILS[number % len(COUNCILS)]
    cited = (Citation("blmk-icb-2024", "made up"),)
    lines = tuple(
        Line(
            id=key,
            kind=kind,
            label=label,
            number=_dialled(shown),
            display=shown,
            hours=hours,
            sources=cited,
        )
        for key, kind, label, shown, hours in (
            ("office", LineKind.OFFICE_HOURS, "Duty desk", _shown(number), OFFICE),
            ("night", LineKind.OUT_OF_HOURS, "Duty team", _shown(number * 7 + 3), NIGHT),
        )
    )
    return Service(
        id=f"made-{number}",
        name=f"{place} {name} {number}",
        organisation="Made-up organisation",
        summary=f"Somebody to ring in {place}.",
        areas=frozenset({council.code}),
        roles=(role,),
        serves=(audience, "professionals"),
        topics=(topic,),
        aliases=(f"{place} hub {number}", f"Old {place} {name}"),
        lines=lines,
        notes=(f"Stands beside the market of {place}.",),
        sources=cited,
    )


@dataclass(frozen=True)
class MadeServices(Sequence[Numbered]):
    """The real services, then made-up ones, each put together when it is asked for."""

    real: tuple[Numbered, ...]
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> Numbered: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Numbered]: ...
    def __getitem__(self, at: int | slice) -> Numbered | Sequence[Numbered]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self.length))]
        if not 0 <= at < self.length:
            raise IndexError(at)
        return self.real[at] if at < len(self.real) else (at + 1, service(at), OWNER)


OWNER = OrganisationEntry(id="made-up", name="Made-up organisation")


class StreamingWriter(ServiceWriter):
    """Writes rows as they come, so that a long directory does not have to fit into memory."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._written: dict[str, int] = {}

    def _put(self, table: str, row: dict[str, Any]) -> int:
        at = self._written[table] = self._written.get(table, 0) + 1
        rows = self._rows.setdefault(table, [])
        rows.append({"id": at, **row} if table in NUMBERED else row)
        if len(rows) >= FLUSH_AT:
            self._database.table(table).insert_all(rows)
            rows.clear()
        return at


def generated_file(count: int) -> Path:
    """A sealed directory of this many services; made once, then kept in the temporary folder."""
    schema = digest_of(checkout_tree(), [schema_folder() / name for name in compiling.TABLES], "")
    name = f"who-to-call-{count}-{MADE_BY}-{schema[:12]}.sqlite"
    path = Path(tempfile.gettempdir()) / name
    if not path.is_file():
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _write(read_edition(checkout_tree()), unfinished, count)
        unfinished.write_bytes(checksum.sealed(unfinished.read_bytes()))
        unfinished.replace(path)
    return path


def _write(edition: Edition, path: Path, count: int) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for table in compiling.TABLES:
            connection.executescript((schema_folder() / table).read_text(encoding="utf-8"))
        write_area(connection, edition.area)
        compiling.write_where(connection, checkout_tree())
        database = Database(connection)
        _fill(edition, database, MadeServices(edition.services, count))
        write_pathways(connection, edition.rulebook)
        compiling._write_meta(edition, database, checkout_tree())
        connection.commit()
        compiling._finish(connection)
    finally:
        connection.close()


def _fill(edition: Edition, database: Database, services: MadeServices) -> None:
    write_documents(database, [listed.entry for listed in edition.library.documents])
    write_terms(database, edition.vocabulary)
    write_organisations(database, [OWNER, *(owner for _, _, owner in services.real)])
    writer = StreamingWriter(database)
    for number, each, owner in services:
        writer.add(number, each, owner.id)
    writer.write()
    write_guidance(database, edition.pages)
    write_bank_holidays(database, edition.holidays)
    write_attributions(database, edition.library.attributions)
    write_search_index(database, services, edition.vocabulary, edition.area)


def _shown(number: int) -> str:
    return f"{DRAMA[number % len(DRAMA)]}{number // len(DRAMA) % 1000:03d}"


def _dialled(shown: str) -> str:
    return "+44" + shown.replace(" ", "")[1:]
