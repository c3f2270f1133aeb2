"""What somebody stated about the hours of a line: the facts, before any moment is asked about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

DAY = 1440
"""Minutes in an ordinary day."""


class Openness(StrEnum):
    """Whether a line answers. Unknown is an answer of its own, never shown as open or closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What an opening state rests on."""

    PUBLISHED = "published"
    ASSUMED = "assumed"
    ALWAYS = "always"
    DERIVED = "derived"
    NONE = "none"


class HolidayRule(StrEnum):
    """What a source says about bank holidays."""

    CLOSED = "closed"
    AS_USUAL = "as_usual"
    NOT_STATED = "not_stated"


class Reason(StrEnum):
    """Why a line is open, closed or unknown: one sentence of the answer each."""

    IN_HOURS = "in_hours"
    OUTSIDE_HOURS = "outside_hours"
    ALWAYS = "always"
    SOURCES_DISAGREE = "sources_disagree"
    ASSUMED_BETWEEN = "assumed_between"
    """After the wide assumed day begins, before the narrow one does (or the other way round)."""
    BANK_HOLIDAY_CLOSED = "bank_holiday_closed"
    BANK_HOLIDAY_NOT_STATED = "bank_holiday_not_stated"
    CHRISTMAS_AT_WEEKEND = "christmas_at_weekend"
    CHRISTMAS_CLOSURE = "christmas_closure"
    """Between Christmas Eve and New Year, when an office may be shut and no source says so."""
    NUMBER_DISPUTED = "number_disputed"
    """The hours say open, but the number itself is in doubt."""
    EXCEPTION = "exception"
    NOT_PUBLISHED = "not_published"
    CALENDAR_ENDED = "calendar_ended"
    """No list of bank holidays reaches this day (or begins as early as it)."""
    OFFICE_OPEN = "office_open"
    OFFICE_CLOSED = "office_closed"
    OFFICE_UNKNOWN = "office_unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of open time in minutes after midnight; past 1440 it runs into the next day."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not (0 <= self.opens < DAY and self.opens < self.closes <= 2 * DAY):
            raise ValueError(
                f"Hours from minute {self.opens} to minute {self.closes} are not possible."
            )


Day = tuple[Span, ...]
Week = tuple[Day, ...]
"""Seven days, Monday to Sunday, each with its spans in order."""

EMPTY_WEEK: Week = ((),) * 7


@dataclass(frozen=True, slots=True)
class Statement:
    """One published (or assumed) claim about a line's hours, with the document that makes it.

    It counts from `valid_from` on; it does not silence other statements, because which of two
    sources is right is a person's decision and not ours.
    """

    basis: Basis
    week: Week = EMPTY_WEEK
    bank_holidays: HolidayRule = HolidayRule.NOT_STATED
    document: str | None = None
    valid_from: date | None = None
    dated: date | None = None
    """The earliest day the document can be from (`dated`); nothing when it shows no date."""

    def __post_init__(self) -> None:
        if self.basis in (Basis.DERIVED, Basis.NONE):
            raise ValueError("A statement of hours is published, assumed or always.")
        if len(self.week) != 7:
            raise ValueError("A week has seven days.")
        if (self.basis is Basis.ALWAYS) == any(self.week):
            raise ValueError("State hours for some day of the week, or 'always' without hours.")
        for day in self.week:
            _check_day(day)


def dated(year: int | None) -> date | None:
    """The earliest day that a document of this year can be from.

    A source of "2023" is taken as of 1 January: better called old too early than too late.
    """
    return date(year, 1, 1) if year else None


@dataclass(frozen=True, slots=True)
class DatedException:
    """The hours of one calendar day that beat every other rule; no spans means closed all day."""

    day: date
    spans: Day
    document: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        _check_day(self.spans)


class Bearing(NamedTuple):
    """What is known of the line itself that bears on how far its hours can be leant on."""

    office: bool = False
    """An office, which may be shut between Christmas and New Year."""
    disputed: bool = False
    """Sources disagree about the number: it is never shown open."""
    checked: date | None = None
    """When somebody last checked it by a deliberate act."""
    ageless: bool = False
    """999 and its textphone: nobody has to state anew that they answer."""


UNKNOWN_LINE, OFFICE = Bearing(), Bearing(office=True)


@dataclass(frozen=True, slots=True)
class Hours:
    """Everything stated about when one line answers.

    Without statements and without `outside_of` nobody published hours, and the line is always
    unknown. `outside_of` marks an out-of-hours line: it answers whenever the office it stands in
    for does not, and in whatever hours are stated for itself as well.
    """

    statements: tuple[Statement, ...] = ()
    exceptions: tuple[DatedException, ...] = ()
    outside_of: Hours | None = None
    bearing: Bearing = UNKNOWN_LINE
    """Set by the line that keeps these hours (`service.Line`)."""
    worked_out: dict[str, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What has been worked out from these facts so far; kept here so that it dies with them."""

    def __post_init__(self) -> None:
        days = [exception.day for exception in self.exceptions]
        if len(set(days)) != len(days):
            raise ValueError("Two exceptions are given for the same day; keep one.")
        office = self.outside_of
        if office is not None and office.bearing != OFFICE:
            object.__setattr__(self, "outside_of", replace(office, bearing=OFFICE))


def _check_day(spans: Day) -> None:
    for earlier, later in pairwise(spans):
        if later.opens < earlier.closes:
            raise ValueError("The hours of one day must stand in order and not overlap.")
