"""The doubts that change what to do, each in a few words that say what to do.

The long sentences stand behind the fold; nothing here says more than they do.
"""

from collections.abc import Mapping

from desktop_app.domain.answer.call_words import CallWords
from desktop_app.domain.decision.advice import Advice, Caution
from desktop_app.domain.hours.status import Badge
from desktop_app.domain.places.councils import WhereStatus
from desktop_app.domain.places.words import listed
from desktop_app.domain.services.trust import Freshness

IN_ORDER = "Ring the first. No answer? Ring the second."
ALONE = "We cannot say if it answers. No answer? Ring the next."
BOTH = "Ring both, the first number first."
WHICH = "Not sure which? Ring the first."
_SAID: Mapping[str, str] = {
    "clock_other_zone": "Computer set to another time zone. Check the time.",
    "clock_years_ahead": "Check the date: clock ahead, or directory old.",
    "bank_holidays_unknown": "Bank holidays not known: offices may be shut.",
    "bank_holidays_computed": "Bank holiday list has ended: offices may be shut.",
    "christmas_closure": "Christmas: offices may be shut.",
    "where_unknown": "Council not known: find out where.",
}
_CLOCK = "Check the time: this computer’s clock may be wrong."
_PLACE = "Check the address: the council is not certain."
_OVERDUE: Mapping[Freshness, str] = {
    Freshness.AMBER: "Directory overdue. A number fails? Ring the next.",
    Freshness.RED: "Directory long overdue: numbers may be wrong. Ring the next.",
}
MOST_NAMES = 2


def doubt_words(
    advice: Advice, large: tuple[CallWords, ...], age: Freshness = Freshness.FRESH
) -> tuple[str, ...]:
    """What is not certain and what to do about it, the clock first, each once.

    `age` is how late the next directory is.
    """
    clock = [_short(each, advice) for each in advice.warnings if each.code.startswith("clock")]
    rest = [_short(each, advice) for each in advice.warnings if not each.code.startswith("clock")]
    where = advice.situation.where.status
    order = _about_the_order(large, where)
    named = (order, *rest) if where is WhereStatus.KNOWN else (*rest, order)
    told = (*clock, *named, _OVERDUE.get(age, ""))
    return tuple(dict.fromkeys(each for each in told if each))


def _about_the_order(large: tuple[CallWords, ...], where: WhereStatus) -> str:
    if large[0].badge is Badge.UNKNOWN:
        return IN_ORDER if len(large) > 1 else ALONE
    if len(large) == 1 or any(each.when for each in large):
        return ""
    return BOTH if where is WhereStatus.KNOWN else WHICH


def _short(caution: Caution, advice: Advice) -> str:
    if caution.code in _SAID:
        return _SAID[caution.code]
    if caution.code.startswith("clock"):
        return _CLOCK
    if caution.code == "bank_holiday":
        return _bank_holiday(caution, advice)
    if caution.code in ("where_several", "where_outside"):
        return _place(advice)
    return _PLACE


def _bank_holiday(caution: Caution, advice: Advice) -> str:
    """Which day it is, unless the closure round Christmas says more already."""
    if any(each.code == "christmas_closure" for each in advice.warnings):
        return ""
    named = caution.text.rstrip(".").rpartition(" is ")[2]
    return f"Today is {named}."


def _place(advice: Advice) -> str:
    where = advice.situation.where
    names = listed([council.name for council in where.councils[:MOST_NAMES]], "or")
    if where.status is WhereStatus.SEVERAL:
        few = len(where.councils) <= MOST_NAMES
        return f"Check the address: {names}?" if few else "Check the address: several councils."
    if not names or len(where.councils) > MOST_NAMES:
        return "Outside this area: ring social services there."
    bodies = dict.fromkeys(there.children.name for there in advice.answering)
    return (
        f"{names}: {', '.join(bodies)} answers there." if bodies else f"{names}: outside our area."
    )
