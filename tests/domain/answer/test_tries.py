"""Nobody answered: the next number takes the first place, and what was rung is kept in words."""

import pytest

from desktop_app.domain.answer.tries import (
    Try,
    after_tries,
    again_due,
    again_words,
    put_back,
    tries_words,
    try_of,
)
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import whereabouts_of
from desktop_app.domain.situation.situation import Concern, Situation
from tests.area import COUNCILS
from tests.ui.town import Town, at

MOMENT = at("2026-11-20T16:18")
LATER, TOO_SOON = at("2026-11-20T16:23"), at("2026-11-20T16:22")


def answer(concern: Concern = Concern.CHILD, council: int = 0) -> Advice:
    return advise(Situation(concern, whereabouts_of([COUNCILS[council]])), Town(), MOMENT)


def tried(advice: Advice, times: int) -> tuple[Try, ...]:
    """So many times Nobody answered, one after the other."""
    tries: tuple[Try, ...] = ()
    for _ in range(times):
        one = try_of(after_tries(advice, tries).first, MOMENT)
        tries = (*tries, one) if one else tries
    return tries


def test_who_answers_now_follows_and_not_the_night_line_that_is_still_shut() -> None:
    advice = answer()
    assert advice.first.line.display == "01632 960001"
    after = after_tries(advice, tried(advice, 1))
    assert after.first.line.display == "01632 960555"
    assert after.first.tier is Tier.FIRST
    assert "01632 960001" not in [call.line.display for call in after.calls]
    assert "01632 960900" in [call.line.display for call in after.tier(Tier.FALLBACK)]


@pytest.mark.parametrize("concern", Concern)
@pytest.mark.parametrize("council", range(4))
def test_every_number_comes_once_and_999_is_left(concern: Concern, council: int) -> None:
    advice = answer(concern, council)
    numbers = []
    for times in range(len(advice.calls) + 2):
        now = after_tries(advice, tried(advice, times))
        assert len(now.tier(Tier.FIRST)) == 1
        numbers.append(now.first.line.number)
    assert numbers[-1] == "999"
    rung = [number for number in numbers if number != "999"]
    assert len(rung) == len(set(rung))
    expected = {each.line.number for each in advice.calls if each.tier is not Tier.ALSO}
    open_now = {
        each.line.number for each in advice.calls if each.reading.state is not Openness.CLOSED
    }
    assert expected & open_now <= set(numbers)


def test_a_closed_line_never_goes_before_one_that_may_answer() -> None:
    advice = answer(Concern.BOTH)
    for times in range(len(advice.calls)):
        now = after_tries(advice, tried(advice, times))
        if now.first.reading.state is Openness.CLOSED:
            behind = [call for call in now.calls if call.tier is not Tier.ALSO]
            assert all(call.reading.state is Openness.CLOSED for call in behind)


def test_999_is_never_set_aside() -> None:
    advice = answer()
    last = next(call for call in advice.calls if call.line.number == "999")
    assert try_of(last, MOMENT) is None


def test_it_says_when_to_try_again_and_when_it_is_time() -> None:
    tries = tried(answer(), 1)
    assert again_words(tries, MOMENT) == "Try 01632 960001 again at 16:23."
    assert not again_due(tries, TOO_SOON)
    assert again_due(tries, LATER)
    assert again_words(tries, LATER) == "Five minutes have passed: try 01632 960001 again."


def test_a_number_put_back_stands_first_and_stays_in_the_note() -> None:
    advice = answer()
    tries = put_back(tried(advice, 1), LATER)
    assert after_tries(advice, tries).first.line.display == "01632 960001"
    assert tries_words(tries) == (
        "Rung 16:18, nobody answered: 01632 960001 (Integrated Front Door)",
    )
    assert again_words(tries, LATER) == ""
    assert put_back(tried(advice, 1), TOO_SOON) == tried(advice, 1)
