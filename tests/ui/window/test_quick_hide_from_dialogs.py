"""Hiding works from every dialog and menu that is ours, and takes them away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.app import program as pages
from tests.ui.desk_window import answer_of, open_program
from tests.ui.hiding import hiding_of, shift_three_times


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> pages.Program:
    return open_program(qtbot, tmp_path)


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


def test_it_works_from_a_dialog_that_blocks_the_window(program: pages.Program) -> None:
    answer_of(program)
    dialog = dialog_over(program.window)
    in_its_loop(dialog, lambda: shift_three_times(dialog))
    assert program.window.covered
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_it_works_from_a_dialog_over_a_dialog(program: pages.Program) -> None:
    first = dialog_over(program.window)
    second = dialog_over(first)
    in_its_loop(first, lambda: in_its_loop(second, lambda: shift_three_times(second)))
    assert program.window.covered
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()][1:]


def test_an_open_menu_goes_too(program: pages.Program) -> None:
    menu = QMenu(program.window)
    menu.addAction("Anything")
    menu.popup(QPoint(10, 10))
    assert QApplication.activePopupWidget() is menu
    hiding_of(program).hide()
    assert QApplication.activePopupWidget() is None
    assert program.window.covered
