"""Places in what is searched for: which councils a name means; a street's name means none."""

import sqlite3
from collections.abc import Sequence

from desktop_app.domain.browse.search_words import fold
from desktop_app.domain.browse.streets_in_search import holds_street_word, without_streets
from desktop_app.store.search.ordinary_words import OrdinaryWords

OF_A_PLACE = frozenset({"area", "borough", "city", "council", "county", "town"})
"""Words that say nothing more where a place was named."""

NEAR = 2
OWNED = frozenset(
    {
        "no", "any", "not", "enough", "more", "spare", "empty", "free", "hospital", "many", "few",
        "his", "her", "their", "our", "my", "your", "its", "two", "three", "bunk", "dirty", "wet",
        "wets", "wetting", "share", "sharing", "shares", "shared", "clean", "short", "ward",
    }
)  # fmt: skip
"""Behind one of these stands a thing: a name of a place is neither counted nor anybody's."""


class SearchPlaces:
    """Looks names of places up in an open directory."""

    def __init__(self, connection: sqlite3.Connection, ordinary: OrdinaryWords) -> None:
        self._connection = connection
        self._ordinary = ordinary

    def named(self, words: Sequence[str]) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
        """The longest name of a place among the words, and the words that are left.

        Each place is (council code, name); none leaves all the words. "Norwich Council" is Norwich.
        """
        for length in range(min(len(words), 4), 0, -1):
            for start in range(len(words) - length + 1):
                phrase = words[start : start + length]
                if length == 1 and self._is_a_thing(words, start):
                    continue
                query = "SELECT council, name FROM search_place WHERE word = ? AND folded = ?"
                held = self._connection.execute(query, (phrase[0], " ".join(phrase))).fetchall()
                if held:
                    rest = (*words[:start], *words[start + length :])
                    return held, () if OF_A_PLACE.issuperset(rest) else rest
        return [], tuple(words)

    def _is_a_thing(self, words: Sequence[str], at: int) -> bool:
        """Whether a word that is a place's name too is counted or owned: "no beds"."""
        near = words[max(0, at - NEAR) : at]
        return not OWNED.isdisjoint(near) and self._ordinary.holds_word(words[at])

    def without_streets(self, text: str) -> str:
        """The text without its streets; as typed where it names none."""
        words = fold(text).split()
        if not holds_street_word(words):
            return text
        left = without_streets(words, self._is_place)
        return text if len(left) == len(words) else " ".join(left)

    def _is_place(self, name: str) -> bool:
        query = "SELECT 1 FROM search_place WHERE word = ? AND folded = ? LIMIT 1"
        found = self._connection.execute(query, (name.partition(" ")[0], name))
        return found.fetchone() is not None
