"""The real window over the real directory, with a still clock and a folder of its own."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import dependencies
from desktop_app.app import program as pages
from desktop_app.app.dependencies import HOME
from desktop_app.app.first_screen import FirstScreen
from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.settings import SettingsFile
from desktop_app.ui.call.question import NEVER_PAINTED_MS
from desktop_app.ui.widgets.held_keys import NO_HAND_MS
from tests.frozen_clock import FrozenClock
from tests.ui.patience import HandPatience
from tests.ui.town import at

A_HAND_MS = 5 * NO_HAND_MS
Kind = TypeVar("Kind", bound=QWidget)
PATIENCE = HandPatience()
"""Of every window opened here."""
MOMENT = "2026-12-02 10:00"
"""A Wednesday morning: the offices are open."""


def open_program(
    qtbot: QtBot, folder: Path, policy: Policy | None = None, clock: FrozenClock | None = None
) -> pages.Program:
    """The program as a person finds it, awake and at the first question."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = dependencies.installed_parts()._replace(
        settings=SettingsFile(folder),
        open_clock=lambda: clock or FrozenClock(at(MOMENT)),
        policy=policy or Policy(),
        own_folder=folder,
        patience=PATIENCE,
    )
    screen = FirstScreen(application, made)
    qtbot.addWidget(screen.window)
    screen.show()
    qtbot.waitExposed(screen.window)
    program = screen.program
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    return program


def answer_of(program: pages.Program) -> None:
    """Answer both questions with the first choice: a child, in Bedford Borough."""
    program.window.open(HOME)
    press(program.window, Qt.Key.Key_1)
    program.call_now.repaint()  # the question is seen from its painting on
    press(program.window, Qt.Key.Key_1)
    assert program.call_now.situation is not None


def press(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key, having read the page; the system hands it to the window, not to a widget."""
    QApplication.processEvents()
    PATIENCE.wait(NEVER_PAINTED_MS)  # on a busy machine the page may not be painted yet
    QTest.qWait(A_HAND_MS)  # the same key sooner is one that is held down
    handle = window.window().windowHandle()
    QTest.keyClick(handle, key, held or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()
    PATIENCE.wait()


def one(program: pages.Program, kind: type[Kind], name: str) -> Kind:
    """The widget of this name that can be seen, or else the newest; a test fails without any."""
    found = program.window.findChildren(kind, name)
    assert found, name
    return next((each for each in found if each.isVisible()), found[-1])


def click(program: pages.Program, name: str) -> None:
    """Press the button of this name."""
    one(program, QPushButton, name).click()


def said(program: pages.Program, name: str) -> str:
    """The words of the label of this name."""
    return one(program, QLabel, name).text()


def status_bar(program: pages.Program) -> str:
    """Everything the foot of the window says."""
    return "\n".join(each.text() for each in program.window.status_bar.findChildren(QLabel))
