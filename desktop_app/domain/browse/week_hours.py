"""The coming week of one line, as it is drawn on a card and as it is read out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays
from desktop_app.domain.hours.dates import MONTHS, WEEKDAYS
from desktop_app.domain.hours.status import Basis, Hours, OpeningStatus, Openness, read

DAYS = 7
FORTNIGHT = 14
DAY_MINUTES = 1440


class HoursState(StrEnum):
    """How a stretch of time is drawn; each has a shape of its own, and a word."""

    OPEN = "open"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"
    CLOSED = "closed"


WORDS = {
    HoursState.OPEN: "open",
    HoursState.ASSUMED: "should be open",
    HoursState.UNKNOWN: "not certain",
    HoursState.CLOSED: "closed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """Minutes after midnight by the clock on a wall in London, and how they are marked."""

    start: int
    end: int
    mark: HoursState


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """One day of a line, midnight to midnight without a gap."""

    day: date
    stretches: tuple[DayPart, ...]
    holiday: str = ""

    @property
    def said(self) -> str:
        """The day in words: "Sunday 29 November: closed"."""
        day = f"{WEEKDAYS[self.day.weekday()]} {self.day.day} {MONTHS[self.day.month - 1]}"
        named = f"{day}, {self.holiday}" if self.holiday else day
        return f"{named}: {self._hours}"

    @property
    def _hours(self) -> str:
        if len(self.stretches) == 1:
            only = self.stretches[0].mark
            return f"{WORDS[only]} all day" if only is not HoursState.CLOSED else "closed"
        told = (
            f"{WORDS[each.mark]} {_clock(each.start)} to {_clock(each.end)}"
            for each in self.stretches
            if each.mark is not HoursState.CLOSED
        )
        return "; ".join(told)


def coming_week(hours: Hours, at: datetime, days: BankHolidays) -> tuple[DayHours, ...]:
    """Today and the six days after it."""
    today = at.astimezone(UK).date()
    return tuple(_day(hours, today + timedelta(days=ahead), days) for ahead in range(DAYS))


def coming_holidays(hours: Hours, at: datetime, days: BankHolidays) -> tuple[str, ...]:
    """The bank holidays of the coming fortnight, each with what the line does on it."""
    today = at.astimezone(UK).date()
    coming = (today + timedelta(days=ahead) for ahead in range(FORTNIGHT))
    return tuple(_day(hours, each, days).said for each in coming if days.named(each))


def _day(hours: Hours, day: date, days: BankHolidays) -> DayHours:
    holiday = days.named(day)
    stretches = _joined(_stretches(hours, day, days))
    return DayHours(day=day, stretches=stretches, holiday=holiday.name if holiday else "")


def _stretches(hours: Hours, day: date, days: BankHolidays) -> Iterator[DayPart]:
    """From one instant at which the hours may change to the next, in order."""
    now = datetime.combine(day, time(), UK).astimezone(UTC)
    end = datetime.combine(day + timedelta(days=1), time(), UK).astimezone(UTC)
    minute = 0
    while now < end and minute < DAY_MINUTES:
        reading = read(hours, now.astimezone(UK), days)
        until = reading.holds_until
        then = min(until.astimezone(UTC), end) if until else end
        last = DAY_MINUTES if then >= end else _minute(then)
        if last > minute:  # not where the clocks go back to a minute that was drawn
            yield DayPart(start=minute, end=last, mark=_mark(reading))
            minute = last
        now = then


def _mark(reading: OpeningStatus) -> HoursState:
    if reading.state is not Openness.OPEN:
        return HoursState(reading.state)
    unsure = reading.aged or reading.basis is Basis.ASSUMED
    return HoursState.ASSUMED if unsure else HoursState.OPEN


def _joined(stretches: Iterator[DayPart]) -> tuple[DayPart, ...]:
    """Neighbours of one mark as one."""
    joined: list[DayPart] = []
    for each in stretches:
        same = joined and joined[-1].mark is each.mark
        start = joined.pop().start if same else each.start
        joined.append(DayPart(start=start, end=each.end, mark=each.mark))
    return tuple(joined)


def _minute(moment: datetime) -> int:
    wall = moment.astimezone(UK)
    return wall.hour * 60 + wall.minute


def _clock(minute: int) -> str:
    return "midnight" if minute in (0, DAY_MINUTES) else f"{minute // 60:02d}:{minute % 60:02d}"
