"""Finding services by whatever was typed: names, old names, numbers, topics, places, typos."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.browse.search_words import (
    FILLER,
    digits_typed,
    fold,
    numbers_within,
    says_nothing,
    without_numbers,
    words_of,
)
from desktop_app.domain.services.directory import Meant, SearchHit
from desktop_app.domain.text.seen_text import as_seen
from desktop_app.store.search.advice import SearchAdvice
from desktop_app.store.search.fits import best, equal_fits, misspelt, once, refitted, unsure
from desktop_app.store.search.matchers import Tiers
from desktop_app.store.search.misspellings import Misspellings
from desktop_app.store.search.numbers import NumberRow, Numbers, fit, number_hits
from desktop_app.store.search.passing_words import without_passing
from desktop_app.store.search.phrases import Concepts
from desktop_app.store.search.places import SearchPlaces
from desktop_app.store.search.ranking import TYPO, Query, Rank, SearchMatch
from desktop_app.store.search.sentence_leads import SentenceLeads

LONGEST = 120
"""Letters of a query that are looked at; nobody means more than that."""
MOST_WORDS, MOST_SAID, MOST_JOINED = 8, 20, 3
AFTER_LOCAL = 30
"""What a national service costs where a place was named, beside those of the place itself."""
AFTER_ITS_EQUALS = 2
"""The same where a sentence was understood: who deals with it nationally comes after the local
services of that part, and before those that only have to do with it."""
ASKED_FOR = frozenset({"referral", "referrals", "refer", "form", "forms", "request", "details"})
"""What people want of a service that they name: "MARAC referral"."""
BY_NAME = (Rank.NAME_BEGINS, Rank.OLD_NAME_BEGINS, Rank.ALL_WORDS)
"""Where a service that can be rung comes before one without a number that fits as well."""
NAMED = (Rank.NAME, Rank.OLD_NAME)
"""Where a service without a number may stand first: its own name was typed, and in full."""
EQUAL = 8
"""How much of its place in the order tells how well a service fits; the rest only settles ties."""
WHOSE = 5
"""What a helper of some councils costs where nobody said which council: it may be the wrong one."""
HERE, NATIONAL, ELSEWHERE = 0, 1, 2
"""How far a service is from the desk's own council."""


