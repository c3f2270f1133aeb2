"""Hiding: at once, from anywhere, and nothing of what was told can be found in the window after."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.ui.hide_button import EMPTY, FULL, KEYS
from desktop_app.ui.quick_hide import QuickHide
from tests.ui.desk_window import answer_of, one, open_program, press

SHIFT = Qt.Key.Key_Shift
HELD = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> app.Program:
    return open_program(qtbot, tmp_path)


def shift_three_times(window: QWidget) -> None:
    for _ in range(3):
        press(window, SHIFT)


def hiding_of(program: app.Program) -> QuickHide:
    """What hides this window."""
    found = program.window.findChild(QuickHide)
    assert found is not None
    return found


def words_in(window: QWidget) -> str:
    """Everything any label, button or field of the window holds, seen or not."""
    told = [each.text() for each in window.findChildren(QLabel)]
    told += [each.text() for each in window.findChildren(QPushButton)]
    told += [each.text() for each in window.findChildren(QLineEdit)]
    told += [each.accessibleName() for each in window.findChildren(QWidget)]
    return "\n".join(told)


def flush() -> None:
    """Let what was only marked for deletion go."""
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    QApplication.processEvents()


def test_shift_three_times_hides(program: app.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    assert program.window.covered


def test_the_button_in_the_corner_hides(program: app.Program) -> None:
    answer_of(program)
    QTest.mouseClick(one(program, QPushButton, "hide-now"), Qt.MouseButton.LeftButton)
    assert program.window.covered


def test_the_first_tab_stop_hides(program: app.Program) -> None:
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


def test_the_first_tab_stop_is_out_of_sight_without_the_focus(program: app.Program) -> None:
    stop = one(program, QPushButton, "hide-first-stop")
    assert not stop.geometry().intersects(program.window.frame.rect())


def test_two_presses_do_not_hide(program: app.Program) -> None:
    for _ in range(2):
        press(program.window, SHIFT)
    assert not program.window.covered


def test_another_key_between_begins_again(program: app.Program) -> None:
    for key in (SHIFT, SHIFT, Qt.Key.Key_Tab, SHIFT, SHIFT):
        press(program.window, key)
    assert not program.window.covered


def test_capital_letters_do_not_hide(program: app.Program) -> None:
    handle = program.window.windowHandle()
    for letter in (Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_U):
        QTest.keyPress(handle, SHIFT)
        QTest.keyClick(handle, letter, HELD)
        QTest.keyRelease(handle, SHIFT, HELD)
    assert not program.window.covered


def test_after_five_seconds_the_count_begins_again(program: app.Program) -> None:
    presses = hiding_of(program).presses
    for _ in range(2):
        press(program.window, SHIFT)
    assert presses.patience.interval() == 5_000
    assert presses.patience.isActive()
    presses.patience.timeout.emit()
    press(program.window, SHIFT)
    assert not program.window.covered


def test_dots_count_the_presses(program: app.Program) -> None:
    dots = one(program, QLabel, "hide-dots")
    assert dots.text() == KEYS
    press(program.window, SHIFT)
    assert dots.text() == f"{FULL} {EMPTY} {EMPTY}"
    press(program.window, SHIFT)
    assert dots.text() == f"{FULL} {FULL} {EMPTY}"
    press(program.window, SHIFT)
    assert dots.text() == KEYS


def test_hiding_takes_less_than_a_tenth_of_a_second(program: app.Program) -> None:
    took = []
    for _ in range(5):
        answer_of(program)
        press(program.window, SHIFT)
        press(program.window, SHIFT)
        begun = time.perf_counter()
        press(program.window, SHIFT)
        took.append(time.perf_counter() - begun)
        assert program.window.covered
        press(program.window, Qt.Key.Key_Escape)
    assert min(took) < 0.1  # the calmest of five: a busy machine is no slow program


def test_nothing_of_the_answer_is_left_in_the_window(program: app.Program) -> None:
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


def test_what_was_typed_does_not_come_back_by_undo(program: app.Program) -> None:
    press(program.window, Qt.Key.Key_1)
    field = one(program, QLineEdit, "where-text")
    QTest.keyClicks(field, "Wootton")
    shift_three_times(program.window)
    field.undo()
    assert field.text() == ""


def test_every_field_of_every_page_is_emptied(program: app.Program) -> None:
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


def test_a_made_up_time_ends(program: app.Program) -> None:
    live = program._live
    assert live is not None
    live.pretend(live.now().replace(tzinfo=None, hour=2))
    shift_three_times(program.window)
    assert live.real_moment() is not None


def test_the_number_we_copied_leaves_the_clipboard(program: app.Program) -> None:
    answer_of(program)
    QTest.mouseClick(one(program, QPushButton, "first-copy"), Qt.MouseButton.LeftButton)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text()
    shift_three_times(program.window)
    assert clipboard.text() == ""


def test_what_was_copied_out_of_a_field_leaves_the_clipboard(
    program: app.Program, monkeypatch: pytest.MonkeyPatch
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
    program: app.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: False)
    QGuiApplication.clipboard().setText("somebody else's words")
    shift_three_times(program.window)
    assert QGuiApplication.clipboard().text() == "somebody else's words"
    QGuiApplication.clipboard().clear()


def test_the_page_says_nothing_of_the_rest(program: app.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    assert program.window.windowTitle() == "Notes"
    page = hiding_of(program).page
    said = {each.text() for each in page.findChildren(QLabel) if each.text()}
    assert said == {"Wednesday 2 December", "10:00"}
    assert not program.window.emergency.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_C])
def test_a_stray_key_does_not_bring_anything_back(program: app.Program, key: Qt.Key) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, key)
    assert program.window.covered


@pytest.mark.parametrize("keys", ["Ctrl+T", "Ctrl+C", "Ctrl+F", "Ctrl++"])
def test_no_shortcut_works_behind_the_page(program: app.Program, keys: str) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, Qt.Key(ord(keys[-1])), Qt.KeyboardModifier.ControlModifier)
    assert program.window.covered
    assert not any(
        each.isVisible() for each in program.window.findChildren(QFrame, "what-if-panel")
    )
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard) == ""


def test_closing_the_page_leads_to_the_first_question(program: app.Program) -> None:
    answer_of(program)
    shift_three_times(program.window)
    press(program.window, Qt.Key.Key_Escape)
    assert not program.window.covered
    assert program.window.windowTitle() == "Who to Call"
    assert program.window.emergency.isVisible()
    assert program.call_now.situation is None
    press(program.window, Qt.Key.Key_1)
    assert one(program, QLabel, "where-question").isVisible()


def dialog_over(window: QWidget) -> QDialog:
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLabel("Print preview"))
    return dialog


def in_its_loop(dialog: QDialog, deed: Callable[[], None]) -> None:
    """Run a dialog the blocking way and do something while it is open; it never stays open."""

    def do() -> None:
        try:
            handle = dialog.windowHandle()
            handle.requestActivate()
            QApplication.processEvents()
            assert QGuiApplication.focusWindow() is handle
            deed()
            seen.append(dialog.isVisible())
        finally:
            dialog.reject()

    seen: list[bool] = []
    QTimer.singleShot(0, do)
    dialog.exec()
    assert seen == [False]


def test_it_works_from_a_dialog_that_blocks_the_window(program: app.Program) -> None:
    answer_of(program)
    dialog = dialog_over(program.window)
    in_its_loop(dialog, lambda: shift_three_times(dialog))
    assert program.window.covered
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_it_works_from_a_dialog_over_a_dialog(program: app.Program) -> None:
    first = dialog_over(program.window)
    second = dialog_over(first)
    in_its_loop(first, lambda: in_its_loop(second, lambda: shift_three_times(second)))
    assert program.window.covered
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()][1:]


def test_an_open_menu_goes_too(program: app.Program) -> None:
    menu = QMenu(program.window)
    menu.addAction("Anything")
    menu.popup(QPoint(10, 10))
    assert QApplication.activePopupWidget() is menu
    hiding_of(program).hide()
    assert QApplication.activePopupWidget() is None
    assert program.window.covered


def test_hiding_twice_is_hiding(program: app.Program) -> None:
    shift_three_times(program.window)
    shift_three_times(program.window)
    assert program.window.covered


def test_closing_the_window_forgets_and_clears(program: app.Program) -> None:
    answer_of(program)
    one(program, QPushButton, "first-copy").click()
    program.window.close()
    assert program.call_now.situation is None
    assert QGuiApplication.clipboard().text() == ""
