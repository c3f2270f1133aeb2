"""GOV.UK's list of whom to tell about a child, as it is exported: made into front doors.

One row a council, with the columns gss, name, phone, general_notes and url. What comes out is the
text of rows for front_doors.csv, for a steward to read and to add; nothing is added by itself. The
notes are sentences of others and may name hours, so they are shown to the steward and not carried.
"""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.front_doors import COLUMNS, FrontDoor
from desktop_app.authoring.read.numbers import dialled
from desktop_app.domain.situation.pathway import CHILDREN

EXPORTED = ("gss", "name", "phone", "general_notes", "url")
STATES = "gives this number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """One row of the export."""

    line: int
    gss: str
    name: str
    phone: str
    general_notes: str
    url: str


def read_export(path: Path) -> list[ExportRow]:
    """Every row of the file; MistakesFound when it is missing or has other columns."""
    if not path.is_file():
        raise MistakesFound([Mistake(path.name, 0, "This file is missing.")])
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if not set(EXPORTED) <= set(reader.fieldnames or ()):
            sentence = f"The export has the columns {', '.join(EXPORTED)}."
            raise MistakesFound([Mistake(path.name, 1, sentence)])
        return [
            ExportRow(line=at, **{name: (row.get(name) or "").strip() for name in EXPORTED})
            for at, row in enumerate(reader, 2)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDoors:
    """What the sources hold already: bodies by id, districts by code, and bodies with a door."""

    bodies: Mapping[str, str]
    districts: Collection[str] = frozenset()
    with_door: Collection[str] = frozenset()


def doors_from(
    rows: Sequence[ExportRow], held: HeldDoors, document: str, *, made_up: bool = False
) -> Iterator[FrontDoor | Mistake]:
    """A front door for each row that can be one, else what keeps it from being one.

    `document` is the id under which the export is cited; `made_up` lets in numbers kept for drama.
    """
    seen: set[str] = set()
    for row in rows:
        wrong = _wrong(row, held, seen, made_up=made_up)
        seen.add(row.gss)
        yield (
            Mistake("export", row.line, f"{row.name or row.gss}: {wrong}")
            if wrong
            else FrontDoor(
                line=row.line,
                body=row.gss,
                role=CHILDREN,
                kind="office_hours",
                number=row.phone,
                standing="in_use",
                hours="",
                document=document,
                states=STATES,
                note=f"Its page: {_address(row.url)}." if row.url else "",
            )
        )


def write_rows(doors: Sequence[FrontDoor], out: TextIO) -> None:
    """The rows as they stand in front_doors.csv, with its heading."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(door, column) for column in COLUMNS] for door in doors)


def _wrong(row: ExportRow, held: HeldDoors, seen: Collection[str], *, made_up: bool) -> str:
    """Why this row is no front door; nothing when it is one."""
    for so, told in (
        (row.gss in held.districts, "a district has no social services; its county answers."),
        (row.gss not in held.bodies, f"no body has the code “{row.gss}”."),
        (row.gss in seen, "it is given twice; nobody can tell which number counts."),
        (row.gss in held.with_door, "it has a number already; hold the two against each other."),
        (not row.phone, "no number is given."),
    ):
        if so:
            return told
    try:
        dialled(row.phone, made_up_allowed=made_up)
    except ValueError as wrong:
        return str(wrong)
    return ""


def _address(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")
