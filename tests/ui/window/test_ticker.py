"""The ticker wakes the answer at the right time, and whenever the clock has jumped."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.ticker import Ticker
from tests.frozen_clock import FrozenClock
from tests.ui.town import at


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(at("2026-11-20T16:05:20"))


@pytest.mark.parametrize(
    ("due", "wait_ms"),
    [
        (None, 40_000),  # the end of this minute
        ("2026-11-20T16:05:30", 10_001),
        ("2026-11-20T18:00", 40_000),
        ("2026-11-20T16:05:20", 1),
        ("2026-11-20T16:00", 1),  # already past
    ],
)
def test_waits_for_what_is_due_or_for_the_minute(
    qtbot: QtBot, clock: FrozenClock, due: str | None, wait_ms: int
) -> None:
    ticker = Ticker(clock)
    ticker.wait_for(at(due) if due else None)
    assert ticker.wait_ms() == wait_ms


@pytest.mark.parametrize(
    ("seconds", "ran"),
    [(3, 0.0), (-3, 0.0), (7 * 3600, 0.0), (-86_400, 5.0)],
    ids=["forward", "back", "slept", "a day back"],
)
def test_a_jump_of_the_clock_ticks_at_once(
    qtbot: QtBot, clock: FrozenClock, seconds: int, ran: float
) -> None:
    ticker = Ticker(clock)
    clock.advance(timedelta(seconds=ran))
    clock.set(clock.now() + timedelta(seconds=seconds))
    with qtbot.waitSignal(ticker.ticked, timeout=0):
        ticker.check_now()


def test_time_passing_as_it_should_is_no_jump(qtbot: QtBot, clock: FrozenClock) -> None:
    ticker = Ticker(clock)
    clock.advance(timedelta(seconds=5))
    with qtbot.assertNotEmitted(ticker.ticked):
        ticker.check_now()


def test_what_was_missed_while_nobody_looked_is_made_up_for(
    qtbot: QtBot, clock: FrozenClock
) -> None:
    ticker = Ticker(clock)
    ticker.wait_for(at("2026-11-20T16:20"))
    clock.advance(timedelta(minutes=20))
    with qtbot.waitSignal(ticker.ticked, timeout=0):
        ticker.check_now()


def test_unseen_it_looks_with_the_minute_and_at_once_when_seen_again(
    qtbot: QtBot, clock: FrozenClock
) -> None:
    ticker = Ticker(clock)
    ticker.start()
    ticker.watch_closely(seen=False)
    running = [timer for timer in ticker.findChildren(QTimer) if timer.isActive()]
    assert [timer.isSingleShot() for timer in running] == [True]
    assert running[0].interval() == ticker.wait_ms()
    clock.set(clock.now() + timedelta(hours=7))
    with qtbot.waitSignal(ticker.ticked, timeout=0):
        ticker.watch_closely(seen=True)
    assert len([timer for timer in ticker.findChildren(QTimer) if timer.isActive()]) == 1 + 1
