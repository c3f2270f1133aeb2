"""Why a line is offered: one sentence for each thing the hours can say of it."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.dates import day_words
from desktop_app.domain.hours.moments import at_words, clock_words, short_moment, when_words
from desktop_app.domain.hours.status import (
    Basis,
    OpeningStatus,
    Openness,
    PlacedMoment,
    Reason,
    read_placed,
    since_placed,
)
from desktop_app.domain.services.service import Line, LineKind
from desktop_app.domain.services.wording import holiday_words


class LineStatus(NamedTuple):
    """One line looked at from one moment: all that a sentence about it needs."""

    line: Line
    reading: OpeningStatus
    moment: datetime
    at: PlacedMoment  # the same moment, in its place
    days: BankHolidays
    clock_doubted: bool = False

    @property
    def office(self) -> OpeningStatus | None:
        """What the hours say of the office this out-of-hours line stands in for, if it is one."""
        office = self.line.hours.outside_of
        return read_placed(office, self.at, self.days) if office else None

    def opening(self) -> datetime | None:
        """When the line next opens for certain; nothing while it is not closed for certain."""
        return certain_opening(self.reading)


def certain_opening(reading: OpeningStatus) -> datetime | None:
    """When a closed line next opens for certain; nothing when it might open sooner."""
    closed = reading.state is Openness.CLOSED
    return reading.until if closed and reading.then is Openness.OPEN else None


def explain(status: LineStatus) -> str:
    """The sentence that says why this line stands where it does."""
    if status.clock_doubted and status.reading.basis is not Basis.ALWAYS:
        return (
            "This computer’s clock cannot be trusted, so we cannot tell whether this line is open."
        )
    reason = status.reading.reason
    said = _FIXED[reason] if reason in _FIXED else _TOLD[reason](status)
    if not said.startswith("{"):
        return said
    return said.replace("{now}", short_moment(status.moment))


# Some lines publish a time of day and no days: "in full" is true of them, too.
_ASSUMING = "these hours are not published in full; we assume a working day"


def _in_hours(status: LineStatus) -> str:
    until = (
        f" until {when_words(status.reading.until, status.moment)}" if status.reading.until else ""
    )
    if status.reading.basis is Basis.ASSUMED:
        return f"{{now}}: {_ASSUMING}, open{until}."
    if status.reading.aged:
        return f"{{now}}: this line should be open{until}{_age(status)}."
    return f"{{now}}: this line is open{until}."


def _age(status: LineStatus) -> str:
    """From when the hours are that nobody has checked since; nothing where they are certain."""
    if not status.reading.aged or Basis.ASSUMED in (status.reading.basis, _office_basis(status)):
        return ""  # that they are assumed says enough
    dated = status.reading.dated
    return f" (hours as of {dated.year})" if dated else " (hours from an undated source)"


def _office_basis(status: LineStatus) -> Basis | None:
    office = status.office
    return office.basis if office else None


def _always(status: LineStatus) -> str:
    if status.reading.aged:
        return f"This line should answer day and night{_age(status)}."
    return "This line answers day and night, every day."


def _outside_hours(status: LineStatus) -> str:
    opening = status.opening()
    if opening:
        return f"{{now}}: this line is closed; it opens {at_words(opening, status.moment)}."
    if status.reading.basis is Basis.ASSUMED and status.reading.until:
        soonest = when_words(status.reading.until, status.moment)
        return f"{{now}}: {_ASSUMING}, so it is closed now and may open from {soonest}."
    if status.reading.until:
        soonest = at_words(status.reading.until, status.moment)
        return f"{{now}}: this line is closed; it may open {soonest}, which is not certain."
    return "{now}: this line is closed, and no source says when it next opens."


def _special_day(status: LineStatus) -> str:
    """The day by its name: "Friday 25 December 2026 is Christmas Day"."""
    holiday, day = status.reading.holiday, day_words(status.reading.day)
    return f"{day} is {holiday_words(holiday.name)}" if holiday else day


def _bank_holiday(status: LineStatus) -> str:
    """The same, with the words "a bank holiday" unless the name says so already."""
    holiday = status.reading.holiday
    said = holiday is not None and "bank holiday" in holiday.name.casefold()
    return _special_day(status) if said else f"{_special_day(status)}, a bank holiday"


def _holiday_closed(status: LineStatus) -> str:
    opening = status.opening()
    opens = f"; it opens {at_words(opening, status.moment)}" if opening else ""
    return f"{_bank_holiday(status)}, and this line is closed{opens}."


def _holiday_unknown(status: LineStatus) -> str:
    return f"{_bank_holiday(status)}, and our sources do not settle whether this line is open."


def _christmas_weekend(status: LineStatus) -> str:
    return f"{_special_day(status)}, and our sources do not settle whether this line is open."


def _exception(status: LineStatus) -> str:
    note = f" ({status.reading.note})" if status.reading.note else ""
    state = "open" if status.reading.state is Openness.OPEN else "closed"
    return (
        f"{{now}}: on {day_words(status.reading.day)} this line is {state} by special notice{note}."
    )


def _calendar_ended(status: LineStatus) -> str:
    return (
        f"{day_words(status.reading.day)} is outside our list of bank holidays, "
        "so we cannot tell whether this line is open."
    )


def _office_open(status: LineStatus) -> str:
    until = status.reading.until
    closes = f" {at_words(until, status.moment)}" if until else ""
    office = status.office
    assumed = " (hours assumed)" if office and office.basis is Basis.ASSUMED else ""
    return f"This out-of-hours line takes over when the office closes{closes}{assumed}."


def _office_closed(status: LineStatus) -> str:
    office = status.office
    assert office is not None
    answers = "should answer" if status.reading.aged else "answers"
    closed = _closed_office(status, office)
    return f"{{now}}: {closed}, so the out-of-hours line {answers}{_age(status)}."


def _closed_office(status: LineStatus, office: OpeningStatus) -> str:
    assert status.line.hours.outside_of is not None
    hours = status.line.hours.outside_of
    assumed = " (hours assumed, nobody has published them)" if office.basis is Basis.ASSUMED else ""
    if office.reason is Reason.BANK_HOLIDAY_CLOSED and office.holiday:
        return f"the office is closed for {holiday_words(office.holiday.name)}"
    closed = since_placed(hours, status.at, status.days)
    opening = certain_opening(office)
    opens = f" until {when_words(opening, status.moment)}" if opening else ""
    if closed and closed.date() == status.moment.date():
        return f"the office closed at {clock_words(closed)}{_and_opens(opening, status)}{assumed}"
    return f"the office is closed{opens}{assumed}"


def _and_opens(opening: datetime | None, status: LineStatus) -> str:
    return f" and opens {at_words(opening, status.moment)}" if opening else ""


def _office_unknown(status: LineStatus) -> str:
    said = "it is not certain whether the office is open, and this line answers when it is not."
    office = status.office
    if office and office.holiday:
        return f"{day_words(office.day)} is {holiday_words(office.holiday.name)}: {said}"
    return f"{{now}}: {said}"


_FIXED = {
    Reason.NUMBER_DISPUTED: "Our sources disagree about this number, so we cannot say whether "
    "anybody answers on it.",
    Reason.CHRISTMAS_CLOSURE: "{now}: between Christmas Eve and New Year offices may be shut, and "
    "no source says whether this one is.",
    Reason.SOURCES_DISAGREE: "{now}: our sources disagree about whether this line is open at "
    "this hour. Nobody has settled which is right.",
    Reason.ASSUMED_BETWEEN: "{now}: these hours are not published in full. At this time the line "
    "may or may not be answered.",
    Reason.NOT_PUBLISHED: "No source gives the hours of this line, so we cannot say if it "
    "is answering.",
}

_TOLD: dict[Reason, Callable[[LineStatus], str]] = {
    Reason.ALWAYS: _always,
    Reason.IN_HOURS: _in_hours,
    Reason.OUTSIDE_HOURS: _outside_hours,
    Reason.BANK_HOLIDAY_CLOSED: _holiday_closed,
    Reason.BANK_HOLIDAY_NOT_STATED: _holiday_unknown,
    Reason.CHRISTMAS_AT_WEEKEND: _christmas_weekend,
    Reason.EXCEPTION: _exception,
    Reason.CALENDAR_ENDED: _calendar_ended,
    Reason.OFFICE_OPEN: _office_open,
    Reason.OFFICE_CLOSED: _office_closed,
    Reason.OFFICE_UNKNOWN: _office_unknown,
}

VOICE = (LineKind.OFFICE_HOURS, LineKind.OUT_OF_HOURS, LineKind.HELPLINE, LineKind.EMERGENCY)
"""The kinds of line a person can speak on."""
