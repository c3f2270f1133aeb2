"""A time that may mean two moments loses nothing of either."""

from desktop_app.domain.decision.advice import Caution, Tier
from desktop_app.domain.decision.merging import both_readings
from tests.domain.decision.asked_town import ask, at, numbers
from tests.domain.decision.test_decision import NIGHT_NUMBER, OFFICE_NUMBER
from tests.domain.hours_examples import OFFICE
from tests.domain.made_directory import front_door

OPEN = ask("2026-11-20T16:10", front_door(OFFICE))
CLOSED = ask("2026-11-20T16:30", front_door(OFFICE))
MERGED = both_readings(OPEN, CLOSED, Caution("told", "Two moments."))


def test_the_other_reading_s_first_call_stands_beside() -> None:
    assert MERGED.first.line.display == OFFICE_NUMBER
    assert numbers(MERGED, Tier.BESIDE) == [NIGHT_NUMBER]


def test_no_number_stands_twice() -> None:
    shown = [call.line.display for call in MERGED.calls]
    assert len(shown) == len(set(shown))


def test_the_doubt_is_told_first() -> None:
    assert MERGED.warnings[0].text == "Two moments."


def test_the_answer_holds_until_the_earlier_of_the_two_ends() -> None:
    assert MERGED.valid_until == at("2026-11-20T16:20")
