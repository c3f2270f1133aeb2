"""Finding services by whatever was typed: names, old names, numbers, topics, places, slips."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.browse.search_words import digits_typed, fold, numbers_within, words_of
from desktop_app.domain.places.seen_text import as_seen
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.store.search.matchers import Tiers
from desktop_app.store.search.misspellings import Slips
from desktop_app.store.search.numbers import fit, number_hits, number_rows
from desktop_app.store.search.phrases import Concepts
from desktop_app.store.search.places import SearchPlaces
from desktop_app.store.search.ranking import SLIP, UNSURE, Found, Query, Tier

LONGEST = 120
"""Letters of a query that are looked at; nobody means more than that."""
MOST_WORDS, MOST_SAID = 8, 20
AFTER_LOCAL = 30
"""What a national service costs where a place was named, beside those of the place itself."""
BY_NAME = (Tier.NAME_BEGINS, Tier.OLD_NAME_BEGINS, Tier.ALL_WORDS)
"""Where a service that can be rung comes before one without a number that fits as well."""
HERE, NATIONAL, ELSEWHERE = 0, 1, 2
"""How far a service is from the desk's own council."""


class Search:
    """Searches an open directory; keeps nothing of what was typed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tiers = Tiers(connection)
        self._places = SearchPlaces(connection)
        self._slips = Slips(connection)
        self._concepts = Concepts(connection)

    def hits(self, text: str, *, home: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """The services found, best first; `home` (a council code) settles ties."""
        text = self._places.without_streets(as_seen(text)[:LONGEST])
        told = self._places.named(words_of(text)[:MOST_WORDS])[0]  # a place named beats the desk's
        words = self._ordered(self._found(text), None if told else home, limit)
        numbers = self._numbers_in(text, home)
        exact = [hit for hit in (*numbers, *words) if hit.exact]
        return tuple(_once([*exact, *numbers, *words]))[:limit]

    def _numbers_in(self, text: str, home: str | None) -> list[SearchHit]:
        """The lines of a number typed alone; else those of every number that stands in the text."""
        digits = digits_typed(text)
        alone = self._numbers(digits, home) if digits else []
        if alone:
            return alone
        return [hit for each in numbers_within(text) for hit in self._numbers(each, home)]

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
        folded, words = fold(text), words_of(text)[:MOST_WORDS]
        if not words:
            return {}
        typed = best(self._read(Query(folded, words, said=tuple(folded.split())[:MOST_SAID])))
        whole = any(match.tier != Tier.CONCEPT for match in typed.values())  # every word was found
        if whole or (typed and self._slips.understood(words)):
            return typed
        slips = self._slips.readings(words)
        found = best([*self._misspelt(slips), *(unsure(match) for match in typed.values())])
        return found or best(self._tiers.some(Query("", words)))

    def _misspelt(self, readings: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[Found]:
        for cost, reading in readings:
            text = " ".join(reading)
            for match in self._read(Query(text, reading, said=reading)):
                yield slipped(match, cost, text)

    def _read(self, query: Query) -> Iterator[Found]:
        """Everything found for these words: as they stand, and with a place taken out of them."""
        together = " ".join(query.words)
        ways = [replace(query, folded=text) for text in dict.fromkeys((query.folded, together))]
        holding = self._tiers.holding(query.words)
        found = [each for way in ways for each in self._tiers.typed_as(way, holding)]
        yield from found
        places, rest = self._places.named(query.words)
        if not places:
            yield from self._understood(query, found)
            return
        said = tuple(word for word in query.said if word in rest or word not in query.words)
        councils = tuple(dict.fromkeys(code for code, _ in places))
        there = Query(" ".join(rest), rest, councils, said)
        named = " / ".join(dict.fromkeys(name for _, name in places))
        matches = list(self._tiers.all(there))
        matches += self._understood(there, matches)
        national = self._national([match.number for match in matches])
        for match in matches:  # whoever names a place means the services of that place
            cost = match.cost + 1 + (AFTER_LOCAL if match.number in national else 0)
            yield match._replace(cost=cost, exact=False, matched=match.matched or named)

    def _understood(self, query: Query, found: Iterable[Found]) -> list[Found]:
        """What a sentence is about; nothing has to be understood that was typed in full."""
        return [] if any(each.exact for each in found) else list(self._concepts.found(query))

    def _national(self, services: Sequence[int]) -> set[int]:
        query = (
            "SELECT number FROM service WHERE national"
            " AND number IN (SELECT value FROM json_each(?))"
        )
        return {row[0] for row in self._connection.execute(query, (json.dumps(services),))}

    def _ordered(self, found: dict[int, Found], home: str | None, limit: int) -> list[SearchHit]:
        away = self._distances(list(found), home)
        by_name = [match.number for match in found.values() if match.tier in BY_NAME]
        silent = self._tiers.traits(by_name).silent

        def place(match: Found) -> tuple[bool, int, bool, bool, int, int, bool, int]:
            # Somebody else's service comes after the desk's own that fits in the same way.
            how_far = away[match.number]
            inexact, tier, cost = match.worth
            return (
                inexact,
                tier,
                how_far == ELSEWHERE,
                tier in BY_NAME and match.number in silent,
                cost,
                how_far,
                not match.named,  # of two with the same old name, the one that still bears it
                match.number,
            )

        order = sorted(found.values(), key=place)[:limit]
        query = (
            "SELECT number, id, name FROM service WHERE number IN (SELECT value FROM json_each(?))"
        )
        names = {
            row[0]: row[1:]
            for row in self._connection.execute(query, (_json(f.number for f in order),))
        }
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


def unsure(match: Found) -> Found:
    """A match of the words that were understood, while others were not."""
    return match._replace(tier=match.tier + UNSURE)


def slipped(match: Found, cost: int, reading: str) -> Found:
    """The same match, found only by reading misspelt words another way."""
    return match._replace(
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