class Search:
    """Searches an open directory; keeps nothing of what was typed but the last digits."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tiers = Tiers(connection)
        self._misspellings = Misspellings(connection)
        self._places = SearchPlaces(connection, self._misspellings.ordinary)
        self._concepts = Concepts(connection)
        self._numbers = Numbers(connection)
        self._advice = SearchAdvice(connection, self._numbers)
        self._leading = SentenceLeads(connection, self._misspellings)

    def advice(self, text: str) -> tuple[str, ...]:
        """What to say beside what is found, or instead of it; mostly nothing."""
        return self._advice.sentences(as_seen(text)[:LONGEST])

    def meant(self, text: str) -> tuple[Meant, ...]:
        """What the phrases of a sentence are about, in the order they were said."""
        try:
            return self._meant(text)
        finally:
            self._misspellings.forget()

    def _meant(self, text: str) -> tuple[Meant, ...]:
        text = self._places.without_streets(as_seen(text)[:LONGEST])
        said = tuple(fold(self._leading.without_everyday(text)).split())[:MOST_SAID]
        return self._leading.meant(said, self._concepts.meant(said))

    def hits(self, text: str, *, home: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        """The services found, best first; `home` (a council code) settles ties."""
        try:
            return self._hits(text, home, limit)
        finally:
            self._misspellings.forget()

    def _hits(self, text: str, home: str | None, limit: int) -> tuple[SearchHit, ...]:
        text = self._places.without_streets(as_seen(text)[:LONGEST])
        numbers = self._numbers_in(text, home)
        if digits_typed(text) is None:  # a name may be all digits: "16 89 111"
            text = "" if numbers and says_nothing(text) else without_numbers(text)
            text = self._leading.without_everyday(text)
        told = self._told(words_of(text)[:MOST_WORDS])
        words = self._ordered(self._fitting(text), home, limit, told=bool(told))
        said = tuple(fold(text).split())[:MOST_SAID]
        words = self._leading.before(words, said, home, tuple(code for code, _ in told))
        exact = [hit for hit in (*numbers, *words) if hit.exact]
        return tuple(refitted(once([*exact, *numbers, *words])))[:limit]

    def _told(self, words: tuple[str, ...]) -> list[tuple[str, str]]:
        """The place that is named, which beats the desk's own; a misspelt one too: "keyens"."""
        told = self._places.named(words)[0]
        if told or len(words) < 2:
            return told
        likeliest = self._misspellings.likeliest
        return self._places.named([part for word in words for part in likeliest(word).split()])[0]

    def _numbers_in(self, text: str, home: str | None) -> list[SearchHit]:
        """The lines of a number typed alone; else those of every number that stands in the text."""
        digits = digits_typed(text)
        alone = self._numbers.rows(digits) if digits else ("", [])
        if alone[1]:
            return self._number_hits(*alone, home)
        found = (self._numbers.within(each) for each in numbers_within(text))
        return [hit for meant, rows in found for hit in self._number_hits(meant, rows, home)]

    def _number_hits(self, digits: str, rows: list[NumberRow], home: str | None) -> list[SearchHit]:
        away = self._distances([row[1] for row in rows], home)
        rows = sorted(
            rows, key=lambda row: (fit(row[0], digits), row[3], away[row[1]], row[1], row[2])
        )
        fits = equal_fits((fit(row[0], digits), row[3]) for row in rows)
        return number_hits(self._connection, zip(rows, fits, strict=True), digits)

    def _fitting(self, text: str) -> dict[int, SearchMatch]:
        """What is found, without what holds an ordinary word of the language only in passing."""
        found, words = self._found(text), words_of(text)
        if len(words) != 1 or not self._misspellings.ordinary.holds_word(words[0]):
            return found
        silent, apart = self._tiers.traits(found).silent, self._tiers.apart
        return without_passing(found, words[0], silent, apart)

    def _found(self, text: str) -> dict[int, SearchMatch]:
        """Each service's best match: as typed, else in a likely reading of misspelt words."""
        folded, words = fold(text), words_of(text)[:MOST_WORDS]
        if not words:
            return {}
        typed = best(self._read(Query(folded, words, said=tuple(folded.split())[:MOST_SAID])))
        whole = any(match.tier != Rank.CONCEPT for match in typed.values())  # every word was found
        if whole:
            return typed
        if named := self._named(words):
            return best([*named.values(), *(unsure(match) for match in typed.values())])
        if typed and self._misspellings.understood(words):
            return typed
        typos = self._misspellings.readings(words)
        found = best([*self._misspelt(typos), *(unsure(match) for match in typed.values())])
        return found or best(self._tiers.some(Query("", words)))

    def _named(self, words: tuple[str, ...]) -> dict[int, SearchMatch]:
        """Services that several words name in full, where even a word of the language is a typo.

        "mens advise line": one such word alone is never read as another.
        """
        if len(words) < 2:
            return {}
        typos = self._misspellings.readings(words, ordinary=True)
        return best(m for m in self._misspelt(typos) if m.tier % TYPO <= Rank.SUBJECT)

    def _misspelt(self, readings: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[SearchMatch]:
        for cost, reading in readings:
            text = " ".join(reading)
            for match in self._read(Query(text, reading, said=reading)):
                yield misspelt(match, cost, text)

    def _read(self, query: Query) -> Iterator[SearchMatch]:
        """Everything found for these words: as they stand, and with a place taken out of them."""
        holding = self._tiers.holding(query.words)
        found: list[SearchMatch] = []
        for text in ways_to_say(query):
            way = list(self._tiers.typed_as(replace(query, folded=text), holding))
            found += way
            if any(each.exact for each in way):
                break  # "hits me" says more than "hits"
        places, rest = self._places.named(query.words)
        if not places:
            yield from found
            yield from self._understood(query, found)
            return
        councils = tuple(dict.fromkeys(code for code, _ in places))
        there = self._tiers.working_in(councils, found)
        yield from (each for each in found if each.exact or each.number in there)
        said = tuple(word for word in query.said if word in rest or word not in query.words)
        asked = Query(" ".join(rest), rest, councils, said)
        named = " / ".join(dict.fromkeys(name for _, name in places))
        matches = list(self._tiers.all(asked))
        understood = self._understood(asked, matches)
        everywhere = self._understood(replace(asked, councils=()), matches)
        national = self._national([match.number for match in (*matches, *everywhere)])
        matches += (*understood, *(each for each in everywhere if each.number in national))
        for match in matches:  # whoever names a place means the services of that place
            far = AFTER_LOCAL if match.tier != Rank.CONCEPT else AFTER_ITS_EQUALS
            cost = match.cost + 1 + (far if match.number in national else 0)
            yield match._replace(cost=cost, exact=False, matched=match.matched or named)

    def _understood(self, query: Query, found: Iterable[SearchMatch]) -> list[SearchMatch]:
        """What a sentence is about; nothing has to be understood that was typed in full."""
        return [] if any(each.exact for each in found) else list(self._concepts.found(query))

    def _national(self, services: Sequence[int]) -> set[int]:
        query = (
            "SELECT number FROM service WHERE national"
            " AND number IN (SELECT value FROM json_each(?))"
        )
        return {row[0] for row in self._connection.execute(query, (json.dumps(services),))}

    def _ordered(
        self, found: dict[int, SearchMatch], home: str | None, limit: int, *, told: bool
    ) -> list[SearchHit]:
        away = self._distances(list(found), None if told else home)
        silent = self._tiers.traits(found).silent
        nobody_said = frozenset() if home or told else self._tiers.local_helpers(found)

        def place(match: SearchMatch) -> tuple[int, ...]:
            # Somebody else's service comes after the desk's own that fits in the same way.
            how_far = away[match.number]
            inexact, tier, cost = match.worth
            about = tier % TYPO not in NAMED
            return (
                inexact,
                tier // TYPO,
                about and match.number in silent,
                tier % TYPO > Rank.OLD_NAME and how_far == ELSEWHERE,
                tier,
                how_far == ELSEWHERE,
                tier in BY_NAME and match.number in silent,
                cost + (WHOSE if match.number in nobody_said else 0),
                how_far,
                not match.named,  # of two with the same old name, the one that still bears it
                match.number,
            )

        order = sorted(found.values(), key=place)[:limit]
        names = self._names(each.number for each in order)
        fits = equal_fits([place(each)[:EQUAL] for each in order])
        return [
            SearchHit(
                service_id=names[each.number][0],
                why=each.why,
                matched=each.matched or names[each.number][1],
                exact=each.exact,
                fit=fit,
                rung=each.number not in silent,
                partly=each.tier == Rank.SOME_WORDS,
            )
            for each, fit in zip(order, fits, strict=True)
        ]

    def _names(self, services: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The id and the name of each service."""
        query = (
            "SELECT number, id, name FROM service WHERE number IN (SELECT value FROM json_each(?))"
        )
        found = self._connection.execute(query, (_json(services),))
        return {number: (key, name) for number, key, name in found}

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


def ways_to_say(query: Query) -> Iterator[str]:
    """The text as it stands, without the filler it begins with, and without any: "he hits me"."""
    said = query.folded.split()
    at = next((at for at, word in enumerate(said) if word not in FILLER), 0)
    texts = (" ".join(said[start:]) for start in range(at + 1))
    joined = ("".join(said),) if 1 < len(said) <= MOST_JOINED else ()  # "hour glass"
    rest = " ".join(word for word in query.words if word not in ASKED_FOR)
    yield from dict.fromkeys((*texts, " ".join(query.words), *((rest,) if rest else ()), *joined))


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
