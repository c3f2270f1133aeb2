"""From noon on 24 December to the end of 1 January an office may be shut on its working days.

Councils close between Christmas and New Year, each on days of its own that change with the year and
stand on no page of opening hours. So in that time no office is open for certain, whatever its week
says, unless a dated exception in the data settles the day. This is the one place of that rule
(docs/decisions/0012-how-far-hours-can-be-leant-on.md).
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop_app.domain.hours.bank_holidays import UK

DAY_MINUTES = 24 * 60
EVE, BEGINS, ENDS = (12, 24), -8 * DAY_MINUTES + 12 * 60, DAY_MINUTES
"""Christmas Eve, and the whole time in minutes from the midnight at which 1 January begins."""
NEVER = (0, 0)
NEAR = frozenset({*((12, day) for day in range(23, 32)), (1, 1)})
"""Days, as month and day, that touch it; of 23 December only a shift past the noon after it."""


@lru_cache(maxsize=4096)
def closure(ordinal: int) -> tuple[int, int]:
    """From when to when an office may be shut, in minutes after the midnight of this UK day.

    The beginning may lie days back and the end days ahead; both are 0 far from Christmas.
    """
    day = date.fromordinal(ordinal)
    if (day.month, day.day) not in NEAR:
        return NEVER
    new_year = (32 - day.day) * DAY_MINUTES if day.month == 12 else 0
    return new_year + BEGINS, new_year + ENDS


def next_near(ordinal: int) -> int:
    """The next day on which an office's hours may be touched by it."""
    day = date.fromordinal(ordinal)
    if closure(ordinal) != NEVER:
        return ordinal + 1
    return date(day.year, 12, 23).toordinal()


def may_be_shut(moment: datetime) -> bool:
    """Whether an aware moment lies in that time."""
    at = moment.astimezone(UK)
    begins, ends = closure(at.toordinal())
    return begins <= at.hour * 60 + at.minute < ends


def next_turn(moment: datetime) -> datetime:
    """When that time next begins or ends after an aware moment, as UK time."""
    at = moment.astimezone(UK)
    if may_be_shut(at):
        days = closure(at.toordinal())[1] // DAY_MINUTES
        return datetime.combine(at.date() + timedelta(days=days), time(), UK)
    return datetime.combine(date(at.year, *EVE), time(12), UK)
