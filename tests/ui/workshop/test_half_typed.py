"""What is typed and not kept is never lost without a word: not by a press, a step back, a close."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.fact_editor import FactEditor
from desktop_app.ui.workshop.service_sheet import NOT_KEPT
from desktop_app.ui.workshop.window import LOG, NEW, SERVICES, WorkshopWindow
from desktop_app.ui.workshop.window import NOT_KEPT as CLOSING
from desktop_app.ui.workshop.working_copy import FactEdit
from tests.ui.workshop.bench import NUMBER, Bench
from tests.ui.workshop.opened import one, open_workshop, said

TYPED = "01632 960555"


def half_typed(qtbot: QtBot, typed: str = TYPED) -> WorkshopWindow:
    workshop = open_workshop(qtbot, Bench())
    one(workshop.window, QPushButton, "fact-lines-0-number-change").click()
    one(workshop.window, QLineEdit, "new-value-line").setText(typed)
    return workshop


def stands(workshop: WorkshopWindow, sentence: str = NOT_KEPT) -> bool:
    """Whether what was typed is still there, with the keyboard in it and a sentence."""
    line = one(workshop.window, QLineEdit, "new-value-line")
    return (
        line.text() == TYPED
        and workshop.window.focusWidget() is line
        and said(workshop.window, "fact-told") == sentence
    )


def other_service(workshop: WorkshopWindow) -> None:
    QTest.keyClick(workshop.services.services.list, Qt.Key.Key_Down)


def searched(workshop: WorkshopWindow) -> None:
    QTest.keyClicks(workshop.services.services.search, "fern")


def other_fact(workshop: WorkshopWindow) -> None:
    one(workshop.window, QPushButton, "fact-lines-0-hours-change").click()


def asked_for(workshop: WorkshopWindow) -> None:
    workshop.services.open_service("fern-helpline")


@pytest.mark.parametrize("way", [other_service, searched, other_fact, asked_for])
def test_another_place_waits_until_it_is_kept_or_left(
    qtbot: QtBot, way: Callable[[WorkshopWindow], None]
) -> None:
    workshop = half_typed(qtbot)
    way(workshop)
    assert workshop.services.sheet.service == "elm-children"
    assert stands(workshop)
    QTest.keyClick(one(workshop.window, FactEditor, "fact-editor"), Qt.Key.Key_Escape)
    way(workshop)
    assert not stands_open(workshop)


def stands_open(workshop: WorkshopWindow) -> bool:
    editor = workshop.services.sheet._editor
    return editor is not None and editor.fact.place == NUMBER


@pytest.mark.parametrize("way", [other_service, searched, other_fact, asked_for])
def test_an_editor_in_which_nothing_was_typed_holds_nobody_up(
    qtbot: QtBot, way: Callable[[WorkshopWindow], None]
) -> None:
    workshop = half_typed(qtbot, "01632 960001")
    way(workshop)
    assert not stands_open(workshop)


def test_a_step_back_on_another_page_takes_nothing_from_under_the_hands(qtbot: QtBot) -> None:
    bench = Bench()
    bench.edit(FactEdit("elm-children", NUMBER, "01632 960777", "elm-2024"))
    workshop = open_workshop(qtbot, bench)
    one(workshop.window, QPushButton, "fact-lines-0-number-change").click()
    one(workshop.window, QLineEdit, "new-value-line").setText(TYPED)
    workshop.window.rail.chosen.emit(LOG)
    workshop.log.undo()
    workshop.window.rail.chosen.emit(SERVICES)
    assert one(workshop.window, QLineEdit, "new-value-line").text() == TYPED
    QTest.keyClick(one(workshop.window, FactEditor, "fact-editor"), Qt.Key.Key_Escape)
    assert said(workshop.window, "fact-lines-0-number-told") == "01632 960001"


def test_closing_tells_what_is_not_kept_once(qtbot: QtBot) -> None:
    workshop = half_typed(qtbot)
    workshop.window.rail.chosen.emit(LOG)
    assert not workshop.window.close()
    assert stands(workshop, CLOSING)
    assert workshop.window.close()


def test_what_was_typed_since_is_told_again(qtbot: QtBot) -> None:
    workshop = half_typed(qtbot, "01632 960")
    assert not workshop.window.close()
    one(workshop.window, QLineEdit, "new-value-line").setText(TYPED)
    assert not workshop.window.close()
    assert stands(workshop, CLOSING)
    assert workshop.window.close()


def test_a_service_half_written_is_told_before_the_window_goes(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(NEW)
    one(workshop.window, QLineEdit, "new-name").setText("Oak front door")
    workshop.window.rail.chosen.emit(LOG)
    assert not workshop.window.close()
    told = one(workshop.window, QLineEdit, "new-name")
    assert told.isVisible()
    assert workshop.window.close()


def test_where_nothing_is_half_typed_the_window_goes_at_once(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(NEW)
    assert workshop.window.close()
