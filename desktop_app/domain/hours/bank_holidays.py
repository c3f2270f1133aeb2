"""Which days are bank holidays in England and Wales, and how far anybody knows them.

GOV.UK lists only the day that is taken off: when Christmas Day falls on a Saturday, the list holds
the Monday after it and not the Saturday. Those weekend dates are told apart here, because a line
that answers at weekends may well be shut on them (docs/decisions/0002-christmas-at-a-weekend.md).
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
"""The one time zone of every published hour, whatever zone the computer is set to."""

SATURDAY = 5
CHRISTMAS_DATES = {(12, 25): "Christmas Day", (12, 26): "Boxing Day", (1, 1): "New Year’s Day"}


class DayBasis(StrEnum):
    """How we know that a day is special."""

    LISTED = "listed"
    """GOV.UK lists it (or the directory's own override does)."""
    COMPUTED = "computed"
    """Worked out by rule, past the end of GOV.UK's list."""
    WEEKEND = "weekend"
    """Christmas Day, Boxing Day or New Year's Day at a weekend: not a bank holiday by the list."""


class DayKind(IntEnum):
    """What the calendar does to the hours of a day."""

    ORDINARY = 0
    HOLIDAY = 1
    CHRISTMAS_AT_WEEKEND = 2
    UNCOVERED = 3


class Holiday(NamedTuple):
    """One bank holiday, with the name people know it by."""

    day: date
    name: str
    basis: DayBasis = DayBasis.LISTED


@dataclass(frozen=True, slots=True, kw_only=True)
class BankHolidays:
    """The bank holidays of England and Wales, and the last day each part of the list reaches.

    Up to `listed_until` the days are GOV.UK's own; from there to `computed_until` they are worked
    out; outside that nobody can say, and weekdays count as `UNCOVERED`.
    """

    holidays: tuple[Holiday, ...]
    listed_until: date
    computed_until: date
    _by_day: dict[date, Holiday] = field(init=False, repr=False, compare=False)
    _kinds: dict[int, DayKind] = field(init=False, repr=False, compare=False)
    _turns: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _first: int = field(init=False, repr=False, compare=False)
    _last: int = field(init=False, repr=False, compare=False)
    _pairs: dict[int, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.computed_until < self.listed_until:
            raise ValueError("The computed bank holidays end before the listed ones.")
        by_day = {holiday.day: holiday for holiday in self.holidays}
        if len(by_day) != len(self.holidays):
            raise ValueError("The same day stands twice in the list of bank holidays.")
        first = date(min(by_day).year, 1, 1) if by_day else date.min
        kinds = {day.toordinal(): DayKind.HOLIDAY for day in by_day}
        for day in _weekend_christmases(max(first.year, 1900), self.computed_until.year):
            kinds.setdefault(day.toordinal(), DayKind.CHRISTMAS_AT_WEEKEND)
        turns = {turn for day in kinds for turn in (day, day + 1)}
        turns |= {first.toordinal(), self.computed_until.toordinal() + 1}
        object.__setattr__(self, "_by_day", by_day)
        object.__setattr__(self, "_kinds", kinds)
        object.__setattr__(self, "_turns", tuple(sorted(turns)))
        object.__setattr__(self, "_first", first.toordinal())
        object.__setattr__(self, "_last", self.computed_until.toordinal())

    def on(self, day: date) -> Holiday | None:
        """The bank holiday that falls on this day, if one does."""
        return self._by_day.get(day)

    def christmas_at_weekend(self, day: date) -> Holiday | None:
        """Christmas Day, Boxing Day or New Year's Day when it falls at a weekend, else nothing."""
        name = CHRISTMAS_DATES.get((day.month, day.day))
        if name is None or day.weekday() < SATURDAY or day in self._by_day:
            return None
        return Holiday(day, name, DayBasis.WEEKEND)

    def named(self, day: date) -> Holiday | None:
        """What makes this day special: a bank holiday, or Christmas at a weekend."""
        return self._by_day.get(day) or self.christmas_at_weekend(day)

    def covers(self, day: date) -> bool:
        """Whether the list, listed or computed, says anything about this day."""
        return self._first <= day.toordinal() <= self._last

    def listed(self, day: date) -> bool:
        """Whether GOV.UK's own list reaches this day; past it the days are only worked out."""
        return self._first <= day.toordinal() and day <= self.listed_until

    def kind(self, ordinal: int) -> DayKind:
        """What the calendar does to the day with this ordinal (`date.toordinal`)."""
        if self._first <= ordinal <= self._last:
            return self._kinds.get(ordinal, DayKind.ORDINARY)
        if (ordinal - 1) % 7 < SATURDAY:
            return DayKind.UNCOVERED
        christmas = self.christmas_at_weekend(date.fromordinal(ordinal))
        return DayKind.CHRISTMAS_AT_WEEKEND if christmas else DayKind.ORDINARY

    def pair(self, ordinal: int) -> int:
        """The kinds of a day and of the day before it in one number, below 16."""
        found = self._pairs.get(ordinal)
        if found is None:
            found = self._pairs[ordinal] = self.kind(ordinal) * 4 + self.kind(ordinal - 1)
        return found

    def next_turn(self, ordinal: int) -> int:
        """The next day on which the calendar may change the hours of an unchanging week."""
        if not self._first <= ordinal <= self._last:
            return ordinal + 1  # weekdays are unknown here and weekends are not
        return self._turns[bisect_right(self._turns, ordinal)]


def _weekend_christmases(first_year: int, last_year: int) -> list[date]:
    days = [
        date(year, month, day)
        for year in range(first_year, last_year + 1)
        for month, day in CHRISTMAS_DATES
    ]
    return [day for day in days if day.weekday() >= SATURDAY]
