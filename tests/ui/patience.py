"""The time between keys, passed by hand: a test waits for nothing."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

READ_MS = 1_000
"""So long a person reads a page before they press anything, unless a test says otherwise."""


class HandCountdown:
    """Does one thing once enough time has been passed."""

    def __init__(self, patience: HandPatience, do: Callable[[], None]) -> None:
        self._patience = patience
        self._do = WeakMethod(do)  # else no window would ever go
        self.due: int | None = None

    @property
    def running(self) -> bool:
        return self.due is not None

    def start(self, ms: int) -> None:
        self.due = self._patience.now() + ms

    def stop(self) -> None:
        self.due = None

    def look(self) -> None:
        """Do it if its time has come."""
        if self.due is not None and self.due <= self._patience.now():
            self.due = None
            do = self._do()
            if do is not None:
                do()


class HandPatience:
    """Milliseconds that pass when somebody says so."""

    def __init__(self) -> None:
        self._now = 0
        self._countdowns: list[HandCountdown] = []

    def now(self) -> int:
        return self._now

    def countdown(self, do: Callable[[], None], _owner: QObject) -> HandCountdown:
        made = HandCountdown(self, do)
        self._countdowns.append(made)
        return made

    def wait(self, ms: int = READ_MS) -> None:
        """Let what is to be painted be painted, then let time pass, a due thing at a time."""
        QApplication.processEvents()
        end = self._now + ms
        while due := [each.due for each in self._countdowns if each.due and each.due <= end]:
            self._now = max(self._now, min(due))
            for each in self._countdowns:
                each.look()
            QApplication.processEvents()
        self._now = end
