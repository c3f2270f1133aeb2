"""Words of the language and names of places elsewhere: never a misspelt service."""

import sqlite3
import zlib

MOST_BYTES = 4_000_000
"""More than any list of words has; what would unpack to more is left alone."""
TABLE = "search_ordinary"


class OrdinaryWords:
    """Looks words up in the packed list of an open directory; unpacked when first asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: bytes | None = None

    def holds(self, word: str) -> bool:
        """Whether the folded word is one of the language, or the name of a place elsewhere."""
        return self._listed(word.encode("utf-8", "replace")) or self._elsewhere(word)

    def holds_word(self, word: str) -> bool:
        """Whether the folded word is one of the language, whatever places are called so."""
        return self._listed(word.encode("utf-8", "replace"))

    def _listed(self, word: bytes) -> bool:
        if self._words is None:
            self._words = _unpacked(self._connection)
        words, low, high = self._words, 0, len(self._words)
        while low < high:  # the words stand in order, so each look halves what is left
            begins = words.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
            ends = words.find(b"\n", begins)
            if ends < 0 or begins >= high:
                high = begins - 1
            elif words[begins:ends] == word:
                return True
            elif words[begins:ends] < word:
                low = ends
            else:
                high = begins - 1
        return False

    def _elsewhere(self, word: str) -> bool:
        query = (
            "SELECT EXISTS (SELECT 1 FROM place_elsewhere WHERE key = :word)"
            " OR EXISTS (SELECT 1 FROM area_elsewhere WHERE key = :word)"
            " OR EXISTS (SELECT 1 FROM council_name WHERE key = :word)"
        )
        return bool(self._connection.execute(query, {"word": word}).fetchone()[0])


def _unpacked(connection: sqlite3.Connection) -> bytes:
    """The list as text; nothing from a file that is older than the list.

    ValueError for a list that is not whole, which whoever opened the file tells as damage.
    """
    held = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    if connection.execute(held, (TABLE,)).fetchone() is None:
        return b""
    row = connection.execute(f"SELECT words FROM {TABLE}").fetchone()
    if row is None:
        return b""
    unpacking = zlib.decompressobj()
    try:
        words = unpacking.decompress(row[0], MOST_BYTES)
    except zlib.error as error:
        raise ValueError("the list of ordinary words cannot be unpacked") from error
    if not unpacking.eof:  # with half a list a word of the language would pass for a typo
        raise ValueError("the list of ordinary words is cut short, or has no end")
    return words
