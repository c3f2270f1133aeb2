"""The moments at which answers are compared: an office day, its evening, a night, and holidays."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays
from desktop_app.domain.hours.dates import day_words
from desktop_app.domain.hours.statements import Hours
from desktop_app.domain.hours.status import read
from desktop_app.domain.services.directory import Directory

DAY = timedelta(days=1)
TUESDAY, FRIDAY, SATURDAY = 1, 4, 5
LONGEST_LOOK = 400
"""So many days ahead a bank holiday is looked for."""
MOST_CHANGES = 8
"""Moments of changed hours that are asked about; all hours are told, line by line, as well."""


class NamedMoment(NamedTuple):
    """One moment, aware, and what it is called."""

    words: str
    at: datetime


def moments_that_matter(directory: Directory) -> list[NamedMoment]:
    """The moments after a directory was made, the earliest first; no clock is asked."""
    dated, days = directory.release().dated, directory.bank_holidays()
    tuesday = _ordinary(dated, TUESDAY, days)
    found = [
        NamedMoment("on a weekday at 11:00", _at(tuesday, 11)),
        NamedMoment("on a weekday at 17:10", _at(tuesday, 17, 10)),
        NamedMoment("on a weekday evening", _at(tuesday, 20)),
        NamedMoment("at night", _at(tuesday + DAY, 3)),
        NamedMoment("on a Friday at 16:45", _at(_ordinary(dated, FRIDAY, days), 16, 45)),
        NamedMoment("on a Saturday", _at(_ordinary(dated, SATURDAY, days), 14)),
        NamedMoment("on Christmas Eve at 14:00", _at(_christmas(dated) - DAY, 14)),
        NamedMoment("on Christmas Day", _at(_christmas(dated), 11)),
    ]
    holiday = _bank_holiday(dated, days)
    if holiday is not None:
        found.append(NamedMoment("on a bank holiday", _at(holiday, 11)))
    return sorted(found, key=lambda moment: moment.at)


def moments_to_compare(before: Directory, after: Directory) -> list[NamedMoment]:
    """Those that matter, and for each line whose hours change one at which it answers otherwise.

    Or a closure of one day, or of every Wednesday, would be told beside "every answer is the same".
    """
    found = {moment.at: moment for moment in moments_that_matter(after)}
    most = len(found) + MOST_CHANGES
    for at in _turned(before, after):
        if len(found) == most:
            break
        found.setdefault(at, NamedMoment(f"on {day_words(at.date())} at {at:%H:%M}", at))
    return sorted(found.values(), key=lambda moment: moment.at)


def _turned(before: Directory, after: Directory) -> Iterator[datetime]:
    """For each line whose hours change, the middle of the longest time in which it shows."""
    old = {(each.id, line.id): line.hours for each in before.services() for line in each.lines}
    days, dated = after.bank_holidays(), after.release().dated
    for service in after.services():
        for line in service.lines:
            was, now = old.get((service.id, line.id)), line.hours
            if was is None or was == now:
                continue
            moments = _between(was, now, dated, days)
            differ = [
                (length, at)
                for length, at in moments
                if read(was, at, days).state is not read(now, at, days).state
            ]
            yield from sorted(at for length, at in differ if not length)  # dates, each by itself
            if week := [each for each in differ if each[0]]:
                yield max(week)[1]


def _between(
    was: Hours, now: Hours, dated: date, days: BankHolidays
) -> Iterator[tuple[int, datetime]]:
    """Moments between the times that only one of the two has, each with the minutes around it."""
    for exception in {*was.exceptions} ^ {*now.exceptions}:
        if exception.day > dated:
            yield 0, _at(exception.day, 11)
    for weekday in range(7):
        one, other = (
            {span for each in hours.statements for span in each.week[weekday]}
            for hours in (was, now)
        )
        edges = sorted({edge for span in one ^ other for edge in (span.opens, span.closes)})
        start = _at(_ordinary(dated, weekday, days), 0)
        for first, last in pairwise(edges):
            yield last - first, start + timedelta(minutes=(first + last) // 2)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UK)


def _ordinary(dated: date, weekday: int, days: BankHolidays) -> date:
    """The first such weekday after a date that is nothing special, nor the day after it."""
    day = dated + DAY
    while day.weekday() != weekday or days.named(day) or days.named(day + DAY):
        day += DAY
    return day


def _christmas(dated: date) -> date:
    this_year = date(dated.year, 12, 25)
    return this_year if dated < this_year - DAY else date(dated.year + 1, 12, 25)


def _bank_holiday(dated: date, days: BankHolidays) -> date | None:
    """The next bank holiday that is not at Christmas, when many close who else do not."""
    for ahead in range(1, LONGEST_LOOK):
        day = dated + ahead * DAY
        if days.on(day) and (day.month, day.day) < (12, 24) and (day.month, day.day) > (1, 3):
            return day
    return None
