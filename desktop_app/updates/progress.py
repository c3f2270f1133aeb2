"""The steps of an update and how far each is, for whoever shows or stops it."""

from collections.abc import Callable
from enum import Enum


class Phase(Enum):
    """The steps of an update, each with the share of the work that is done when it is reached."""

    READY = 0.02
    VERIFIED = 0.1
    COPYING = 0.11
    COPIED = 0.5
    SANE = 0.9
    FLUSHED = 0.94
    MOVED = 0.96
    POINTED = 0.98
    DONE = 1.0


ProgressCallback = Callable[[Phase, float], None]
"""Hears of each step and of the share done, from 0 to 1; raise Refused(Why.STOPPED) to stop."""


def quiet(step: Phase, share: float) -> None:
    """Hear of the progress and do nothing."""
