"""Every council of the United Kingdom, from councils.csv into the directory."""

import re
import sqlite3

from desktop_app.authoring.read.area import read_area
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree

FILE, BODIES, ANSWERING = "councils.csv", "bodies.csv", "answering.csv"
COUNTY_CODES, COUNTY_COUNCIL = "E10", " County Council"
CODE = re.compile(r"[EWSNLM]\d{8}")
Row = tuple[str, str]


def ensure_councils(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write the councils, unless they are there already."""
    if not connection.execute("SELECT 1 FROM council").fetchone():
        write_councils(connection, sources)


def write_councils(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write every council, numbered from 1 in the order of their codes, and which are ours.

    A county of the area stands among them; its districts point at it.
    """
    area = read_area(sources, council_names(sources))
    own = {council.code: council.name for council in area.councils if is_county(council.code)}
    rows = sorted({**dict(read_councils(sources)), **own}.items())
    ours = {council.code: (council.slug, at) for at, council in enumerate(area.councils)}
    words = ((word,) for word in sorted(set(area.counties)))
    connection.executemany("INSERT INTO county_word VALUES (?)", words)
    connection.executemany(
        "INSERT INTO council (number, code, name, slug, position) VALUES (?, ?, ?, ?, ?)",
        (
            (number, code, name, *ours.get(code, (None, None)))
            for number, (code, name) in enumerate(rows, 1)
        ),
    )
    connection.executemany(
        "INSERT INTO county_district SELECT d.number, c.number FROM council d, council c"
        " WHERE d.code = ? AND c.code = ?",
        [(district, county) for county in own for district in districts_of(county, sources)],
    )


def council_names(sources: SourceTree) -> dict[str, str]:
    """The name of everything that can be an authority, by code: each council, and each county.

    A county is called as people say it: "Norfolk".
    """
    named = dict(read_councils(sources))
    if BODIES in sources:
        counties = (row for row in sources.rows(BODIES) if is_county(row.get("id", "")))
        named |= {row["id"]: row.get("name", "").removesuffix(COUNTY_COUNCIL) for row in counties}
    return named


def is_county(code: str) -> bool:
    """Whether a code is a county's: a council of councils, which itself has no postcodes."""
    return code.startswith(COUNTY_CODES)


def districts_of(county: str, sources: SourceTree) -> list[str]:
    """The codes of the districts in which a county runs social services, in order."""
    rows = sources.rows(ANSWERING) if ANSWERING in sources else ()
    return sorted({row["council"] for row in rows if row.get("county") == county})


def read_councils(sources: SourceTree) -> list[Row]:
    """The rows of councils.csv; stops at a missing name or a code given twice."""
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for number, row in enumerate(sources.rows(FILE), 2):
        code, name = row.get("code", ""), row.get("name", "")
        if not code or not name:
            mistakes.append(Mistake(FILE, number, "A council needs a code and a name."))
        elif not CODE.fullmatch(code):
            sentence = f"“{code}” is not an ONS code: one letter of E, W, S, N, L, M, 8 digits."
            mistakes.append(Mistake(FILE, number, sentence))
        if code in dict(rows):
            mistakes.append(Mistake(FILE, number, f"The code {code} is given twice."))
        rows.append((code, name))
    stop_at(mistakes)
    return rows
