"""The whole answer as it stands on one screen, before anything is unfolded: pure words.

At most 170 of them (figures not counted), for every answer that can occur: where the answer itself
needs many, the script gives way, line by line, and can be opened whole.
"""

from collections.abc import Sequence

from desktop_app.domain.answer.call_words import call_words, short_name, when_words
from desktop_app.domain.answer.doubts import doubt_words
from desktop_app.domain.answer.fitting import NOT_ABOUT_THEM, fitted
from desktop_app.domain.answer.screen_parts import (
    DANGER,
    MOST_INVOLVED,
    MOST_LARGE,
    MOST_NEXT,
    MOST_PEOPLE,
    NO_LEAD,
    AskedQuestion,
    Screen,
    Small,
)
from desktop_app.domain.answer.script import script_for, warned
from desktop_app.domain.answer.switches import switches
from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import WhereStatus
from desktop_app.domain.practice.card import PracticeCard, extension_words, told_first
from desktop_app.domain.services.trust import Freshness
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation


def screen(
    advice: Advice,
    offered: Sequence[Circumstance],
    practice: PracticeCard | None = None,
    *,
    tried: tuple[str, ...] = (),
    age: Freshness = Freshness.FRESH,
) -> Screen:
    """Put an answer on one screen; `offered` are the circumstances that change something.

    `tried` is what is said of the numbers rung in vain: that takes room as well.
    `age` says how late the next directory is.
    """
    card = practice or PracticeCard()
    front, waiting = _front(advice)
    words = [call_words(each, advice.moment) for each in front]
    large = tuple(words[:MOST_LARGE])
    behind = (*front[MOST_LARGE:], *waiting, *advice.tier(Tier.FALLBACK))
    following, spare = list(behind[:MOST_NEXT]), _open(advice.tier(Tier.ALSO))
    involved = _involved(advice, spare)
    spare = [call for call in spare if call not in involved]
    following += spare[: MOST_NEXT - len(following)]
    question = question_for(advice.situation, offered)
    shown = switches(advice.situation, offered, question.circumstance if question else None)
    whole = Screen(
        situation=advice.situation,
        doubts=doubt_words(advice, large, age),
        large=large,
        before=tuple(dict.fromkeys(each.call.before for each in large if each.call.before)),
        form=next((each.call.form for each in large if _compulsory(each.call)), None),
        warned=warned(advice.situation),
        script=script_for(advice.situation, card.name, [each.call.service for each in large]),
        question=question,
        next=tuple(_small(call, advice) for call in following),
        involved=tuple(_small(call, advice) for call in involved),
        switches=shown,
        offered=bool(shown or offered),
        people=_people(card, advice.situation.concern),
        advice=advice,
        tried=tried,
        age=age,
    )
    return fitted(whole)


def question_for(situation: Situation, offered: Sequence[Circumstance]) -> AskedQuestion | None:
    """The question asked in the answer itself: children in the home, where that adds a service."""
    hurting = Circumstance.USING_ABUSE in situation.circumstances
    if hurting or situation.concern is not Concern.DOMESTIC_ABUSE:
        return None
    if Circumstance.CHILDREN not in offered:
        return None
    return AskedQuestion(
        "Are there children in the home?", "Yes adds children’s services", Circumstance.CHILDREN
    )


def _involved(advice: Advice, spare: Sequence[Call]) -> list[Call]:
    """What a circumstance brought in; what is only for some people waits in the row, or behind."""
    if not advice.situation.circumstances:
        return []
    known = [call for call in spare if not when_words(call, "").startswith("If ")]
    return known[:MOST_INVOLVED]


def _front(advice: Advice) -> tuple[list[Call], list[Call]]:
    """What may stand in large, and support that is not certain to answer while the first does."""
    beside = advice.tier(Tier.BESIDE)
    known = advice.situation.where.status is WhereStatus.KNOWN
    if not known or advice.first.reading.state is not Openness.OPEN:
        return [advice.first, *beside], []
    waiting = [call for call in beside if _support_in_doubt(call)]
    return [advice.first, *(call for call in beside if call not in waiting)], waiting


def _support_in_doubt(call: Call) -> bool:
    """A front door always keeps its place: it has to be told."""
    door = any("front_door" in role for role in call.service.roles)
    return call.reading.state is Openness.UNKNOWN and not door


def _compulsory(call: Call) -> bool:
    return call.form is not None and call.form.compulsory


def _open(calls: Sequence[Call]) -> list[Call]:
    """Those that may answer, in their order; what can only be written to waits behind the fold."""
    return [call for call in calls if call.reading.state is not Openness.CLOSED]


def _small(call: Call, advice: Advice) -> Small:
    words = call_words(call, advice.moment)
    if call.line.number == "101":
        return Small(words, short_name(words), DANGER)
    what = f"{words.when}: " if words.when and call.tier is not Tier.FALLBACK else ""
    line = " · ".join(part for part in (words.menu, words.state) if part)
    return Small(words, f"{what}{short_name(words)}", line)


def _people(card: PracticeCard, concern: Concern) -> tuple[str, ...]:
    people = told_first(card, concern)[:MOST_PEOPLE]
    if not people:
        return (NO_LEAD,)
    named = [
        ", ".join(part for part in (each.name, extension_words(each.extension)) if part)
        for each in people
    ]
    said = (named[0], *(f"away: {each}" for each in named[1:]))
    return (*said, NOT_ABOUT_THEM) if concern is Concern.ALLEGATION else said
