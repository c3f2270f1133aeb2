"""How people write the names of places: spellings that mean one place are folded together."""

import re
from collections.abc import Collection
from functools import cache

from desktop_app.domain.places.spelling import bare_letters

_SIGNS = re.compile(r"[^a-z0-9]+")
_WORDS = {"saint": "st", "gt": "great", "grt": "great", "lt": "little", "ltl": "little"}
_NATION = frozenset(("england", "uk"))
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "mid", "central", "upper", "lower", "new")
)
_COUNTRIES = frozenset(("united kingdom", "great britain", "gb"))
_KINDS_OF_PLACE = frozenset(("village", "town", "estate", "parish", "area", "centre", "hamlet"))


def fold(name: str) -> str:
    """The name in small letters, without accents, apostrophes, dashes and double spaces.

    "Saint Anne's" and "St. Annes" come out alike, as do "Gt Barford" and "Great Barford".
    """
    words = _SIGNS.sub(" ", bare_letters(name)).split()
    return " ".join(_WORDS.get(word, word) for word in words)


def shortened(key: str, counties: Collection[str]) -> str:
    """A folded name without what people add to it: "diss norfolk", "eaton village".

    `counties` are the words for counties that end an address in the area or beside it: another
    county behind a name means that the place is not ours.
    """
    words, added = key.split(), _NATION | _KINDS_OF_PLACE
    while len(words) > 1 and (words[-1] in added or words[-1] in counties):
        words.pop()
    # "North Northamptonshire" is a name of its own, and no place called North.
    return key if _DIRECTIONS.issuperset(words) else " ".join(words)


def is_county(key: str, counties: Collection[str]) -> bool:
    """Whether a folded name is only a county, in or beside the area, or a country."""
    return key in counties or key in _NATION or key in _COUNTRIES


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
    """Whether two masks still allow so many typos: each typo changes two letters at most."""
    return (first ^ second).bit_count() <= 2 * most
