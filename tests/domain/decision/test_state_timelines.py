"""What lines' hours say through weeks, in whole numbers: the same as when each minute is asked."""

from datetime import UTC, datetime

import pytest

from desktop_app.domain.decision.state_timelines import BARE, BITS, StateTimelines, mask, together
from desktop_app.domain.hours.status import Hours, read
from desktop_app.domain.hours.uk_days import instant, seconds_of
from tests.domain.hours_examples import ALWAYS, ASSUMED, DAILY, HOLIDAYS, OFFICE, OUT_OF_HOURS

BEGINS = datetime(2026, 12, 23, tzinfo=UTC)
FIRST = seconds_of(BEGINS)
LAST = FIRST + 7 * 86_400
WEEKS = (OFFICE, ASSUMED, DAILY, OUT_OF_HOURS, ALWAYS)


@pytest.fixture
def timelines() -> StateTimelines:
    return StateTimelines(HOLIDAYS, FIRST, LAST)


@pytest.mark.parametrize("hours", WEEKS)
def test_each_moment_says_what_the_hours_say(timelines: StateTimelines, hours: Hours) -> None:
    for second in range(FIRST, LAST, 1200):
        bare, whole = timelines.bare(hours, second), read(hours, instant(second), HOLIDAYS)
        assert (bare.state, bare.reason) == (whole.state, whole.reason)


def test_a_bare_reading_says_nothing_else() -> None:
    assert {(bare.until, bare.then, bare.holiday, bare.documents, bare.note) for bare in BARE} == {
        (None, None, None, (), "")
    }


def test_equal_hours_are_gone_through_once(timelines: StateTimelines) -> None:
    assert timelines.of(Hours(outside_of=OFFICE)) is timelines.of(OUT_OF_HOURS)


def test_many_timelines_together_say_what_each_says(timelines: StateTimelines) -> None:
    turns = list(together([timelines.of(hours) for hours in WEEKS]))
    assert [turn.at for turn in turns] == sorted({turn.at for turn in turns})
    for turn, after in zip(turns, [*turns[1:], None], strict=True):
        for second in (turn.at, after.at - 1 if after else LAST):
            for place, hours in enumerate(WEEKS):
                code = turn.code >> (BITS * place) & mask([0])
                assert BARE[code] is timelines.bare(hours, second)


def test_a_mask_leaves_the_lines_that_concern_an_answer() -> None:
    assert mask([0, 2, 2]) == 0xFF00FF
