"""A clock that was wrong and is right again is believed again, in the same window."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.clock import Steps
from desktop_app.ui.answer.live_answer import LiveAnswer
from tests.frozen_clock import FrozenClock
from tests.ui.town import Town, at

NOW = "2026-11-20T16:05"


def live(clock: FrozenClock, last_seen: date | None = None) -> LiveAnswer:
    return LiveAnswer(Town, clock, last_seen)


@pytest.mark.parametrize("wrong", ["1970-01-01T00:10", "2026-01-01T09:00", "2099-06-01T12:00"])
def test_one_step_that_puts_the_clock_right_ends_the_doubt(qtbot: QtBot, wrong: str) -> None:
    clock = FrozenClock(at(wrong))
    answer = live(clock)
    assert answer.doubted()
    clock.set(at(NOW))
    assert not answer.doubted()
    clock.advance(timedelta(hours=5))
    assert not answer.doubted()


def test_after_that_it_is_watched_as_before(qtbot: QtBot) -> None:
    clock = FrozenClock(at("1970-01-01T00:10"))
    answer = live(clock)
    answer.doubted()
    clock.set(at(NOW))
    answer.doubted()
    clock.set(at(NOW) + timedelta(hours=3))
    assert answer.doubted()


@pytest.mark.parametrize("away", [-72, -3, -1, 1, 3, 72])
@pytest.mark.parametrize("missed", [-4, 0, 4])
def test_a_step_that_is_taken_back_by_hand_ends_the_doubt(
    qtbot: QtBot, away: int, missed: int
) -> None:
    clock = FrozenClock(at(NOW))
    answer = live(clock)
    clock.set(at(NOW) + timedelta(hours=away))
    assert answer.doubted()
    clock.set(at(NOW) + timedelta(minutes=missed))
    assert not answer.doubted()


@pytest.mark.parametrize("away", [-3, 3])
def test_a_step_between_two_times_that_can_both_be_stays_in_doubt(qtbot: QtBot, away: int) -> None:
    clock = FrozenClock(at(NOW))
    answer = live(clock)
    clock.set(at(NOW) + timedelta(hours=away))
    for _ in range(5):
        clock.advance(timedelta(hours=2))
        assert answer.doubted()


def test_half_a_step_back_is_not_enough(qtbot: QtBot) -> None:
    clock = FrozenClock(at(NOW))
    answer = live(clock)
    clock.set(at(NOW) + timedelta(hours=4))
    assert answer.doubted()
    clock.set(at(NOW) + timedelta(hours=2))
    assert answer.doubted()


def test_a_clock_that_creeps_away_is_noticed_all_the_same() -> None:
    clock = FrozenClock(at(NOW))
    steps, told = Steps(clock.probe()), timedelta()
    for _ in range(60):
        clock.set(clock.now() + timedelta(seconds=10))
        told = steps.until(clock.probe())
    assert told == timedelta(minutes=10)
