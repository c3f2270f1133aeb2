"""Proves the packed postcodes against the list they were made from, row by row."""

import random
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.authoring.places.postcodes import Row, package_rows
from desktop_app.domain.places.postcode import INWARD_LETTERS, Postcode, whole_postcode
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector

INVENTED = 10_000
_MOST_SHOWN = 10
_SEED = 20261122

LookUp = Callable[[Postcode], int | None]
"""The council number of a postcode; 0: none recorded; None: not known."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the proof found; `wrong` and `accepted` show the first few offenders."""

    rows: int
    wrong_rows: int
    wrong: tuple[str, ...]
    invented: int
    accepted: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether every row came back right and no invented postcode was taken for known."""
        return bool(self.rows) and not self.wrong_rows and not self.accepted

    def __str__(self) -> str:
        lines = [
            f"{self.rows:,} postcodes looked up, {self.wrong_rows:,} wrong.",
            f"{self.invented:,} invented postcodes tried, {len(self.accepted):,} taken for known.",
        ]
        return "\n".join([*lines, *self.wrong, *self.accepted[:_MOST_SHOWN]])


def prove(
    connection: sqlite3.Connection,
    look_up: LookUp | None = None,
    rows: Iterable[Row] | None = None,
) -> Proof:
    """Look up every postcode of the package, and 10,000 that nobody has (some 10 seconds).

    Without `look_up` the packed rows are read as they lie; a caller above may hand in the
    look-up that the window uses.
    """
    find = look_up or packed_council(connection)
    numbers: dict[str | None, int] = {None: NO_COUNCIL}
    numbers |= dict(connection.execute("SELECT code, number FROM council"))
    known: set[str] = set()
    wrong: list[str] = []
    for text, code in package_rows() if rows is None else rows:
        known.add(text)
        postcode = whole_postcode(text)
        if postcode is None or find(postcode) != numbers[code]:
            wrong.append(f"{text} should be in {code}")
    invented = _invented(known)
    accepted = tuple(str(one) for one in invented if find(one) is not None)
    shown = tuple(wrong[:_MOST_SHOWN])
    return Proof(len(known), len(wrong), shown, len(invented), accepted)


def packed_council(connection: sqlite3.Connection) -> LookUp:
    """The packed rows read as they lie, beside the look-up that the window uses."""

    @lru_cache(maxsize=64)
    def sector(outward: str, digit: str) -> Sector | None:
        row = connection.execute(
            "SELECT council, present, runs FROM postcode_sector WHERE outward = ? AND digit = ?",
            (outward, digit),
        ).fetchone()
        return Sector(*row) if row else None

    def find(postcode: Postcode) -> int | None:
        unit = postcode.unit_number
        if unit is not None:
            found = sector(postcode.outward, postcode.digit)
            return found.council_of(unit) if found else None
        odd = str(postcode).replace(" ", "")
        query = "SELECT council FROM postcode_odd WHERE postcode = ?"
        row = connection.execute(query, (odd,)).fetchone()
        return int(row[0]) if row else None

    return find


def _invented(known: set[str]) -> list[Postcode]:
    """Postcodes in sectors that exist, with endings nobody has: the hardest ones to refuse."""
    chance = random.Random(_SEED)  # the same ones every time
    sectors = sorted({text[:-2] for text in known})
    found: dict[Postcode, None] = {}
    for _ in range(INVENTED * 20):
        if len(found) == INVENTED:
            break
        sector = chance.choice(sectors)
        unit = chance.choice(INWARD_LETTERS) + chance.choice(INWARD_LETTERS)
        if sector + unit not in known:
            found[Postcode(sector[:-1], sector[-1], unit)] = None
    return list(found)
