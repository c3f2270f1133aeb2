"""A newer directory comes in: taken off the window's own thread, told in one sentence.

How an update is verified is no business of the window; it is handed something that does it. One
piece of work runs at a time, what a person asks for meanwhile waits in a queue, and nothing is
delivered once the program ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.window.job import Job, ProgressCallback

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.compare.changes import Change

SHOWN_AFTER_MS = 300
"""What is quicker than this needs no bar."""
FIRST_LOOK_MS, EVERY_MS = 20_000, 15 * 60_000
LISTEN_MS = 25
"""So often the window asks its worker how far it is; only while there is one."""
HUNG_MS = 10_000
"""A share that gives nothing for so long must not keep a file away that somebody dropped."""
PATIENCE_S = 2.0
"""So long the end of the program waits for an update to stop; then it ends without it."""
BUSY = "An update is being taken at this moment."
QUEUED = "Another look is not over yet. This one comes next."
GIVEN_UP = "The folder that was looked into does not answer: that look was given up."
NO_FOLDER = "No folder is watched. Choose a file, or drag one onto the window."
NOTHING_NEW = "There is nothing newer in the watched folder."
FAULT = (
    "The update was not taken because of a fault in this program. Tell your IT support. "
    "The numbers on this computer are unchanged."
)
LOOK = "look"


class Outcome(NamedTuple):
    """What came of looking for a newer directory."""

    sentence: str
    changes: tuple[Change, ...] = ()
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

    def verify(self, progress: ProgressCallback) -> Outcome:
        """Hold the directory that is open against its signatures; what fails is dropped."""
        ...

    def take(self, where: Path, moment: datetime, progress: ProgressCallback) -> Outcome:
        """Take the update in this file or folder."""
        ...

    def check_folder(
        self, folder: Path | None, moment: datetime, progress: ProgressCallback
    ) -> Outcome:
        """Look whether there is something new, here or in the watched folder."""
        ...

    def since(self, seen: int) -> Outcome:
        """What changed since this release, as far as this computer can tell; 0 when not known."""
        ...


class UpdateWorker(QObject):
    """One look at a time; `came` tells that the directory has to be opened anew."""

    came = Signal(object)
    caught_up = Signal(object)
    """What came in while no window was open: its changes, nothing to be opened anew."""
    told = Signal(str)
    share_changed = Signal(object)

    def __init__(self, updates: Updates, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._updates, self._now = updates, now
        self._folder: Path | None = None
        self._job: Job[Outcome] | None = None
        self._queue: deque[Job[Outcome]] = deque()
        self._left: list[Job[Outcome]] = []
        """Given up on, but perhaps still waiting for a share."""
        self._closed = False
        self._said = ""
        self._share = 0.0
        self._first_look = self._timer(FIRST_LOOK_MS, self.check_quietly)
        self._patience = self._timer(SHOWN_AFTER_MS, self._show_share)
        self._hung = self._timer(HUNG_MS, self._give_up)
        self._again = self._timer(EVERY_MS, self.check_quietly, once=False)
        self._listening = self._timer(LISTEN_MS, self._listen, once=False)
        self._again.start()

    @property
    def busy(self) -> bool:
        """Whether an update is on its way, or waits for its turn."""
        return self._job is not None or bool(self._queue)

    @property
    def hanging(self) -> bool:
        """Whether a worker is left that may never come back: the process has to end around it."""
        return any(job.alive for job in self._left)

    def watch(self, folder: Path | None) -> None:
        """Look into this folder now and then; nowhere when none."""
        if folder != self._folder and not self._closed:
            self._folder = folder
            if folder is not None:
                self._first_look.start()

    def verify(self) -> None:
        """Hold what is open against its signatures, before anything else."""
        self._add(Job(self._updates.verify, "verify"))

    def take(self, where: Path) -> None:
        """Take the update in this file or folder; it waits while another piece of work is done."""
        about = str(where)
        if any(job.about == about for job in self._all()):
            self.told.emit(BUSY)
            return
        updates, now = self._updates, self._now  # a worker holds nothing of Qt's
        self._add(Job(lambda progress: updates.take(where, now(), progress), about, asked=True))

    def check_now(self) -> None:
        """Look into the watched folder because somebody asked."""
        if self._folder is None:
            self.told.emit(NO_FOLDER)
            return
        looking = next((job for job in self._all() if job.about == LOOK), None)
        if looking is not None:
            looking.asked = True
            return
        self._add(Job(self._looking(), LOOK, asked=True))

    def check_quietly(self) -> None:
        """Look because it is time, after whatever is done now; only what matters is told."""
        if not any(job.about == LOOK for job in self._queue):
            self._add(Job(self._looking(), LOOK))

    def catch_up(self, seen: int) -> None:
        """Find what changed since this release while no window was open."""
        updates = self._updates
        self._add(Job(lambda _progress: updates.since(seen), "since"))

    def stop(self) -> None:
        """The program ends: nothing begins any more, and a worker that hangs is left behind."""
        self._closed = True
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._queue.clear()
        job, self._job = self._job, None
        if job is not None and not job.stop(PATIENCE_S):
            self._left.append(job)

    # ---- one after the other

    def _all(self) -> list[Job[Outcome]]:
        return [*([self._job] if self._job else ()), *self._queue]

    def _looking(self) -> Callable[[ProgressCallback], Outcome]:
        updates, folder, now = self._updates, self._folder, self._now
        return lambda progress: updates.check_folder(folder, now(), progress)

    def _add(self, job: Job[Outcome]) -> None:
        if self._closed:
            return
        if job.asked:  # before what nobody waits for
            self._queue.insert(sum(each.asked for each in self._queue), job)
        else:
            self._queue.append(job)
        if self._job is None:
            self._next()
        elif job.asked:
            self.told.emit(QUEUED)
            self._wait_for(self._job)

    def _next(self) -> None:
        if self._closed or self._job is not None or not self._queue:
            return
        self._job = self._queue.popleft()
        self._share = 0.0
        self._patience.start()
        self._listening.start()
        self._job.start()
        if self._waited_for:
            self._wait_for(self._job)

    @property
    def _waited_for(self) -> bool:
        return any(job.asked for job in self._queue)

    def _wait_for(self, job: Job[Outcome]) -> None:
        """Somebody waits behind this piece of work: it may not stand still for long."""
        self._share_then = job.share
        self._hung.start()

    def _listen(self) -> None:
        """Ask how far the worker is; it tells nobody by itself, so nothing reaches a dead window.

        Only once it is over is the directory opened anew.
        """
        job = self._job
        if job is None:
            self._listening.stop()
        elif not job.alive:
            self._finish(job.outcome or Outcome(FAULT), asked=job.asked)
        elif job.share != self._share:
            self._share = job.share
            if not self._patience.isActive():
                self._show_share()

    def _show_share(self) -> None:
        if self._job is not None:
            self.share_changed.emit(self._share)

    def _give_up(self) -> None:
        """Let go of work that has stood still while somebody waits for the next."""
        job = self._job
        if job is None or not self._waited_for:
            return
        if job.share != self._share_then:
            self._wait_for(job)
            return
        job.stop(0)
        self._left = [each for each in (*self._left, job) if each.alive]
        self._finish(Outcome(GIVEN_UP, quiet=True), asked=job.asked)

    def _finish(self, outcome: Outcome, *, asked: bool) -> None:
        self._job = None
        self._patience.stop()
        self._listening.stop()
        self._hung.stop()
        self.share_changed.emit(None)
        self._pass_on(outcome, asked=asked)
        self._next()

    def _pass_on(self, outcome: Outcome, *, asked: bool) -> None:
        if outcome.news:
            self.came.emit(outcome)
        elif outcome.changes:
            self.caught_up.emit(outcome)
        elif asked:
            self.told.emit(outcome.sentence or NOTHING_NEW)
        elif not outcome.quiet and outcome.sentence != self._said:
            self._said = outcome.sentence
            self.told.emit(outcome.sentence)

    def _timer(self, after_ms: int, do: Callable[[], None], *, once: bool = True) -> QTimer:
        timer = QTimer(self, singleShot=once, interval=after_ms)
        timer.timeout.connect(do)
        return timer

    _share_then = 0.0
