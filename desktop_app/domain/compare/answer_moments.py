"""The moments at which answers are compared: an office day, its evening, a night, and holidays."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.services.directory import Directory

DAY = timedelta(days=1)
TUESDAY, FRIDAY, SATURDAY = 1, 4, 5
LONGEST_LOOK = 400
"""So many days ahead a bank holiday is looked for."""
MOST_DATES = 8
"""Days of changed hours that are asked about; all of them are told, one by one, as hours."""


class Moment(NamedTuple):
    """One moment, aware, and what it is called."""

    words: str
    at: datetime


def moments_that_matter(directory: Directory) -> list[Moment]:
    """The moments after a directory was made, the earliest first; no clock is asked."""
    dated, days = directory.release().dated, directory.bank_holidays()
    tuesday = _ordinary(dated, TUESDAY, days)
    found = [
        Moment("on a weekday at 11:00", _at(tuesday, 11)),
        Moment("on a weekday at 17:10", _at(tuesday, 17, 10)),
        Moment("on a weekday evening", _at(tuesday, 20)),
        Moment("at night", _at(tuesday + DAY, 3)),
        Moment("on a Friday at 16:45", _at(_ordinary(dated, FRIDAY, days), 16, 45)),
        Moment("on a Saturday", _at(_ordinary(dated, SATURDAY, days), 14)),
        Moment("on Christmas Eve at 14:00", _at(_christmas(dated) - DAY, 14)),
        Moment("on Christmas Day", _at(_christmas(dated), 11)),
    ]
    holiday = _bank_holiday(dated, days)
    if holiday is not None:
        found.append(Moment("on a bank holiday", _at(holiday, 11)))
    return sorted(found, key=lambda moment: moment.at)


def moments_to_compare(before: Directory, after: Directory) -> list[Moment]:
    """Those that matter, and each of the next days for which one says other hours than the other.

    Or a closure of one day would be told beside "every answer is the same".
    """
    days = sorted({day for _, _, day, _ in _dated(before) ^ _dated(after)})
    ahead = [day for day in days if day >= after.release().dated][:MOST_DATES]
    named = [Moment(f"on {date_words(day)} at 11:00", _at(day, 11)) for day in ahead]
    return sorted([*moments_that_matter(after), *named], key=lambda moment: moment.at)


def _dated(directory: Directory) -> set[tuple[str, str, date, object]]:
    return {
        (service.id, line.id, exception.day, exception.spans)
        for service in directory.services()
        for line in service.lines
        for exception in line.hours.exceptions
    }


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
