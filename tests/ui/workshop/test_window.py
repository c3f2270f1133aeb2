"""The workshop's window: its pages show the same copy, and one step back works on all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.check_view import NOT_SOUND, SAME, SOUND
from desktop_app.ui.workshop.log_view import NOTHING_LEFT
from desktop_app.ui.workshop.preview import BROKEN, NO_ANSWER
from desktop_app.ui.workshop.window import WorkshopWindow
from desktop_app.ui.workshop.working_copy import FactEdit
from tests.ui.workshop.bench import NUMBER, Bench
from tests.ui.workshop.opened import one, open_workshop, said

EDIT = FactEdit("elm-children", NUMBER, "01632 960555", "elm-2024")


def go(workshop: WorkshopWindow, page: str) -> None:
    workshop.window.rail.chosen.emit(page)


def undo(workshop: WorkshopWindow) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(workshop.window, Qt.Key.Key_Z, held)


@pytest.mark.parametrize("page", ["services", "log", "check"])
def test_999_stands_on_every_page(qtbot: QtBot, page: str) -> None:
    workshop = open_workshop(qtbot, Bench())
    go(workshop, page)
    assert workshop.window.emergency.isVisible()


def test_a_change_is_taken_back_on_the_page_where_it_is_seen(qtbot: QtBot) -> None:
    bench = Bench()
    bench.edit(EDIT)
    workshop = open_workshop(qtbot, bench)
    assert said(workshop.window, "fact-lines-0-number-told") == "01632 960555"
    undo(workshop)
    assert said(workshop.window, "fact-lines-0-number-told") == "01632 960001"


def test_with_nothing_to_take_back_that_is_said(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    go(workshop, "log")
    undo(workshop)
    assert said(workshop.window, "log-told") == NOTHING_LEFT


def test_what_was_taken_back_is_made_again(qtbot: QtBot) -> None:
    bench = Bench()
    bench.edit(EDIT)
    workshop = open_workshop(qtbot, bench)
    go(workshop, "log")
    undo(workshop)
    one(workshop.window, QPushButton, "log-redo").click()
    assert bench.number == "01632 960555"


def test_the_check_says_what_is_to_be_put_right(qtbot: QtBot) -> None:
    bench = Bench()
    bench.wrong = ("The note names 01632 960009, which no line has.",)
    workshop = open_workshop(qtbot, bench)
    go(workshop, "check")
    told = _told(workshop)
    assert bench.wrong[0] in told
    assert NOT_SOUND in told


def test_the_answers_that_change_are_named_before_and_after(qtbot: QtBot) -> None:
    bench = Bench()
    bench.edit(EDIT)
    workshop = open_workshop(qtbot, bench)
    go(workshop, "check")
    one(workshop.window, QPushButton, "check-compare").click()
    told = _told(workshop)
    assert SOUND in told
    assert "Child, Bedford Borough, Friday 16:20: 01632 960001 → 01632 960555" in told


def test_where_no_answer_changes_that_is_said(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    go(workshop, "check")
    one(workshop.window, QPushButton, "check-compare").click()
    assert SAME in _told(workshop)


def test_the_preview_is_the_answer_as_a_desk_shows_it(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.services.turn_preview()
    assert workshop.services.preview.answer.first_number == "01632 960001"


def test_the_preview_goes_by_the_moment_that_is_set(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.services.turn_preview()
    preview = workshop.services.preview
    QTest.keyClicks(_marked(one(preview, QLineEdit, "preview-time")), "20:05")
    assert preview.answer.first_number == "01632 960900"
    QTest.keyClicks(_marked(one(preview, QLineEdit, "preview-time")), "10.05am")
    office = preview.answer.first_number
    assert office != "01632 960900"
    one(preview, QLineEdit, "preview-day").setText("25/12/2026")
    assert preview.answer.first_number == "01632 960900"
    one(preview, QLineEdit, "preview-day").setText("25/12/2026 or so")
    one(preview, QLineEdit, "preview-time").setText("4:20")  # in the morning or the evening?
    assert preview.answer.first_number == "01632 960900"  # until there is a moment, the last holds


def _marked(line: QLineEdit) -> QLineEdit:
    line.selectAll()
    return line


def test_a_service_in_no_answer_says_so(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.services.open_service("fern-helpline")
    workshop.services.turn_preview()
    assert said(workshop.services.preview, "preview-told") == NO_ANSWER


def test_a_broken_copy_has_no_preview(qtbot: QtBot) -> None:
    bench = Bench()
    bench.wrong = ("Broken.",)
    workshop = open_workshop(qtbot, bench)
    workshop.services.turn_preview()
    assert said(workshop.services.preview, "preview-told") == BROKEN


def _told(workshop: WorkshopWindow) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in workshop.window.findChildren(QLabel)]


def test_where_there_is_room_for_one_the_sheet_is_a_press_away_and_back(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.resize(700, 700)
    view = workshop.services
    qtbot.waitUntil(lambda: view.services.isVisible() and not view.sheet.isVisible())
    view.services.list.itemClicked.emit(view.services.list.currentItem())
    assert view.sheet.isVisible()
    assert not view.services.isVisible()
    one(workshop.window, QPushButton, "workshop-back").click()
    assert view.services.isVisible()
