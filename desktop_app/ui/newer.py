"""A newer directory comes in: taken off the window's own thread, told in one sentence.

How an update is verified is no business of the window; it is handed something that does it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.changes import Change

SHOWN_AFTER_MS = 300
"""What is quicker than this needs no bar."""
FIRST_LOOK_MS, EVERY_MS = 20_000, 15 * 60_000
PATIENCE_MS = 5_000
"""So long the end of the program waits for an update to stop."""
BUSY = "An update is being taken at this moment."
NO_FOLDER = "No folder is watched. Choose a file, or drag one onto the window."
NOTHING_NEW = "There is nothing newer in the watched folder."

Heard = Callable[[float], bool]
"""Hears the share done, from 0 to 1; false asks to stop."""


class Outcome(NamedTuple):
    """What came of looking for a newer directory."""

    sentence: str
    changes: "tuple[Change, ...]" = ()
    news: bool = False
    """Whether the window has to open the directory anew."""
    quiet: bool = False
    """Not worth telling when nobody asked: nothing new, or a stick that is not plugged in."""
    release: int = 0
    before: int = 0
    """Which release the changes lead to, and from which; 0 when not known."""


class Updates(Protocol):
    """What takes updates; each may run in a worker thread and never raises."""

    notice: str

    def take(self, where: Path, moment: "datetime", heard: Heard) -> Outcome:
        """Take the update in this file or folder."""
        ...

    def look(self, folder: Path | None, moment: "datetime", heard: Heard) -> Outcome:
        """Look whether there is something new, here or in the watched folder."""
        ...

    def since(self, seen: int) -> Outcome:
        """What changed since this release, as far as this computer can tell; 0 when not known."""
        ...


Work = Callable[[Heard], Outcome]


class _Worker(QThread):
    """One piece of work beside the window."""

    share = Signal(float)
    done = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Work, and tell what came of it."""
        self.done.emit(self._work(self._heard))

    def _heard(self, share: float) -> bool:
        self.share.emit(share)
        return not self.isInterruptionRequested()


class Newer(QObject):
    """One look at a time; `came` tells that the directory has to be opened anew."""

    came = Signal(object)
    caught_up = Signal(object)
    """What came in while no window was open: its changes, nothing to be opened anew."""
    told = Signal(str)
    share_changed = Signal(object)

    def __init__(self, updates: Updates, now: "Callable[[], datetime]", parent: QObject) -> None:
        super().__init__(parent)
        self._updates, self._now = updates, now
        self._folder: Path | None = None
        self._worker: _Worker | None = None
        self._asked = False
        self._said = ""
        self._share = 0.0
        self._outcome = Outcome("", quiet=True)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._patience.timeout.connect(lambda: self.share_changed.emit(self._share))
        self._again = QTimer(self, interval=EVERY_MS)
        self._again.timeout.connect(self.look_quietly)
        self._again.start()

    @property
    def busy(self) -> bool:
        """Whether an update is on its way."""
        return self._worker is not None

    def watch(self, folder: str) -> None:
        """Look into this folder now and then; none when empty."""
        path = Path(folder).expanduser() if folder else None
        if path != self._folder:
            self._folder = path
            if path is not None:
                QTimer.singleShot(FIRST_LOOK_MS, self.look_quietly)

    def take(self, where: Path) -> None:
        """Take the update in this file or folder."""
        self._begin(lambda heard: self._updates.take(where, self._now(), heard), asked=True)

    def look(self) -> None:
        """Look into the watched folder because somebody asked."""
        if self._folder is None:
            self.told.emit(NO_FOLDER)
            return
        self._begin(self._look, asked=True)

    def look_quietly(self) -> None:
        """Look because it is time; only what matters is told."""
        if not self.busy:
            self._begin(self._look, asked=False)

    def catch_up(self, seen: int) -> None:
        """Find what changed since this release while no window was open."""
        if not self.busy:
            self._begin(lambda _heard: self._updates.since(seen), asked=False)

    def stop(self) -> None:
        """The program ends: ask the worker to stop, and wait for it a little."""
        self._again.stop()
        if self._worker is not None:
            self._worker.requestInterruption()
            self._worker.wait(PATIENCE_MS)

    def _look(self, heard: Heard) -> Outcome:
        return self._updates.look(self._folder, self._now(), heard)

    def _begin(self, work: Work, *, asked: bool) -> None:
        if self.busy:
            self.told.emit(BUSY)
            return
        self._asked, self._share = asked, 0.0
        worker = self._worker = _Worker(work, self)
        worker.share.connect(self._heard)
        worker.done.connect(self._keep)
        worker.finished.connect(self._finished)
        self._outcome = Outcome("", quiet=True)
        self._patience.start()
        worker.start()

    def _heard(self, share: float) -> None:
        self._share = share
        if not self._patience.isActive() and self.busy:
            self.share_changed.emit(share)

    def _keep(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def _finished(self) -> None:
        """Only now, so that the thread is over before the directory is opened anew."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self._patience.stop()
        self.share_changed.emit(None)
        outcome = self._outcome
        if outcome.news:
            self.came.emit(outcome)
        elif outcome.changes:
            self.caught_up.emit(outcome)
        elif self._asked:
            self.told.emit(outcome.sentence or NOTHING_NEW)
        elif not outcome.quiet and outcome.sentence != self._said:
            self._said = outcome.sentence
            self.told.emit(outcome.sentence)
