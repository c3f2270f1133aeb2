"""The front doors of bodies elsewhere, from front_doors.csv: one row a number."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.numbers import dialled
from desktop_app.authoring.read.source_tree import SourceTree, table_rows
from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.statements import EMPTY_WEEK, Week

FILE = "front_doors.csv"
COLUMNS = (
    "body", "role", "kind", "number", "standing", "hours", "document", "states", "note",
)  # fmt: skip
KINDS = ("office_hours", "out_of_hours", "helpline")
STANDINGS = ("in_use", "disputed")
ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoor:
    """One number of a body elsewhere, as it stands in the file."""

    line: int
    body: str
    role: str
    kind: str
    number: str
    standing: str
    hours: str  # "" where no source states them, "always", or "mon-fri 08:45-17:20; sat …"
    document: str
    states: str
    note: str

    @property
    def week(self) -> Week:
        """The stated week; ValueError, with a plain sentence, when it cannot be read."""
        if self.hours in ("", ALWAYS):
            return EMPTY_WEEK
        days = [part.strip().partition(" ") for part in self.hours.split(";")]
        return read_week({day: times for day, _, times in days})


def read_doors(sources: SourceTree, mistakes: list[Mistake]) -> list[FrontDoor]:
    """Every row of the file; a missing file, or other columns, is a mistake."""
    return [FrontDoor(line=at, **row) for at, row in table_rows(sources, FILE, COLUMNS, mistakes)]


def door_mistakes(
    doors: Sequence[FrontDoor],
    bodies: Collection[str],
    documents: Collection[str],
    roles: Collection[str],
    *,
    made_up: bool = False,
) -> Iterator[Mistake]:
    """Everything wrong with the doors; `made_up` lets in the numbers that stand in tests only."""
    seen = Counter((door.body, door.role, door.kind) for door in doors)
    for door in doors:
        for sentence in _wrong(door, bodies, documents, roles, made_up=made_up):
            yield Mistake(FILE, door.line, sentence)
        if seen[door.body, door.role, door.kind] > 1:
            yield Mistake(FILE, door.line, "A body has one number of a kind for each role.")


def write_doors(database: Database, doors: Sequence[FrontDoor]) -> None:
    """Write every door with its hours, in the order of the file."""
    rows, spans = [], []
    for at, door in enumerate(doors, 1):
        number = dialled(door.number, made_up_allowed=True)
        rows.append(
            {"id": at, "body": door.body, "role": door.role, "position": at, "kind": door.kind}
            | {"number": number, "display": door.number, "standing": door.standing}
            | {"always": int(door.hours == ALWAYS), "document": door.document}
            | {"states": door.states, "note": door.note}
        )
        spans += [
            {"door": at, "weekday": weekday, "opens": span.opens, "closes": span.closes}
            for weekday, day in enumerate(door.week)
            for span in day
        ]
    database.table("front_door").insert_all(rows)
    database.table("front_door_span").insert_all(spans)


def _wrong(
    door: FrontDoor,
    bodies: Collection[str],
    documents: Collection[str],
    roles: Collection[str],
    *,
    made_up: bool,
) -> Iterator[str]:
    for text, known, what in (
        (door.body, bodies, "a body of bodies.csv"),
        (door.role, roles, "a role of vocabulary.yaml"),
        (door.kind, KINDS, f"a kind: {', '.join(KINDS)}"),
        (door.standing, STANDINGS, f"a standing: {', '.join(STANDINGS)}"),
        (door.document, documents, "a document"),
    ):
        if text not in known:
            yield f"“{text}” is not {what}."
    if not door.states:
        yield "Say in `states` what the document says."
    try:
        dialled(door.number, made_up_allowed=made_up)
        door.week  # noqa: B018  # raises where the hours cannot be read
    except ValueError as wrong:
        yield str(wrong)
