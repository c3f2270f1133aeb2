"""An answer to read in a terminal: the number first, then why, then what else."""

from collections.abc import Iterator

from desktop_app.domain.advice import Advice, Call, Tier
from desktop_app.domain.situation_words import concern_title
from desktop_app.domain.wording import checked_words, kind_words, moment_words, state_words

HEADINGS = {
    Tier.FIRST: "RING FIRST",
    Tier.BESIDE: "JUST AS IMPORTANT",
    Tier.FALLBACK: "IF NOBODY ANSWERS",
    Tier.ALSO: "ALSO INVOLVE",
}


def advice_text(advice: Advice) -> str:
    """The whole answer as lines of text."""
    return "\n".join(_lines(advice))


def _lines(advice: Advice) -> Iterator[str]:
    yield "Immediate danger? Ring 999."
    yield ""
    places = ", ".join(council.name for council in advice.situation.where.councils)
    where = places or f"place {advice.situation.where.status}"
    yield f"{concern_title(advice.situation.concern)} · {where} · {moment_words(advice.moment)}"
    for warning in advice.warnings:
        yield f"! {warning.text}"
    for tier in Tier:
        calls = advice.tier(tier)
        if calls:
            yield from ("", HEADINGS[tier])
            for call in calls:
                yield from _call(call, advice)
    if advice.notes:
        yield ""
        yield from (f"* {note}" for note in advice.notes)


def _call(call: Call, advice: Advice) -> Iterator[str]:
    if call.form and call.form.compulsory and call.tier in (Tier.FIRST, Tier.BESIDE):
        yield f"  Professionals must send: {call.form.name} ({call.form.how})."
        yield "  If harm is immediate, phone first."
    state = state_words(call.reading, advice.moment, call.opens)
    yield f"  {call.line.display}   {call.service.name} · {kind_words(call.line.kind)} · {state}"
    yield f"      {call.purpose}."
    yield from (f"      {purpose}." for purpose in call.also_for)
    yield f"      {call.because}"
    yield f"      {checked_words(call.line)}."
