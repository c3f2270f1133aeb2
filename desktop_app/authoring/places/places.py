"""Names of places, from the sources’ places/ into the directory, each checked against postcodes."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from desktop_app.authoring.places.place_sources import (
    AREAS,
    NEIGHBOURS,
    SourcePlace,
    neighbours_in,
    places_in,
)
from desktop_app.authoring.places.post_towns import write_post_towns
from desktop_app.authoring.read.council_names import write_council_names
from desktop_app.authoring.read.councils import ensure_councils
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.places.postcode import PostcodePart, parts, whole_postcode
from desktop_app.domain.places.postcode_sector import Sector

__all__ = ["AREAS", "NEIGHBOURS", "SourcePlace", "places_in", "write_places"]

ELSEWHERE = "places/elsewhere.csv"
NAMESAKES = "places/namesakes.csv"
ELSEWHERE_COLUMNS, NAMESAKES_COLUMNS = ("name", "council", "people"), ("key", "places")
Elsewhere = tuple[str, str, str, int]
"""Folded name, council code, name, people."""


def write_places(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write every place, spelling, straddle and namesake; the postcodes must already be there."""
    ensure_councils(connection, sources)
    numbers: dict[str, int] = dict(connection.execute("SELECT code, number FROM council"))
    ours = connection.execute("SELECT slug, code FROM council WHERE slug IS NOT NULL")
    codes: dict[str, str] = dict(ours)
    places = [_with_codes(place, codes) for place in places_in(sources, codes)]
    outside = neighbours_in(sources)
    table_mistakes = chain(
        _elsewhere_mistakes(sources, numbers),
        _namesake_mistakes(sources),
    )
    stop_at(chain(_mistakes(connection, [*places, *outside], numbers), table_mistakes))
    _write_inside(connection, sorted(places, key=_order), numbers)
    elsewhere = sorted(_elsewhere(sources, outside))
    owned = (
        "SELECT number FROM council WHERE slug IS NOT NULL"
        " UNION SELECT district FROM county_district"
    )
    own = {number for (number,) in connection.execute(owned)}
    connection.executemany(
        "INSERT INTO place_elsewhere (key, council, name, people) VALUES (?, ?, ?, ?)",
        (
            (key, numbers[code], name, people)
            for key, code, name, people in elsewhere
            if numbers[code] not in own  # an area's own places stand in its own files
        ),
    )
    connection.executemany("INSERT INTO namesake VALUES (?, ?)", _namesakes(sources))
    write_post_towns(connection, sources)
    write_council_names(connection, sources)


def _with_codes(place: SourcePlace, codes: Mapping[str, str]) -> SourcePlace:
    return place.model_copy(
        update={"councils": tuple(codes.get(name, name) for name in place.councils)}
    )


def _order(place: SourcePlace) -> tuple[str, str]:
    return place.councils[0], place.name


def _write_inside(
    connection: sqlite3.Connection, places: list[SourcePlace], numbers: dict[str, int]
) -> None:
    keys, misheard = set(), set()
    for number, place in enumerate(places, 1):
        main, *others = (numbers[code] for code in place.councils)
        row = (number, place.name, main, place.people, place.note)
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?)", row)
        also = sorted((number, other) for other in others)
        connection.executemany("INSERT INTO place_also VALUES (?, ?)", also)
        keys |= {(key, number) for key in place.keys}
        misheard |= {(fold(name), number) for name in place.misheard}
    connection.executemany("INSERT INTO place_name VALUES (?, ?)", sorted(keys))
    connection.executemany("INSERT INTO place_misheard VALUES (?, ?)", sorted(misheard - keys))


def _mistakes(
    connection: sqlite3.Connection, places: Iterable[SourcePlace], numbers: dict[str, int]
) -> Iterator[Mistake]:
    for place in places:
        for code in place.councils:
            if code not in numbers:
                yield Mistake(place.file, place.line, f"No council has the code “{code}”.")
        if len(set(place.councils)) < len(place.councils):
            yield Mistake(place.file, place.line, f"{place.name}: a council is named twice.")
        main = numbers.get(place.councils[0])
        if main and place.near and not _has_postcodes(connection, place.near, main):
            sentence = f"No postcode in {place.near} lies in the council of {place.name}."
            yield Mistake(place.file, place.line, sentence)


def _has_postcodes(connection: sqlite3.Connection, near: str, council: int) -> bool:
    whole = whole_postcode(near)
    part = parts(near)[0] if whole is None and parts(near) else PostcodePart("")
    outward, digit = (whole.outward, whole.digit) if whole else (part.outward, part.digit)
    rows = connection.execute(
        "SELECT council, present, runs FROM postcode_sector WHERE outward = ? AND digit LIKE ?",
        (outward, digit or "%"),
    )
    sectors = [Sector(*row) for row in rows]
    under = connection.execute("SELECT district FROM county_district WHERE county = ?", (council,))
    numbers = {council, *(number for (number,) in under)}
    if whole and whole.unit_number is not None:
        return any(sector.council_of(whole.unit_number) in numbers for sector in sectors)
    return any(not numbers.isdisjoint(sector.counts()) for sector in sectors)


def _elsewhere_mistakes(sources: SourceTree, councils: Collection[str]) -> Iterator[Mistake]:
    for line, row in enumerate(sources.rows(ELSEWHERE, ELSEWHERE_COLUMNS), 2):
        code, people = row.get("council") or "", row.get("people") or ""
        if code not in councils:
            sentence = f"No council has the code “{code}”."
            yield Mistake(ELSEWHERE, line, sentence)
        if not fold(row.get("name") or "") or not people.isdecimal():
            sentence = "A place elsewhere needs a name, and people as a whole number."
            yield Mistake(ELSEWHERE, line, sentence)


def _namesake_mistakes(sources: SourceTree) -> Iterator[Mistake]:
    seen: set[str] = set()
    for line, row in enumerate(sources.rows(NAMESAKES, NAMESAKES_COLUMNS), 2):
        key, places = row["key"], row["places"]
        if key in seen:
            yield Mistake(NAMESAKES, line, f"“{key}” is given twice; keep one.")
        seen.add(key)
        if fold(key) != key or not places.isdecimal() or int(places) < 2:
            sentence = "A namesake needs a folded name, and how many places share it (2 or more)."
            yield Mistake(NAMESAKES, line, sentence)


def _elsewhere(sources: SourceTree, outside: Iterable[SourcePlace]) -> set[Elsewhere]:
    best: dict[tuple[str, str], tuple[str, int]] = {}
    for row in sources.rows(ELSEWHERE, ELSEWHERE_COLUMNS):
        key = fold(row["name"]), row["council"]
        best[key] = max(best.get(key, ("", -1)), (row["name"], int(row["people"])))
    for place in outside:
        key = fold(place.name), place.councils[0]
        best[key] = (place.name, best.get(key, ("", 0))[1])
    return {(key, code, name, people) for (key, code), (name, people) in best.items()}


def _namesakes(sources: SourceTree) -> list[tuple[str, int]]:
    rows = sources.rows(NAMESAKES, NAMESAKES_COLUMNS)
    return sorted((row["key"], int(row["places"])) for row in rows)
