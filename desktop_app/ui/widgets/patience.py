"""Time as keys and clicks measure it: milliseconds, handed in, so that tests need not wait."""

from __future__ import annotations

from time import monotonic_ns
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Countdown(Protocol):
        """Does one thing after a while, unless it is stopped before."""

        @property
        def running(self) -> bool:
            """Whether it is still to be done."""
            ...

        def start(self, ms: int) -> None:
            """Do it in so many milliseconds, counted from now."""
            ...

        def stop(self) -> None:
            """Do not do it."""
            ...

    class Patience(Protocol):
        """Tells how much time has passed, and hands out what waits."""

        def now(self) -> int:
            """Milliseconds since an arbitrary start."""
            ...

        def countdown(self, do: Callable[[], None], owner: QObject) -> Countdown:
            """What does this after a while, for as long as its owner lives."""
            ...


class _Timer:
    """A countdown of Qt's."""

    def __init__(self, do: Callable[[], None], owner: QObject) -> None:
        self._timer = QTimer(owner, singleShot=True)
        self._timer.timeout.connect(do)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def start(self, ms: int) -> None:
        self._timer.start(ms)

    def stop(self) -> None:
        self._timer.stop()


class RealPatience:
    """The real thing; it goes on counting whatever the clock of the computer is set to."""

    def __init__(self) -> None:
        self._since = monotonic_ns()

    def now(self) -> int:
        """Milliseconds since it was made."""
        return (monotonic_ns() - self._since) // 1_000_000

    def countdown(self, do: Callable[[], None], owner: QObject) -> Countdown:
        """A timer of Qt's that belongs to its owner."""
        return _Timer(do, owner)
