"""A time of day is typed key by key, and read back by the clock of 24 hours."""

from datetime import time

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.time_line import TimeLine


@pytest.mark.parametrize(
    ("typed", "meant"), [("4.45pm", time(16, 45)), ("0905", time(9, 5)), ("noon", time(12))]
)
def test_what_is_typed_is_the_time(qtbot: QtBot, typed: str, meant: time) -> None:
    line = TimeLine("time", "At")
    qtbot.addWidget(line)
    line.set_time(time(11, 33))
    assert line.time() == time(11, 33)
    line.line.selectAll()
    QTest.keyClicks(line.line, typed)
    assert line.time() == meant
