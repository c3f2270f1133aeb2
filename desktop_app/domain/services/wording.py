"""Every sentence the program says about a decision, in plain words and 24-hour times."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.moments import when_words
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


def kind_words(kind: LineKind) -> str:
    """What sort of line it is."""
    return KIND_WORDS[kind]


def holiday_words(name: str) -> str:
    """A holiday inside a sentence: "Christmas Day", but "the Summer bank holiday"."""
    return f"the {name}" if "bank holiday" in name.casefold() else name


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
