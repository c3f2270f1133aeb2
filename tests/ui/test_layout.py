"""Nothing that matters is hidden or cut off: not in a small window, not at twice the text size."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

SMALL, USUAL, LARGE = QSize(1024, 768), QSize(1180, 860), QSize(1920, 1080)
SIZES = [(SMALL, 100), (SMALL, 150), (SMALL, 200), (USUAL, 100), (LARGE, 200)]
WALKS = {"one line": "11", "a form first": "14", "two lines": "21", "two services": "42"}


def shown_at(open_window: OpenWindow, size: QSize, percent: int, keys: str) -> Walker:
    walker = open_window("2026-11-20T16:40", {**AT_HOME, "text_percent": percent})
    walker.window.resize(size)
    walker.press(*keys)
    settle()
    return walker


def in_sight(walker: Walker, widget: QWidget) -> bool:
    """Whether the whole widget lies between the head and the foot of the window."""
    top = widget.mapTo(walker.window, QPoint()).y()
    foot = walker.find("foot").mapTo(walker.window, QPoint()).y()
    return top >= 0 and top + widget.height() <= foot


@pytest.mark.parametrize("keys", WALKS.values(), ids=WALKS)
@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_the_number_is_in_sight_without_scrolling(
    open_window: OpenWindow, size: QSize, percent: int, keys: str
) -> None:
    walker = shown_at(open_window, size, percent, keys)
    number = walker.find("first-number")
    if not in_sight(walker, number):
        assert walker.read("strip-number") == walker.read("first-number")
        assert in_sight(walker, walker.find("strip-number"))


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_no_number_is_cut_off(open_window: OpenWindow, size: QSize, percent: int) -> None:
    walker = shown_at(open_window, size, percent, "42")
    names = ("first-number", "beside-1-number", "fallback-1-number")
    numbers = [walker.find(name) for name in names if walker.sees(name)]
    assert len(numbers) >= 2
    for number in numbers:
        assert isinstance(number, QLabel)
        needed = QFontMetrics(number.font()).horizontalAdvance(number.text())
        assert needed <= number.width()


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("keys", ["", "1", "11", "42"])
def test_the_window_never_grows_beyond_the_screen(
    open_window: OpenWindow, size: QSize, percent: int, keys: str
) -> None:
    walker = shown_at(open_window, size, percent, keys)
    assert walker.window.width() <= size.width()
    assert walker.window.height() <= size.height()


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("keys", ["", "1", "11"])
def test_999_is_in_sight_on_every_page(
    open_window: OpenWindow, size: QSize, percent: int, keys: str
) -> None:
    walker = shown_at(open_window, size, percent, keys)
    assert in_sight(walker, walker.find("emergency-number"))


def test_scrolling_down_keeps_the_number_in_a_strip(open_window: OpenWindow) -> None:
    walker = shown_at(open_window, SMALL, 100, "11")
    assert not walker.sees("strip-number")
    walker.press("i")
    page = walker.find("advice-page")
    bar = page.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum())
    settle()
    assert walker.read("strip-number") == "01632 960900"
    bar.setValue(0)
    settle()
    assert not walker.sees("strip-number")


def test_the_number_can_be_read_from_two_metres(walker: Walker) -> None:
    walker.press("1", "1")
    number = walker.find("first-number")
    assert QFontMetrics(number.font()).capHeight() >= 45  # 12 mm on a screen of 96 dots an inch


def test_text_size_follows_the_keys_and_is_kept(walker: Walker) -> None:
    before = walker.find("who-question").font().pixelSize()
    for _ in range(9):
        walker.shortcut(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert kept_size(walker) == 200
    assert walker.find("who-question").font().pixelSize() == 2 * before
    walker.shortcut(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert kept_size(walker) == 100


def kept_size(walker: Walker) -> object:
    return walker.settings.values["text_percent"]
