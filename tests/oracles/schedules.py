"""Random schedules for the oracles: made from a seed, kept as plain lists, read back as `Hours`.

A schedule is {"week": seven lists of [opens, closes], "rule": …, "exceptions": [[day, spans], …]},
its instants are minutes since 1970, UTC.
"""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop_app.domain.hours.bank_holidays import BankHolidays, Holiday
from desktop_app.domain.hours.status import (
    Basis,
    DatedException,
    HolidayRule,
    Hours,
    Span,
    Statement,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = date(2026, 1, 1), date(2028, 10, 31)
DAYS_AHEAD = 30
"""How far a next change is compared."""

Schedule = dict[str, Any]

OFFICES = [(525, 1040), (525, 980), (540, 1020), (480, 1080), (510, 1005)]
NIGHTS = [(1020, 1980), (1320, 1560), (1200, 1500), (1040, 1965)]
SPECIAL = [
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 12, 25),
    date(2026, 12, 26),
    date(2026, 12, 28),
    date(2027, 3, 28),
    date(2027, 12, 25),
    date(2027, 12, 28),
    date(2028, 1, 1),
    date(2028, 1, 3),
    date(2028, 5, 29),
]


def made_up(chance: random.Random, holidays: list[date]) -> Schedule:
    """One schedule with its instants."""
    instants = [_instant(chance, holidays) for _ in range(2)]
    week = _week(chance)
    exceptions = []
    if chance.random() < 0.3:
        near = day_of(instants[0]) + timedelta(days=chance.randint(-1, 3))
        exceptions = [[near.isoformat(), [] if chance.random() < 0.5 else _spans(chance)]]
    rule = chance.choice(list(HolidayRule))
    return {"week": week, "rule": rule.value, "exceptions": exceptions, "at": instants}


def day_of(minute: int) -> date:
    """The day of an instant in UTC."""
    return (EPOCH + timedelta(minutes=minute)).date()


def _instant(chance: random.Random, holidays: list[date]) -> int:
    day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
    if chance.random() < 0.55:
        near = [holiday for holiday in holidays if FIRST <= holiday <= LAST] + SPECIAL
        day = chance.choice(near) + timedelta(days=chance.choice([-1, 0, 0, 0, 1]))
    minute = chance.choice([chance.randrange(1440), 15 * chance.randrange(96)])
    return (day - EPOCH.date()).days * 1440 + minute


def _week(chance: random.Random) -> list[list[list[int]]]:
    style = chance.random()
    if style < 0.4:
        span = list(chance.choice(OFFICES))
        week = [[span] for _ in range(5)] + [[], []]
        week[4] = [list(chance.choice(OFFICES))]
        return week
    if style < 0.55:
        week = [[list(chance.choice(NIGHTS))] if chance.random() < 0.6 else [] for _ in range(7)]
    else:
        week = [_spans(chance) if chance.random() < 0.7 else [] for _ in range(7)]
    return week if any(week) else [[[600, 1200]] for _ in range(7)]


def _spans(chance: random.Random) -> list[list[int]]:
    cuts = sorted(chance.sample(range(289), 4))
    spans = [[cuts[0] * 5, cuts[1] * 5], [cuts[2] * 5, cuts[3] * 5]]
    return spans if chance.random() < 0.4 else [spans[chance.randrange(2)]]


def as_hours(schedule: Schedule) -> Hours:
    """The schedule in the program's own form."""
    week = tuple(tuple(Span(*span) for span in day) for day in schedule["week"])
    exceptions = tuple(
        DatedException(date.fromisoformat(day), tuple(Span(*span) for span in spans))
        for day, spans in schedule["exceptions"]
    )
    statement = Statement(Basis.PUBLISHED, week, HolidayRule(schedule["rule"]))
    return Hours((statement,), exceptions)


def as_calendar(holidays: list[str]) -> BankHolidays:
    """The bank holidays the oracles were told of."""
    days = tuple(Holiday(date.fromisoformat(day), "Bank holiday") for day in holidays)
    return BankHolidays(holidays=days, listed_until=days[-1].day, computed_until=date(2040, 12, 31))
