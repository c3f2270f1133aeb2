"""Words made comparable, and how far two of them lie apart: names of places, and what is searched.

Both fold on from here in their own way: "St" is "saint" in a place, a dotted abbreviation is one
word in a search.
"""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['`´‘’]")


def bare_letters(text: str) -> str:
    """Small letters without accents and apostrophes, “&” as a word; everything else as it was."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _APOSTROPHES.sub("", plain).replace("&", " and ")


def edits(first: str, second: str) -> int:
    """How many typos lie between two names: a letter missing, added, wrong, or
    two neighbours swapped (optimal string alignment distance, after Hyyrö's bit-parallel method).
    """
    length = len(first)
    if not length or not second:
        return max(length, len(second))
    wanted: dict[str, int] = {}
    for index, sign in enumerate(first):
        wanted[sign] = wanted.get(sign, 0) | 1 << index
    everything, last = (1 << length) - 1, 1 << (length - 1)
    up, down, diagonal, matched_before = everything, 0, 0, 0
    distance = length
    for sign in second:
        matches = wanted.get(sign, 0)
        swapped = ((~diagonal & matches) << 1) & matched_before
        diagonal = (((matches & up) + up) ^ up) | matches | down | swapped
        right = down | ~(diagonal | up)
        left = up & diagonal
        distance += bool(right & last) - bool(left & last)
        right = right << 1 | 1
        up = (left << 1 | ~(diagonal | right)) & everything
        down = right & diagonal & everything
        diagonal &= everything
        matched_before = matches
    return distance
