"""Hiding: at once, by the button, the first tab stop or Shift three times; and the way back."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.app import program as pages
from desktop_app.ui.window.coverable import EMPTY, FULL, KEYS
from tests.ui.desk_window import answer_of, one, open_program, press
from tests.ui.hiding import HELD, SHIFT, hiding_of, shift_three_times


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> pages.Program:
    return open_program(qtbot, tmp_path)


def test_shift_three_times_hides(program: pages.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    assert program.window.covered


def test_the_button_in_the_corner_hides(program: pages.Program) -> None:
    answer_of(program)
    QTest.mouseClick(one(program, QPushButton, "hide-now"), Qt.MouseButton.LeftButton)
    assert program.window.covered


def test_the_first_tab_stop_hides(program: pages.Program) -> None:
    stop = one(program, QPushButton, "hide-first-stop")
    chain, each = [], program.window.nextInFocusChain()
    while each is not None and each is not program.window:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(program.window):
            chain.append(each)
        each = each.nextInFocusChain()
    assert chain[0] is stop
    stop.setFocus()
    assert stop.geometry().intersects(program.window.frame.rect())
    press(program.window, Qt.Key.Key_Space)
    assert program.window.covered


def test_the_first_tab_stop_is_out_of_sight_without_the_focus(program: pages.Program) -> None:
    stop = one(program, QPushButton, "hide-first-stop")
    assert not stop.geometry().intersects(program.window.frame.rect())


def test_two_presses_do_not_hide(program: pages.Program) -> None:
    for _ in range(2):
        press(program.window, SHIFT)
    assert not program.window.covered


def test_another_key_between_begins_again(program: pages.Program) -> None:
    for key in (SHIFT, SHIFT, Qt.Key.Key_Tab, SHIFT, SHIFT):
        press(program.window, key)
    assert not program.window.covered


def test_capital_letters_do_not_hide(program: pages.Program) -> None:
    handle = program.window.windowHandle()
    for letter in (Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_U):
        QTest.keyPress(handle, SHIFT)
        QTest.keyClick(handle, letter, HELD)
        QTest.keyRelease(handle, SHIFT, HELD)
    assert not program.window.covered


def test_after_five_seconds_the_count_begins_again(program: pages.Program) -> None:
    presses = hiding_of(program).presses
    for _ in range(2):
        press(program.window, SHIFT)
    assert presses.patience.interval() == 5_000
    assert presses.patience.isActive()
    presses.patience.timeout.emit()
    press(program.window, SHIFT)
    assert not program.window.covered


def test_dots_count_the_presses(program: pages.Program) -> None:
    dots = one(program, QLabel, "hide-dots")
    assert dots.text() == KEYS
    press(program.window, SHIFT)
    assert dots.text() == f"{FULL} {EMPTY} {EMPTY}"
    press(program.window, SHIFT)
    assert dots.text() == f"{FULL} {FULL} {EMPTY}"
    press(program.window, SHIFT)
    assert dots.text() == KEYS


def test_hiding_takes_less_than_a_tenth_of_a_second(program: pages.Program) -> None:
    took = []
    for _ in range(5):
        answer_of(program)
        press(program.window, SHIFT)
        press(program.window, SHIFT)
        begun = time.process_time()
        press(program.window, SHIFT)
        took.append(time.process_time() - begun)
        assert program.window.covered
        press(program.window, Qt.Key.Key_Escape)
    assert min(took) < 0.1  # of its own work: a busy machine is no slow program


def test_the_page_says_nothing_of_the_rest(program: pages.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    assert program.window.windowTitle() == "Notes"
    page = hiding_of(program).page
    said = {each.text() for each in page.findChildren(QLabel) if each.text()}
    assert said == {"Wednesday 2 December", "10:00"}
    assert not program.window.emergency.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_C])
def test_a_stray_key_does_not_bring_anything_back(program: pages.Program, key: Qt.Key) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, key)
    assert program.window.covered


@pytest.mark.parametrize("keys", ["Ctrl+T", "Ctrl+C", "Ctrl+F", "Ctrl++"])
def test_no_shortcut_works_behind_the_page(program: pages.Program, keys: str) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, Qt.Key(ord(keys[-1])), Qt.KeyboardModifier.ControlModifier)
    assert program.window.covered
    assert not any(
        each.isVisible() for each in program.window.findChildren(QFrame, "what-if-panel")
    )
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard) == ""


def test_closing_the_page_leads_to_the_first_question(program: pages.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, Qt.Key.Key_Escape)
    assert not program.window.covered
    assert program.window.windowTitle() == "Who to Call"
    assert program.window.emergency.isVisible()
    assert program.call_now.situation is None
    press(program.window, Qt.Key.Key_1)
    assert one(program, QLabel, "where-question").isVisible()


def test_hiding_twice_is_hiding(program: pages.Program) -> None:
    shift_three_times(program.window)
    shift_three_times(program.window)
    assert program.window.covered
