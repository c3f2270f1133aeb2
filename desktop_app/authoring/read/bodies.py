"""Who answers where, and the front doors elsewhere: three small tables, checked and written."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.front_doors import FrontDoor, door_mistakes, read_doors, write_doors
from desktop_app.authoring.read.source_tree import SourceTree, table_rows
from desktop_app.domain.places.councils import Council

AREA_FILE, RELEASE_FILE = "area.yaml", "release.yaml"
BODIES, ANSWERING, SERVING = "bodies.csv", "answering.csv", "serving.csv"
SERVING_COLUMNS = ("council", "part", "body", "from", "until", "document")
PARTS = ("police", "icb")
TIERS = ("district", "unitary", "metropolitan", "london", "wales", "scotland")
DISTRICT = TIERS[0]
NO_SOCIAL_SERVICES = "N", "L", "M"
"""First letters of codes for which nobody is written down: Northern Ireland and the islands."""
_ID = re.compile(r"[EWS]\d{8}|[a-z]+(-[a-z]+)*")
_COUNCIL = re.compile(r"[EWS]\d{8}")
DISTRICT_CODES = "E07"
Row = dict[str, str]


@dataclass
class BodiesElsewhere:
    """The three tables as they were read; `mistakes` holds whatever is wrong with them."""

    bodies: dict[str, str] = field(default_factory=dict)
    answering: list[tuple[int, Row]] = field(default_factory=list)
    serving: list[tuple[int, Row]] = field(default_factory=list)
    doors: list[FrontDoor] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What the tables may speak of: ids of documents and roles, codes of councils."""

    documents: Collection[str]
    roles: Collection[str]
    councils: Collection[str]
    made_up_numbers: bool = False


def read_elsewhere(sources: SourceTree, words: KnownIds) -> BodiesElsewhere:
    """Read and check the three tables; every mistake is gathered, none raised."""
    found = BodiesElsewhere()
    for line, row in table_rows(sources, BODIES, ("id", "name"), found.mistakes):
        if not _ID.fullmatch(row["id"]) or not row["name"]:
            found.mistakes.append(Mistake(BODIES, line, "A body needs an id and a name."))
        if row["id"] in found.bodies:
            found.mistakes.append(Mistake(BODIES, line, f"{row['id']} is given twice."))
        found.bodies[row["id"]] = row["name"]
    columns = ("council", "tier", "county", "children", "adults", "from", "until", "document")
    found.answering = table_rows(sources, ANSWERING, columns, found.mistakes)
    for line, row in found.answering:
        told = [Mistake(ANSWERING, line, text) for text in _wrong(row, found.bodies, words)]
        found.mistakes += told
    if not found.mistakes:
        found.mistakes += _days_without_anybody(found.answering, words.councils)
    found.serving = table_rows(sources, SERVING, SERVING_COLUMNS, found.mistakes)
    for line, row in found.serving:
        wrong = _wrong_serving(row, found.bodies, words)
        found.mistakes += (Mistake(SERVING, line, sentence) for sentence in wrong)
    found.mistakes += _serving_days(found.serving)
    found.doors = read_doors(sources, found.mistakes)
    found.mistakes += door_mistakes(
        found.doors, found.bodies, words.documents, words.roles, made_up=words.made_up_numbers
    )
    return found


def own_mistakes(
    councils: Sequence[Council], until: date, found: BodiesElsewhere
) -> Iterator[Mistake]:
    """Authorities that run no social services, or none to the day a next release is expected."""
    for council in councils:
        rows = [row for _, row in found.answering if council.code in _whose(row)]
        if any(row["tier"] == DISTRICT and row["council"] == council.code for row in rows):
            county = next(row["county"] for row in rows if row["council"] == council.code)
            sentence = f"{council.name} is a district: name its county, {county}, instead."
            yield Mistake(AREA_FILE, 0, sentence)
        ends = last_day_after(council.code, rows)
        if ends and ends < until:
            sentence = f"{council.name} answers until {ends} only. Expect the next release by then."
            yield Mistake(RELEASE_FILE, 0, sentence)


def last_day_after(body: str, rows: Iterable[Row]) -> date | None:
    """The day from which a body answers nowhere any more; None while it has no end, or no row."""
    ends = {row["until"] for row in rows if body in (row["children"], row["adults"])}
    return date.fromisoformat(max(ends)) if ends and "" not in ends else None


