"""The page that asks for another time: its fields can be read, and it goes when it should."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

DARK = 90
"""Letters are darker than this on a light ground (0 to 255)."""


def ask(walker: Walker) -> None:
    walker.shortcut(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settle()


def letters(field: QWidget) -> QRect:
    """Where the dark of the letters stands in a picture of the field, its border left out."""
    picture: QImage = field.grab().toImage()
    edge = 8
    dark = [
        (x, y)
        for x in range(edge, picture.width() - edge)
        for y in range(edge, picture.height() - edge)
        if picture.pixelColor(x, y).lightness() < DARK
    ]
    assert dark, "nothing stands in the field"
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(across), min(down), max(across) - min(across), max(down) - min(down))


@pytest.mark.parametrize("percent", [100, 200])
def test_date_and_time_can_be_read_whole(open_window: OpenWindow, percent: int) -> None:
    walker = open_window("2026-11-20T16:05", {**AT_HOME, "text_percent": percent})
    ask(walker)
    walker.find(
        "what-if-close"
    ).setFocus()  # nothing is marked, so that letters are all that is dark
    day, clock = walker.find("what-if-day"), walker.find("what-if-time")
    assert isinstance(day, QDateEdit)
    assert isinstance(clock, QTimeEdit)
    assert (day.text(), clock.text()) == ("Fri 20 Nov 2026", "16:05")
    for field in (day, clock):
        needed = field.fontMetrics().horizontalAdvance(field.text())
        assert letters(field).width() > needed * 0.9
        assert letters(field).left() >= 10


def test_another_page_takes_its_place(open_window: OpenWindow) -> None:
    walker = open_window()
    ask(walker)
    assert walker.sees("what-if-panel")
    walker.program.open_page("directory")
    settle()
    assert not walker.sees("what-if-panel")
    assert walker.sees("directory-list")
    ask(walker)
    walker.press(Qt.Key.Key_Escape)
    assert not walker.sees("what-if-panel")
    assert walker.sees("directory-list")


def test_closing_it_gives_the_answer_back(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T10:05").press("1", "1")
    number = walker.read("first-number")
    ask(walker)
    walker.find("what-if-close").click()  # type: ignore[attr-defined]
    settle()
    assert walker.read("first-number") == number
    assert walker.find("first-copy").hasFocus()
