"""When the answer turns: a line that closes soon, and what the answer was before it changed."""

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop_app.domain.decision.advice import Advice, Call
from desktop_app.domain.hours.moments import clock_words
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.services.dialling import dialling_words
from desktop_app.domain.services.service import LineKind

SOON = timedelta(minutes=15)
"""So long before a line closes it is said."""


def closes_at(advice: Advice) -> datetime | None:
    """When the first line stops being open, if that is soon; nothing otherwise."""
    reading = advice.first.reading
    if reading.state is not Openness.OPEN or reading.until is None:
        return None
    return reading.until if reading.until - advice.moment <= SOON else None


def closing_words(advice: Advice, answer_at: Callable[[datetime], Advice]) -> str:
    """That the first line closes soon, and who answers then; empty when it does not.

    `answer_at` works out the same question for a later moment.
    """
    closes = closes_at(advice)
    if closes is None:
        return ""
    shut = advice.first.reading.then is Openness.CLOSED
    said = f"{'Closes' if shut else 'May close'} {clock_words(closes)}"
    after = answer_at(closes).first
    if after.line.number == advice.first.line.number:
        return f"{said}."
    return f"{said}, then {dialling_words(after.line)}."


NEWER_LIST = "Changed at {}: a newer list of numbers came in. Before: {}."


def turned_words(before: Call, after: Advice, *, newer_list: bool = False) -> str:
    """What changed by itself while somebody looked: when, why, and the number before.

    `newer_list`: the directory is another one by now, so the hours of before explain nothing.
    """
    if newer_list:
        return NEWER_LIST.format(clock_words(after.moment), before.line.display)
    until = before.reading.until
    at = until if until is not None and until <= after.moment else after.moment
    return f"Changed at {clock_words(at)}: {_why(before, after)}. Before: {before.line.display}."


def _why(before: Call, after: Advice) -> str:
    office = before.line.kind is LineKind.OFFICE_HOURS
    now = [call for call in after.calls if call.line.number == before.line.number]
    if now and now[0].reading.state is Openness.CLOSED:
        return "the office has closed" if office else "that line has closed"
    first = after.first
    if first.reading.state is Openness.UNKNOWN:
        return "it is not certain who answers now"
    opened = first.line.kind is LineKind.OFFICE_HOURS
    return "the office has opened" if opened else "another line answers now"
