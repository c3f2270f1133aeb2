"""What a misspelt word probably meant, out of all the words the directory knows."""

import json
import sqlite3
from collections.abc import Iterator

from desktop_app.domain.browse.search_words import edits_allowed, near, pairs, stem
from desktop_app.domain.places.spelling import edits
from desktop_app.store.search.ordinary_words import OrdinaryWords
from desktop_app.store.search.ranking import BEYOND

CLOSEST = 40
"""How many words with the most pairs of letters in common are measured exactly."""
READINGS = 3
SHORTEST_HALF = 3
LONG_WORD = 7


class Misspellings:
    """Readings of words that stand nowhere in the directory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.ordinary = OrdinaryWords(connection)
        self._meant: dict[str, str] = {}

    def readings(
        self, words: tuple[str, ...], *, ordinary: bool = False
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Up to three readings of the words, the likeliest first, with the typos in each.

        Words the directory knows stay as they are; nothing comes out when all are known. The last
        word may still be growing, so the beginning of a known word is enough there. With
        `ordinary`, a word of the language may be a typo too: "mens advise line".
        """
        begun = (*(False for _ in words[1:]), True)
        choices = [
            self._choices(word, begun, ordinary) for word, begun in zip(words, begun, strict=True)
        ]
        if all(choice == [(0, word)] for choice, word in zip(choices, words, strict=True)):
            return
        for at in range(READINGS):
            picked = [choice[min(at, len(choice) - 1)] for choice in choices]
            if at == 0 or any(len(choice) > at for choice in choices):
                yield (
                    sum(cost for cost, _ in picked),
                    tuple(word for _, text in picked for word in text.split()),
                )

    def understood(self, words: tuple[str, ...]) -> bool:
        """Whether every word is one the directory holds, the last at least its beginning."""
        *before, last = words
        understood = (self._known(word) or self._another_form(word) for word in before)
        return all(understood) and (self._known(last, begun=True) or self._another_form(last))

    def likeliest(self, word: str) -> str:
        """What a word was probably meant to be; a short one forgives one typo at most."""
        if word not in self._meant:
            cost, meant = self._choices(word, False, False)[0]
            forgiven = cost <= (2 if len(word) >= LONG_WORD else 1)
            self._meant[word] = meant if forgiven else word
        return self._meant[word]

    def forget(self) -> None:
        """One search asks for a word several times; after it nothing of it is left."""
        self._meant.clear()

    def _known(self, word: str, *, begun: bool = False) -> bool:
        query = "SELECT 1 FROM search_word WHERE word >= ? AND word < ? LIMIT 1"
        beyond = word + BEYOND if begun else word + "\0"
        row = self._connection.execute(query, (word, beyond)).fetchone()
        short = word.isdigit() or len(word) < SHORTEST_HALF
        return short or row is not None

    def _another_form(self, word: str) -> bool:
        """Whether it is a known word with another ending: "mums", "bruising"."""
        root = stem(word)
        query = "SELECT word FROM search_word WHERE word >= ? AND word < ?"
        alike = self._connection.execute(query, (root[:-1], root + BEYOND)).fetchall()
        return any(stem(other) == root for (other,) in alike)

    def _choices(self, word: str, begun: bool, ordinary: bool) -> list[tuple[int, str]]:
        if self._known(word, begun=begun):
            return [(0, word)]
        if not ordinary and (self._another_form(word) or self.ordinary.holds(word)):
            return [(0, word)]  # a word of its own is no typo, whatever it looks like
        halves = self._two_words(word)
        found = [(1, halves)] if halves else self._near(word)
        return found[:READINGS] or [(0, word)]

    def _two_words(self, word: str) -> str | None:
        """Two words written as one: "victimsupport"."""
        for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            query = "SELECT count(*) FROM search_word WHERE word IN (?, ?)"
            if self._connection.execute(query, (word[:at], word[at:])).fetchone()[0] == 2:
                return f"{word[:at]} {word[at:]}"
        return None

    def _near(self, word: str) -> list[tuple[int, str]]:
        most = edits_allowed(word)
        rows = self._connection.execute(
            "SELECT w.word, count(*) AS shared FROM search_pair p JOIN search_word w"
            " ON w.id = p.word WHERE p.pair IN (SELECT value FROM json_each(?))"
            " AND p.length BETWEEN ? AND ? GROUP BY p.word ORDER BY shared DESC, w.word LIMIT ?",
            (json.dumps(sorted(pairs(word))), len(word) - most, len(word) + most, CLOSEST),
        ).fetchall()
        measured = [(edits(word, other), -shared, other) for other, shared in rows]
        return [(cost, other) for cost, _, other in sorted(measured) if near(word, other, cost)]
