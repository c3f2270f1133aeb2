"""Finding services by whatever was typed: names, old names, numbers, topics, places, slips."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.directory import HitWhy, SearchHit
from desktop_app.domain.search_words import digits_typed, fold, words_of
from desktop_app.store.search_found import SLIP, Found, Query
from desktop_app.store.search_numbers import fit, number_hits, number_rows
from desktop_app.store.search_slips import Slips
from desktop_app.store.search_tiers import Tiers

LONGEST = 120
"""Letters of a query that are looked at; nobody means more than that."""
MOST_WORDS = 8
AFTER_LOCAL = 30
"""What a national service costs where a place was named, beside those of the place itself."""
HERE, NATIONAL, ELSEWHERE = 0, 1, 2
"""How far a service is from the desk's own council."""


class Search:
    """Searches an open directory; keeps nothing of what was typed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tiers = Tiers(connection)
        self._slips = Slips(connection)

    def hits(self, text: str, *, home: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """The services found, best first; `home` (a council code) settles ties."""
        text = text[:LONGEST]
        words = self._ordered(self._found(text), home)[:limit]
        digits = digits_typed(text)
        numbers = self._numbers(digits, home) if digits else []
        exact = [hit for hit in (*numbers, *words) if hit.exact]
        return tuple(_once([*exact, *numbers, *words]))[:limit]

    def _numbers(self, digits: str, home: str | None) -> list[SearchHit]:
        rows = number_rows(self._connection, digits)
        if not rows and digits.startswith("44"):
            digits = "0" + digits[2:]
            rows = number_rows(self._connection, digits)
        away = self._distances([row[1] for row in rows], home)
        rows.sort(key=lambda row: (fit(row[0], digits), row[3], away[row[1]], row[1], row[2]))
        return number_hits(self._connection, rows, digits)

    def _found(self, text: str) -> dict[int, Found]:
        """Each service's best match: as typed, else in a likely reading of misspelt words."""
        words = words_of(text)[:MOST_WORDS]
        if not words:
            return {}
        found = best(self._read(fold(text), words))
        if found:
            return found
        readings = list(self._slips.readings(words))
        found = best(
            slipped(match, cost, " ".join(reading))
            for cost, reading in readings
            for match in self._read(" ".join(reading), reading)
        )
        return found or best(self._tiers.some(Query("", words)))

    def _read(self, folded: str, words: Sequence[str]) -> Iterator[Found]:
        """Everything found for these words: as they stand, and with a place taken out of them."""
        together = " ".join(words)
        for phrase in dict.fromkeys((folded, together)):
            yield from self._tiers.all(Query(phrase, tuple(words)))
        places, rest = self._tiers.places(words)
        if places:
            councils = tuple(dict.fromkeys(code for code, _ in places))
            named = " / ".join(dict.fromkeys(name for _, name in places))
            matches = list(self._tiers.all(Query(" ".join(rest), rest, councils)))
            national = self._national([match.number for match in matches])
            for match in matches:  # whoever names a place means the services of that place
                cost = match.cost + 1 + (AFTER_LOCAL if match.number in national else 0)
                yield replace(match, cost=cost, exact=False, matched=match.matched or named)

    def _national(self, services: Sequence[int]) -> set[int]:
        query = (
            "SELECT number FROM service WHERE national"
            " AND number IN (SELECT value FROM json_each(?))"
        )
        return {row[0] for row in self._connection.execute(query, (json.dumps(services),))}

    def _ordered(self, found: dict[int, Found], home: str | None) -> list[SearchHit]:
        away = self._distances(list(found), home)

        def place(match: Found) -> tuple[bool, int, bool, int, int, bool, int]:
            # Somebody else's service comes after the desk's own that fits in the same way.
            how_far = away[match.number]
            inexact, tier, cost = match.worth
            return (
                inexact,
                tier,
                how_far == ELSEWHERE,
                cost,
                how_far,
                not match.named,  # of two with the same old name, the one that still bears it
                match.number,
            )

        order = sorted(found.values(), key=place)
        query = (
            "SELECT number, id, name FROM service WHERE number IN (SELECT value FROM json_each(?))"
        )
        names = {row[0]: row[1:] for row in self._connection.execute(query, (_json(found),))}
        return [
            SearchHit(names[f.number][0], f.why, f.matched or names[f.number][1], f.exact)
            for f in order
        ]

    def _distances(self, services: Sequence[int], home: str | None) -> dict[int, int]:
        """HERE, NATIONAL or ELSEWHERE for each service; all HERE when no home was set."""
        away = dict.fromkeys(services, HERE)
        if home is None:
            return away
        query = (
            "SELECT number, CASE WHEN national THEN 1 WHEN council IS NULL THEN 2 ELSE 0 END"
            " FROM service LEFT JOIN service_area a ON a.service = number AND a.council = ?"
            " WHERE number IN (SELECT value FROM json_each(?))"
        )
        away.update(self._connection.execute(query, (home, _json(away))))
        return away


def best(matches: Iterable[Found]) -> dict[int, Found]:
    """The best match of each service."""
    found: dict[int, Found] = {}
    for match in matches:
        held = found.get(match.number)
        if held is None or match.worth < held.worth:
            found[match.number] = match
    return found


def slipped(match: Found, cost: int, reading: str) -> Found:
    """The same match, found only by reading misspelt words another way."""
    return replace(
        match,
        tier=match.tier + SLIP * cost,
        why=HitWhy.MISSPELLING,
        matched=match.matched or reading,
        exact=False,
    )


def _once(hits: Iterable[SearchHit]) -> Iterator[SearchHit]:
    seen: set[str] = set()
    for hit in hits:
        if hit.service_id not in seen:
            seen.add(hit.service_id)
            yield hit


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
