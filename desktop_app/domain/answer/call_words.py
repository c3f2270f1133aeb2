"""One call in a few words: who is named, what state the line is in, a reason of eight words."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from desktop_app.domain.decision.advice import Call
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import WEEKDAYS
from desktop_app.domain.hours.status import Badge, Basis, Openness, Reason
from desktop_app.domain.services.dialling import keyed_next
from desktop_app.domain.services.service import Line, LineKind, Standing
from desktop_app.domain.services.wording import kind_words, state_words

MOST_WORDS_OF_A_REASON = 8
MOST_WORDS_OF_A_CONDITION = 10
_IN_BRACKETS = re.compile(r" \([^)]*\)$")


class CallWords(NamedTuple):
    """What one number says of itself in sight; everything longer stands behind it, in `call`."""

    call: Call
    name: str  # who answers: "Upper Vale MASH (children)", "Emergency Duty Team"
    of: str  # for whose area a shared team answers now: "for Upper Vale"; mostly empty
    number: str
    badge: Badge
    state: str  # "Should be open until 16:30"
    reason: str  # eight words at most
    when: str  # for whom it is, where it is not for everybody: "If the person is a man"
    menu: str  # what to press, or the extension to ask for; empty where the data has none

    @property
    def who(self) -> str:
        """Who answers, and for whom: "Emergency Duty Team, for Upper Vale"."""
        return ", ".join(part for part in (self.name, self.of) if part)

    @property
    def spoken(self) -> str:
        """The number as a screen reader announces it: number, state, reason."""
        said = (
            self.call.before.rstrip("."),
            self.when,
            self.who,
            self.number,
            self.menu,
            self.state,
        )
        return " ".join(f"{each}." for each in said if each) + f" {self.reason}"


def call_words(call: Call, moment: datetime) -> CallWords:
    """Put one call into the words of the screen; `moment` is the one the answer is for (UK)."""
    name, of = _named(call)
    return CallWords(
        call=call,
        name=name,
        of=of,
        number=call.line.display,
        badge=call.reading.badge,
        state=badge_words(call, moment),
        reason=reason_words(call, moment),
        when=when_words(call, f"{name} {of}"),
        menu=keyed_next(call.line),
    )


def badge_words(call: Call, moment: datetime) -> str:
    """The state in the four forms of the screen; what is assumed should be, and no more."""
    said = state_words(call.reading, moment, call.opens)
    return said.replace("Assumed ", "Should be ", 1).replace("open: day", "open day", 1)


def when_words(call: Call, named: str) -> str:
    """The condition a purpose begins with: short, and no place that the name tells already."""
    head = call.purpose.partition(":")[0].partition(",")[0]
    head = _SHORTER.get(head, head)
    place = head.partition(" in ")[2]
    told = not head.startswith(("If ", "For a", "For the")) or (bool(place) and place in named)
    return "" if told or count_words(head) > MOST_WORDS_OF_A_CONDITION else head


_SHORTER: Mapping[str, str] = {
    "If a child or young person may be involved": "For a child",
    "If an adult with care and support needs may be involved": "For an adult",
}


def reason_words(call: Call, moment: datetime) -> str:
    """Why this line, in eight words at most."""
    reading = call.reading
    if reading.state is Openness.UNKNOWN and reading.reason not in _NEVER_CERTAIN:
        return "Clock in doubt: it may be shut."
    if call.line.standing is Standing.DISPUTED:
        return _FIXED[Reason.NUMBER_DISPUTED]
    fixed = _FIXED.get(reading.reason)
    return fixed or _TOLD[reading.reason](call, moment)


def _named(call: Call) -> tuple[str, str]:
    """At night the team that answers, not the office it stands in for."""
    line, service = call.line, call.service
    own = line.label and line.label.casefold() != kind_words(line.kind).casefold()
    if line.kind is not LineKind.OUT_OF_HOURS or not own:
        return service.name, ""
    place = call.council.name if call.council else service.organisation
    return line.label, f"for {place}" if place and place not in line.label else ""


def short_name(words: CallWords) -> str:
    """The name for a small card: what stands in brackets is left to the long words."""
    return _IN_BRACKETS.sub("", words.name) or words.name


def _in_hours(call: Call, moment: datetime) -> str:
    day = WEEKDAYS[moment.astimezone(UK).weekday()]
    if call.reading.basis is Basis.ASSUMED:
        return f"{day}, office hours assumed."
    kind = "office hours" if call.line.kind is LineKind.OFFICE_HOURS else "in its hours"
    return f"{day}, {kind}{', by an old source' if call.reading.aged else ''}."


def _always(call: Call, _moment: datetime) -> str:
    return "Day and night, by an old source." if call.reading.aged else "It answers day and night."


def _outside_hours(call: Call, _moment: datetime) -> str:
    assumed = call.reading.basis is Basis.ASSUMED
    return "Shut now; its hours are assumed." if assumed else "Shut now."


def _holiday_closed(call: Call, _moment: datetime) -> str:
    holiday = call.reading.holiday
    said = f"Shut for {holiday.name}." if holiday else "Shut: a bank holiday."
    return said if count_words(said) <= MOST_WORDS_OF_A_REASON else "Shut: a bank holiday."


def _exception(call: Call, _moment: datetime) -> str:
    is_open = call.reading.state is Openness.OPEN
    return f"{'Open' if is_open else 'Shut'} today by special notice."


def _office_closed(call: Call, _moment: datetime) -> str:
    if _office_assumed(call.line):
        return "Office should be shut. This team answers."
    if call.reading.aged:
        return "Office shut. This team should answer."
    return "Office shut. This team answers now."


def _office_assumed(line: Line) -> bool:
    """Whether the office's day is assumed."""
    office = line.hours.outside_of
    return office is not None and all(each.basis is Basis.ASSUMED for each in office.statements)


