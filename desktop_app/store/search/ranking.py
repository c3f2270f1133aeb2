"""What one way of searching found, and how good it is."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from desktop_app.domain.services.directory import HitWhy

BEYOND = "\uffff"
"""Sorts after every letter, so that a word and everything beginning with it is one range."""
PLENTY = 60
"""More than anybody reads; each way of searching stops here, however large the directory."""


class Rank(IntEnum):
    """The ways of matching, the best first."""

    NAME = 0
    OLD_NAME = 1
    SUBJECT = 2
    PLACE = 3
    NAME_BEGINS = 4
    OLD_NAME_BEGINS = 5
    SUBJECT_BEGINS = 6
    CONCEPT = 7
    ALL_WORDS = 8
    SOME_WORDS = 40


MOST = 100
"""What a service costs that a sentence says nothing about; each thing it says makes it less."""
TYPO = 10
"""What one misspelt reading costs: worse than any match of the words as they were typed."""

UNSURE = TYPO
"""What it costs that some of the words were not understood: no more than a guess at one of them."""


class SearchMatch(NamedTuple):
    """One service found one way; of several the one of least `worth` is kept.

    A tuple, since a sentence makes hundreds for each key, and copies most of them.
    """

    tier: int
    cost: int
    number: int  # the service
    why: HitWhy
    matched: str
    exact: bool = False
    named: bool = False
    """Whether the words stand in its present name as well."""

    @property
    def worth(self) -> tuple[bool, int, int]:
        """For comparing: what was typed in full before all else, then the tier, then the cost."""
        return not self.exact, self.tier, self.cost


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, folded; `councils` limits it to services that work there."""

    folded: str
    words: tuple[str, ...]
    councils: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    """Every word as it was typed, filler included: "I hit" and "he hit me" are not the same."""
