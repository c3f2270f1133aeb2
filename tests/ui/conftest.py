"""A window to walk through, opened on a Friday afternoon unless a test says otherwise."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.app.first_screen import FirstScreen
from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.domain.services.directory import Directory
from tests.frozen_clock import FrozenClock
from tests.ui.patience import HandPatience
from tests.ui.town import Town, at, look_up
from tests.ui.walker import (
    AT_HOME,
    FRIDAY_AFTERNOON,
    KeptInMemory,
    Walker,
    parts,
    settle,
)

OpenWindow = Callable[..., Walker]


@contextmanager
def windows(qapp: QApplication) -> Iterator[OpenWindow]:
    """Opens the window: at a moment, with settings, on a directory; at the end all are closed."""
    screens: list[FirstScreen] = []

    def opened(
        moment: str = FRIDAY_AFTERNOON,
        settings: Mapping[str, object] = AT_HOME,
        directory: Callable[[], Directory] = Town,
        answer: Callable[[str], WhereAnswer] = look_up,
        zone: str = "Europe/London",
        trouble: str = "",
        *,
        awake: bool = True,
    ) -> Walker:
        clock, kept = FrozenClock(at(moment), zone), KeptInMemory(settings, trouble)
        patience = HandPatience()
        screen = FirstScreen(qapp, parts(clock, kept, directory, answer, patience=patience))
        screens.append(screen)
        screen.show()
        screen.window.activateWindow()
        if awake:
            screen.wake()
            settle()
        return Walker(screen, clock, kept, patience)

    yield opened
    for screen in screens:
        screen.window.close()
        screen.deleteLater()  # before its window: its clock must not tick for pages that are gone
        screen.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[OpenWindow]:
    """Opens the window for one test."""
    with windows(qapp) as opened:
        yield opened


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    """The window at Bedford Borough, a Friday at 16:05."""
    return open_window()