def _whose(row: Row) -> tuple[str, str, str]:
    return row["council"], row["children"], row["adults"]


def write_elsewhere(database: Database, elsewhere: BodiesElsewhere) -> None:
    """Write every body, who answers where, and the doors that are known."""
    database.table("body").insert_all(
        {"id": key, "name": name} for key, name in sorted(elsewhere.bodies.items())
    )
    plain = ("council", "tier", "children", "adults", "document")
    dated = {"first_day": "from", "ended": "until"}
    database.table("answering").insert_all(
        {
            **{key: row[key] for key in plain},
            **{column: row[key] for column, key in dated.items()},
            "county": row["county"] or None,
        }
        for _, row in elsewhere.answering
    )
    database.table("serving").insert_all(
        {
            **{key: row[key] for key in ("council", "part", "body", "document")},
            **{column: row[key] for column, key in dated.items()},
        }
        for _, row in elsewhere.serving
    )
    write_doors(database, elsewhere.doors)


def _wrong(row: Row, bodies: Collection[str], words: KnownIds) -> Iterator[str]:
    council = row["council"]
    if council not in words.councils:
        yield f"No council has the code “{council}”."
    if row["tier"] not in TIERS:
        yield f"“{row['tier']}” is not a tier; it may be {', '.join(TIERS)}."
    named = [text for column in ("county", "children", "adults") if (text := row[column])]
    if not row["children"] or not row["adults"] or not set(named) <= set(bodies):
        yield f"`children`, `adults` and a county are bodies of {BODIES}."
    orphan = not row["county"] and not row["from"]  # later another body follows its county
    if row["tier"] == DISTRICT and (orphan or any(map(_is_district, named))):
        yield "A district has no social services of its own: name its county."
    real = not words.made_up_numbers  # tests have councils of their own making
    if row["tier"] != DISTRICT and (row["county"] or (real and any(map(_is_district, named)))):
        yield "Only a district has a county, and no district runs social services."
    if row["document"] not in words.documents:
        yield f"“{row['document']}” is not a document."
    yield from _wrong_days(row)


def _is_district(body: str) -> bool:
    return body.startswith(DISTRICT_CODES)


def _wrong_serving(row: Row, bodies: Collection[str], words: KnownIds) -> Iterator[str]:
    for text, known, what in (
        (row["council"], words.councils, "the code of a council"),
        (row["part"], PARTS, f"a part: {', '.join(PARTS)}"),
        (row["body"], bodies, f"a body of {BODIES}"),
        (row["document"], words.documents, "a document"),
    ):
        if text not in known:
            yield f"“{text}” is not {what}."
    if _COUNCIL.fullmatch(row["body"]):
        yield f"“{row['body']}” is a council: a police force or a board serves there."
    yield from _wrong_days(row)


def _serving_days(serving: Sequence[tuple[int, Row]]) -> Iterator[Mistake]:
    """Two forces, or two boards, never serve one council on one day; a gap is a gap."""
    last: dict[tuple[str, str], str] = {}
    for line, row in serving:
        key = row["council"], row["part"]
        if (key in last and not last[key] <= row["from"]) or last.get(key) == "":
            sentence = f"The days of {row['part']} in {row['council']} overlap or have no order."
            yield Mistake(SERVING, line, sentence)
        last[key] = row["until"]


def _wrong_days(row: Row) -> Iterator[str]:
    days = [text for column in ("from", "until") if (text := row[column])]
    if not all(map(_is_day, days)) or days != sorted(set(days)):
        yield "Days are written like 2027-04-01, and `until` comes after `from`."


def _days_without_anybody(
    answering: Sequence[tuple[int, Row]], councils: Collection[str]
) -> Iterator[Mistake]:
    """Every council has exactly one row for every day, with no end and no beginning."""
    rows: defaultdict[str, list[tuple[int, Row]]] = defaultdict(list)
    for line, row in answering:
        rows[row["council"]].append((line, row))
    for council in sorted(councils):
        if council not in rows and not council.startswith(NO_SOCIAL_SERVICES):
            yield Mistake(ANSWERING, 0, f"Nobody answers in {council}.")
    for council, held in rows.items():
        ends = ["", *(row["until"] for _, row in held)]
        begins = [*(row["from"] for _, row in held), ""]
        if ends != begins or not all(ends[1:-1]):
            sentence = f"The days of {council} have a gap or overlap; each begins as one ends."
            yield Mistake(ANSWERING, held[0][0], sentence)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
