"""The whole answer as it stands on one screen, before anything is unfolded: pure words.

At most 170 of them (figures not counted), for every answer that can occur: where the answer itself
needs many, the script gives way, line by line, and can be opened whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.answer.call_words import CallWords, call_words, count_words, short_name
from desktop_app.domain.answer.doubts import doubt_words
from desktop_app.domain.answer.script import Script, script_for, warned
from desktop_app.domain.answer.switches import switch_title, switches
from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.practice.card import PracticeCard, extension_words, told_first
from desktop_app.domain.services.service import Form
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation

MOST_WORDS = 170
MOST_LARGE, MOST_NEXT, MOST_INVOLVED = 2, 3, 2
MOST_PEOPLE = 2
FALLBACK, INVOLVE, ALSO_TRUE = "If nobody answers", "Ring as well", "Also true?"
TELL, WRITE = "Then tell your safeguarding lead", "Write it down"
NOTE, FOLD, MORE = "note for the record", "Where this number comes from", "More…"
NOBODY, COPY, CODE = "Nobody answered", "Copy", "Code to dial"
FORM = "Form required; phone first if urgent."
COPY_FORM = "Copy form address"
NO_LEAD = "No name yet: see Our practice."
NOT_ABOUT_THEM = "About them? Tell another."
DANGER = "Cannot wait? 999."


@dataclass(frozen=True, slots=True)
class Question:
    """The one question whose answer changes this one, and what Yes does."""

    text: str
    does: str
    circumstance: Circumstance


@dataclass(frozen=True, slots=True)
class Small:
    """One number to try next, in three short lines."""

    words: CallWords
    what: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Everything in sight of one answer, in reading order."""

    situation: Situation
    doubts: tuple[str, ...]
    large: tuple[CallWords, ...]
    before: tuple[str, ...]
    form: Form | None
    warned: tuple[str, ...]
    script: Script
    question: Question | None
    next: tuple[Small, ...]
    involved: tuple[Small, ...]
    switches: tuple[Circumstance | None, ...]  # None stands for "a child and an adult"
    people: tuple[str, ...]
    advice: Advice

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in sight, in reading order."""
        large = [
            text
            for each in self.large
            for text in (each.when, each.who, each.number, each.menu, each.state, each.reason)
        ]
        asked = (self.question.text, "Yes", "No", self.question.does) if self.question else ()
        small = [
            text
            for heading, calls in ((FALLBACK, self.next), (INVOLVE, self.involved))
            for text in ((heading,) if calls else ())
            + tuple(said for each in calls for said in (each.what, each.words.number, each.line))
        ]
        return tuple(
            text
            for text in (
                *self.doubts,
                *self.before,
                *large,
                *((FORM, COPY_FORM) if self.form else ()),
                COPY,
                NOBODY,
                *((CODE,) if len(self.large) == 1 else (COPY,)),
                *self.warned,
                self.script.heading,
                *self.script.lines,
                self.script.close,
                *asked,
                *small,
                ALSO_TRUE,
                *(switch_title(each) for each in self.switches),
                MORE,
                TELL,
                *self.people,
                WRITE,
                NOTE,
                FOLD,
            )
            if text
        )

    @property
    def word_count(self) -> int:
        """How many words stand in sight."""
        return sum(count_words(text) for text in self.texts)

    @property
    def shown(self) -> tuple[Call, ...]:
        """The calls in sight; every other one stands behind the fold."""
        return tuple(
            [each.call for each in self.large]
            + [each.words.call for each in (*self.next, *self.involved)]
        )


def screen(
    advice: Advice, offered: Sequence[Circumstance], practice: PracticeCard | None = None
) -> Screen:
    """Put an answer on one screen; `offered` are the circumstances that change something."""
    card = practice or PracticeCard()
    front = (*advice.tier(Tier.FIRST), *advice.tier(Tier.BESIDE))
    words = [call_words(each, advice.moment) for each in front]
    large = tuple(words[:MOST_LARGE])
    behind = (*front[MOST_LARGE:], *advice.tier(Tier.FALLBACK))
    following, spare = list(behind[:MOST_NEXT]), _open(advice.tier(Tier.ALSO))
    involved = spare[:MOST_INVOLVED] if advice.situation.circumstances else []
    spare = [call for call in spare if call not in involved]
    following += spare[: MOST_NEXT - len(following)]
    question = question_for(advice.situation, offered)
    whole = Screen(
        situation=advice.situation,
        doubts=doubt_words(advice, large),
        large=large,
        before=tuple(dict.fromkeys(each.call.before for each in large if each.call.before)),
        form=next((each.call.form for each in large if _compulsory(each.call)), None),
        warned=warned(advice.situation),
        script=script_for(advice.situation, card.name),
        question=question,
        next=tuple(_small(call, advice) for call in following),
        involved=tuple(_small(call, advice) for call in involved),
        switches=switches(advice.situation, offered, question.circumstance if question else None),
        people=_people(card, advice.situation.concern),
        advice=advice,
    )
    return _fitted(whole)


def question_for(situation: Situation, offered: Sequence[Circumstance]) -> Question | None:
    """The question asked in the answer itself: children in the home, where that adds a service."""
    hurting = Circumstance.USING_ABUSE in situation.circumstances
    if hurting or situation.concern is not Concern.DOMESTIC_ABUSE:
        return None
    if Circumstance.CHILDREN not in offered:
        return None
    return Question(
        "Are there children in the home?", "Yes adds children’s services", Circumstance.CHILDREN
    )


def _compulsory(call: Call) -> bool:
    return call.form is not None and call.form.compulsory


def _open(calls: Sequence[Call]) -> list[Call]:
    """Those that may answer, in their order; what can only be written to waits behind the fold."""
    return [call for call in calls if call.reading.state is not Openness.CLOSED]


def _fitted(whole: Screen) -> Screen:
    """The same screen within its words: the least needed gives way first, a step at a time."""
    fitted = replace(whole, script=whole.script.short) if len(whole.large) > 1 else whole
    for step in (
        _script_to(3),
        _switches_to(1),
        _script_to(2),
        _without_more_people,
        _involved_to(1),
        _switches_to(0),
        _script_to(1),
        _involved_to(0),
        _fallbacks_alone,
    ):
        if fitted.word_count <= MOST_WORDS:
            break
        fitted = step(fitted)
    return fitted


Step = Callable[[Screen], Screen]


def _script_to(lines: int) -> Step:
    def step(shown: Screen) -> Screen:
        return replace(shown, script=replace(shown.script, lines=shown.script.lines[:lines]))

    return step


def _involved_to(calls: int) -> Step:
    return lambda shown: replace(shown, involved=shown.involved[:calls])


def _switches_to(unticked: int) -> Step:
    """What is ticked stays: it has to be unticked where it was ticked."""

    def step(shown: Screen) -> Screen:
        told = shown.situation.circumstances
        off = [each for each in shown.switches if each is not None and each not in told][:unticked]
        kept = (each for each in shown.switches if each is None or each in told or each in off)
        return replace(shown, switches=tuple(kept))

    return step


def _fallbacks_alone(shown: Screen) -> Screen:
    """What only filled the row up goes; somebody to try next is always left."""
    kept = [each for each in shown.next if each.words.call.tier is not Tier.ALSO]
    return replace(shown, next=tuple(kept) or shown.next[:1])


def _without_more_people(shown: Screen) -> Screen:
    """The first of them, and what is said of an allegation."""
    kept = (*shown.people[:1], *(each for each in shown.people[1:] if each == NOT_ABOUT_THEM))
    return replace(shown, people=kept)


def _small(call: Call, advice: Advice) -> Small:
    words = call_words(call, advice.moment)
    if call.line.number == "101":
        return Small(words, short_name(words), DANGER)
    what = f"{words.when}: " if words.when and call.tier is not Tier.FALLBACK else ""
    return Small(words, f"{what}{short_name(words)}", words.state)


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
