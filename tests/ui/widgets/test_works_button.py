"""One press says that a number works; a second says nothing more."""

from pytestqt.qtbot import QtBot

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.ui.widgets.works_button import DONE, WorksButton


def test_one_press_tells_it_once(qtbot: QtBot) -> None:
    button, told = WorksButton("01632 960001", "Elm", "line-office"), list[object]()
    qtbot.addWidget(button)
    button.told.connect(told.append)
    button.click()
    button.click()
    assert told == [WhatHappened.WORKS]
    assert button.text() == DONE


def test_it_says_of_which_number_and_that_it_marks_nothing_as_checked(qtbot: QtBot) -> None:
    button = WorksButton("01632 960001", "Elm", "line-office")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Works: Elm, 01632 960001"
    assert "marks nothing as checked" in button.accessibleDescription()
