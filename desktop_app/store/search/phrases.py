"""Sentences: which subjects and services the words of a frightened caller are about.

"who do I ring, baby has a bruise" holds no service's name. It holds two words that the vocabulary
knows, and the services that deal with both of them stand first.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.browse.search_words import FILLER, stem
from desktop_app.domain.services.directory import HitWhy, Meant
from desktop_app.store.search.ranking import MOST, Query, Rank, SearchMatch

LONGEST_PHRASE = 7
WEIGHTS = {"topic": 4, "audience": 3, "role": 6, "line": 1, "name": 6, "old name": 4}
WITHOUT_LEAD = 2
"""What a topic or a group weighs that is nobody's part: it says little about whom to ring."""
BONUS = 3
"""What it adds that a subject is this service's part; each further part adds one less."""
FIRST = 2
"""What it adds to the part of the topic that a sentence begins with: "teacher", "carer"."""
DESCRIBED = 4
"""What it costs to be a service that is only described, and cannot be rung."""
ENOUGH = 200
"""Services of one subject that are looked at; far more than any real directory has."""
TAGGED = {
    "topic": "service_topic",
    "role": "service_role",
    "audience": "service_audience",
    "line": "(SELECT service, kind AS line FROM line)",
}
"""Where it stands which services are about a subject, by its kind; a service with two lines of one
kind stands there twice.
"""
BY_THEMSELVES = "people_using_abuse"
THEIR_SUBJECTS = (BY_THEMSELVES, "da_perpetrator")
"""Their line is offered only for words that mean them, never for words a victim may use too."""

Key = tuple[str, ...]


class Subject(NamedTuple):
    """A role, audience or topic of the vocabulary."""

    kind: str
    id: str
    text: str


class Phrase(NamedTuple):
    """Words that say something: where they begin, whose name they are, what they are about."""

    at: int
    names: list[PhraseMeaning]
    subjects: list[Subject]


@dataclass(frozen=True, slots=True)
class PhraseMeaning:
    """What one phrase stands for, and how much it says for each service it leads to."""

    kind: str
    text: str
    why: HitWhy
    worth: dict[int, int]


