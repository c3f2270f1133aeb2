"""A window to walk through, opened on a Friday afternoon unless a test says otherwise."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.domain.services.directory import Directory
from tests.ui.kept_window import Asked, KeptWindow, open_anew
from tests.ui.town import Town, look_up
from tests.ui.walker import (
    AT_HOME,
    FRIDAY_AFTERNOON,
    Walker,
    settle,
)

OpenWindow = Callable[..., Walker]


@contextmanager
def windows(qapp: QApplication, keep: KeptWindow | None = None) -> Iterator[OpenWindow]:
    """Opens the window: at a moment, with settings, on a directory; at the end all are closed.

    The first one that a test opens may be the one of the test before, put back home (`keep`).
    """
    keep = keep or KeptWindow(lets_go=True)
    walkers: list[Walker] = []

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
        asked = Asked(settings, directory, answer, zone, trouble)
        whole = awake and not walkers
        if not whole and not walkers:
            keep.let_go()
        walker = keep.take(asked, moment) if whole else None
        if walker is None:
            walker = open_anew(qapp, asked, moment)
            if awake:
                walker.screen.wake()
                settle()
            if whole:
                keep.note(walker, asked)
        walkers.append(walker)
        return walker

    yield opened
    for walker in reversed(walkers):
        keep.put_back(walker)


@pytest.fixture(scope="module")
def kept_window() -> Iterator[KeptWindow]:
    """The window that the tests of one file have one after the other."""
    kept = KeptWindow()
    yield kept
    kept.let_go()


@pytest.fixture
def open_window(qapp: QApplication, kept_window: KeptWindow) -> Iterator[OpenWindow]:
    """Opens the window for one test."""
    with windows(qapp, kept_window) as opened:
        yield opened


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    """The window at Bedford Borough, a Friday at 16:05."""
    return open_window()
