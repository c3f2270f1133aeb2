"""Wakes the answer when it may have changed: an office closes, a minute passes, one wakes."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

WATCH_MS = 5_000
"""How often the clock is compared with the running seconds, to notice sleep and a moved clock."""
JUMP = timedelta(seconds=2)
LONGEST_MS = 60_000


class TickerClock(Protocol):
    """What the ticker asks of a clock."""

    def now(self) -> datetime:
        """The present moment, aware."""
        ...

    def monotonic(self) -> float:
        """Seconds nobody can set."""
        ...


class Ticker(QObject):
    """Emits `ticked` each minute, at `due`, and as soon as the clock is found to have jumped."""

    ticked = Signal()

    def __init__(self, clock: TickerClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._due: datetime | None = None
        self._started = False
        self._seen = (clock.now(), clock.monotonic())
        self._next = QTimer(self, singleShot=True)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self.tick)
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self.check_now)

    def start(self) -> None:
        """Begin to watch the clock."""
        self._started = True
        self._watch.start()
        self._arm()

    def watch_closely(self, *, seen: bool) -> None:
        """Look for a jump every few seconds while somebody can see what is shown, else not.

        A jump is then found with the minute, and as soon as the window can be seen again.
        """
        if not self._started or seen == self._watch.isActive():
            return
        if seen:
            self._watch.start()
            self.check_now()
        else:
            self._watch.stop()

    def set_clock(self, clock: TickerClock) -> None:
        """Go by another clock from now on."""
        self._clock = clock
        self.tick()

    def wait_for(self, due: datetime | None) -> None:
        """Tick at this instant as well: the answer on screen may change then."""
        self._due = due
        self._arm()

    def check_now(self) -> None:
        """Tick at once if the clock has jumped: the computer slept, or somebody set it."""
        now, running = self._clock.now(), self._clock.monotonic()
        was, ran = self._seen
        passed = timedelta(seconds=running - ran)
        if abs(now.astimezone(UTC) - was.astimezone(UTC) - passed) > JUMP:
            self.tick()
            return
        self._seen = (now, running)
        if self._late(now):
            self.tick()

    def tick(self) -> None:
        """Say that the time has to be read again."""
        self._seen = (self._clock.now(), self._clock.monotonic())
        if self._late(self._seen[0]):
            self._due = None
        self.ticked.emit()
        self._arm()

    def wait_ms(self) -> int:
        """Milliseconds to the next tick: the end of this minute, or `due` if that is sooner."""
        now = self._clock.now()
        waits = [LONGEST_MS - (now.second * 1000 + now.microsecond // 1000)]
        if self._due is not None:
            away = (self._due.astimezone(UTC) - now.astimezone(UTC)).total_seconds()
            waits.append(int(max(0.0, min(away, 60.0)) * 1000) + 1)
        return max(1, min(waits))

    def _arm(self) -> None:
        if self._started:
            self._next.start(self.wait_ms())

    def _late(self, now: datetime) -> bool:
        return self._due is not None and now.astimezone(UTC) >= self._due.astimezone(UTC)
