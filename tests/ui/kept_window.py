"""One window for test after test: put back home in between, as hiding does it.

Opening a window and making its pages takes ten times as long as giving the next answer in it. Only
a window in which nothing but answers was looked at is kept, and only for tests of the same file
that ask for the same one; `dev.py check --slow` opens one for each test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from desktop_app.app.first_screen import FirstScreen
from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.domain.services.directory import Directory
from tests import sweeps
from tests.frozen_clock import FrozenClock
from tests.ui.patience import HandPatience
from tests.ui.town import at
from tests.ui.walker import KeptInMemory, Walker, parts, settle

LAST_DAY = "last_seen"
"""What the program writes into the settings by itself."""


class Asked(NamedTuple):
    """What a test asked a window to be, the moment left out."""

    settings: Mapping[str, object]
    directory: Callable[[], Directory]
    answer: Callable[[str], WhereAnswer]
    zone: str
    trouble: str


class Kept(NamedTuple):
    """A window as it was when it was opened."""

    walker: Walker
    asked: Asked
    size: QSize
    settings: Mapping[str, object]


def open_anew(app: QApplication, asked: Asked, moment: str) -> Walker:
    """Open a window at a moment."""
    clock, settings = (
        FrozenClock(at(moment), asked.zone),
        KeptInMemory(asked.settings, asked.trouble),
    )
    patience = HandPatience()
    made_up = parts(clock, settings, asked.directory, asked.answer, patience=patience)
    screen = FirstScreen(app, made_up)
    screen.show()
    screen.window.activateWindow()
    return Walker(screen, clock, settings, patience)


def close(walker: Walker) -> None:
    """Close a window and delete all of it."""
    screen = walker.screen
    if Shiboken.isValid(screen) and Shiboken.isValid(screen.window):
        screen.window.close()
        screen.deleteLater()  # before its window: its clock must not tick for pages that are gone
        screen.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class KeptWindow:
    """Holds one window from test to test; with `lets_go` it is closed after each."""

    def __init__(self, *, lets_go: bool = False) -> None:
        self._lets_go = lets_go or sweeps.whole()
        self._kept: Kept | None = None

    def note(self, walker: Walker, asked: Asked) -> None:
        """A window was just opened, and may be kept."""
        if not self._lets_go:
            self._kept = Kept(walker, asked, walker.window.size(), dict(walker.settings.values))

    def take(self, asked: Asked, moment: str) -> Walker | None:
        """The window that is kept, at home at this moment; none if another is asked for."""
        if self._kept is None:
            return None
        walker, window = self._kept.walker, self._kept.walker.window
        if self._kept.asked != asked or not Shiboken.isValid(window):
            self.let_go()
            return None
        walker.settings.values = {**self._kept.settings, LAST_DAY: at(moment).date().isoformat()}
        window.resize(self._kept.size)
        window.show()
        window.activateWindow()
        walker.clock.advance(at(moment) - walker.clock.now())
        walker.program._still._desk.count_anew()  # time may have gone back
        walker.program.live.ticker.tick()
        walker.screen.front.call_now.focus_first()
        settle()
        return walker

    def put_back(self, walker: Walker) -> None:
        """Keep the window if it is as it was, apart from what hiding takes away; else close it."""
        kept = self._kept
        if kept is None or walker is not kept.walker or not Shiboken.isValid(walker.window):
            close(walker)
            return
        walker.program.actions.desk.clear()
        walker.screen.say("")
        settle()
        if not as_it_was(kept):
            self.let_go()

    def let_go(self) -> None:
        """Close the window that is kept."""
        if self._kept is not None:
            close(self._kept.walker)
        self._kept = None


def as_it_was(kept: Kept) -> bool:
    """Whether only answers were looked at: no other page, no setting, no fault, no other clock."""
    walker, window = kept.walker, kept.walker.window
    changed = {
        name for name, value in walker.settings.values.items() if kept.settings.get(name) != value
    }
    in_sight = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return (
        changed <= {LAST_DAY}
        and list(window._made) == ["call-now"]
        and not walker.screen.front.faults.standing
        and not walker.program.live.doubted()
        and not window.covered
        and in_sight == [window]
    )
