"""Is a line answering at this moment? Open, closed or unknown, since when, until when, and why.

This is the front of the hours: what was stated (`hours_stated`), asked about a moment. Moments are
always aware; hours are judged by the clock on a wall in London, whatever the computer's zone.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays, DayKind, Holiday
from desktop_app.domain.hours.day import PeriodState
from desktop_app.domain.hours.statements import (
    EMPTY_WEEK,
    Basis,
    Bearing,
    DatedException,
    Day,
    HolidayRule,
    Hours,
    Openness,
    Reason,
    Span,
    Statement,
    Week,
)
from desktop_app.domain.hours.timeline import Period, plan_of, walk, walk_back
from desktop_app.domain.hours.uk_days import PlacedMoment, instant, midnight, placed
from desktop_app.domain.hours.words import in_words

__all__ = [
    "EMPTY_WEEK",
    "UK",
    "Badge",
    "Basis",
    "Bearing",
    "CachedStatus",
    "Certainty",
    "DatedException",
    "Day",
    "HolidayRule",
    "Hours",
    "OpeningStatus",
    "Openness",
    "PlacedMoment",
    "Reason",
    "Span",
    "Statement",
    "Week",
    "hold",
    "in_words",
    "lapsed",
    "next_change",
    "placed",
    "read",
    "read_placed",
    "since",
    "since_placed",
]

DAY_REASONS = frozenset(
    {
        Reason.BANK_HOLIDAY_CLOSED,
        Reason.BANK_HOLIDAY_NOT_STATED,
        Reason.CHRISTMAS_AT_WEEKEND,
        Reason.EXCEPTION,
    }
)
"""Reasons that name their day, so that midnight changes the sentence even if not the state."""


YEARS_TRUSTED = 3
"""A source older than this, with no check since, no longer makes hours certain."""


class Badge(StrEnum):
    """The four marks beside a number, each with words, a shape and a colour of its own."""

    OPEN = "open"
    SHOULD_BE = "should_be"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How far a state can be leant on."""

    CERTAIN = "certain"
    SHOULD_BE = "should_be"
    """By a source that is old or shows no date, and nobody has checked since."""
    NOT_CERTAIN = "not_certain"


class OpeningStatus(NamedTuple):
    """What a line's hours say at one moment, with all a sentence about it needs."""

    state: Openness
    basis: Basis
    reason: Reason
    until: datetime | None
    """UK time at which the state next changes; nothing when it never does within the horizon."""
    then: Openness | None
    """The state from `until` on."""
    day: date
    """The UK day whose hours decide: the day before, when its hours run past midnight."""
    holiday: Holiday | None
    """The bank holiday (or Christmas at a weekend) on that day."""
    documents: tuple[str, ...]
    """Keys of the documents that state the hours used."""
    note: str
    """What the dated exception says of itself, if one decides."""
    dated: date | None = None
    """The newest day any evidence for it is from, a check included; nothing when none is dated."""
    aged: bool = False
    """True when that is over three years ago, or unknown: certain once, perhaps no longer."""
    holds_until: datetime | None = None
    """The first instant at which the state or the reason may change: `next_change`, for free."""

    @property
    def badge(self) -> Badge:
        """How the state is marked: open by an old source is not marked as open for certain."""
        if self.state is Openness.OPEN and self.aged:
            return Badge.SHOULD_BE
        return Badge(self.state)

    @property
    def certainty(self) -> Certainty:
        """How far the state can be leant on."""
        if self.state is Openness.UNKNOWN:
            return Certainty.NOT_CERTAIN
        return Certainty.SHOULD_BE if self.aged else Certainty.CERTAIN


def read(hours: Hours, moment: datetime, days: BankHolidays) -> OpeningStatus:
    """Whether a line answers at an aware moment, until when, and why."""
    return read_placed(hours, placed(moment), days)


def read_placed(hours: Hours, at: PlacedMoment, days: BankHolidays) -> OpeningStatus:
    """The same for a moment that has been put in its place."""
    return hold(hours, at, days).reading


def hold(hours: Hours, at: PlacedMoment, days: BankHolidays) -> CachedStatus:
    """The same with until when it holds."""
    held = hours.worked_out.get("reading")
    if isinstance(held, CachedStatus) and held.serves(at, days):
        return held
    reading, until = _read_anew(hours, at, days)
    held = hours.worked_out["reading"] = CachedStatus(reading, at, until, days)
    return held


