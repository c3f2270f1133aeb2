"""What reads as a street: its name may be a town's, and still says nothing of where it is.

Works on folded words (`place_names.fold`), so "St. Mary's Street" is "st marys street".
"""

import re
from collections.abc import Sequence

STREETS = frozenset(
    {
        "road", "rd", "street", "st", "str", "lane", "ln", "avenue", "ave", "av", "close",
        "cl", "clo", "drive", "dr", "drv", "crescent", "cres", "cresc", "terrace", "terr",
        "ter", "gardens", "gdns", "gdn", "garden", "mews", "boulevard", "blvd", "bvd",
        "square", "sq", "parade", "pde", "walk", "wlk", "rise", "way", "wy", "court",
        "ct", "crt", "place", "pl", "alley", "passage", "path", "approach", "yard",
        "cottages", "villas", "circus", "esplanade", "bypass", "roundabout", "flyover",
        "footpath", "towpath", "tce",
    }
)  # fmt: skip
PLACES_TOO = frozenset(
    {
        "hill", "hl", "park", "pk", "green", "grn", "end", "grove", "gr", "grv", "gate",
        "view", "vw", "row", "broadway", "croft", "chase", "wharf", "common", "meadow",
        "meadows", "mead", "leys", "field", "fields", "copse", "bank", "mount", "dale",
        "vale", "ridge", "corner", "cross", "spinney", "orchard", "paddock", "crest",
        "drove", "quay",
    }
)  # fmt: skip
_HOMES = frozenset(
    {
        "flat", "flats", "apartment", "apt", "unit", "room", "no", "number", "plot",
        "suite", "floor", "block", "house", "bungalow",
    }
)  # fmt: skip
HOUSE_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?|[a-z]")
_JOINING = frozenset(("in", "at", "of", "on", "the"))
_NEARBY = frozenset(
    ("near", "nr", "by", "off", "towards", "toward", "to", "from", "between", "outside", "behind")
)


def reads_as_street(words: Sequence[str], *, for_certain: bool = False) -> bool:
    """Whether a name ends like a street's: "mill lane", "galley hill".

    `for_certain` leaves out the endings that villages and estates have as often ("hill", "end").
    A street needs a name before the word, and "chester le street" is a town.
    """
    words = without_number(words)
    if len(words) < 2 or words[-2] == "le":
        return False
    return words[-1] in STREETS or (not for_certain and words[-1] in PLACES_TOO)


def only_a_street_word(words: Sequence[str]) -> bool:
    """Whether nothing but "road", "the close" or "12 lane" was typed."""
    bare = [word for word in without_number(words) if word != "the"]
    return len(bare) == 1 and bare[0] in STREETS


def holds_street(words: Sequence[str]) -> bool:
    """Whether a street is named anywhere in the words, for certain."""
    return any(reads_as_street(words[:at], for_certain=True) for at in range(2, len(words) + 1))


def without_number(words: Sequence[str]) -> tuple[str, ...]:
    """The words without a flat's and a house's number before them or a number behind them."""
    left = list(words)
    while len(left) > 1 and (_numbered(left) or left[0] in _JOINING):
        left = left[2:] if left[0] in _HOMES else left[1:]
    while len(left) > 2 and left[-1].isdecimal():
        left.pop()
    return tuple(left)


def has_number(words: Sequence[str]) -> bool:
    """Whether a house's or a flat's number stands before the name, or a number behind it."""
    bare = [word for word in words if word not in _JOINING]
    return len(without_number(bare)) < len(bare)


def split_behind(words: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Words before a place without the "in" or "near" that leads to it; and whether it is near."""
    left, nearby = list(words), False
    while left and left[-1] in _JOINING | _NEARBY:
        nearby = left.pop() in _NEARBY or nearby
    return tuple(left), nearby


def _numbered(words: Sequence[str]) -> bool:
    if words[0] in _HOMES:
        return len(words) > 2 and bool(HOUSE_NUMBER.fullmatch(words[1]))
    return bool(HOUSE_NUMBER.fullmatch(words[0])) and (words[0][0].isdecimal() or len(words) > 2)
