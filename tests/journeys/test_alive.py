"""The answer stays true while it is on screen."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import OpenWindow
from tests.ui.town import at
from tests.ui.walker import Walker, settle


def test_at_the_second_the_office_closes_the_number_changes(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19:59").press("1", Qt.Key.Key_Return)
    assert walker.read("first-number") == "01632 960001"
    walker.later("2026-11-20T16:20:00")
    assert walker.read("first-number") == "01632 960900"
    assert walker.read("first-reason") == "Office shut. This team answers now."
    walker.press("i")
    assert "closed at 16:20" in walker.read("first-because")


def test_the_timer_is_set_to_that_second(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19:30").press("1", Qt.Key.Key_Return)
    live = walker.program.live
    assert 29_900 <= live.ticker.wait_ms() <= 30_001


def test_the_time_used_is_shown_and_moves_on(walker: Walker) -> None:
    walker.press("1", Qt.Key.Key_Return, "i")
    assert walker.read("time-used") == "For Friday 20 November 2026, 16:05 (UK time)"
    walker.later("2026-11-20T16:06")
    assert walker.read("time-used") == "For Friday 20 November 2026, 16:06 (UK time)"
    assert walker.read("foot-clock") == "Friday 20 November 2026, 16:06"


def test_a_minute_passing_keeps_the_focus_where_it_is(walker: Walker) -> None:
    walker.press("3", Qt.Key.Key_Return)
    walker.find("circumstance-care-needs").setFocus()
    walker.later("2026-11-20T16:06")
    assert walker.window.focusWidget().objectName() == "circumstance-care-needs"


def test_waking_from_sleep_is_noticed(walker: Walker) -> None:
    walker.press("1", Qt.Key.Key_Return)
    live = walker.program.live
    walker.clock.set(at("2026-11-20T22:00"))  # no running seconds passed: the computer slept
    live.ticker.check_now()
    settle()
    assert "22:00" in walker.read("foot-clock")


def test_what_if_shows_another_time_and_says_so_until_it_is_stopped(walker: Walker) -> None:
    walker.shortcut(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert walker.sees("what-if-panel")
    walker.find("what-if-preset-4").click()  # type: ignore[attr-defined]
    walker.press("1", "1")
    banner = "What if… it were Saturday 26 December 2026, 02:00. This is not now."
    assert walker.read("pretend-words") == banner
    assert walker.read("first-number") == "01632 960900"
    walker.find("pretend-stop").click()  # type: ignore[attr-defined]
    settle()
    assert not walker.sees("pretend-words")
    assert walker.read("first-number") == "01632 960001"


def test_what_if_ends_by_itself_after_ten_minutes(walker: Walker) -> None:
    live = walker.program.live
    live.pretend(at("2026-12-26T02:00").replace(tzinfo=None))
    walker.clock.advance(timedelta(minutes=9, seconds=59))
    live.refresh()
    assert walker.sees("pretend-words")
    walker.clock.advance(timedelta(seconds=1))
    live.refresh()
    assert not walker.sees("pretend-words")
    assert walker.read("foot-clock").endswith("16:15")


@pytest.mark.parametrize("page", ["settings", "about"])
def test_the_banner_stays_on_every_page(walker: Walker, page: str) -> None:
    live = walker.program.live
    live.pretend(at("2026-12-26T02:00").replace(tzinfo=None))
    walker.window.open(page)
    settle()
    assert walker.sees("pretend-words")


def test_when_the_number_changes_the_focus_stays_with_the_number(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19:59").press("1", Qt.Key.Key_Return)
    assert walker.window.focusWidget().objectName() == "first-copy"
    walker.later("2026-11-20T16:20:00")
    copy = walker.window.focusWidget()
    assert copy.objectName() == "first-copy"
    assert copy.isVisible()
    assert walker.sees("emergency-number")


def test_widening_to_both_keeps_the_first_number_in_sight(walker: Walker) -> None:
    walker.press("1", Qt.Key.Key_Return)
    walker.find("also-both").click()  # type: ignore[attr-defined]
    settle()
    assert walker.window.focusWidget().objectName() == "first-copy"
