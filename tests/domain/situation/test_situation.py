"""The walk of questions: two answers to a number, and Back exactly undoes."""

from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Circumstance, Concern, Interview, Question
from tests.area import LUTON

HERE = Whereabouts(WhereStatus.KNOWN, (LUTON,))
TOLD = frozenset({Circumstance.FGM})


def test_two_answers_lead_to_the_number() -> None:
    walk = Interview(home=LUTON).about(Concern.CHILD)
    assert walk.question is Question.WHERE
    assert walk.happened(HERE).question is Question.ANSWER


def test_there_is_no_situation_before_both_are_answered() -> None:
    assert Interview().about(Concern.CHILD).situation is None


def test_back_takes_one_answer_at_a_time_and_keeps_the_home_council() -> None:
    answered = Interview(home=LUTON).about(Concern.CHILD).happened(HERE)
    assert answered.back() == Interview(home=LUTON).about(Concern.CHILD)
    assert answered.back().back() == Interview(home=LUTON)
    assert Interview(home=LUTON).back() == Interview(home=LUTON)


def test_circumstances_are_forgotten_with_the_place() -> None:
    answered = Interview().about(Concern.CHILD).happened(HERE).with_circumstances(TOLD)
    assert answered.back().circumstances == frozenset()


def test_a_new_concern_starts_afresh() -> None:
    answered = Interview().about(Concern.CHILD).happened(HERE).with_circumstances(TOLD)
    assert answered.about(Concern.ADULT) == Interview().about(Concern.ADULT)
