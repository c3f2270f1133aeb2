"""What is said beside, or instead of, what was found: words that mean no service, wrong digits."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from desktop_app.domain.browse.near_number import did_you_mean
from desktop_app.domain.browse.search_words import digits_typed, fold, numbers_within, stem
from desktop_app.store.search.doors import LEADING, DoorSearch
from desktop_app.store.search.near_numbers import near_numbers
from desktop_app.store.search.numbers import Numbers

LONGEST_PHRASE = 5
MOST = 2
"""Sentences that are said at most: a third would not be read."""
COUNCIL = ("council",)
"""What stands before or after a council's name in a sentence: "reading" alone is a word."""
OUTSIDE = (
    "{} is outside the area of this directory. Ask “Who do I call now?” and say that it happened "
    "there: it names the council that answers."
)


class SearchAdvice:
    """Looks sentences up in an open directory; keeps nothing of what was typed."""

    def __init__(self, connection: sqlite3.Connection, numbers: Numbers) -> None:
        self._connection, self._numbers = connection, numbers
        query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'search_advice'"
        self._doors = DoorSearch(connection)
        self._held = connection.execute(query).fetchone() is not None

    def sentences(self, text: str) -> tuple[str, ...]:
        """What to say of this text, the most pressing first; mostly nothing."""
        said = tuple(fold(text).split())
        phrases = sorted(_phrases(len(said)), key=lambda phrase: (-phrase[1], phrase[0]))
        doors = self._doors.of_name(said, phrases)
        found = (*self._wrong_digits(text), *self._told(said), *doors, *self._elsewhere(said))
        return tuple(dict.fromkeys(found))[:MOST]

    def _wrong_digits(self, text: str) -> Iterator[str]:
        """For each number that nobody has: those that differ from it by one typo."""
        alone = digits_typed(text)
        for digits in (alone,) if alone else numbers_within(text):
            if not self._numbers.within(digits)[1]:
                doors = tuple(self._doors.of_number(digits))
                yield from doors
                sentence = did_you_mean(near_numbers(self._connection, digits))
                if sentence and not doors:
                    yield sentence

    def _told(self, said: Sequence[str]) -> list[str]:
        stems = [stem(word) for word in said]
        asked = {" ".join(stems[at : at + n]) for at, n in _phrases(len(said))}
        held = {place: text for stemmed, place, text in self._sentences if stemmed in asked}
        return [held[place] for place in sorted(held)]

    @cached_property
    def _sentences(self) -> list[tuple[str, int, str]]:
        """The stemmed words that call for a sentence, the sentence's place among all, its text."""
        if not self._held:
            return []
        rows = self._connection.execute("SELECT position, text, folded FROM search_advice")
        return [
            (" ".join(stem(word) for word in folded.split()), position, text)
            for position, text, folded in rows
        ]

    def _elsewhere(self, said: Sequence[str]) -> Iterator[str]:
        """A council or county elsewhere anywhere in the text; a town where nothing else stands."""
        for at, length in sorted(_phrases(len(said)), key=lambda phrase: (-phrase[1], phrase[0])):
            key = " ".join(said[at : at + length])
            whole = length == len(said)
            behind = at > 0 and said[at - 1] in LEADING
            meant = whole or behind or said[at + length :][:1] == COUNCIL
            name = self._name_elsewhere(key, council=meant, town=whole)
            if name:
                yield OUTSIDE.format(name)
                return

    def _name_elsewhere(self, key: str, *, council: bool, town: bool) -> str:
        ours = "SELECT 1 FROM search_place WHERE word = ? AND folded = ?"
        if self._connection.execute(ours, (key.partition(" ")[0], key)).fetchone():
            return ""
        queries = ["SELECT name FROM area_elsewhere WHERE key = ? ORDER BY position"]
        if council:
            queries.append(
                "SELECT name FROM council_name JOIN council ON number = council WHERE key = ?"
                " AND slug IS NULL ORDER BY name"
            )
        if town:
            queries.append(
                "SELECT name FROM place_elsewhere WHERE key = ? ORDER BY people DESC, name"
            )
        rows = (self._connection.execute(query, (key,)).fetchone() for query in queries)
        return next((str(row[0]) for row in rows if row), "")


def _phrases(words: int) -> Iterable[tuple[int, int]]:
    """Where every phrase of so many words begins, and how long it is."""
    return [
        (at, length)
        for length in range(1, min(LONGEST_PHRASE, words) + 1)
        for at in range(words - length + 1)
    ]
