"""The workshop's window over a made-up copy, opened for a test."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.window import WorkshopWindow
from tests.ui.workshop.bench import NOW, Bench

Wanted = TypeVar("Wanted", bound=QWidget)


def open_workshop(qtbot: QtBot, bench: Bench) -> WorkshopWindow:
    """The window at the services, in front."""
    workshop = WorkshopWindow(bench, lambda: NOW)
    qtbot.addWidget(workshop.window)
    workshop.show()
    qtbot.waitExposed(workshop.window)
    workshop.window.activateWindow()
    qtbot.waitUntil(workshop.window.isActiveWindow)
    return workshop


def one(inside: QWidget, kind: type[Wanted], name: str) -> Wanted:
    """The widget of this name; a test fails without one."""
    found = inside.findChildren(kind, name)
    assert found, name
    return found[-1]


def said(inside: QWidget, name: str) -> str:
    """What a label says."""
    return one(inside, QLabel, name).text()


def keys(*pressed: str | Qt.Key) -> None:
    """Press keys, or type words, wherever the keyboard stands."""
    for key in pressed:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        QApplication.processEvents()
