"""Can the clock be believed, and how old is what we know? Findings in plain sentences.

A finding never hides a number: doubt about the clock makes both lines show, and age is told beside
the number it belongs to.
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import date_words, short_date


class Severity(StrEnum):
    """How much a finding changes: a note is told, a doubt shows both lines as well."""

    NOTE = "note"
    DOUBT = "doubt"


class ClockCode(StrEnum):
    """What may be wrong with the clock, for machines; the sentence is for people."""

    BEFORE_DIRECTORY = "clock_before_directory"
    BEFORE_LAST_RUN = "clock_before_last_run"
    YEARS_AHEAD = "clock_years_ahead"
    PAST_CALENDAR = "clock_past_calendar"
    OTHER_ZONE = "clock_other_zone"
    STEPPED = "clock_stepped"


class Finding(NamedTuple):
    """One thing worth telling about the clock."""

    code: ClockCode
    text: str
    severity: Severity


class ClockFacts(NamedTuple):
    """All that is known about the computer's clock at one moment."""

    now: datetime
    """The moment the computer gives, aware."""
    compiled_at: datetime
    """When the directory was made, aware: it cannot be earlier than that now."""
    computed_until: date
    """The last day any bank holiday is known for."""
    system_offset: timedelta | None = None
    """How far the computer's own zone is ahead of UTC; nothing when not looked at."""
    system_zone: str | None = None
    last_seen: datetime | None = None
    """A moment known to have passed, aware: the latest one seen before."""
    step: timedelta = timedelta()
    """How far the clock was moved while the program ran, sleep left out."""


TOLERANCE = timedelta(minutes=5)
STEP_TOLERANCE = timedelta(minutes=2)
LONG_AFTER = timedelta(days=550)
"""Eighteen months: no directory should be in use that long."""


def doubts_about_clock(facts: ClockFacts) -> tuple[Finding, ...]:
    """Everything that speaks against the computer's clock, the most telling first."""
    found = (
        _before_directory(facts),
        _before_last_run(facts),
        _stepped(facts),
        _other_zone(facts),
        _far_ahead(facts),
    )
    return tuple(finding for finding in found if finding)


def _before_directory(facts: ClockFacts) -> Finding | None:
    if facts.now >= facts.compiled_at - TOLERANCE:
        return None
    text = (
        f"This computer’s clock says {_day(facts.now)}, but this directory was made later, on "
        f"{_day(facts.compiled_at)}. The clock is wrong: check the time before you choose a line."
    )
    return Finding(ClockCode.BEFORE_DIRECTORY, text, Severity.DOUBT)


def _before_last_run(facts: ClockFacts) -> Finding | None:
    if facts.last_seen is None or facts.now >= facts.last_seen - TOLERANCE:
        return None
    text = (
        f"This computer’s clock says {_day_and_time(facts.now)}, but it was already "
        f"{_day_and_time(facts.last_seen)} when this program last looked. Check the time."
    )
    return Finding(ClockCode.BEFORE_LAST_RUN, text, Severity.DOUBT)


def _stepped(facts: ClockFacts) -> Finding | None:
    if abs(facts.step) <= STEP_TOLERANCE:
        return None
    way = "forward" if facts.step > timedelta() else "back"
    text = (
        f"This computer’s clock was moved {way} by {_length(abs(facts.step))} while this program "
        "was running. Check the time before you choose a line."
    )
    return Finding(ClockCode.STEPPED, text, Severity.DOUBT)


def _other_zone(facts: ClockFacts) -> Finding | None:
    london = _uk(facts.now)
    if facts.system_offset is None or facts.system_offset == london.utcoffset():
        return None
    zone = f" ({facts.system_zone})" if facts.system_zone else ""
    there = datetime.combine(date(2000, 1, 2), facts.now.astimezone(UTC).time())
    there += facts.system_offset  # only the time of day is told, so any date will do
    text = (
        f"This computer is set to another time zone{zone}, where it is {there:%H:%M}. Answers use "
        f"UK time, {london:%H:%M}. If the clock on your wall says otherwise, go by the wall."
    )
    return Finding(ClockCode.OTHER_ZONE, text, Severity.DOUBT)


