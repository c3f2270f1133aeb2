"""Names of councils, counties and nations, so that none of them is taken for a place of ours.

`council_names.csv` holds names people use or used (a former council, with the one that took over);
`areas_elsewhere.csv` counties, nations and regions, with their ONS code and the codes of what they
stand for: a county by itself and the unitary councils beside it. Neither: too large to tell one.
"""

import sqlite3
from collections.abc import Iterator

from desktop_app.authoring.read.councils import is_county
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.council_titles import bare_title
from desktop_app.domain.places.place_names import fold

NAMES = "places/council_names.csv"
AREAS = "places/areas_elsewhere.csv"
COLUMNS = ("name", "council", "kind")
AREA_COLUMNS = ("name", "code", "spelled", "councils")
Row = dict[str, str]


def write_council_names(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write both tables; stops at a code that nobody has and a name given twice."""
    councils = dict(connection.execute("SELECT code, name FROM council").fetchall())
    names, areas = list(sources.rows(NAMES, COLUMNS)), list(sources.rows(AREAS, AREA_COLUMNS))
    stop_at([*_unknown(names, councils), *_mistakes(areas, councils)])
    numbers = dict(connection.execute("SELECT code, number FROM council").fetchall())
    keys = {(bare_title(fold(name)), numbers[code]) for code, name in councils.items()}
    keys |= {(bare_title(fold(row["name"])), numbers[row["council"]]) for row in names}
    connection.executemany("INSERT INTO council_name VALUES (?, ?)", sorted(keys))
    ours = _ours(connection)
    connection.executemany(
        "INSERT INTO area_elsewhere VALUES (?, ?, ?, ?, ?)", _areas(areas, councils, ours)
    )


def _ours(connection: sqlite3.Connection) -> frozenset[str]:
    """The codes of the area's own councils, and of the districts of its counties."""
    query = (
        "SELECT code FROM council WHERE slug IS NOT NULL"
        " OR number IN (SELECT district FROM county_district)"
    )
    return frozenset(code for (code,) in connection.execute(query))


def _areas(
    rows: list[Row], councils: dict[str, str], ours: frozenset[str]
) -> Iterator[tuple[str, int, str, str, str]]:
    named = councils | {row["code"]: row["name"] for row in rows if row["code"]}
    members = {row["code"]: row["councils"].split() for row in rows if row["code"]}
    for row in rows:
        listed = [row["code"]] if row["code"] else row["councils"].split()
        codes = _opened(listed, members, ours)
        for key in sorted({fold(name) for name in _called(row)}):
            for position, code in enumerate(codes or [""]):
                yield key, position, row["name"], code, named.get(code, "")


def _opened(codes: list[str], members: dict[str, list[str]], ours: frozenset[str]) -> list[str]:
    """What a name stands for; where some of it is ours, every council in it, ours in front.

    Nobody in a part of a metropolitan county that is ours may be told that it is outside; whoever
    says the name of a county may mean the city within it that has a council of its own.
    """
    found: list[str] = []
    for code in codes:
        within = members.get(code, [])
        whole = ours.isdisjoint((code, *within))
        found += [code] if whole or not within else [code] * is_county(code) + within
    return sorted(dict.fromkeys(found), key=lambda code: code not in ours)


def _called(row: Row) -> list[str]:
    return [row["name"], *(name for name in row["spelled"].split("|") if name)]


def _unknown(rows: list[Row], councils: dict[str, str]) -> Iterator[Mistake]:
    for line, row in enumerate(rows, 2):
        if row["council"] not in councils or not fold(row["name"]):
            sentence = "A name of a council needs the code of one in councils.csv."
            yield Mistake(NAMES, line, sentence)


def _mistakes(rows: list[Row], councils: dict[str, str]) -> Iterator[Mistake]:
    known = {*councils, *(row["code"] for row in rows if row["code"])}
    seen: set[str] = set()
    for line, row in enumerate(rows, 2):
        keys = {fold(name) for name in _called(row)}
        if not keys.isdisjoint(seen) or "" in keys:
            yield Mistake(AREAS, line, "A name is missing, or was given before.")
        if not known.issuperset(row["councils"].split()):
            yield Mistake(AREAS, line, "No council and no area has one of these codes.")
        seen |= keys
