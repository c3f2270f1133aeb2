"""One press says that a number works; a second says nothing more."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.works_button import DONE, WorksButton


def test_one_press_tells_it_once(qtbot: QtBot) -> None:
    button, told = WorksButton("01632 960001", "Elm", "line-office", ["Dr Okafor"]), list[str]()
    qtbot.addWidget(button)
    button.told.connect(told.append)
    button.click()
    button.click()
    assert told == ["Dr Okafor"]
    assert button.text() == DONE


def test_on_a_card_without_names_nobody_is_named(qtbot: QtBot) -> None:
    button = WorksButton("01632 960001", "Elm", "line-office")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.told) as told:
        button.click()
    assert told.args == [""]


@pytest.mark.parametrize(("chip", "by"), [(1, "Dr Okafor"), (2, "Tom & Jo"), (3, "")])
def test_of_several_people_one_says_who_it_was(qtbot: QtBot, chip: int, by: str) -> None:
    button = WorksButton("01632 960001", "Elm", "line-office", ["Dr Okafor", "Tom & Jo"])
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(button)
    column.addWidget(button.panel)
    button.click()
    button.click()  # put away again
    assert button.panel.isHidden()
    button.click()
    with qtbot.waitSignal(button.told) as told:
        button.panel.findChildren(QPushButton)[chip - 1].click()
    assert told.args == [by]
    assert button.panel.isHidden()


def test_it_says_of_which_number_and_that_it_marks_nothing_as_checked(qtbot: QtBot) -> None:
    button = WorksButton("01632 960001", "Elm", "line-office")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Works: Elm, 01632 960001"
    assert "marks nothing as checked" in button.accessibleDescription()
