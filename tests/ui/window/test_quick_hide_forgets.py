"""After hiding nothing of what was told can be found in the window or on the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.app import program as pages
from tests.ui.desk_window import answer_of, one, open_program, press
from tests.ui.hiding import flush, shift_three_times, words_in


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> pages.Program:
    return open_program(qtbot, tmp_path)


def test_nothing_of_the_answer_is_left_in_the_window(program: pages.Program) -> None:
    answer_of(program)
    number, service = (
        one(program, QLabel, f"first-{each}").text() for each in ("number", "service")
    )
    assert number in words_in(program.window)
    shift_three_times(program.window)
    flush()
    left = words_in(program.window)
    assert number not in left
    assert service not in left
    assert program.call_now.situation is None


def test_what_was_typed_does_not_come_back_by_undo(program: pages.Program) -> None:
    press(program.window, Qt.Key.Key_1)
    field = one(program, QLineEdit, "where-text")
    QTest.keyClicks(field, "Wootton")
    shift_three_times(program.window)
    field.undo()
    assert field.text() == ""


def test_every_field_of_every_page_is_emptied(program: pages.Program) -> None:
    for page in program.window._specs:
        program.window.open(page)
    kept = {each: each.text() for each in program.window.findChildren(QLineEdit)}
    for each in kept:
        if not each.isReadOnly() and each.objectName() != "qt_spinbox_lineedit":
            each.setText("Qwertyham")
    shift_three_times(program.window)
    flush()
    left = [
        each.objectName()
        for each in program.window.findChildren(QLineEdit)
        if each.text() == "Qwertyham"
    ]
    assert left == []
    assert "Qwertyham" not in words_in(program.window)


def test_a_made_up_time_ends(program: pages.Program) -> None:
    live = program.live
    live.pretend(live.now().replace(tzinfo=None, hour=2))
    shift_three_times(program.window)
    assert live.real_moment() is not None


def test_the_number_we_copied_leaves_the_clipboard(program: pages.Program) -> None:
    answer_of(program)
    QTest.mouseClick(one(program, QPushButton, "first-copy"), Qt.MouseButton.LeftButton)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text()
    shift_three_times(program.window)
    assert clipboard.text() == ""


def test_what_was_copied_out_of_a_field_leaves_the_clipboard(
    program: pages.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen clipboard never says whose its content is; those of real desktops do.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    press(program.window, Qt.Key.Key_1)
    field = one(program, QLineEdit, "where-text")
    field.setText("MK43 0AA")
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == "MK43 0AA"
    shift_three_times(program.window)
    assert QGuiApplication.clipboard().text() == ""


def test_what_others_put_on_the_clipboard_stays(
    program: pages.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: False)
    QGuiApplication.clipboard().setText("somebody else's words")
    shift_three_times(program.window)
    assert QGuiApplication.clipboard().text() == "somebody else's words"
    QGuiApplication.clipboard().clear()


def test_closing_the_window_forgets_and_clears(program: pages.Program) -> None:
    answer_of(program)
    one(program, QPushButton, "first-copy").click()
    program.window.close()
    assert program.call_now.situation is None
    assert QGuiApplication.clipboard().text() == ""