class CachedStatus(NamedTuple):
    """A reading kept for the next question: hundreds of answers are asked of one moment."""

    reading: OpeningStatus
    at: PlacedMoment
    until: int | None  # the first second, as `uk_days` counts them, at which it may be another
    days: BankHolidays

    def serves(self, at: PlacedMoment, days: BankHolidays) -> bool:
        """Whether it holds at another moment: the same day, not earlier, nothing turned since."""
        same = days is self.days and at[1:] == self.at[1:] and at.second >= self.at.second
        return same and (self.until is None or at.second < self.until)


def _read_anew(
    hours: Hours, at: PlacedMoment, days: BankHolidays
) -> tuple[OpeningStatus, int | None]:
    """The reading, and the second from which on it may be another."""
    present, told, change = _looked_ahead(hours, at, days)
    judgement = present.judgement
    sane, bearing = at.sane, hours.bearing
    day = present.ordinal - judgement.carried
    dated = _newest(judgement, bearing, at.ordinal)
    ages = _ages(dated) if not bearing.ageless else None
    aged = not bearing.ageless and (ages is None or ages <= at.ordinal)
    turns = [told.start] if told else []
    checks = bearing.checked.toordinal() if bearing.checked else None
    turns += [midnight(each).second for each in (ages, checks) if each and each > at.ordinal]
    until = min(turns, default=None)
    reading = OpeningStatus(
        state=judgement.state,
        basis=judgement.basis,
        reason=judgement.reason,
        until=instant(change.start) if change and sane else None,
        then=change.judgement.state if change else None,
        day=date.fromordinal(day),
        holiday=_named(day, days),
        documents=judgement.documents,
        note=judgement.note,
        dated=dated,
        aged=aged,
        holds_until=instant(until) if until is not None and sane else None,
    )
    return reading, until


def _newest(judgement: PeriodState, bearing: Bearing, today: int) -> date | None:
    """The newest day of the sources and of the check; a check dated after today counts as none."""
    checked = bearing.checked
    if checked is not None and checked.toordinal() > today:
        checked = None
    return max((day for day in (judgement.dated, checked) if day), default=None)


def _ages(dated: date | None) -> int | None:
    """The first day (ordinal) on which evidence of this day is older than it may be."""
    if dated is None or dated.year + YEARS_TRUSTED > date.max.year:
        return None
    last = date(dated.year + YEARS_TRUSTED, dated.month, 1) + timedelta(days=dated.day - 1)
    return last.toordinal() + 1


def lapsed(hours: Hours, today: date) -> bool:
    """Whether no evidence about these hours is new enough to make them certain on this day."""
    bearing = hours.bearing
    if bearing.ageless:
        return False
    dates = [statement.dated for statement in hours.statements if statement.dated]
    if bearing.checked is not None and bearing.checked <= today:
        dates.append(bearing.checked)
    ages = _ages(max(dates, default=None))
    return ages is None or ages <= today.toordinal()


def _looked_ahead(
    hours: Hours, at: PlacedMoment, days: BankHolidays
) -> tuple[Period, Period | None, Period | None]:
    """The present stretch, the next with anything new to tell, and the next with another state."""
    stretches = walk(plan_of(hours), at.second, at.ordinal, days)
    present, told = next(stretches), None
    for later in stretches:
        if told is None and _reads_otherwise(present, later):
            told = later
        if later.judgement.state is not present.judgement.state:
            return present, told, later
    return present, told, None


def next_change(hours: Hours, moment: datetime, days: BankHolidays) -> datetime | None:
    """The first instant after the moment at which the state, or the reason for it, may change."""
    return read(hours, moment, days).holds_until


def since(hours: Hours, moment: datetime, days: BankHolidays) -> datetime | None:
    """When the present state began ("closed since 16:20"); nothing if before the horizon."""
    return since_placed(hours, placed(moment), days)


def since_placed(hours: Hours, at: PlacedMoment, days: BankHolidays) -> datetime | None:
    """The same for a moment that has been put in its place."""
    begun: int | None = None
    state: Openness | None = None
    for earlier in walk_back(plan_of(hours), at.second, at.ordinal, days):
        if state is not None and earlier.judgement.state is not state:
            return instant(begun) if begun is not None and at.sane else None
        state, begun = earlier.judgement.state, earlier.start
    return None


def _reads_otherwise(present: Period, later: Period) -> bool:
    was, will = present.judgement, later.judgement
    if (was.state, was.reason, was.basis) != (will.state, will.reason, will.basis):
        return True
    if was.dated != will.dated:
        return True
    days_differ = present.ordinal - was.carried != later.ordinal - will.carried
    return days_differ and was.reason in DAY_REASONS


def _named(ordinal: int, days: BankHolidays) -> Holiday | None:
    if days.kind(ordinal) is DayKind.ORDINARY:
        return None
    return days.named(date.fromordinal(ordinal))
