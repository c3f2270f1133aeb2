"""UK days on the line of real time: when each begins, and when its clocks change.

Moments are whole seconds counted from 1 January of year 1, UTC, so that adding and comparing them
knows nothing of wall clocks. (Python compares two moments of one zone by the wall.)
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK

ZERO = datetime(1, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
FIRST_YEAR, LAST_YEAR = 4, 9988
"""Leap years just inside what a date can hold; a moment outside is judged as if in them."""
DAY_SECONDS = 86400


class Midnight(NamedTuple):
    """When a UK day starts (seconds), and whether the clocks change in it."""

    second: int
    clocks_change: bool


def seconds_of(moment: datetime) -> int:
    """An aware moment in whole seconds, rounded down."""
    return (moment - ZERO) // SECOND


class PlacedMoment(NamedTuple):
    """A moment put in its place, once for all the lines that are looked at."""

    second: int
    ordinal: int  # of the UK day
    sane: bool
    """Whether its year can be reckoned from; another one is judged, and promises nothing."""


def placed(moment: datetime) -> PlacedMoment:
    """Put an aware moment in its place; ValueError when it has no time zone."""
    at = _within_dates(moment)
    return PlacedMoment(seconds_of(at), at.astimezone(UK).toordinal(), _sane(moment))


def _sane(moment: datetime) -> bool:
    return FIRST_YEAR <= moment.year <= LAST_YEAR


def _within_dates(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("Hours are asked about an aware moment; this one has no time zone.")
    if _sane(moment):
        return moment
    return moment.replace(year=FIRST_YEAR if moment.year < FIRST_YEAR else LAST_YEAR, tzinfo=UTC)


@lru_cache(maxsize=1024)
def instant(second: int) -> datetime:
    """The moment this many seconds after year 1 began, as UK time."""
    return (ZERO + timedelta(seconds=second)).astimezone(UK)


@lru_cache(maxsize=8192)
def midnight(ordinal: int) -> Midnight:
    """When the UK day with this ordinal begins, and whether the clocks change in it."""
    begins = _local_midnight(ordinal)
    return Midnight(begins, _local_midnight(ordinal + 1) - begins != DAY_SECONDS)


def _local_midnight(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return seconds_of(datetime(day.year, day.month, day.day, tzinfo=UK))


def clock_change(begins: int, ends: int) -> tuple[int, int]:
    """The second at which the clocks change on a day, and by how much they jump forward."""
    before, after = _offset(begins), _offset(ends)
    low, high = begins, ends
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle) == before else (low, middle)
    return high, after - before


def _offset(second: int) -> int:
    return int((instant(second).utcoffset() or timedelta()).total_seconds())