_FIXED: Mapping[Reason, str] = {
    Reason.BANK_HOLIDAY_NOT_STATED: "Bank holiday: its hours are not stated.",
    Reason.CHRISTMAS_AT_WEEKEND: "Christmas: its hours are not stated.",
    Reason.CHRISTMAS_CLOSURE: "Christmas: the office may be shut.",
    Reason.CALENDAR_ENDED: "Bank holidays not known: it may be shut.",
    Reason.OFFICE_OPEN: "It takes over when the office closes.",
    Reason.OFFICE_UNKNOWN: "It answers when the office does not.",
    Reason.NUMBER_DISPUTED: "Sources disagree about this number.",
    Reason.SOURCES_DISAGREE: "Sources disagree about its hours.",
    Reason.ASSUMED_BETWEEN: "Hours not published in full.",
    Reason.NOT_PUBLISHED: "Hours not published.",
}

_TOLD: Mapping[Reason, Callable[[Call, datetime], str]] = {
    Reason.ALWAYS: _always,
    Reason.IN_HOURS: _in_hours,
    Reason.OUTSIDE_HOURS: _outside_hours,
    Reason.BANK_HOLIDAY_CLOSED: _holiday_closed,
    Reason.EXCEPTION: _exception,
    Reason.OFFICE_CLOSED: _office_closed,
}

_NEVER_CERTAIN = frozenset(
    {
        Reason.BANK_HOLIDAY_NOT_STATED,
        Reason.CHRISTMAS_AT_WEEKEND,
        Reason.CHRISTMAS_CLOSURE,
        Reason.CALENDAR_ENDED,
        Reason.OFFICE_UNKNOWN,
        Reason.NUMBER_DISPUTED,
        Reason.SOURCES_DISAGREE,
        Reason.ASSUMED_BETWEEN,
        Reason.NOT_PUBLISHED,
        Reason.EXCEPTION,
    }
)
"""Reasons that leave a line not certain by themselves; with any other it is the clock."""


def count_words(text: str) -> int:
    """How many words a reader meets; figures and signs alone are not counted."""
    return sum(any(sign.isalpha() for sign in each) for each in text.split())
