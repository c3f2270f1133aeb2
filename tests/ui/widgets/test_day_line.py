"""A day is typed key by key, and read back in words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.day_line import DayLine

TODAY = date(2026, 11, 29)


@pytest.fixture
def day(qtbot: QtBot) -> DayLine:
    made = DayLine("day", "From", lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.set_day(TODAY)
    return made


def told(day: DayLine) -> str:
    label = day.findChild(QLabel, "day-read")
    assert label is not None
    return label.text()


def test_what_is_typed_over_all_of_it_is_the_day(day: DayLine) -> None:
    day.line.selectAll()
    QTest.keyClicks(day.line, "25/12/2026")
    assert day.day() == date(2026, 12, 25)
    assert told(day) == "Friday 25 December 2026"


def test_half_a_day_is_no_other_day(day: DayLine) -> None:
    day.line.selectAll()
    QTest.keyClicks(day.line, "25/")
    with pytest.raises(ValueError, match="no day that can be read"):
        day.day()
    assert "no day that can be read" in told(day)
    assert day.line.accessibleDescription() == told(day)


def test_the_keys_of_a_line_work_and_none_turns_the_day(day: DayLine) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(day.line, key)
    assert day.day() == TODAY
