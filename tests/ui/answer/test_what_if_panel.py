"""The page that asks for another time: its fields can be read, and it goes when it should."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

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


def line(walker: Walker, name: str) -> QLineEdit:
    found = walker.find(name)
    assert isinstance(found, QLineEdit)
    return found


def typed(walker: Walker, name: str, text: str) -> None:
    """Type it key by key over what stands there, as somebody does who tabbed into the field."""
    field = line(walker, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


DAYS = ("25/12/2026", "25 Dec", "Fri 25 December 2026", "2026-12-25", "25.12.26", "december 25")
TIMES = {"16:45": "16:45", "4.45pm": "16:45", "0905": "09:05", "noon": "12:00", "00:15": "00:15"}


@pytest.mark.parametrize(
    ("day", "clock"), [*((day, "16:45") for day in DAYS), *(("25/12", clock) for clock in TIMES)]
)
def test_the_answer_goes_by_what_was_typed(open_window: OpenWindow, day: str, clock: str) -> None:
    walker = open_window("2026-11-29T11:33")
    ask(walker)
    QTest.keyClicks(walker.window.focusWidget(), day)  # the date is marked: typed over at once
    typed(walker, "what-if-time", clock)
    walker.press(Qt.Key.Key_Return)
    told = walker.read("pretend-words")
    assert "Friday 25 December" in told
    assert TIMES[clock] in told


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("what-if-day", "25/", "no day that can be read"),
        ("what-if-day", "31/11", "There is no such day"),
        ("what-if-day", "Thu 25 Dec 2026", "is a Friday, not a Thursday"),
        ("what-if-day", "", "Write the day"),
        ("what-if-time", "9:05", "Write 09:05 or 21:05"),
        ("what-if-time", "24:00", "midnight is when a day begins"),
        ("what-if-time", "", "Write the time"),
    ],
)
def test_what_cannot_be_read_makes_up_no_time(
    open_window: OpenWindow, name: str, text: str, sentence: str
) -> None:
    walker = open_window("2026-11-29T11:33")
    ask(walker)
    typed(walker, name, text)
    if not text:
        line(walker, name).clear()
    walker.find("what-if-show").setFocus()
    walker.press(Qt.Key.Key_Return)
    assert walker.sees("what-if-panel")
    assert not walker.sees("pretend-words")
    assert sentence in walker.read(f"{name}-read")
    assert line(walker, name).hasFocus()
    assert sentence in line(walker, name).accessibleDescription()


@pytest.mark.parametrize("percent", [100, 200])
def test_date_and_time_can_be_read_whole(open_window: OpenWindow, percent: int) -> None:
    walker = open_window("2026-11-20T16:05", {**AT_HOME, "text_percent": percent})
    ask(walker)
    walker.find(
        "what-if-close"
    ).setFocus()  # nothing is marked, so that letters are all that is dark
    day, clock = line(walker, "what-if-day"), line(walker, "what-if-time")
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
