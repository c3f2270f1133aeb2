"""The short note for the record: when we looked, whom to ring, on which number, and why.

It holds nothing about anybody: not what was said, not which circumstances were ticked.
"""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.decision.advice import Call
from desktop_app.domain.hours.moments import moment_words
from desktop_app.domain.services.dialling import dialling_words
from desktop_app.domain.services.directory import Release
from desktop_app.domain.services.wording import checked_words, kind_words

BLANKS = ("Rung at: ____", "Spoke to: ____", "Reference: ____", "Safeguarding lead told at: ____")
"""What the caller writes in by hand, in the record and nowhere here."""
MADE_UP = "PRACTICE RUN, made-up time: not for a record."


def record_note(
    call: Call,
    moment: datetime,
    release: Release,
    *,
    rung: Sequence[str] = (),
    made_up_time: bool = False,
) -> str:
    """The note for one call of an answer, in plain lines, ready to be pasted.

    `rung` are the lines about numbers nobody answered; what only the caller knows is left blank.
    """
    line, service = call.line, call.service
    lines = [
        f"Number looked up: {moment_words(moment)} (UK time)",
        f"Service: {service.name}",
        f"Number: {dialling_words(line)} ({_which(call)})",
        f"Why this one: {call.because}",
        f"Source: Who to Call, directory release {release.number}. {checked_words(line)}.",
        *rung,
        *BLANKS,
    ]
    return "\n".join([MADE_UP, *lines] if made_up_time else lines)


def _which(call: Call) -> str:
    kind, label = kind_words(call.line.kind), call.line.label
    return kind if not label or label.casefold() == kind.casefold() else f"{kind}: {label}"