class Concepts:
    """What phrases mean; the vocabulary is read once, nothing that was typed is kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._vocabulary: dict[Key, list[Subject]] = {}
        self._apart = people_using_abuse(connection)

    def found(self, query: Query) -> Iterator[SearchMatch]:
        """The services that the phrases of a sentence lead to, those of most phrases first."""
        worth: dict[int, int] = defaultdict(int)
        reason: dict[int, tuple[int, PhraseMeaning]] = {}
        for meanings in self._meanings(query):
            for service, (points, meaning) in _counted(meanings).items():
                worth[service] += points
                if service not in reason or points > reason[service][0]:
                    reason[service] = (points, meaning)
        described = self._described(worth)
        for service, points in worth.items():
            meaning = reason[service][1]
            behind = service in described and meaning.why is not HitWhy.NAME
            cost = MOST - points + (DESCRIBED if behind else 0)
            yield SearchMatch(Rank.CONCEPT, cost, service, meaning.why, meaning.text)

    def meant(self, said: Key) -> tuple[Meant, ...]:
        """What each phrase is about, in the order they were said."""
        phrases = sorted(self._phrases(said, {}), key=lambda phrase: phrase.at)
        return tuple(
            Meant(
                kind=each.kind,
                id=each.id,
                phrase=phrases[at].at,
                leads=tuple(self._leads(each)),
            )
            for at, subjects in enumerate(self._told_apart([each.subjects for each in phrases]))
            for each in subjects
        )

    def _meanings(self, query: Query) -> Iterator[list[PhraseMeaning]]:
        """What each phrase stands for; a subject said once more counts little more."""
        said = query.said or query.words
        named = self._named(said, query)
        phrases = sorted(self._phrases(said, named), key=lambda phrase: phrase.at)
        kept = self._told_apart([phrase.subjects for phrase in phrases])
        told: set[Subject] = set()
        for phrase, subjects in zip(phrases, kept, strict=True):
            first = phrase is phrases[0]
            meant = [
                self._meaning(each, query, more=FIRST if first else 0, again=each in told)
                for each in subjects
            ]
            told.update(subjects)
            yield [*phrase.names, *meant]

    def _told_apart(self, phrases: Sequence[Sequence[Subject]]) -> list[list[Subject]]:
        """Phrases of several topics mean the one that another phrase makes plain.

        "hit … husband" is domestic abuse alone; with a child in the sentence it stays open.
        """
        plain = {each for subjects in phrases for each in subjects if _topics(subjects) == 1}
        others = any(each.kind != "line" for subjects in phrases for each in subjects)
        people = {
            role
            for subjects in phrases
            for each in subjects
            if each.kind == "audience"
            for role in self._leads(each)
        }
        apart = []
        for subjects in phrases:
            held = list(subjects)
            if _topics(subjects) > 1 and not plain.isdisjoint(subjects):
                held = [
                    each
                    for each in subjects
                    if each.kind != "topic"
                    or each in plain
                    or people.intersection(self._leads(each))
                ]
            # "hit last weekend" is not about the line for weekends.
            apart.append([each for each in held if each.kind != "line" or not others])
        return apart

    def _phrases(self, said: Key, named: Mapping[Key, list[PhraseMeaning]]) -> Iterator[Phrase]:
        """The names and subjects of each phrase, the longest first; no word is used twice."""
        stems = [stem(word) for word in said]
        taken: set[int] = set()
        for length in range(min(LONGEST_PHRASE, len(said)), 0, -1):
            for start in range(len(said) - length + 1):
                places = range(start, start + length)
                names = named.get(said[start : start + length], [])
                subjects = self._subjects().get(tuple(stems[start : start + length]), [])
                if not (names or subjects) or not taken.isdisjoint(places):
                    continue
                if length > 1 or said[start] not in FILLER:
                    taken.update(places)
                    if start and _done_by(said[:start]):  # "hit by her son": it is not about him
                        subjects = [each for each in subjects if each.kind != "audience"]
                    yield Phrase(start, names, subjects)

    def _subjects(self) -> dict[Key, list[Subject]]:
        if not self._vocabulary:
            query = "SELECT folded, kind, id, text FROM search_subject ORDER BY folded, kind, id"
            for folded, *subject in self._connection.execute(query).fetchall():
                key = tuple(stem(word) for word in folded.split())
                listed = self._vocabulary.setdefault(key, [])
                if Subject(*subject) not in listed:
                    listed.append(Subject(*subject))
        return self._vocabulary

    def _meaning(self, subject: Subject, query: Query, *, more: int, again: bool) -> PhraseMeaning:
        roles = self._leads(subject)
        idle = subject.kind in ("topic", "audience") and not roles
        weight = WITHOUT_LEAD if idle else WEIGHTS[subject.kind]
        worth = dict.fromkeys(self._tagged(subject.kind, subject.id, query), weight)
        for at, role in reversed(list(enumerate(roles))):
            bonus = max(BONUS - at, 1) + (more if subject.kind == "topic" else 0)
            worth |= dict.fromkeys(self._tagged("role", role, query), weight + bonus)
        if again:
            worth = {number: 1 for number, points in worth.items() if points > weight}
        if subject.id not in THEIR_SUBJECTS:
            worth = {
                number: points for number, points in worth.items() if number not in self._apart
            }
        return PhraseMeaning(subject.kind, subject.text, HitWhy.TOPIC, worth)

    def _leads(self, subject: Subject) -> list[str]:
        """The roles whose part a subject is, the first to ring first."""
        leads = "SELECT role FROM search_lead WHERE kind = ? AND id = ? ORDER BY position"
        asked = (subject.kind, subject.id)
        return [row[0] for row in self._connection.execute(leads, asked).fetchall()]

    def _tagged(self, kind: str, subject: str, query: Query) -> list[int]:
        """Services of a subject, as many as anybody could look through."""
        text = (
            f"SELECT DISTINCT service FROM {TAGGED[kind]} AS found WHERE {kind} = ?"
            f"{_councils(query)} ORDER BY service LIMIT {ENOUGH}"
        )
        return [row[0] for row in self._connection.execute(text, (subject, *query.councils))]

    def _named(self, said: Key, query: Query) -> dict[Key, list[PhraseMeaning]]:
        """Names that stand whole in the sentence, of one or of many, by the words said."""
        phrases = {
            " ".join(words): said[start : start + length]
            for length in range(1, min(LONGEST_PHRASE, len(said)) + 1)
            for start in range(len(said) - length + 1)
            for words in (_single(said[start : start + length]), said[start : start + length])
        }
        text = (
            "SELECT folded, service, why, text FROM search_name AS found WHERE folded IN"
            f" (SELECT value FROM json_each(?)){_councils(query)}"
            f" ORDER BY folded, service LIMIT {ENOUGH}"
        )
        asked = (json.dumps(list(phrases)), *query.councils)
        found: dict[Key, list[PhraseMeaning]] = defaultdict(list)
        for folded, service, why, name in self._connection.execute(text, asked).fetchall():
            key = phrases[folded]
            if len(key) > 1 or service not in self._apart:
                weight = WEIGHTS["name"] if len(key) > 1 else WEIGHTS[why]
                found[key].append(PhraseMeaning(why, name, HitWhy(why), {service: weight}))
        return found

    def _described(self, services: Iterable[int]) -> frozenset[int]:
        query = (
            "SELECT number FROM service WHERE status <> 'in_use'"
            " AND number IN (SELECT value FROM json_each(?))"
        )
        asked = (json.dumps(list(services)),)
        return frozenset(row[0] for row in self._connection.execute(query, asked))


def people_using_abuse(connection: sqlite3.Connection) -> frozenset[int]:
    """The services that are meant for people who use abuse."""
    query = "SELECT service FROM service_audience WHERE audience = ?"
    return frozenset(row[0] for row in connection.execute(query, (BY_THEMSELVES,)))


def _done_by(before: Key) -> bool:
    """Whether what follows these words is who did it: "hit by", "threatened by her"."""
    return "by" in before[-2:] and before[-1] in FILLER


def _topics(subjects: Iterable[Subject]) -> int:
    return sum(each.kind == "topic" for each in subjects)


def _single(words: Key) -> Key:
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)


def _councils(query: Query) -> str:
    """The rest of a condition that keeps to services working in the councils of the query."""
    if not query.councils:
        return ""
    marks = ", ".join("?" * len(query.councils))
    return (
        " AND EXISTS (SELECT 1 FROM service_area a WHERE a.service = found.service"
        f" AND a.council IN ({marks}))"
    )


def _counted(meanings: list[PhraseMeaning]) -> dict[int, tuple[int, PhraseMeaning]]:
    """What one phrase says for each service: its best meaning; half where it has two topics."""
    topics = sum(meaning.kind == "topic" for meaning in meanings)
    counted: dict[int, tuple[int, PhraseMeaning]] = {}
    for meaning in meanings:
        share = max(topics, 1) if meaning.kind == "topic" else 1
        for service, points in meaning.worth.items():
            if service not in counted or points // share > counted[service][0]:
                counted[service] = (points // share, meaning)
    return counted
