"""Sentences: which subjects and services the words of a frightened caller are about.

"who do I ring, baby has a bruise" holds no service's name. It holds two words that the vocabulary
knows, and the services that deal with both of them stand first.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.directory import HitWhy
from desktop_app.domain.search_words import FILLER, stem
from desktop_app.store.search_found import MOST, Found, Query, Tier

LONGEST_PHRASE = 7
WEIGHTS = {"topic": 4, "audience": 3, "role": 3, "name": 6, "old name": 4}
WITHOUT_LEAD = 2
"""What a topic weighs that is nobody's part: it says little about whom to ring."""
BONUS = 3
"""What it adds that a subject is this service's part; each further part adds one less."""
DESCRIBED = 4
"""What it costs to be a service that is only described, and cannot be rung."""
TAGS = {"topic": "service_topic", "role": "service_role", "audience": "service_audience"}
BY_THEMSELVES = "people_using_abuse"
THEIR_SUBJECTS = (BY_THEMSELVES, "da_perpetrator")
"""Their line is offered only for words that mean them, never for words a victim may use too."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one phrase stands for, and how much it says for each service it leads to."""

    kind: str
    text: str
    why: HitWhy
    worth: dict[int, int]


class Concepts:
    """What phrases mean, read once from an open directory; nothing typed is kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._meanings: dict[Key, list[Meaning]] = {}
        self._apart: frozenset[int] = frozenset()
        self._described: frozenset[int] = frozenset()

    def found(self, query: Query) -> Iterator[Found]:
        """The services that the phrases of a sentence lead to, those of most phrases first."""
        worth: dict[int, int] = defaultdict(int)
        reason: dict[int, tuple[int, Meaning]] = {}
        for meanings in self._meant(query.said or query.words):
            for service, (points, meaning) in _counted(meanings).items():
                worth[service] += points
                if service not in reason or points > reason[service][0]:
                    reason[service] = (points, meaning)
        allowed = self._working_in(query.councils)
        for service, points in worth.items():
            if allowed is None or service in allowed:
                meaning = reason[service][1]
                described = service in self._described and meaning.why is not HitWhy.NAME
                cost = MOST - points + (DESCRIBED if described else 0)
                yield Found(Tier.CONCEPT, cost, service, meaning.why, meaning.text)

    def _meant(self, said: Key) -> Iterator[list[Meaning]]:
        """What each phrase means, the longest first; no word and no subject is used twice."""
        known = self._known()
        stems = [stem(word) for word in said]
        taken: set[int] = set()
        told: set[tuple[str, str]] = set()
        for length in range(min(LONGEST_PHRASE, len(stems)), 0, -1):
            for start in range(len(stems) - length + 1):
                places = range(start, start + length)
                found = known.get(tuple(stems[start:][:length]), [])
                if not found or not taken.isdisjoint(places):
                    continue
                if length > 1 or said[start] not in FILLER:
                    taken.update(places)
                    yield [each for each in found if (each.kind, each.text) not in told]
                    told.update((each.kind, each.text) for each in found)

    def _known(self) -> dict[Key, list[Meaning]]:
        if not self._meanings:
            self._apart = self._services("SELECT service FROM service_audience WHERE audience = ?")
            self._described = self._services(
                "SELECT number FROM service WHERE status <> 'in_use' AND ? <> ''"
            )
            for key, meaning in (*self._subjects(), *self._names()):
                same = self._meanings.setdefault(key, [])
                told = any((each.kind, each.text) == (meaning.kind, meaning.text) for each in same)
                if not told or meaning.why is not HitWhy.TOPIC:  # several may bear one name
                    same.append(meaning)
        return self._meanings

    def _services(self, query: str) -> frozenset[int]:
        return frozenset(row[0] for row in self._connection.execute(query, (BY_THEMSELVES,)))

    def _subjects(self) -> Iterator[tuple[Key, Meaning]]:
        worth: dict[tuple[str, str], dict[int, int]] = {}
        query = "SELECT folded, kind, id, text FROM search_subject ORDER BY folded, kind, id"
        for folded, kind, subject, text in self._connection.execute(query).fetchall():
            if (kind, subject) not in worth:
                worth[kind, subject] = self._worth(kind, subject)
            yield _key(folded), Meaning(kind, text, HitWhy.TOPIC, worth[kind, subject])

    def _worth(self, kind: str, subject: str) -> dict[int, int]:
        leads = "SELECT role FROM search_lead WHERE kind = ? AND id = ? ORDER BY position"
        roles = [row[0] for row in self._connection.execute(leads, (kind, subject)).fetchall()]
        weight = WITHOUT_LEAD if kind == "topic" and not roles else WEIGHTS[kind]
        worth = dict.fromkeys(self._tagged(kind, subject), weight)
        for at, role in reversed(list(enumerate(roles))):
            bonus = max(BONUS - at, 1)
            worth |= dict.fromkeys(self._tagged("role", role), weight + bonus)
        if subject not in THEIR_SUBJECTS:
            worth = {
                number: points for number, points in worth.items() if number not in self._apart
            }
        return worth

    def _tagged(self, kind: str, subject: str) -> list[int]:
        query = f"SELECT service FROM {TAGS[kind]} WHERE {kind} = ? ORDER BY service"
        return [row[0] for row in self._connection.execute(query, (subject,)).fetchall()]

    def _names(self) -> Iterator[tuple[Key, Meaning]]:
        query = "SELECT folded, service, why, text FROM search_name ORDER BY folded, service"
        for folded, service, why, text in self._connection.execute(query).fetchall():
            key = _key(folded)
            if len(key) > 1 or service not in self._apart:
                weight = WEIGHTS["name"] if len(key) > 1 else WEIGHTS[why]
                yield key, Meaning(why, text, HitWhy(why), {service: weight})

    def _working_in(self, councils: Key) -> frozenset[int] | None:
        """Services of some councils or of the whole country; None when no place was named."""
        if not councils:
            return None
        marks = ", ".join("?" * len(councils))
        query = f"SELECT service FROM service_area WHERE council IN ({marks})"
        return frozenset(row[0] for row in self._connection.execute(query, councils))


def _counted(meanings: list[Meaning]) -> dict[int, tuple[int, Meaning]]:
    """What one phrase says for each service: its best meaning; half where it has two topics."""
    topics = sum(meaning.kind == "topic" for meaning in meanings)
    counted: dict[int, tuple[int, Meaning]] = {}
    for meaning in meanings:
        share = max(topics, 1) if meaning.kind == "topic" else 1
        for service, points in meaning.worth.items():
            if service not in counted or points // share > counted[service][0]:
                counted[service] = (points // share, meaning)
    return counted


def _key(folded: str) -> Key:
    return tuple(stem(word) for word in folded.split())
