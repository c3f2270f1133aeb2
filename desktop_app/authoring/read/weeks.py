"""Hours as people write them, {mon-thu: "08:45-17:20"}, read into the weeks of the domain."""

import re
from collections.abc import Mapping
from itertools import pairwise

from desktop_app.domain.hours.statements import DAY, Day, Span, Week

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


def read_week(weekly: Mapping[str, str]) -> Week:
    """The week these entries describe; ValueError, with a plain sentence, when it cannot be."""
    days: list[Day] = [()] * 7
    for key, text in weekly.items():
        for weekday in _days(key):
            if days[weekday]:
                raise ValueError(f"{DAYS[weekday]} is given twice; keep one.")
            days[weekday] = read_day(text)
    return tuple(days)


def read_day(text: str) -> Day:
    """The hours of one day, "09:00-12:30, 13:30-17:00"; ValueError when they cannot be read."""
    spans = tuple(_span(part.strip()) for part in text.split(","))
    for earlier, later in pairwise(spans):
        if later.opens < earlier.closes:
            raise ValueError(f"“{text}” overlaps itself or is out of order.")
    return spans


def _days(key: str) -> range:
    if key == "daily":
        return range(7)
    first, _, last = key.partition("-")
    if first not in DAYS or (last or first) not in DAYS:
        raise ValueError(f"“{key}” is not a day; write mon, tue…, mon-fri or daily.")
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise ValueError(f"“{key}” runs backwards; write it as two entries.")
    return range(start, end + 1)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is not a time of day; write it like 08:45-17:20.")
    opens, closes = _minute(text, *found.group(1, 2)), _minute(text, *found.group(3, 4))
    if opens in (DAY, closes):
        raise ValueError(f"“{text}” is no time at all; for round the clock write hours: always.")
    # "20:00-02:00" runs past midnight into the next day.
    return Span(opens, closes if closes > opens else closes + DAY)


def _minute(text: str, hours: str, minutes: str) -> int:
    minute = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or minute > DAY:
        raise ValueError(f"“{text}” has an impossible time; hours go from 00:00 to 24:00.")
    return minute
