"""An answer to read in a terminal: the number first, then why, then what else."""

from collections.abc import Iterator

from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.hours.moments import moment_words
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.dialling import dialling_words
from desktop_app.domain.services.wording import checked_words, kind_words, sentence, state_words

HEADINGS = {
    Tier.FIRST: "RING FIRST",
    Tier.BESIDE: "JUST AS IMPORTANT",
    Tier.FALLBACK: "IF NOBODY ANSWERS",
    Tier.ALSO: "ALSO INVOLVE",
}

MORE = "MORE NUMBERS"


def advice_text(advice: Advice) -> str:
    """The whole answer as lines of text."""
    return "\n".join(_lines(advice))


def _lines(advice: Advice) -> Iterator[str]:
    yield "Immediate danger? Ring 999."
    yield ""
    where = _place(advice.situation.where)
    yield f"{advice.title} · {where} · {moment_words(advice.moment)}"
    for warning in advice.warnings:
        yield f"! {warning.text}"
    told: set[str] = set()
    for tier in Tier:
        calls = advice.tier(tier)
        if calls:
            yield from ("", HEADINGS[tier])
        for call in calls:
            yield from _form(call, told)
            yield from _call(call, advice)
    if advice.more:
        yield from ("", MORE)
        for call in advice.more:
            yield from _form(call, told)
            yield from _in_short(call, advice)
    if advice.notes:
        yield ""
        yield from (f"* {note}" for note in advice.notes)


def _place(where: Whereabouts) -> str:
    named = ", ".join(council.name for council in where.councils)
    return named or {WhereStatus.OUTSIDE: "outside this area"}.get(where.status, "place not known")


def _form(call: Call, told: set[str]) -> Iterator[str]:
    """What professionals have to send, before the first number of the service that asks for it."""
    if call.form and call.form.compulsory and call.form.name not in told:
        told.add(call.form.name)
        yield f"  Professionals must send: {call.form.name} ({call.form.how})."
        if call.form.address:
            yield f"  It is at {call.form.address}"
        yield "  If harm is immediate, phone first."


def _in_short(call: Call, advice: Advice) -> Iterator[str]:
    """A call behind the fold: what it is for is told with the number, why it is offered is not."""
    state = state_words(call.reading, advice.moment, call.opens)
    if call.before:
        yield f"  Before you ring {call.line.display}: {call.before}"
    yield f"  {dialling_words(call.line)}   {call.service.name} · {state}"
    yield from (f"      {sentence(purpose)}" for purpose in (call.purpose, *call.also_for))


def _call(call: Call, advice: Advice) -> Iterator[str]:
    state = state_words(call.reading, advice.moment, call.opens)
    if call.before:
        yield f"  Before you ring {call.line.display}: {call.before}"
    number = dialling_words(call.line)
    yield f"  {number}   {call.service.name} · {kind_words(call.line.kind)} · {state}"
    yield from (f"      {sentence(purpose)}" for purpose in (call.purpose, *call.also_for))
    yield f"      {call.because}"
    if not call.service.kept:
        yield f"      {call.line.note}"
    yield f"      {checked_words(call.line)}."
