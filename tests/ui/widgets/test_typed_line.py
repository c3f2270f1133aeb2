"""A line says how it was read, and what cannot be read stands ready to be typed over."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.typed_line import DayLine, TimeLine, TypedLine

TODAY, CHRISTMAS = date(2026, 11, 29), date(2026, 12, 25)
BY_SECTIONS = re.compile(
    r"\bQ(?:Date|Time|DateTime)Edit\b|\bQ(?:Double|Abstract)?SpinBox\b|\bQCalendarWidget\b"
)
"""Fields of Qt in which a key changes the section that the cursor stands in."""
MADE: dict[str, Callable[[], TypedLine]] = {
    "day": lambda: DayLine("typed", "From", lambda: TODAY),
    "time": lambda: TimeLine("typed", "At"),
}
TYPED = [
    *(("day", typed, "Friday 25 December 2026") for typed in ("25/12/2026", "25 dec", "fri 25/12")),
    *(("time", typed, "16:45") for typed in ("16:45", "4.45pm", "1645")),
    ("time", "noon", "12:00"),
]


def opened(qtbot: QtBot, kind: str) -> TypedLine:
    made = MADE[kind]()
    qtbot.addWidget(made)
    made.show()
    if isinstance(made, DayLine):
        made.set_day(TODAY)
    if isinstance(made, TimeLine):
        made.set_time(time(11, 33))
    return made


def told(line: TypedLine) -> str:
    label = line.findChild(QLabel, "typed-read")
    assert label is not None
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(("kind", "typed", "words"), TYPED)
def test_what_is_typed_over_all_of_it_is_read_whole(
    qtbot: QtBot, kind: str, typed: str, words: str
) -> None:
    line = opened(qtbot, kind)
    assert told(line) == ""
    line.line.selectAll()
    QTest.keyClicks(line.line, typed)
    assert line.trouble() == ""
    assert line.line.accessibleDescription() == words
    assert told(line) == words
    if isinstance(line, DayLine):
        assert line.day() == CHRISTMAS


@pytest.mark.parametrize("kind", MADE)
def test_no_key_and_no_wheel_turns_it(qtbot: QtBot, kind: str) -> None:
    line = opened(qtbot, kind)
    before = line.line.text()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(line.line, key)
    assert line.line.text() == before


@pytest.mark.parametrize(("kind", "typed"), [("day", "25/"), ("day", ""), ("time", "9:05")])
def test_what_cannot_be_used_is_marked_to_be_typed_over(
    qtbot: QtBot, kind: str, typed: str
) -> None:
    line = opened(qtbot, kind)
    line.line.setText(typed)
    sentence = line.trouble()
    line.refuse(sentence)
    assert told(line) == sentence != ""
    assert line.line.accessibleDescription() == sentence
    assert line.line.selectedText() == typed


def test_no_window_has_a_field_that_a_key_changes_by_sections() -> None:
    root = Path(__file__).parents[3]
    found = [
        f"{path.relative_to(root)}: {hit[0]}"
        for path in sorted((root / "desktop_app" / "ui").rglob("*.py"))
        for hit in BY_SECTIONS.finditer(path.read_text("utf-8"))
    ]
    assert found == []
