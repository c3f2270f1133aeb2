"""Every council of the United Kingdom, from db/sources/councils.csv into the directory."""

import csv
import re
import sqlite3
from pathlib import Path

from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.domain.places.councils import COUNCILS

FILE = "councils.csv"
CODE = re.compile(r"[EWSNLM]\d{8}")
Row = tuple[str, str, str | None]


def ensure_councils(connection: sqlite3.Connection, sources: Path) -> None:
    """Write the councils, unless they are there already."""
    if not connection.execute("SELECT 1 FROM council").fetchone():
        write_councils(connection, sources)


def write_councils(connection: sqlite3.Connection, sources: Path) -> None:
    """Write code, name and slug of every council, numbered from 1 in the order of their codes."""
    rows = sorted(read_councils(sources))
    connection.executemany(
        "INSERT INTO council (number, code, name, slug) VALUES (?, ?, ?, ?)",
        ((number, *row) for number, row in enumerate(rows, 1)),
    )


def read_councils(sources: Path) -> list[Row]:
    """The rows of councils.csv; stops at a missing name, a code given twice, or a changed four."""
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    with (sources / FILE).open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            code, name = (row.get("code") or "").strip(), (row.get("name") or "").strip()
            if not code or not name:
                mistakes.append(Mistake(FILE, number, "A council needs a code and a name."))
            elif not CODE.fullmatch(code):
                sentence = f"“{code}” is not an ONS code: one letter of E, W, S, N, L, M, 8 digits."
                mistakes.append(Mistake(FILE, number, sentence))
            if code in {known for known, _, _ in rows}:
                mistakes.append(Mistake(FILE, number, f"The code {code} is given twice."))
            rows.append((code, name, row.get("slug") or None))
    ours = {(council.code, council.name, council.slug) for council in COUNCILS}
    if {row for row in rows if row[2]} != ours:
        sentence = (
            "The four councils with a slug must be those of desktop_app/domain/places/councils.py."
        )
        mistakes.append(Mistake(FILE, 0, sentence))
    stop_at(mistakes)
    return rows
