"""Between the hours of a line as its file writes them and as the workshop's form shows them."""

from collections.abc import Mapping
from itertools import groupby

from desktop_app.authoring.read.models import LineEntry, OutsideHours, PublishedHours
from desktop_app.authoring.read.weeks import DAYS, read_week
from desktop_app.domain.hours.statements import Day
from desktop_app.ui.workshop.working_copy import FormHours, Way

WEEK = len(DAYS)


def shown_hours(line: LineEntry) -> FormHours:
    """The hours of a line for its form; `Way.OTHER` for what the form cannot show whole."""
    hours = line.hours
    if isinstance(hours, str):
        return FormHours(Way(hours))
    if isinstance(hours, OutsideHours):
        return FormHours(Way.OUTSIDE if not hours.stated else Way.OTHER, outside=hours.outside)
    if not isinstance(hours, list):
        return FormHours(Way.ALWAYS)
    if len(hours) > 1 or not _simple(hours[0]):
        return FormHours(Way.OTHER)
    week = tuple(_typed(day) for day in read_week(hours[0].weekly))
    return FormHours(Way.PUBLISHED, week, hours[0].bank_holidays.value)


def written_hours(hours: FormHours, document: str) -> str | list[dict[str, object]] | None:
    """The same as the file writes it, resting on a document; None where nothing is changed."""
    if hours.way in (Way.OUTSIDE, Way.OTHER):
        return None
    if hours.way is not Way.PUBLISHED:
        return hours.way.value
    return [
        {
            "basis": "published",
            "weekly": weekly(hours.week),
            "bank_holidays": hours.bank_holidays,
            "document": document,
        }
    ]


def weekly(week: tuple[str, ...]) -> Mapping[str, str]:
    """The week with days alike told together: {"mon-thu": "08:45-17:20", "fri": "08:45-16:20"}."""
    told: dict[str, str] = {}
    for times, run in groupby(range(WEEK), key=lambda at: week[at]):
        days = list(run)
        if times:
            told[_days(days[0], days[-1])] = times
    return told


def _days(first: int, last: int) -> str:
    if (first, last) == (0, WEEK - 1):
        return "daily"
    return DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"


def _simple(stated: PublishedHours) -> bool:
    return stated.basis == "published" and stated.valid_from is None and not stated.name


def _typed(day: Day) -> str:
    return ", ".join(f"{_clock(span.opens)}-{_clock(span.closes)}" for span in day)


def _clock(minute: int) -> str:
    """24:00 stays the end of the day; what runs past it closes at its time of the next day."""
    minute = minute if minute <= 24 * 60 else minute - 24 * 60
    return f"{minute // 60:02}:{minute % 60:02}"
