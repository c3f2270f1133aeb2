"""The ways of matching words: each looks one table up and stops after a page of results."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.search.phrases import TAGGED, people_using_abuse
from desktop_app.store.search.ranking import BEYOND, MOST, PLENTY, Query, Rank, SearchMatch

SHORTEST_PLACE = 3
SUBJECT_COSTS = {"role": 0, "topic": 10, "audience": 20, "line": 20}
"""What a service costs that is about a subject without its being that service's part."""
NAME_TIERS = {
    ("name", True): Rank.NAME,
    ("old name", True): Rank.OLD_NAME,
    ("name", False): Rank.NAME_BEGINS,
    ("old name", False): Rank.OLD_NAME_BEGINS,
}
WHYS = {"name": HitWhy.NAME, "old name": HitWhy.OLD_NAME}
IN_COUNCILS = (
    " AND EXISTS (SELECT 1 FROM service_area a WHERE a.service = found.service"
    " AND a.council IN (SELECT value FROM json_each(:councils)))"
)


HELPERS = ("da_local", "sarc", "refuge", "victim_support")
"""Parts for which there is a helper of some councils, and another for the whole country."""
BEGINS_WITH_ALL = -1
"""What a name costs that begins with everything that was typed, filler words included."""
APART = 99
AFTER_LEADS = 8
"""What a service that is only described costs beside those one rings about a subject."""
OLDER = {"name": 0, "old name": 2}
NOWHERE = 5
"""What a word costs that stands in no name, only among topics, areas or other words."""

NameRow = tuple[str, str, str]
"""Folded name, whether it is the name or an old one, and the name as written."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What some services are: only described, or without a number."""

    described: frozenset[int]
    silent: frozenset[int]


