"""One piece of work beside the window, in a thread that the end of the program need not wait for.

A thread that waits for a share which does not answer cannot be stopped. It is a daemon of Python's
and no QThread (Qt aborts the process when one is destroyed while it runs), and it keeps what it
finds to itself: the window asks, so that nothing is ever delivered to a window that is gone.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

Found = TypeVar("Found")
ProgressCallback = Callable[[float], bool]
"""Hears the share done, from 0 to 1; false asks to stop."""


class Job(Generic[Found]):
    """Work that hears when it is to stop; what came of it stands in `outcome` once it is over."""

    def __init__(
        self, work: Callable[[ProgressCallback], Found], about: str, *, asked: bool = False
    ) -> None:
        self.about, self.asked = about, asked
        self.share = 0.0
        self.outcome: Found | None = None
        """None as well when the work itself broke."""
        self._work = work
        self._stopped = Event()
        self._thread = Thread(target=self._run, name=f"updates: {about}", daemon=True)

    @property
    def alive(self) -> bool:
        """Whether the thread still runs, or hangs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, patience_s: float) -> bool:
        """Ask it to stop and wait so long; whether it is over."""
        self._stopped.set()
        self._thread.join(patience_s)
        return not self.alive

    def _run(self) -> None:
        try:
            self.outcome = self._work(self._heard)
        except Exception:
            self.outcome = None  # beside the window nobody would hear of it: whoever asks is told

    def _heard(self, share: float) -> bool:
        self.share = share
        return not self._stopped.is_set()
