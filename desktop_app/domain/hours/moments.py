"""Moments in words: the time of day in the UK, alone, in full or seen from another moment."""

from datetime import datetime

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import MONTHS, WEEKDAYS, brief_day_words, day_words

DAYS_NAMED_ALONE = 6
"""Within this many days a weekday's name cannot be mistaken for the week after."""


def clock_words(moment: datetime) -> str:
    """A time of day in the UK: "16:35"."""
    local = moment.astimezone(UK)
    return f"{local.hour:02}:{local.minute:02}"


def moment_words(moment: datetime) -> str:
    """A moment in full: "Friday 20 November 2026, 16:35"."""
    local = moment.astimezone(UK)
    return f"{day_words(local.date())}, {clock_words(local)}"


def brief_moment(moment: datetime) -> str:
    """The same where there is little room: "Fri 20 Nov 2026, 16:35"."""
    local = moment.astimezone(UK)
    return f"{brief_day_words(local.date())}, {clock_words(local)}"


def short_moment(moment: datetime) -> str:
    """A moment as it opens a reason: "Friday 16:35"."""
    local = moment.astimezone(UK)
    return f"{WEEKDAYS[local.weekday()]} {clock_words(local)}"


def when_words(instant: datetime, moment: datetime) -> str:
    """An instant seen from a moment: "17:20", "Monday 08:45", "Monday 4 January 08:45"."""
    then, now = instant.astimezone(UK), moment.astimezone(UK)
    apart = abs((then.date() - now.date()).days)
    if apart == 0:
        return clock_words(then)
    if apart <= DAYS_NAMED_ALONE:
        return short_moment(then)
    return f"{WEEKDAYS[then.weekday()]} {then.day} {MONTHS[then.month - 1]} {clock_words(then)}"


def at_words(instant: datetime, moment: datetime) -> str:
    """The same inside a sentence: "at 17:20", "on Monday at 08:45"."""
    day, _, clock = when_words(instant, moment).rpartition(" ")
    return f"on {day} at {clock}" if day else f"at {clock}"
