"""Until when an answer holds, and the reason in words."""

import pytest

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.hours.status import Hours
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from tests.area import BEDFORD, LUTON
from tests.domain.decision.asked_town import ask, at, numbers
from tests.domain.hours_examples import (
    ALWAYS,
    ASSUMED,
    CLOSED_ON_HOLIDAYS,
    DAILY,
    OFFICE,
    SILENT,
    TWO_SOURCES,
)
from tests.domain.made_directory import (
    front_door,
    line,
    service,
)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-20T10:00", "2026-11-20T16:20"),
        ("2026-11-20T17:00", "2026-11-23T08:45"),
    ],
)
def test_the_answer_says_until_when_it_holds(moment: str, until: str) -> None:
    assert ask(moment, front_door(OFFICE)).valid_until == at(until)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-20T10:00", "2026-12-25T00:00"),
        ("2026-12-25T10:00", "2026-12-26T00:00"),
    ],
)
def test_a_line_that_never_changes_is_answered_anew_when_a_bank_holiday_begins_or_ends(
    moment: str, until: str
) -> None:
    advice = ask(moment, service("Always", "front_door", line("01632 960090", ALWAYS)))
    assert advice.valid_until == at(until)


def test_no_list_of_bank_holidays_reaches_a_year_before_it() -> None:
    codes = [caution.code for caution in ask("1970-01-05T10:00", front_door(OFFICE)).warnings]
    assert codes == ["bank_holidays_unknown"]


@pytest.mark.parametrize(
    ("hours", "moment", "said"),
    [
        (OFFICE, "2026-11-20T16:35", "the office closed at 16:20 and opens on Monday at 08:45"),
        (OFFICE, "2026-11-22T03:00", "Sunday 03:00: the office is closed until Monday 08:45"),
        (CLOSED_ON_HOLIDAYS, "2026-12-25T10:00", "the office is closed for Christmas Day"),
        (OFFICE, "2026-12-25T10:00", "Friday 25 December 2026 is Christmas Day"),
        (ASSUMED, "2026-11-22T03:00", "hours assumed, nobody has published them"),
        (TWO_SOURCES, "2026-11-20T16:30", "our sources disagree"),
        (SILENT, "2026-11-20T16:30", "it is not certain whether the office is open"),
        (DAILY, "2026-11-20T16:30", "this line should be open until 20:00"),
    ],
)
def test_the_reason_is_said_in_words(hours: Hours, moment: str, said: str) -> None:
    advice = ask(moment, front_door(hours))
    front = (advice.first, *advice.tier(Tier.BESIDE))
    assert any(said in call.because for call in front)


def test_999_stands_last_where_one_of_two_councils_has_nobody_else() -> None:
    two = Whereabouts(WhereStatus.SEVERAL, (BEDFORD, LUTON))
    bedford_only = service(
        "Bedford’s", "front_door", line("01632 960005", ALWAYS), areas=frozenset({BEDFORD.code})
    )
    advice = ask("2026-11-20T10:00", bedford_only, where=two)
    assert numbers(advice, Tier.FIRST) == ["01632 960005"]
    assert numbers(advice, Tier.BESIDE) == []
    assert numbers(advice, Tier.FALLBACK) == ["999"]
