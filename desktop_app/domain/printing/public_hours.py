"""Hours as public paper tells them: what helps whoever reads it, and nothing we only suppose.

Where sources disagree, are old, or nothing but an assumption is there, the sheet says on which days
an office is there; exact times stand only where one source states them and holds.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.hours.statements import (
    DAY,
    EMPTY_WEEK,
    Basis,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
)
from desktop_app.domain.hours.status import lapsed
from desktop_app.domain.hours.words import day_words, runs

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_AND_NIGHT = "Day and night"
SHOULD_BE = "Should be open"
OFFICE_CLOSED = "When the office is closed"
OFFICE_DAY = Span(7 * 60, 19 * 60)
"""Hours inside it, whatever they are exactly, are office hours to a reader."""


class PaperWording(StrEnum):
    """What kind of thing paper can say about the hours of one line."""

    NOTHING = "nothing"
    ALWAYS = "always"
    SHOULD_BE_ALWAYS = "should_be_always"
    """By a source that is old, and nobody has checked since."""
    OFFICE_CLOSED = "office_closed"
    EXACT = "exact"
    OFFICE = "office"
    VARY = "vary"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHours:
    """The hours of one line as far as paper may tell them, before any language."""

    told: PaperWording
    week: Week = EMPTY_WEEK
    """The exact hours; of office hours and of those that vary only the days count."""
    not_on_holidays: bool = False


def paper_hours(hours: Hours, today: date) -> PaperHours:
    """What may be told about these hours on paper printed today."""
    stated = [s for s in hours.statements if not _only_supposed(s)]
    if hours.outside_of is not None:
        return PaperHours(told=PaperWording.OFFICE_CLOSED)
    if not stated:
        return PaperHours(told=PaperWording.NOTHING)
    weeks = [s.week for s in stated if s.basis is not Basis.ALWAYS]
    if not weeks:
        return PaperHours(
            told=PaperWording.SHOULD_BE_ALWAYS if lapsed(hours, today) else PaperWording.ALWAYS
        )
    if len(stated) == 1 and _holds(stated[0], hours, today):
        closed = stated[0].bank_holidays is HolidayRule.CLOSED
        return PaperHours(told=PaperWording.EXACT, week=weeks[0], not_on_holidays=closed)
    return _vaguely(weeks)


def roughly(known: PaperHours) -> PaperHours:
    """The same in fewer words, for a place too small for exact times."""
    return _vaguely([known.week]) if known.told is PaperWording.EXACT else known


def public_words(known: PaperHours) -> str:
    """The hours in English, able to stand alone; empty where there is nothing to say."""
    if known.told is PaperWording.EXACT:
        told = ", ".join(f"{_days(a, b)} {day_words(spans)}" for a, b, spans in runs(known.week))
        return told + (", not bank holidays" if known.not_on_holidays else "")
    if known.told in (PaperWording.OFFICE, PaperWording.VARY):
        days = ", ".join(_days(first, last) for first, last, _ in runs(known.week))
        vague = "office hours" if known.told is PaperWording.OFFICE else "hours vary"
        return f"{days}, {vague}" if days else vague.capitalize()
    return {
        PaperWording.NOTHING: "",
        PaperWording.ALWAYS: DAY_AND_NIGHT,
        PaperWording.SHOULD_BE_ALWAYS: f"{SHOULD_BE}: day and night",
        PaperWording.OFFICE_CLOSED: OFFICE_CLOSED,
    }[known.told]


def _only_supposed(statement: Statement) -> bool:
    """An assumption of every hour says that the rest is not known, and nothing else."""
    return statement.basis is Basis.ASSUMED and all(d == (Span(0, DAY),) for d in statement.week)


def _holds(statement: Statement, hours: Hours, today: date) -> bool:
    begun = statement.valid_from is None or statement.valid_from <= today
    return statement.basis is Basis.PUBLISHED and begun and not lapsed(hours, today)


def _vaguely(weeks: list[Week]) -> PaperHours:
    """The days on which all agree that somebody is there."""
    days = [all(week[day] for week in weeks) for day in range(7)]
    spans = [span for week in weeks for day in week for span in day]
    inside = all(OFFICE_DAY.opens <= x.opens and x.closes <= OFFICE_DAY.closes for x in spans)
    told = PaperWording.OFFICE if inside and any(days) else PaperWording.VARY
    return PaperHours(told=told, week=tuple((OFFICE_DAY,) if on else () for on in days))


def _days(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return "Every day"
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]}-{DAYS[last]}"
