"""Keys that work everywhere: those that turn pages, and Ctrl + C; and what must not happen."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QTextEdit, QWidget

from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle

CTRL = Qt.KeyboardModifier.ControlModifier
TURNING = (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageDown)
PAGES = ("directory", "guidance", "practice", "print", "settings", "about")
FIRST_RUN: dict[str, object] = {"colours": "light"}


def low(walker: Walker) -> Walker:
    """In a low window nearly every page has to scroll."""
    walker.window.resize(800, 420)
    settle()
    return walker


def bars(walker: Walker) -> list[int]:
    areas = walker.window.findChildren(QAbstractScrollArea)
    return [each.verticalScrollBar().value() for each in areas if each.isVisible()]


# ---- turning pages


@pytest.mark.parametrize("keys", ["", "1", "1mk43", "11"])
def test_turning_keys_erase_nothing_on_the_walk(walker: Walker, keys: str) -> None:
    low(walker).press(*keys)
    situation, asked = walker.program.call_now.situation, walker.sees("where-question")
    for key in TURNING:
        walker.press(key)
    assert walker.program.call_now.situation == situation
    assert walker.sees("where-question") == asked
    if keys == "1mk43":
        assert walker.find("where-text").property("text") == "mk43"


@pytest.mark.parametrize("keys", ["", "1", "11"])
def test_turning_keys_scroll_the_walk(walker: Walker, keys: str) -> None:
    low(walker).press(*keys)
    walker.press(Qt.Key.Key_Home)
    top = bars(walker)
    walker.press(Qt.Key.Key_End)
    bottom = bars(walker)
    assert bottom > top
    walker.press(Qt.Key.Key_PageUp)
    assert bars(walker) < bottom
    walker.press(Qt.Key.Key_Home)
    assert bars(walker) == top
    walker.press(Qt.Key.Key_PageDown)
    assert bars(walker) > top


@pytest.mark.parametrize("page", PAGES)
def test_turning_keys_leave_every_other_page_open(walker: Walker, page: str) -> None:
    low(walker).press("1", "1")
    walker.program.open_page(page)
    settle()
    for key in TURNING:
        walker.press(key)
    shown = [each for each in PAGES if walker.find(f"page-{each}").property("checked")]
    assert shown == [page]
    assert walker.program.call_now.situation is not None


# ---- Ctrl + C


def test_without_anything_marked_the_number_is_copied(walker: Walker) -> None:
    walker.press("1", "1")
    walker.shortcut(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "01632 960001"


def test_what_is_marked_on_an_answer_is_copied(walker: Walker) -> None:
    walker.press("1", "1")
    number = walker.find("fallback-1-number")
    assert isinstance(number, QLabel)
    mark_by_pointer(number)
    walker.shortcut(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == number.text()


def test_what_is_marked_in_a_field_is_copied(walker: Walker) -> None:
    walker.press("1", *"mk43")
    field = walker.find("where-text")
    assert isinstance(field, QLineEdit)
    field.setSelection(0, 2)
    walker.shortcut(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "mk"


def test_what_is_marked_in_guidance_is_copied(open_window: OpenWindow) -> None:
    walker = open_window(directory=town)
    walker.program.open_page("guidance")
    settle()
    text = walker.find("guidance-text")
    assert isinstance(text, QTextEdit)
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    walker.shortcut(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == cursor.selectedText() != ""


# ---- the first run, and the first tab stop


def covered_by(thing: QWidget, other: QWidget, window: QWidget) -> bool:
    """Whether the other lies over any part of the thing."""
    if not other.isVisible():
        return False
    place = QRect(other.mapTo(window, QPoint()), other.size())
    return place.intersects(QRect(thing.mapTo(window, QPoint()), thing.size()))


@pytest.mark.parametrize(
    "choice", ["home-bedford", "home-central-bedfordshire", "home-luton", "home-skip"]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_choosing_the_council_leads_back_to_the_question(
    open_window: OpenWindow, choice: str, key: Qt.Key
) -> None:
    walker = open_window(settings=FIRST_RUN)
    walker.find(choice).setFocus()
    walker.press(key)
    focus = walker.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "who-child"
    walker.press(Qt.Key.Key_Return)
    assert not walker.window.covered
    assert walker.sees("where-question")


def test_whatever_loses_the_keyboard_never_hands_it_to_hiding(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:40")
    for keys in ("", "1", "11"):
        walker.press(Qt.Key.Key_Escape, *keys)
        for stop in stops(walker):
            stop.setFocus()
            stop.hide()
            settle()
            assert not walker.window.first_stop.hasFocus(), stop.objectName()
            stop.show()
            settle()


def stops(walker: Walker) -> list[QWidget]:
    """All that Tab comes to on the page in front, but for the first stop itself."""
    return [
        each
        for each in walker.window.findChildren(QWidget)
        if each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and each.isVisible()
        and each.objectName() not in ("", "hide-first-stop")
    ]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_first_tab_stop_covers_nothing_of_999(open_window: OpenWindow, percent: int) -> None:
    walker = open_window(settings={"colours": "light", "text_percent": percent})
    stop = walker.window.first_stop
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert walker.window.frame.rect().contains(stop.geometry())
    for name in ("emergency", "emergency-number", "emergency-question", "emergency-silent"):
        assert not covered_by(walker.find(name), stop, walker.window)


def mark_by_pointer(label: QLabel) -> None:
    """Mark the whole of a label as the pointer does."""
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(1, label.height() // 2))
    label.setSelection(0, len(label.text()))
    end = QPoint(label.width() - 1, label.height() // 2)
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, pos=end)
    assert label.selectedText() == label.text()
