"""No entry of a list is cut, however narrow the list becomes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.whole_list import WholeList

NAME = "Health services in a county, a borough and a city beside it\nWho answers, 01632 960001"


@pytest.mark.parametrize("width", [900, 420, 220])
@pytest.mark.parametrize("ticked", [True, False])
def test_an_entry_is_as_high_as_its_words_need(qtbot: QtBot, width: int, ticked: bool) -> None:
    listed = WholeList("services", "Services")
    qtbot.addWidget(listed)
    listed.resize(900, 300)
    for _ in range(3):
        item = QListWidgetItem(NAME)
        if ticked:
            item.setCheckState(Qt.CheckState.Unchecked)
        listed.addItem(item)
    listed.show()
    qtbot.waitExposed(listed)
    listed.resize(width, 300)
    box = 40 if ticked else 0
    qtbot.waitUntil(lambda: listed.visualItemRect(listed.item(0)).width() <= width)
    room = listed.visualItemRect(listed.item(0))
    lines = listed.fontMetrics().boundingRect(
        0, 0, room.width() - box, 0, Qt.TextFlag.TextWordWrap, NAME
    )
    assert room.height() >= lines.height()
    assert listed.textElideMode() is Qt.TextElideMode.ElideNone
