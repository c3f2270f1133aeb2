"""How people write the names of places: folding spellings together, and how far two lie apart."""

import re
import unicodedata
from functools import cache

_SIGNS = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['`´‘’]")
_WORDS = {"saint": "st", "gt": "great", "grt": "great", "lt": "little", "ltl": "little"}
_COUNTIES = frozenset(
    ("beds", "bedfordshire", "bucks", "buckinghamshire", "herts", "hertfordshire", "northants")
).union(("northamptonshire", "cambs", "cambridgeshire", "england", "uk"))
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "mid", "central", "upper", "lower", "new")
)
_COUNTRIES = frozenset(("united kingdom", "great britain", "gb"))
_KINDS_OF_PLACE = frozenset(("village", "town", "estate", "parish", "area", "centre", "hamlet"))


def fold(name: str) -> str:
    """The name in small letters, without accents, apostrophes, dashes and double spaces.

    "Saint Anne's" and "St. Annes" come out alike, as do "Gt Barford" and "Great Barford".
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = _SIGNS.sub(" ", _APOSTROPHES.sub("", plain)).split()
    return " ".join(_WORDS.get(word, word) for word in words)


def shortened(key: str) -> str:
    """A folded name without what people add to it: "flitwick beds", "elstow village"."""
    words = key.split()
    while len(words) > 1 and words[-1] in _COUNTIES | _KINDS_OF_PLACE:
        words.pop()
    # "North Northamptonshire" is a name of its own, and no place called North.
    return key if _DIRECTIONS.issuperset(words) else " ".join(words)


def is_county(key: str) -> bool:
    """Whether a folded name is only a county or country that ends an address."""
    return key in _COUNTIES or key in _COUNTRIES


def edits(first: str, second: str) -> int:
    """How many slips of the keyboard lie between two names: a letter missing, added, wrong, or
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


@cache
def _bit(sign: str) -> int:
    return 1 << (ord(sign) % 61)


def letters_mask(key: str) -> int:
    """Which letters a folded name uses, as bits: names whose masks differ much cannot be near."""
    mask = 0
    for sign in key:
        mask |= _bit(sign)
    return mask


def may_be_near(first: int, second: int, most: int) -> bool:
    """Whether two masks still allow so many slips: each slip changes two letters at most."""
    return (first ^ second).bit_count() <= 2 * most
