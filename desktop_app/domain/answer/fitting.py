"""What gives way where an answer has more words or things to press than one screen holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.situation.concern import Concern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.domain.answer.screen_parts import Screen

    Step = Callable[[Screen], Screen]

MOST_WORDS = 170
MOST_CONTROLS = 15
NOT_ABOUT_THEM = "About them? Tell another."


def fitted(whole: Screen) -> Screen:
    """The same screen within its words and controls: the least needed gives way, step by step."""
    shown = whole._replace(script=whole.script.short) if len(whole.large) > 1 else whole
    for step in _steps():
        if shown.word_count <= MOST_WORDS:
            break
        shown = step(shown)
    for step in _fewer_controls():
        if shown.controls <= MOST_CONTROLS:
            break
        shown = step(shown)
    return shown


def shorter(shown: Screen) -> Iterator[Screen]:
    """The same screen, each time a little shorter: for a window too small for all of it."""
    for step in _steps():
        less = step(shown)
        if less != shown:
            shown = less
            yield shown


def _steps() -> tuple[Step, ...]:
    """In the order in which things give way; the numbers to try next and the lead stay."""
    return (
        _script_to(3),
        _switches_to(1),
        _script_to(2),
        _without_more_people,
        _involved_to(1),
        _switches_to(0),
        _script_to(1),
        _involved_to(0),
        _fallbacks_alone,
        _ticked_alone,
    )


def _fewer_controls() -> tuple[Step, ...]:
    return (*(_switches_to(left) for left in (3, 2, 1, 0)), _involved_to(1), _involved_to(0))


def _script_to(lines: int) -> Step:
    def step(shown: Screen) -> Screen:
        return shown._replace(script=shown.script._replace(lines=shown.script.lines[:lines]))

    return step


def _involved_to(calls: int) -> Step:
    return lambda shown: shown._replace(involved=shown.involved[:calls])


def _switches_to(unticked: int) -> Step:
    """What is ticked stays: it has to be unticked where it was ticked."""

    def step(shown: Screen) -> Screen:
        told = shown.situation.circumstances
        off = [each for each in shown.switches if each is not None and each not in told][:unticked]
        kept = (each for each in shown.switches if each is None or each in told or each in off)
        return shown._replace(switches=tuple(kept))

    return step


def _ticked_alone(shown: Screen) -> Screen:
    """What is not ticked stands behind More, a child and an adult too."""
    told = {*shown.situation.circumstances}
    both = shown.situation.concern is Concern.BOTH
    kept = (each for each in shown.switches if (both if each is None else each in told))
    return shown._replace(switches=tuple(kept))


def _fallbacks_alone(shown: Screen) -> Screen:
    """What only filled the row up goes; somebody to try next is always left."""
    kept = [each for each in shown.next if each.words.call.tier is not Tier.ALSO]
    return shown._replace(next=tuple(kept) or shown.next[:1])


def _without_more_people(shown: Screen) -> Screen:
    """The first of them, and what is said of an allegation."""
    kept = (*shown.people[:1], *(each for each in shown.people[1:] if each == NOT_ABOUT_THEM))
    return shown._replace(people=kept)