class Tiers:
    """Looks words up in an open directory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.apart = people_using_abuse(connection)

    def traits(self, services: Iterable[int]) -> Traits:
        """Which of these services are only described, and which have no number."""
        query = (
            "SELECT number, status = 'reference',"
            " NOT EXISTS (SELECT 1 FROM line WHERE line.service = service.number"
            " AND line.kind <> 'fax' AND line.standing <> 'superseded')"
            " FROM service WHERE number IN (SELECT value FROM json_each(?))"
        )
        rows = self._connection.execute(query, (json.dumps(list(services)),)).fetchall()
        return Traits(
            frozenset(number for number, described, _ in rows if described),
            frozenset(number for number, _, silent in rows if silent),
        )

    def all(self, query: Query) -> Iterator[SearchMatch]:
        """Everything found for one query, a service possibly several times."""
        if not query.words:
            yield from self._in_place(query)
            return
        holding = self.holding(query.words)
        there = self.working_in(query.councils, holding)
        yield from self.typed_as(query, [each for each in holding if each.number in there])

    def holding(self, words: Sequence[str]) -> list[SearchMatch]:
        """The services that hold every word, however the words were put."""
        return [] if self._nowhere(words) else list(self._texts(words, " AND "))

    def working_in(self, councils: Sequence[str], found: Iterable[SearchMatch]) -> set[int]:
        """Those that work in these councils or everywhere: who names a place means no others."""
        query = (
            "SELECT number FROM service WHERE number IN (SELECT value FROM json_each(?))"
            " AND (national OR EXISTS (SELECT 1 FROM service_area WHERE service = number"
            " AND council IN (SELECT value FROM json_each(?))))"
        )
        asked = (json.dumps([each.number for each in found]), json.dumps(list(councils)))
        return {number for (number,) in self._connection.execute(query, asked)}

    def local_helpers(self, services: Iterable[int]) -> frozenset[int]:
        """Those that help victims in some councils only."""
        query = (
            "SELECT number FROM service WHERE number IN (SELECT value FROM json_each(:services))"
            " AND NOT national AND EXISTS (SELECT 1 FROM service_role WHERE service = number"
            " AND role IN (SELECT value FROM json_each(:roles)))"
        )
        asked = {"services": json.dumps(list(services)), "roles": json.dumps(HELPERS)}
        return frozenset(number for (number,) in self._connection.execute(query, asked))

    def typed_as(self, query: Query, holding: Sequence[SearchMatch]) -> Iterator[SearchMatch]:
        """Names and subjects that begin with what was typed, beside services `holding` it all."""
        subjects = list(self._subjects(query))
        common = any(about.exact for about in subjects)
        names = [*self._names(query), *holding]
        named = {found.number for found in names if found.why is HitWhy.NAME}
        traits = self.traits({found.number for found in (*names, *subjects)})
        for each in names:
            found = each._replace(named=True) if each.number in named else each
            found = self._placed(found, traits)
            # "DV" is what many services are also called: it means the subject, and those whose
            # part it is come first.
            generic = common and found.tier is Rank.OLD_NAME
            cost = 4 + _unfit(found, named, traits)
            yield found._replace(tier=Rank.SUBJECT, cost=cost) if generic else found
        for found in subjects:  # of two that deal with a subject, the one named after it is first
            yield found._replace(cost=4 * found.cost + _unfit(found, named, traits))

    def _placed(self, found: SearchMatch, traits: Traits) -> SearchMatch:
        """Half a name does not put what is only described before what can be rung.

        Nor does half of another name put the line for people who use abuse before anything: "hit"
        may well come from the person who is being hit.
        """
        begun = found.tier in (Rank.NAME_BEGINS, Rank.OLD_NAME_BEGINS)
        named_so = found.why is HitWhy.NAME and found.cost == BEGINS_WITH_ALL
        if found.number in self.apart and not (named_so or found.exact):
            return found._replace(tier=Rank.ALL_WORDS, cost=APART)
        if not begun or found.number not in traits.described:
            return found
        if found.cost == BEGINS_WITH_ALL:
            return found._replace(tier=Rank.SUBJECT_BEGINS, cost=AFTER_LEADS)
        return found._replace(tier=Rank.CONCEPT, cost=MOST - AFTER_LEADS // 2)

    def some(self, query: Query) -> Iterator[SearchMatch]:
        """Services whose names hold more than half of the words; for when none holds them all.

        One word in passing is too little for a sentence, and to offer the line for people who use
        abuse.
        """
        most = NOWHERE * len(query.words) / 2
        for found in self._texts(query.words, " OR "):
            if found.number not in self.apart and found.cost < most:
                yield found

    def _names(self, query: Query) -> Iterator[SearchMatch]:
        for service, why, text, folded in self._rows(
            "SELECT service, why, text, folded FROM search_name AS found"
            " WHERE folded >= :folded AND folded < :beyond {councils}"
            " ORDER BY folded, service LIMIT :plenty",
            query,
        ):
            exact = folded == query.folded
            yield SearchMatch(
                NAME_TIERS[why, exact], BEGINS_WITH_ALL, service, WHYS[why], text, exact
            )

    def _subjects(self, query: Query) -> Iterator[SearchMatch]:
        rows = self._connection.execute(
            "SELECT folded, kind, id, text FROM search_subject"
            " WHERE folded >= ? AND folded < ? ORDER BY folded, kind DESC, id LIMIT 4",
            (query.folded, query.folded + BEYOND),
        ).fetchall()
        for folded, kind, subject, text in rows:
            exact = folded == query.folded
            growing = not exact and " " in folded
            tier = Rank.SUBJECT if exact else Rank.SUBJECT_BEGINS
            for cost, service in self._about(query, kind, subject):
                if growing and service in self.apart:  # "hitting …" is said by both of them
                    continue
                yield SearchMatch(tier, cost, service, HitWhy.TOPIC, text, exact)

    def _about(self, query: Query, kind: str, subject: str) -> Iterator[tuple[int, int]]:
        """Services of a subject, those first whose part it is to deal with it."""
        leads = "SELECT role FROM search_lead WHERE kind = ? AND id = ? ORDER BY position"
        rows = self._connection.execute(leads, (kind, subject)).fetchall()
        for cost, (role,) in enumerate(rows):
            yield from ((cost, service) for service in self._linked(query, "role", role))
        cost = SUBJECT_COSTS[kind]
        yield from ((cost, service) for service in self._linked(query, kind, subject))

    def _linked(self, query: Query, kind: str, subject: str) -> list[int]:
        table = TAGGED[kind]
        rows = self._rows(
            f"SELECT DISTINCT service FROM {table} AS found WHERE {kind} = :subject {{councils}}"
            " ORDER BY service LIMIT :plenty",
            query,
            subject=subject,
        )
        return [service for (service,) in rows]

    def _in_place(self, query: Query) -> Iterator[SearchMatch]:
        """The council's own services, then those it shares with other councils."""
        rows = self._rows(
            "SELECT service, (SELECT count(*) FROM service_area b WHERE b.service = found.service)"
            " FROM service_area AS found JOIN service ON number = service"
            " WHERE national = 0 {councils} ORDER BY service LIMIT :plenty",
            query,
        )
        for service, shared in rows:
            yield SearchMatch(Rank.PLACE, shared, service, HitWhy.PLACE, "")

    def _nowhere(self, words: Sequence[str]) -> bool:
        """Whether one of the words begins no word of any service.

        A long directory takes milliseconds to gather a common word; one that it does not hold is
        told at once, and spares the others.
        """
        strange = (
            "SELECT value FROM json_each(?) WHERE NOT EXISTS"
            " (SELECT 1 FROM search_word WHERE word >= value AND word < value || ?)"
        )
        some = "SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1"
        rows = self._connection.execute(strange, (json.dumps(words), BEYOND)).fetchall()
        return any(
            self._connection.execute(some, (self._term(word),)).fetchone() is None
            for (word,) in rows
        )

    def _texts(self, words: Sequence[str], join: str) -> Iterator[SearchMatch]:
        terms = join.join(self._term(word) for word in words)
        rows = self._connection.execute(
            "SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?",
            (terms, PLENTY),
        )
        tier = Rank.ALL_WORDS if join == " AND " else Rank.SOME_WORDS
        for service, names in self._names_of([row[0] for row in rows], words).items():
            yield judged(tier, service, names, words)

    def _term(self, word: str) -> str:
        """The word as full-text search reads it: its beginning, or a place that it begins."""
        if len(word) < SHORTEST_PLACE:
            return f'"{word}"*'
        query = "SELECT DISTINCT council FROM search_place WHERE word >= ? AND word < ? LIMIT 8"
        codes = [row[0].lower() for row in self._connection.execute(query, (word, word + BEYOND))]
        areas = "".join(f' OR area : "{code}"' for code in codes)
        return f'("{word}"*{areas})'

    def _names_of(self, services: Sequence[int], words: Sequence[str]) -> dict[int, list[NameRow]]:
        """The names in which one of the words begins a word; the others say nothing of the fit."""
        found: dict[int, list[NameRow]] = {service: [] for service in services}
        holding = " OR ".join("instr(' ' || folded, ?)" for _ in words)
        query = (
            "SELECT service, folded, why, text FROM search_name"
            " WHERE service IN (SELECT value FROM json_each(?))"
            f" AND ({holding}) ORDER BY service, why, folded"
        )
        asked = (json.dumps(services), *(f" {word}" for word in words))
        for service, *row in self._connection.execute(query, asked).fetchall():
            found[service].append((row[0], row[1], row[2]))
        return found

    def _rows(self, query: str, asked: Query, **more: str) -> list[tuple[Any, ...]]:
        limited = query.format(councils=IN_COUNCILS if asked.councils else "")
        values = {
            "folded": asked.folded,
            "beyond": asked.folded + BEYOND,
            "councils": json.dumps(asked.councils),
            "plenty": PLENTY,
        }
        return self._connection.execute(limited, values | more).fetchall()


