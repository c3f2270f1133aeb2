"""An answer left alone asks after 30 minutes, and after 5 more it is gone without a trace."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop_app.ui.answer import advice_page
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

MORNING = "2026-11-20T10:00"


def pass_minutes(walker: Walker, minutes: float) -> None:
    """Time passes, and the clock of the window ticks as it would."""
    walker.clock.advance(timedelta(minutes=minutes))
    walker.program.live.ticker.tick()
    settle()


def test_after_thirty_minutes_it_asks(open_window: OpenWindow) -> None:
    walker = open_window(MORNING).press("1", "1")
    pass_minutes(walker, 29)
    assert not walker.sees("still-there-words")
    pass_minutes(walker, 1)
    assert walker.read("still-there-words").startswith("Still on this call?")
    assert walker.sees("first-number")


def test_five_minutes_later_nothing_of_it_is_left(open_window: OpenWindow) -> None:
    walker = open_window(MORNING).press("1", "1", "n", "c")
    assert QGuiApplication.clipboard().text()
    pass_minutes(walker, 30)
    pass_minutes(walker, 5)
    assert walker.sees("who-question")
    assert walker.program.call_now.situation is None
    labels = [each.text() for each in walker.window.findChildren(QLabel)]
    assert not any("01632 960" in text or "Rung" in text for text in labels)
    assert not QGuiApplication.clipboard().text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Shift, Qt.Key.Key_Down])
def test_any_key_says_that_somebody_is_there(open_window: OpenWindow, key: Qt.Key) -> None:
    walker = open_window(MORNING).press("1", "1")
    pass_minutes(walker, 31)
    walker.touch(key)
    assert not walker.sees("still-there-words")
    pass_minutes(walker, 29)
    assert walker.sees("first-number")
    assert not walker.sees("still-there-words")


def test_a_night_asleep_leaves_no_answer_for_the_morning(open_window: OpenWindow) -> None:
    walker = open_window(MORNING).press("1", "1")
    pass_minutes(walker, 12 * 60)
    assert walker.sees("who-question")


def test_what_was_told_goes_from_the_second_question_too(open_window: OpenWindow) -> None:
    walker = open_window(MORNING).press("1", *"mk43")
    pass_minutes(walker, 35)
    assert walker.sees("who-question")


def test_words_in_the_box_go_too(open_window: OpenWindow) -> None:
    walker = open_window(MORNING).press(*"husband")
    field = walker.find("box-field")
    assert isinstance(field, QLineEdit)
    assert field.text() == "husband"
    pass_minutes(walker, 35)
    assert walker.sees("who-question")
    assert field.text() == ""


def test_words_in_the_directory_go_too(open_window: OpenWindow) -> None:
    walker = open_window(MORNING)
    walker.program.open_page("directory")
    walker.press(*"mum hit")
    field = walker.find("directory-search")
    assert isinstance(field, QLineEdit)
    assert field.text() == "mum hit"
    pass_minutes(walker, 35)
    assert field.text() == ""


def test_at_the_first_question_nothing_happens(open_window: OpenWindow) -> None:
    walker = open_window(MORNING)
    walker.program.open_page("directory")
    pass_minutes(walker, 60)
    assert walker.sees("directory-list")


def test_a_person_can_choose_the_minutes(open_window: OpenWindow) -> None:
    walker = open_window(MORNING, {**AT_HOME, "untouched_minutes": 10}).press("1", "1")
    pass_minutes(walker, 10)
    assert walker.sees("still-there-words")


def test_the_settings_keep_what_is_chosen(open_window: OpenWindow) -> None:
    walker = open_window(MORNING)
    walker.program.open_page("settings")
    settle()
    walker.find("set-untouched-60").click()  # type: ignore[attr-defined]
    assert walker.settings.values["untouched_minutes"] == 60
    walker.find("set-untouched-30").click()  # type: ignore[attr-defined]
    assert "untouched_minutes" not in walker.settings.values


def test_the_question_is_read_out(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(advice_page, "announce", lambda _w, text, *, urgent: said.append(text))
    walker = open_window(MORNING).press("1", "1")
    pass_minutes(walker, 30)
    assert said[-1].startswith("Still on this call?")