def _far_ahead(facts: ClockFacts) -> Finding | None:
    if _uk(facts.now).date() > facts.computed_until:
        text = (
            f"This computer’s clock says {_uk(facts.now).year}. No bank holidays are "
            "known that far ahead, so nobody can say which offices are open. Check the date."
        )
        return Finding(ClockCode.PAST_CALENDAR, text, Severity.DOUBT)
    if facts.now <= facts.compiled_at + LONG_AFTER:
        return None
    text = (
        f"By this computer’s clock this directory is over 18 months old (made on "
        f"{_day(facts.compiled_at)}). Either the clock is ahead or the directory needs an update."
    )
    return Finding(ClockCode.YEARS_AHEAD, text, _years_severity(facts))


def _years_severity(facts: ClockFacts) -> Severity:
    """Merely an old directory up to three years; beyond that the clock is the likelier fault."""
    return Severity.NOTE if facts.now <= facts.compiled_at + 2 * LONG_AFTER else Severity.DOUBT


class Freshness(StrEnum):
    """How far the age of a check lets a number be trusted."""

    FRESH = "fresh"
    AMBER = "amber"
    RED = "red"
    NEVER = "never"


class Age(NamedTuple):
    """How long ago something was checked or made, in a grade and a sentence."""

    freshness: Freshness
    text: str
    days: int | None = None
    brief: str = ""
    """The same in one line where the text is large; only where a newer directory is due."""


AMBER_AFTER_DAYS = 90
RED_AFTER_DAYS = 180
RED_AFTER_DAYS_OUT_OF_HOURS = 90
"""Out-of-hours lines are rung when nobody else can put a wrong number right."""


def number_age(verified_on: date | None, today: date, *, out_of_hours: bool = False) -> Age:
    """How long ago a number was checked; a check dated after today counts as none."""
    if verified_on is None:
        return Age(Freshness.NEVER, "Nobody has checked this number yet.")
    days = (today - verified_on).days
    if days < 0:
        text = f"The last check is dated {date_words(verified_on)}, which is after today."
        return Age(Freshness.NEVER, text, days)
    red_after = RED_AFTER_DAYS_OUT_OF_HOURS if out_of_hours else RED_AFTER_DAYS
    checked = f"Last checked {_ago(days)}, on {date_words(verified_on)}"
    if days > red_after:
        return Age(Freshness.RED, f"{checked}: too long ago to rely on.", days)
    if days > AMBER_AFTER_DAYS:
        return Age(Freshness.AMBER, f"{checked}: due for another check.", days)
    return Age(Freshness.FRESH, f"{checked}.", days)


def release_age(released_on: date, next_expected_by: date | None, today: date) -> Age:
    """How old the directory is, and whether a newer one should have come by now."""
    days = (today - released_on).days
    if days < 0:
        return Age(
            Freshness.NEVER, f"Directory dated {date_words(released_on)}, after today.", days
        )
    made = f"Directory of {date_words(released_on)}"
    if next_expected_by is None:
        return Age(Freshness.FRESH, f"{made}.", days)
    if today <= next_expected_by:
        return Age(Freshness.FRESH, f"{made}. Next one by {date_words(next_expected_by)}.", days)
    late = (today - next_expected_by).days
    text = f"{made}. A newer one was due by {date_words(next_expected_by)}: ask for the update."
    freshness = Freshness.RED if late > AMBER_AFTER_DAYS else Freshness.AMBER
    brief = f"Directory of {short_date(released_on)}. A newer one was due: ask for it."
    return Age(freshness, text, days, brief)


def _uk(moment: datetime) -> datetime:
    """UK time; in the first and last hours a date can hold, the moment as it came."""
    try:
        return moment.astimezone(UK)
    except OverflowError:
        return moment


def _ago(days: int) -> str:
    if days == 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def _length(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 2880 else f"{minutes // 1440} days"


def _day(moment: datetime) -> str:
    return date_words(_uk(moment).date())


def _day_and_time(moment: datetime) -> str:
    return f"{_uk(moment):%H:%M} on {_day(moment)}"
