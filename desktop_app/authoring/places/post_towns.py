"""Post towns: whose name may stand at the end of an address in which councils.

Source: general knowledge of which districts a post town has; the councils of each district come
from the postcodes that are already in the directory, so they need no list of their own.
"""

import sqlite3
from collections.abc import Iterator

from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector

FILE, COLUMNS = "places/post_towns.csv", ("town", "districts")
_DISTRICT = "SELECT council, present, runs FROM postcode_sector WHERE outward = ?"


def write_post_towns(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write every post town with its councils; stops at a town without a name or districts."""
    rows = list(sources.rows(FILE, COLUMNS))
    stop_at(_mistakes(rows))
    for row in rows:
        councils = {
            council
            for district in row["districts"].split()
            for sector in connection.execute(_DISTRICT, (district,)).fetchall()
            for council in Sector(*sector).counts()
        }
        connection.executemany(
            "INSERT INTO post_town VALUES (?, ?)",
            ((fold(row["town"]), council) for council in sorted(councils - {NO_COUNCIL})),
        )


def _mistakes(rows: list[dict[str, str]]) -> Iterator[Mistake]:
    seen = set()
    for line, row in enumerate(rows, 2):
        key = fold(row.get("town") or "")
        if not key or key in seen or not (row.get("districts") or "").split():
            sentence = "A post town needs a name of its own, and its postcode districts."
            yield Mistake(FILE, line, sentence)
        seen.add(key)
