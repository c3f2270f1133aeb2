"""How much of a long sweep a run takes: an ordinary one a sample of each kind, `--slow` all of it.

`python3 dev.py check --slow` runs every sweep at its full size and is for the days before a
release. What is sampled is a sweep over many generated cases of one kind; a case that a fault was
once found by has a test of its own and runs always.
"""

import os
import random
from collections.abc import Iterable
from typing import TypeVar

Case = TypeVar("Case")
VARIABLE = "WHO_TO_CALL_SWEEPS"
"""`whole` runs them at full size; `dev.py check --slow` sets it, and each worker inherits it."""


def whole() -> bool:
    """Whether sweeps run at their full size."""
    return os.environ.get(VARIABLE) == "whole"


def size(sample: int, full: int) -> int:
    """How many random cases to make."""
    return full if whole() else sample


def sampled(cases: Iterable[Case], sample: int, of: object = "") -> list[Case]:
    """The cases of a sweep in their order: all, or so many taken at random, always the same.

    `of`: what is swept; tests of several sweeps of the same length take other cases in each.
    """
    every = list(cases)
    if whole() or len(every) <= sample:
        return every
    taken = random.Random(f"{of} {len(every)}").sample(range(len(every)), sample)
    return [every[place] for place in sorted(taken)]
