"""Every sentence the program says about a decision, in plain words and 24-hour times."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import MONTHS, WEEKDAYS, brief_day_words, date_words, day_words
from desktop_app.domain.hours.status import Basis, OpeningStatus, Openness, Reason
from desktop_app.domain.services.service import Line, LineKind, Standing

KIND_WORDS = {
    LineKind.OFFICE_HOURS: "Office hours line",
    LineKind.OUT_OF_HOURS: "Out-of-hours line",
    LineKind.HELPLINE: "Helpline",
    LineKind.EMERGENCY: "Emergency",
    LineKind.TEXTPHONE: "Textphone or text relay",
    LineKind.TEXT: "Text message",
    LineKind.FAX: "Fax, no longer used",
}

DAYS_NAMED_ALONE = 6
"""Within this many days a weekday's name cannot be mistaken for the week after."""


def kind_words(kind: LineKind) -> str:
    """What sort of line it is."""
    return KIND_WORDS[kind]


def clock_words(moment: datetime) -> str:
    """A time of day in the UK: "16:35"."""
    local = moment.astimezone(UK)
    return f"{local.hour:02}:{local.minute:02}"


def holiday_words(name: str) -> str:
    """A holiday inside a sentence: "Christmas Day", but "the Summer bank holiday"."""
    return f"the {name}" if "bank holiday" in name.casefold() else name


def moment_words(moment: datetime) -> str:
    """A moment in full: "Friday 20 November 2026, 16:35"."""
    local = moment.astimezone(UK)
    return f"{day_words(local.date())}, {clock_words(local)}"


def brief_moment(moment: datetime) -> str:
    """The same where there is little room: "Fri 20 Nov 2026, 16:35"."""
    local = moment.astimezone(UK)
    return f"{brief_day_words(local.date())}, {clock_words(local)}"


def short_moment(moment: datetime) -> str:
    """A moment as it opens a reason: "Friday 16:35"."""
    local = moment.astimezone(UK)
    return f"{WEEKDAYS[local.weekday()]} {clock_words(local)}"


def when_words(instant: datetime, moment: datetime) -> str:
    """An instant seen from a moment: "17:20", "Monday 08:45", "Monday 4 January 08:45"."""
    then, now = instant.astimezone(UK), moment.astimezone(UK)
    apart = abs((then.date() - now.date()).days)
    if apart == 0:
        return clock_words(then)
    if apart <= DAYS_NAMED_ALONE:
        return short_moment(then)
    return f"{WEEKDAYS[then.weekday()]} {then.day} {MONTHS[then.month - 1]} {clock_words(then)}"


def at_words(instant: datetime, moment: datetime) -> str:
    """The same inside a sentence: "at 17:20", "on Monday at 08:45"."""
    day, _, clock = when_words(instant, moment).rpartition(" ")
    return f"on {day} at {clock}" if day else f"at {clock}"


def state_words(reading: OpeningStatus, moment: datetime, opening: datetime | None = None) -> str:
    """The state beside a number: "Open until 17:20", "Closed: opens Monday 08:45".

    "Should be open" is said where the hours come from a source that is over three years old or
    shows no date, and nobody has checked the line since.
    """
    if reading.state is Openness.UNKNOWN:
        return "Not certain"
    if reading.reason is Reason.ALWAYS:
        return "Should be open: day and night" if reading.aged else "Open day and night"
    assumed = reading.basis is Basis.ASSUMED
    if reading.state is Openness.OPEN:
        until = f" until {when_words(reading.until, moment)}" if reading.until else ""
        said = "Assumed open" if assumed else "Should be open" if reading.aged else "Open"
        return f"{said}{until}"
    opens = f": opens {when_words(opening, moment)}" if opening else ""
    return f"{'Assumed closed' if assumed else 'Closed'}{opens}"


def checked_words(line: Line) -> str:
    """When a number was last checked, and by which deliberate act."""
    if line.verified is None:
        return "Never test-called by this project"
    how = {"rang_it": "by ringing it", "email": "by email", "web_page": "on its web page"}
    heard = "" if line.verified.hours else ", its hours were not"
    return f"Checked {how[line.verified.how]} on {date_words(line.verified.on)}{heard}"


def standing_words(standing: Standing) -> str:
    """What to say of a number that is not simply in use; empty when it is."""
    if standing is Standing.DISPUTED:
        return "Our sources disagree about this number"
    return "Replaced: do not ring" if standing is Standing.SUPERSEDED else ""


def sentence(text: str) -> str:
    """The words with a full stop, unless they end in one already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def joined(texts: Sequence[str]) -> str:
    """Several things said one after another; the last is left as it is."""
    return " ".join([*(sentence(text) for text in texts[:-1]), *texts[-1:]])
