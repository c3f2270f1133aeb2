"""Every council of the United Kingdom, from councils.csv into the directory."""

import re
import sqlite3

from desktop_app.authoring.read.area import read_area
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree

FILE = "councils.csv"
CODE = re.compile(r"[EWSNLM]\d{8}")
Row = tuple[str, str]


def ensure_councils(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write the councils, unless they are there already."""
    if not connection.execute("SELECT 1 FROM council").fetchone():
        write_councils(connection, sources)


def write_councils(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write every council, numbered from 1 in the order of their codes, and which are ours."""
    rows = sorted(read_councils(sources))
    area = read_area(sources, dict(rows))
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
