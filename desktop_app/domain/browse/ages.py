"""Ages in a sentence, as words: "14yo" is a child, "girl of 12" too, "82 year old" a pensioner."""

import re
from collections.abc import Iterator, Sequence

CHILD, GROWN, OLD = "child", "adult", "pensioner"
UNDER, FROM = 18, 65
"""Years: a child is under 18, an older person 65 or more."""
OLDEST = 120
TERM, LONGEST_TERM, UNBORN = "40", 42, "pregnant"
"""Under a stroke: "28/40" is the 28th week of a pregnancy."""

_ATTACHED = re.compile(r"(\d{1,3})(?:(?:yo|y|yr|yrs|yrold|year|years)[mf]?|[mf])")
_PARTS = frozenset({"12", "52", "7"})
"""Under a stroke: "4/12" is four months, "6/52" six weeks, "3/7" three days."""
_UNITS = frozenset({"year", "years", "yr", "yrs", "y"})
_SMALL = frozenset({"day", "days", "week", "weeks", "wk", "wks", "month", "months", "mth", "mths"})
_OLD = frozenset({"old", "olds", "o"})
_BEFORE = frozenset({"aged", "age", "ages", "of", "is", "hes", "shes", "only", "just"})
_YOUNG = frozenset({"girl", "boy", "lad", "lass", "child", "kid", "son", "daughter"})
"""A grown age behind one of these takes its place: "lad 22" is no child."""
_SMALLEST = frozenset({"baby", "infant", "aged", "newborn"})
_PEOPLE = _YOUNG.union(
    ("brother", "sister", "man", "woman", "lady", "male", "female", "mum", "dad", "mother"),
    ("niece", "nephew", "grandson", "granddaughter", "sibling", "stepson", "stepdaughter"),
    ("neighbour", "husband", "wife", "grandad", "nan", "partner", "cousin", "person", "f", "m"),
    ("father", "patient", "pt", "resident", "client", "gran", "aunt", "uncle"),
)
"""Whom a bare number may follow: "her daughter 9"."""


def ages_in_words(said: Sequence[str]) -> tuple[str, ...]:
    """The folded words with each age as the word for it; numbers that are no age stay."""
    return tuple(_words(tuple(said)))


def _real(years: str) -> bool:
    return years.isascii() and years.isdigit() and int(years) <= OLDEST


def _words(said: tuple[str, ...]) -> Iterator[str]:
    at = 0
    while at < len(said):
        taken, word = _age_at(said, at)
        if not word and said[at] in _YOUNG and _age_at(said, at + 1)[1] in (GROWN, OLD):
            at += 1  # the age alone says who it is
            continue
        yield word or said[at]
        at += max(1, taken)


def _age_at(said: tuple[str, ...], at: int) -> tuple[int, str]:
    """How many words from here are an age, and the word for it; none where there is no age."""
    years = said[at] if at < len(said) else ""
    attached = _ATTACHED.fullmatch(years)
    unit, *behind = (*said[at + 1 : at + 3], "", "")[:2]
    if attached and _real(attached.group(1)):
        return (2 if unit in _OLD else 1), _of(int(attached.group(1)))
    if not _real(years):
        return 0, ""
    if stroke := _under_a_stroke(said, at, unit, behind[0]):
        return 2, stroke
    if unit == "yo" or (unit in _UNITS | _SMALL and behind[0] in _OLD):
        return (2 if unit == "yo" else 3), CHILD if unit in _SMALL else _of(int(said[at]))
    before = _before(said, at)
    if before in _BEFORE | _PEOPLE and unit not in _UNITS | _SMALL:
        return 1, _of(int(said[at]))
    return 0, ""


def _under_a_stroke(said: tuple[str, ...], at: int, unit: str, behind: str) -> str:
    """The word for "28/40", "4/12 old" and "baby 6/52"; empty where it is neither."""
    if unit == TERM and int(said[at]) <= LONGEST_TERM:
        return UNBORN
    small = behind in _OLD | _SMALLEST or _before(said, at) in _SMALLEST
    return CHILD if unit in _PARTS and small else ""


def _before(said: tuple[str, ...], at: int) -> str:
    return said[at - 1] if at else ""


def _of(years: int) -> str:
    return CHILD if years < UNDER else OLD if years >= FROM else GROWN
