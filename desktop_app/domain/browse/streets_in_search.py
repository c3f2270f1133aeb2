"""Streets in a sentence that is searched for: "hurt at 12 ipswich road norwich" means Norwich.

Works on folded words; a place is whatever the caller says is one.
"""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.domain.places.street_words import HOUSE_NUMBER, PLACES_TOO, STREETS

_ANY = STREETS | PLACES_TOO
_FOR_CERTAIN = frozenset(
    {
        "road", "rd", "street", "lane", "ln", "avenue", "ave", "crescent", "cres", "terrace",
        "mews", "boulevard", "gardens", "gdns",
    }
)  # fmt: skip
"""Words that mean a street whatever stands behind them."""
_LONGEST = 4
"""Words in the longest name of a place that is looked for."""

IsPlace = Callable[[str], bool]


def holds_street_word(words: Sequence[str]) -> bool:
    """Whether one of the words, but for the first, may end a street's name."""
    return not _ANY.isdisjoint(words[1:])


def without_streets(words: Sequence[str], is_place: IsPlace) -> tuple[str, ...]:
    """The words without the streets among them: "ipswich road norwich" leaves "norwich".

    A street is called after a place, or stands right before one; a word that is no street's for
    certain counts as one only where a place is named behind it.
    """
    left, at = list(words), 1
    while at < len(left):
        start = _begins(left, at, is_place) if left[at] in _ANY else None
        if start is not None:
            if start and HOUSE_NUMBER.fullmatch(left[start - 1]):
                start -= 1
            del left[start : at + 1]
            at = start
        at += 1
    return tuple(left)


def _begins(words: list[str], at: int, is_place: IsPlace) -> int | None:
    """Where the street begins that ends with the word at this place; None where none does."""
    if words[at + 1 : at + 2] in (["to"], ["of"]):
        return None  # "close to", "place of safety"
    starts = range(max(0, at - _LONGEST + 1), at)
    if any(is_place(" ".join(words[start : at + 1])) for start in starts):
        return None  # "bury park"
    if len(words) > at + 1 and any(is_place(name) for name in _names(words[at:]) if " " in name):
        return None  # "st neots"
    certain = words[at] in _FOR_CERTAIN
    behind = words[at + 1 :]
    named = next((start for start in starts if is_place(" ".join(words[start:at]))), None)
    if named is not None and (certain or _any_place(behind, is_place)):
        return named
    if certain and any(is_place(name) for name in _names(behind)):
        return at - 2 if at > 1 and words[at - 2] == "st" else at - 1
    return None


def _names(words: Sequence[str]) -> Iterator[str]:
    """What may be a name at the beginning of the words."""
    return (" ".join(words[:end]) for end in range(1, min(len(words), _LONGEST) + 1))


def _any_place(words: Sequence[str], is_place: IsPlace) -> bool:
    starts = range(len(words))
    return any(is_place(name) for start in starts for name in _names(words[start:]))