def judged(tier: Rank, service: int, names: Sequence[NameRow], words: Sequence[str]) -> SearchMatch:
    """How well the words fit the names of a service: its name first, then its old names."""
    held, shown, cost = HitWhy.WORDS, "", 0
    for word in words:
        fits = [(_fit(word, folded) + OLDER[why], why, text) for folded, why, text in names]
        fit, why, text = min(fits, default=(NOWHERE, "", ""))
        cost += min(fit, NOWHERE)
        if fit < NOWHERE and held is not HitWhy.NAME:
            held, shown = WHYS[why], text
    if tier is Rank.ALL_WORDS:
        whole = next((why for folded, why, _ in names if _same_words(folded, words)), None)
        if whole is not None:  # a whole name, in another order
            tier = NAME_TIERS[whole, True]
        elif cost <= len(words):  # every word stands in the name itself
            tier = Rank.NAME_BEGINS
    return SearchMatch(tier, cost, service, held, shown)


def _unfit(found: SearchMatch, named: set[int], traits: Traits) -> int:
    """Of services that deal with a subject, whoever can be rung is first, then its namesake."""
    return 2 * (found.number in traits.silent) + (found.number not in named)


def _same_words(folded: str, words: Sequence[str]) -> bool:
    return len(words) > 1 and sorted(folded.split()) == sorted(words)


def _fit(word: str, folded: str) -> int:
    """0 a whole word of the name, 1 how one begins, else nothing of it."""
    padded = f" {folded} "
    return 0 if f" {word} " in padded else 1 if f" {word}" in padded else NOWHERE
