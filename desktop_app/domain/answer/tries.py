"""Numbers rung in vain: the next takes the first place, and nothing rung is forgotten.

Kept in memory only, for as long as the answer stands on screen.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.hours.moments import clock_words
from desktop_app.domain.hours.status import Openness

AGAIN_AFTER = timedelta(minutes=5)
ALWAYS_NEXT = "999"
"""Never set aside: whoever reaches nobody there has nobody else."""


class Try(NamedTuple):
    """One number that was rung and not answered; `at` is the moment (UK) that was said."""

    number: str  # as dialled
    display: str
    service: str
    at: datetime
    back: bool = False  # offered again: it stays in the note, and is no longer set aside

    @property
    def again_at(self) -> datetime:
        """From when on it is worth ringing once more."""
        return self.at + AGAIN_AFTER


def try_of(call: Call, moment: datetime) -> Try | None:
    """The try of this call; none for 999, which is always left."""
    if call.line.number == ALWAYS_NEXT:
        return None
    return Try(call.line.number, call.line.display, call.service.name, moment)


def set_aside(tries: Sequence[Try]) -> tuple[Try, ...]:
    """The tries whose numbers do not stand in front now."""
    return tuple(each for each in tries if not each.back)


def after_tries(advice: Advice, tries: Sequence[Try]) -> Advice:
    """The same answer with the next number first; what was tried is left out of it.

    Next is what stood beside it, then what is rung if nobody answers, in its order, a line that is
    closed behind those that may answer. Where nothing would be left the answer stays as it is.
    """
    tried = {each.number for each in set_aside(tries)}
    if advice.first.line.number not in tried:
        more = _without(advice.more, tried)
        return advice._replace(calls=_without(advice.calls, tried), more=more)
    left = [call for call in _without(advice.calls, tried) if call.tier is not Tier.ALSO]
    if not left:
        return advice
    first = min(left, key=_weight)
    rest = (call for call in _without(advice.calls, tried) if call is not first)
    calls = (first._replace(tier=Tier.FIRST), *rest)
    return advice._replace(calls=calls, more=_without(advice.more, tried))


def put_back(tries: Sequence[Try], moment: datetime) -> tuple[Try, ...]:
    """The tries with those offered again that are due."""
    return tuple(each._replace(back=each.back or each.again_at <= moment) for each in tries)


def tries_words(tries: Sequence[Try]) -> tuple[str, ...]:
    """What was rung, one line each, for the note."""
    return tuple(
        f"Rung {clock_words(each.at)}, nobody answered: {each.display} ({each.service})"
        for each in tries
    )


def tried_words(tries: Sequence[Try]) -> tuple[str, ...]:
    """The same for the screen: the number is enough, its service was read a moment ago."""
    return tuple(f"Rung {clock_words(each.at)}, nobody answered: {each.display}" for each in tries)


def again_words(tries: Sequence[Try], moment: datetime) -> str:
    """When to ring one of them again, or that it is time; empty when none is set aside."""
    waiting = set_aside(tries)
    due = [each for each in waiting if each.again_at <= moment]
    if due:
        return f"Five minutes have passed: try {due[0].display} again."
    return (
        f"Try {waiting[0].display} again at {clock_words(waiting[0].again_at)}." if waiting else ""
    )


def again_due(tries: Sequence[Try], moment: datetime) -> bool:
    """Whether a number that was set aside is worth ringing once more."""
    return any(each.again_at <= moment for each in set_aside(tries))


def _without(calls: Sequence[Call], tried: set[str]) -> tuple[Call, ...]:
    return tuple(call for call in calls if call.line.number not in tried)


def _weight(call: Call) -> tuple[bool, bool]:
    """Beside before behind; 999 last of those that may answer, a closed line after it."""
    return (call.reading.state is Openness.CLOSED, call.tier is Tier.FALLBACK)
