"""The one screen over every situation: few words, a short reason, always somebody next."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from desktop_app.domain.answer.call_words import (
    MOST_WORDS_OF_A_REASON,
    call_words,
    count_words,
)
from desktop_app.domain.answer.fitting import MOST_CONTROLS, MOST_WORDS
from desktop_app.domain.answer.screen import screen
from desktop_app.domain.answer.screen_parts import Screen
from desktop_app.domain.answer.script import WARNED, script_for
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.status import Badge
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.services.dialling import keyed_next
from desktop_app.domain.services.trust import ClockCode, Finding, Severity
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory
from tests import sweeps
from tests.area import COUNCILS
from tests.ui.town import at

MOMENTS = (
    "2026-12-01T10:05",  # a Tuesday
    "2026-11-27T16:05",
    "2026-11-27T16:20",
    "2026-11-27T16:45",
    "2026-11-28T17:03",
    "2026-11-29T03:00",
    "2026-12-24T12:30",
    "2026-12-25T10:00",
    "2026-12-28T02:00",
    "2026-12-30T11:00",
    "2027-05-03T12:00",
    "2029-06-04T12:00",
)
NEIGHBOUR = Council("E07000096", "Dacorum")
PLACES = (
    *(Whereabouts(WhereStatus.KNOWN, (council,)) for council in COUNCILS),
    Whereabouts(WhereStatus.UNKNOWN, ()),
    Whereabouts(WhereStatus.OUTSIDE, ()),
    Whereabouts(WhereStatus.OUTSIDE, (NEIGHBOUR,)),
    Whereabouts(WhereStatus.SEVERAL, COUNCILS[:2]),
    Whereabouts(WhereStatus.SEVERAL, COUNCILS),
)
PRACTICE = PracticeCard(
    "Larkfield Surgery",
    (
        Contact("Safeguarding lead", "Dr Amina Shah", "214"),
        Contact("Deputy", "Joan Price", "220"),
    ),
)


def told(directory: SqliteDirectory, concern: Concern) -> list[frozenset[Circumstance]]:
    """Nothing more, each circumstance alone, and some pairs."""
    offered = directory.pathways().circumstances(concern)
    pairs = [frozenset(pair) for pair in combinations(offered, 2)][::9]
    return [frozenset(), *(frozenset({each}) for each in offered), *pairs]


def every_case(directory: SqliteDirectory, concern: Concern) -> Iterator[tuple[Situation, str]]:
    """Every place and circumstance at every moment; two known circumstances in turn."""
    for turn, moment in enumerate(MOMENTS):
        for place, where in enumerate(PLACES):
            for each, circumstances in enumerate(told(directory, concern)):
                if len(circumstances) > 1 and (turn + place + each) % 6:
                    continue
                yield Situation(concern, where, circumstances), moment


@pytest.mark.slow
@pytest.mark.parametrize("concern", Concern)
def test_every_answer_fits_one_screen(directory: SqliteDirectory, concern: Concern) -> None:
    every = list(every_case(directory, concern))
    assert len(every) > 500
    offered = directory.pathways().circumstances(concern)
    for situation, moment in sweeps.sampled(every, 200, of=str(concern)):
        advice = advise(situation, directory, at(moment))
        shown = screen(advice, offered, PRACTICE)
        case = (advice.situation, advice.moment, shown.texts)
        few_words(shown, case)
        somebody_next(advice, shown, case)
        doubts_in_sight(advice, shown, case)


def test_the_fullest_answer_fits_too(directory: SqliteDirectory) -> None:
    """Two warnings at Christmas, council not known: it had 172 words, found by the whole sweep."""
    told = frozenset({Circumstance.MISSING, Circumstance.NO_RECOURSE})
    where = Whereabouts(WhereStatus.UNKNOWN, ())
    advice = advise(Situation(Concern.UNSURE, where, told), directory, at("2026-12-25T10:00"))
    shown = screen(advice, directory.pathways().circumstances(Concern.UNSURE), PRACTICE)
    few_words(shown, shown.texts)
    assert told <= {*shown.switches}  # what was ticked is there to be unticked


def few_words(shown: Screen, case: object) -> None:
    assert shown.word_count <= MOST_WORDS, (shown.word_count, case)
    assert shown.controls <= MOST_CONTROLS, (shown.controls, case)
    assert 1 <= len(shown.large) <= 2, case
    assert shown.script.lines, case
    assert shown.people, case
    for each in shown.large:
        assert each.name, case
        assert each.state, case
        assert 1 <= count_words(each.reason) <= MOST_WORDS_OF_A_REASON, case


def somebody_next(advice: Advice, shown: Screen, case: object) -> None:
    assert shown.large[0].call is advice.first, case
    assert shown.next, case
    behind = [call for call in advice.calls if call.tier is not Tier.ALSO]
    assert len(shown.next) >= min(3, len(behind) - len(shown.large)), case
    numbers = [call.line.number for call in shown.shown]
    assert len(numbers) == len(set(numbers)), case


def doubts_in_sight(advice: Advice, shown: Screen, case: object) -> None:
    if shown.large[0].badge is Badge.UNKNOWN:
        assert any("No answer?" in doubt for doubt in shown.doubts), case
    if advice.situation.where.status is not WhereStatus.KNOWN:
        place = ("Check the address", "Council not known", "Outside", "Dacorum")
        assert any(doubt.startswith(place) for doubt in shown.doubts), case
    for circumstance in advice.situation.circumstances & WARNED.keys():
        assert WARNED[circumstance] in shown.warned or len(shown.warned) > 1, case


@pytest.mark.parametrize("code", ClockCode)
def test_a_clock_in_doubt_is_told_first(directory: SqliteDirectory, code: ClockCode) -> None:
    finding = Finding(code, "The clock is wrong: check the time.", Severity.DOUBT)
    for where in PLACES:
        situation = Situation(Concern.CHILD, where)
        advice = advise(situation, directory, at(MOMENTS[0]), (finding,))
        shown = screen(advice, (), PRACTICE)
        assert "Check the" in shown.doubts[0]
        assert shown.word_count <= MOST_WORDS


def known(council: int) -> Whereabouts:
    return PLACES[council]


def shown_for(
    directory: SqliteDirectory, concern: Concern, where: Whereabouts, moment: str
) -> Screen:
    advice = advise(Situation(concern, where), directory, at(moment))
    return screen(advice, directory.pathways().circumstances(concern), PRACTICE)


def test_at_night_whoever_answers_is_named(directory: SqliteDirectory) -> None:
    where = next(each for each in PLACES if each.councils and each.councils[0].slug == "luton")
    shown = shown_for(directory, Concern.CHILD, where, "2026-11-29T03:00")
    assert shown.large[0].who == "Emergency Duty Team, for Luton"
    assert shown.large[0].reason == "Office should be shut. This team answers."


def test_what_is_assumed_should_be_open(directory: SqliteDirectory) -> None:
    where = next(each for each in PLACES if each.councils and each.councils[0].slug == "luton")
    shown = shown_for(directory, Concern.CHILD, where, "2026-12-01T10:05")
    assert shown.large[0].state == "Should be open until 16:30"
    assert shown.large[0].reason == "Tuesday, office hours assumed."


def test_the_night_line_is_the_first_to_try_after_its_office(directory: SqliteDirectory) -> None:
    for council in range(4):
        shown = shown_for(directory, Concern.CHILD, known(council), "2026-12-01T10:05")
        assert shown.next[0].words.call.service.id == shown.large[0].call.service.id


def test_two_numbers_that_are_not_certain_have_an_order(directory: SqliteDirectory) -> None:
    shown = shown_for(directory, Concern.CHILD, known(0), "2026-12-25T10:00")
    assert "Ring the first. No answer? Ring the second." in shown.doubts or len(shown.large) == 1


def test_domestic_abuse_asks_about_children(directory: SqliteDirectory) -> None:
    shown = shown_for(directory, Concern.DOMESTIC_ABUSE, known(0), "2026-12-01T10:05")
    assert shown.question is not None
    assert shown.question.circumstance is Circumstance.CHILDREN
    assert Circumstance.CHILDREN not in shown.switches


def test_the_script_carries_the_practice_s_own_name() -> None:
    situation = Situation(Concern.CHILD, PLACES[0])
    assert script_for(situation, "Larkfield Surgery").lines[0] == (
        "“I’m calling from Larkfield Surgery, about a child.”"
    )
    assert script_for(situation).lines[0] == "“I’m calling about a child.”"
    unsure = Situation(Concern.UNSURE, PLACES[0])
    assert script_for(unsure).lines[0] == "“I’m worried about someone.”"
    assert script_for(unsure, "Larkfield Surgery").lines[0] == (
        "“I’m calling from Larkfield Surgery and I’m worried about someone.”"
    )


@pytest.mark.parametrize("concern", Concern)
def test_a_script_has_at_most_five_short_lines(concern: Concern) -> None:
    script = script_for(Situation(concern, PLACES[0]), "Larkfield Surgery")
    assert 3 <= len(script.lines) <= 5
    assert all(count_words(line) <= 11 for line in script.lines)


def test_what_to_press_stands_beside_the_number(directory: SqliteDirectory) -> None:
    line = directory.service("nhs-111-mental-health").lines[0]
    assert (line.display, keyed_next(line)) == ("111", "press 2")


def test_what_is_pressed_in_silence_does_not_follow_999(directory: SqliteDirectory) -> None:
    """Side by side they were read as one thing to dial; 55 is for who cannot speak."""
    assert keyed_next(directory.service("police-999").lines[0]) == ""


def test_words_are_counted_as_a_reader_meets_them() -> None:
    assert count_words("Ring 0300 300 8123 now · “please”") == 3


def test_the_spoken_card_says_number_state_reason_in_that_order(
    directory: SqliteDirectory,
) -> None:
    advice = advise(Situation(Concern.CHILD, known(2)), directory, at("2026-12-01T10:05"))
    words = call_words(advice.first, advice.moment)
    places = [words.spoken.index(each) for each in (words.number, words.state, words.reason)]
    assert places == sorted(places)
