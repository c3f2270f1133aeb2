"""A hand that is quick, slow or shaking answers nothing it has not read."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.call.question import SEEN_AFTER_MS, TOO_SOON
from desktop_app.ui.call.where_page import TYPES_ON_MS
from tests.journeys.accidental_keys import BACK, ENTER, SPACE, asked_where
from tests.ui.walker import Walker, settle

LEFT = Qt.MouseButton.LeftButton


def hold(key: Qt.Key, text: str, times: int = 40) -> None:
    """What the system sends while a key stays down, to whatever has the focus by then."""
    for _ in range(times):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            target = QApplication.focusWidget()
            assert target is not None
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, True, 1)
            QApplication.sendEvent(target, event)
        settle()


def centre(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


@pytest.mark.parametrize("kind", ["child", "adult", "domestic-abuse", "unsure", "allegation"])
def test_a_double_click_answers_one_question(walker: Walker, kind: str) -> None:
    walker.wait()
    handle = walker.window.windowHandle()
    place = centre(walker.find(f"who-{kind}"), walker.window)
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)
    settle()
    QTest.mouseDClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)
    walker.wait(5_000)
    assert walker.sees("where-question")


def test_the_second_half_of_a_slow_double_click_is_told_not_to_count(walker: Walker) -> None:
    asked_where(walker)
    walker.wait(SEEN_AFTER_MS - 1)
    QTest.mouseClick(walker.find("where-luton"), LEFT)
    walker.wait(5_000)
    assert walker.read("where-question-told") == TOO_SOON
    assert not walker.sees("first-number")


def test_a_double_click_on_a_switch_leaves_it_switched(walker: Walker) -> None:
    walker.press("3", "1")
    switch = walker.find("circumstance-care-needs")
    QTest.mouseClick(switch, LEFT)
    QTest.mouseDClick(switch, LEFT)
    settle()
    assert walker.find("circumstance-care-needs").property("checked")


@pytest.mark.parametrize("digit", range(1, 6))
def test_a_digit_held_down_answers_one_question(walker: Walker, digit: int) -> None:
    asked_where(walker, str(digit))
    hold(Qt.Key(Qt.Key.Key_0.value + digit), str(digit))
    walker.wait(SEEN_AFTER_MS)
    hold(Qt.Key(Qt.Key.Key_0.value + digit), str(digit))
    walker.wait(5_000)
    assert walker.sees("where-question")
    assert not walker.sees("first-number")


@pytest.mark.parametrize(("key", "text"), [(ENTER, "\r"), (SPACE, " ")])
def test_enter_or_space_held_down_answers_one_question(
    walker: Walker, key: Qt.Key, text: str
) -> None:
    asked_where(walker, key)
    hold(key, text)
    walker.wait(SEEN_AFTER_MS)
    hold(key, text)
    walker.wait(5_000)
    assert walker.sees("where-question")
    assert not walker.sees("first-number")


@pytest.mark.parametrize(("key", "text"), [(ENTER, "\r"), (SPACE, " "), (Qt.Key.Key_1, "1")])
def test_a_key_the_system_does_not_say_is_held_answers_one_question(
    walker: Walker, key: Qt.Key, text: str
) -> None:
    """On X11 a held key may look like many presses; their times give it away."""
    walker.wait()
    handle = walker.window.windowHandle()
    for at in range(1_000, 4_000, 40):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(at)
            if at > 1_000 or kind is QEvent.Type.KeyPress:
                QApplication.sendEvent(handle, event)
        walker.wait(40)
    walker.wait(5_000)
    assert walker.sees("where-question")
    assert not walker.sees("first-number")


def test_enter_held_down_on_the_second_question_copies_nothing(walker: Walker) -> None:
    QGuiApplication.clipboard().setText("a letter")
    asked_where(walker)
    walker.wait()
    walker.press_at_once(ENTER)
    hold(ENTER, "\r")
    walker.wait()
    hold(ENTER, "\r")
    assert walker.read("first-number") == "01632 960001"
    assert QGuiApplication.clipboard().text() == "a letter"


def test_a_digit_pressed_long_is_still_one_digit(walker: Walker) -> None:
    asked_where(walker)
    walker.wait()
    walker.press_at_once("3")
    hold(Qt.Key.Key_3, "3", times=5)
    walker.wait(TYPES_ON_MS)
    assert walker.read("first-number") == "01632 960005"


def test_backspace_held_down_takes_back_one_answer(walker: Walker) -> None:
    walker.press("1", "1")
    walker.press_at_once(BACK)
    hold(BACK, "\b")
    assert walker.sees("where-question")
