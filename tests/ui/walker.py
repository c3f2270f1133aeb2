"""Opens the real window on a handed-in clock and directory, and walks through it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop_app import paths
from desktop_app.app.dependencies import Dependencies
from desktop_app.app.first_screen import FirstScreen
from desktop_app.app.program import Program
from desktop_app.clock import Clock
from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.domain.services.directory import Directory
from tests.fakes import ListedCatalogue
from tests.frozen_clock import FrozenClock
from tests.ui.patience import READ_MS, HandPatience
from tests.ui.town import Town, at, look_up

FRIDAY_AFTERNOON = "2026-11-20T16:05"
"""Fifteen minutes before the made-up offices close."""
AT_HOME = {"home_council": "bedford", "home_asked": True, "colours": "light"}


class KeptInMemory:
    """Settings that last as long as the test."""

    place, unread = "in memory", ""

    def __init__(self, values: Mapping[str, object], trouble: str = "") -> None:
        self.values = dict(values)
        self.trouble = trouble

    def read(self) -> Mapping[str, object]:
        return self.values

    def write(self, values: Mapping[str, object]) -> str:
        self.values = dict(values)
        return self.trouble


class Walker:
    """A person at the keyboard, and what they can read."""

    def __init__(
        self,
        screen: FirstScreen,
        clock: FrozenClock,
        settings: KeptInMemory,
        patience: HandPatience,
    ) -> None:
        self.screen, self.window = screen, screen.window
        self.clock, self.settings, self.patience = clock, settings, patience

    @property
    def program(self) -> Program:
        """The program behind the window, built now if it was not."""
        return self.screen.program

    def press(self, *keys: str | Qt.Key) -> Walker:
        """Press keys one after the other, wherever the focus is, having read what is shown."""
        self.wait()
        for key in keys:
            self.press_at_once(key)
            self.wait()
        return self

    def wait(self, ms: int = READ_MS) -> None:
        """Do nothing for so long."""
        self.patience.wait(ms)
        settle()

    def press_at_once(self, *keys: str | Qt.Key) -> Walker:
        """Press keys without looking up; no time passes."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            settle()
        return self

    def click(self, name: str) -> None:
        """Press the visible button of this name with the pointer; no time passes."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton), name
        button.click()
        settle()

    def touch(self, key: Qt.Key) -> None:
        """Press a key as the system hands it over: to the window, which looks at it first."""
        QTest.keyClick(self.window.windowHandle(), key)
        settle()

    def shortcut(self, key: Qt.Key, with_key: Qt.KeyboardModifier) -> None:
        """Press a key together with another."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, with_key)
        settle()

    def find(self, name: str) -> QWidget:
        """The visible widget of this name."""
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing called {name!r} can be seen"
        return found[-1]

    def sees(self, name: str) -> bool:
        """Whether a widget of this name can be seen."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def read(self, name: str) -> str:
        """The words of the visible label of this name."""
        label = self.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def all_words(self) -> str:
        """Every word on screen."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def later(self, moment: str) -> None:
        """The clock reaches a moment and the window notices, as its timer would make it."""
        self.clock.advance(at(moment) - self.clock.now())
        self.program.live.ticker.tick()
        settle()


def settle() -> None:
    """Let Qt do what it has put off."""
    for _ in range(4):
        QApplication.processEvents()


def parts(
    clock: Clock,
    settings: KeptInMemory,
    directory: Callable[[], Directory] = Town,
    answer: Callable[[str], WhereAnswer] = look_up,
    folder: Path | None = None,
    patience: HandPatience | None = None,
) -> Dependencies:
    """The window's parts, made up."""
    return Dependencies(
        settings=settings,
        resources=paths.resources(),
        open_clock=lambda: clock,
        open_directory=directory,
        open_look_up=lambda _directory: answer,
        open_catalogue=ListedCatalogue,
        own_folder=folder,
        patience=patience,
    )
