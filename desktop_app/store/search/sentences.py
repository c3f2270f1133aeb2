"""Whole sentences: who it is about and what was done decide whom to offer first.

"old lady hit by her carer" holds words of many subjects. The table of readings says which of them
count together, and in which order: the first reading whose kinds of words were all said is the one.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain.browse.ages import ages_in_words
from desktop_app.domain.browse.plain_grammar import OWNERS, plainly, whoever_owns
from desktop_app.domain.browse.search_words import FILLER, stem
from desktop_app.store.search.misspellings import Misspellings

LONGEST_PHRASE = 6
NOT_BY = frozenset({"minor", "offspring", "young_relative"})
"""Kinds that say whom it was done to: "hit by her son" says nothing about a child."""
EVERYDAY, SURGERY = "everyday", "surgery"
"""The kind of words that a surgery says all day, and that lead to nobody: "diabetic control"; and
of the words that say nothing beside them: "is the doctor running late"."""
NONE: frozenset[str] = frozenset()
WORKERS = frozenset({"worker", "clinician"})
TELLS = frozenset(
    {
        *("says", "rang", "rings", "ringing", "phoned", "worried", "noticed"),
        *("concerned", "thinks", "suspects", "spotted", "saw", "found", "wants", "asks", "asking"),
    }
)
"""What somebody at work does who tells of it: "teacher says a boy has bruises" accuses nobody."""

Key = tuple[str, ...]


class SentenceMeaning(NamedTuple):
    """What a sentence is about, and the roles whose services have to be offered first."""

    about: str
    said: frozenset[str]
    without: frozenset[str]
    leads: tuple[str, ...]
    yields: bool
    """Whether a service whose own name holds the words comes first."""


class Sentences:
    """Reads a sentence by the tables of the directory; keeps nothing of it."""

    def __init__(self, connection: sqlite3.Connection, misspellings: Misspellings) -> None:
        self._connection, self._misspellings = connection, misspellings
        self._phrases: dict[Key, frozenset[str]] = {}
        self._listed: frozenset[str] = frozenset()
        self._readings: tuple[SentenceMeaning, ...] = ()

    def reading(self, said: Key) -> SentenceMeaning | None:
        """The reading of these folded words, misspelt ones too; None where there is none.

        Of two the one that stands first: "homless with two kids" is about more than children.
        """
        self._load()
        if not self._readings:
            return None
        words = ages_in_words(said)
        typed, mended = self._first(words), tuple(self._mended(words))
        meant = typed if mended == words else self._first(mended)
        found = [each for each in (typed, meant) if each is not None]
        return min(found, key=self._readings.index, default=None)

    def kinds(self, words: Key) -> frozenset[str]:
        """Which kinds of words were said."""
        self._load()
        words = plainly(words)
        found: set[str] = set()
        taken: set[int] = set()
        for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                places = range(start, start + length)
                kinds = self._kinds_of(words[start : start + length])
                if not kinds or not taken.isdisjoint(places):  # "old boy" holds no boy
                    continue
                if length == 1 and words[start] in FILLER - self._listed:
                    continue  # "can" is no cane
                taken.update(places)
                who = NOT_BY if _done_by(words[:start]) else NONE
                tells = WORKERS if TELLS.intersection(words[start + length :][:1]) else NONE
                found |= kinds - who - tells
        return frozenset(found)

    def without_everyday(self, said: Key) -> Key:
        """The folded words without those that a surgery says all day of something else.

        None are left where the rest would say nothing by itself: "form", "the practice manager".
        """
        self._load()
        gone: set[int] = set()
        for length in range(1, min(LONGEST_PHRASE, len(said)) + 1):
            for start in range(len(said) - length + 1):
                kinds = self._kinds_of(said[start : start + length])
                if EVERYDAY in kinds and kinds <= {EVERYDAY, SURGERY, "here"}:
                    gone.update(range(start, start + length))
        left = tuple(word for at, word in enumerate(said) if at not in gone)
        if any(map(self._says_something, left)):
            return left
        return () if gone or any(SURGERY in self._kinds_of((word,)) for word in left) else left

    def _says_something(self, word: str) -> bool:
        return word not in FILLER and SURGERY not in self._kinds_of((word,))

    def _kinds_of(self, phrase: Key) -> frozenset[str]:
        """What these words are as they stand, else whoever owns the thing in their middle."""
        found = self._phrases.get(tuple(map(stem, phrase)))
        if found is None:
            alike = whoever_owns(phrase, OWNERS)
            found = None if alike == phrase else self._phrases.get(tuple(map(stem, alike)))
        return found or NONE

    def _first(self, words: Key) -> SentenceMeaning | None:
        kinds = self.kinds(words)
        return next(
            (
                each
                for each in self._readings
                if each.said <= kinds and kinds.isdisjoint(each.without)
            ),
            None,
        )

    def _mended(self, words: Sequence[str]) -> Iterator[str]:
        for word in words:
            yield from (word,) if word in FILLER else self._misspellings.likeliest(word).split()

    def _load(self) -> None:
        """Read the tables once; a directory without them has no readings."""
        if self._readings:
            return
        phrases: dict[Key, set[str]] = defaultdict(set)
        rows = self._connection.execute("SELECT folded, kind FROM search_kind").fetchall()
        for folded, kind in rows:
            phrases[tuple(map(stem, whoever_owns(plainly(folded.split()))))].add(kind)
        self._listed = frozenset(folded for folded, _ in rows)
        self._phrases = {key: frozenset(kinds) for key, kinds in phrases.items()}
        query = "SELECT about, said, without, leads, yields FROM search_reading ORDER BY position"
        rows = self._connection.execute(query).fetchall()
        self._readings = tuple(map(_reading, rows))


def _reading(row: tuple[str, str, str, str, int]) -> SentenceMeaning:
    about, said, without, leads, yields = row
    return SentenceMeaning(
        about,
        frozenset(said.split()),
        frozenset(without.split()),
        tuple(leads.split()),
        bool(yields),
    )


def _done_by(before: Key) -> bool:
    """Whether what follows these words is who did it: "hit by", "scared of her"."""
    return before[-1:] == ("by",) or (before[-2:-1] == ("by",) and before[-1] in FILLER)
