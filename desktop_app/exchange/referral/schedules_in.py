"""Schedules of somebody's data as one claim about a week, or why they are none."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from desktop_app.domain.hours.statements import DAY, EMPTY_WEEK, Basis, HolidayRule, Span, Statement
from desktop_app.exchange.referral.facts import FactLink, Record, value
from desktop_app.exchange.referral.line_out import BYDAY

TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
NO_TIME = "“{}” is no time of day: the hours were not read."
NO_DAYS = "A schedule names no days: the hours were not read."
NOT_WEEKLY = "A schedule is {}, which a week cannot say: the hours were not read."
OVERLAP = "The schedules of this number overlap: the hours were not read."
ENDLESS = ("interval", "count", "until", "valid_to", "bymonthday", "byweekno", "byyearday")
"""What makes a schedule more than a plain week, when it says anything."""


class NotSaid(ValueError):
    """The schedules state no plain week; says why, in a sentence."""


def schedules_read(schedules: Sequence[Record], *, always: bool = False) -> Statement:
    """The claim these schedules make together; NotSaid when a week cannot hold it."""
    week: list[list[Span]] = [[] for _ in range(7)]
    for schedule in schedules:
        _must_be_weekly(schedule)
        opens, closes = _time(schedule, "opens_at"), _time(schedule, "closes_at")
        span = Span(opens % DAY, closes if closes > opens else closes + DAY)
        for day in _days(schedule):
            week[day].append(span)
    holidays = {value(each, FactLink.HOLIDAYS) for each in schedules}
    rule = holidays.pop() if len(holidays) == 1 else ""
    begins = {str(each["valid_from"]) for each in schedules if each.get("valid_from")}
    try:
        return Statement(
            Basis.ALWAYS if always else Basis.PUBLISHED,
            EMPTY_WEEK if always else tuple(tuple(sorted(day)) for day in week),
            bank_holidays=HolidayRule(rule or HolidayRule.NOT_STATED),
            document=value(schedules[0], FactLink.DOCUMENT) or None,
            valid_from=date.fromisoformat(begins.pop()) if len(begins) == 1 else None,
        )
    except ValueError:
        raise NotSaid(OVERLAP) from None


def _must_be_weekly(schedule: Record) -> None:
    freq = str(schedule.get("freq") or "WEEKLY").upper()
    if freq != "WEEKLY":
        raise NotSaid(NOT_WEEKLY.format(freq.lower()))
    for name in ENDLESS:
        said: Any = schedule.get(name)
        if said and not (name == "interval" and str(said) == "1"):
            raise NotSaid(NOT_WEEKLY.format(f"limited by {name}"))


def _time(schedule: Record, name: str) -> int:
    text = str(schedule.get(name) or "")
    found = TIME.fullmatch(text)
    if not found or int(found[1]) * 60 + int(found[2]) > DAY:
        raise NotSaid(NO_TIME.format(text))
    return int(found[1]) * 60 + int(found[2])


def _days(schedule: Record) -> Iterator[int]:
    named = [day for day in re.split(r"[,\s]+", str(schedule.get("byday") or "").upper()) if day]
    if not named or not set(named) <= set(BYDAY):
        raise NotSaid(NO_DAYS)
    yield from (BYDAY.index(day) for day in dict.fromkeys(named))
