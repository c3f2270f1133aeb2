"""When the answer turns: closing soon is said from 15 minutes before, and what changed after."""

from datetime import datetime

import pytest

from desktop_app.domain.answer.turns import closing_words, turned_words
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Concern, Situation
from tests.area import BEDFORD, LUTON
from tests.ui.town import Town, at


def answer(moment: datetime, council: Council = BEDFORD) -> Advice:
    where = Whereabouts(WhereStatus.KNOWN, (council,))
    return advise(Situation(Concern.CHILD, where), Town(), moment)


def closing(moment: str, council: Council = BEDFORD) -> str:
    return closing_words(answer(at(moment), council), lambda then: answer(then, council))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T16:04", ""),
        ("2026-11-20T16:05", "Closes 16:20, then 01632 960900."),
        ("2026-11-20T16:19:59", "Closes 16:20, then 01632 960900."),
        ("2026-11-20T16:20", ""),
        ("2026-11-20T12:00", ""),
    ],
)
def test_closing_soon_is_said_from_fifteen_minutes_before(moment: str, said: str) -> None:
    assert closing(moment) == said


def test_an_assumed_end_of_the_day_may_close() -> None:
    assert closing("2026-11-20T16:20", LUTON).startswith("May close 16:30")


def test_what_changed_by_itself_names_the_time_the_reason_and_the_number_before() -> None:
    before, after = answer(at("2026-11-20T16:19")), answer(at("2026-11-20T16:20"))
    assert turned_words(before.first, after) == (
        "Changed at 16:20: the office has closed. Before: 01632 960001."
    )


def test_a_newer_list_is_the_reason_and_no_office_that_opened() -> None:
    before, after = answer(at("2026-11-20T12:00")), answer(at("2026-11-20T12:01"), LUTON)
    assert turned_words(before.first, after, newer_list=True) == (
        "Changed at 12:01: a newer list of numbers came in. Before: 01632 960001."
    )


def test_after_a_sleep_the_time_is_that_of_the_change_and_not_of_waking() -> None:
    before, after = answer(at("2026-11-20T16:19")), answer(at("2026-11-20T19:00"))
    assert turned_words(before.first, after).startswith("Changed at 16:20: ")


def test_in_the_morning_the_office_has_opened() -> None:
    before, after = answer(at("2026-11-23T08:44")), answer(at("2026-11-23T08:45"))
    assert turned_words(before.first, after) == (
        "Changed at 08:45: that line has closed. Before: 01632 960900."
    )
