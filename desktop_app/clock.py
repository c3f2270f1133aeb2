"""The one reader of real time: what time it is in the UK, and the raw facts that say if it is so.

Everything else is handed a moment. A trainer's "What if…?" hands in a `PretendClock`, which
ends by itself so that nobody is left with a made-up time.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

# Also in domain/hours/bank_holidays.py: clock and domain know nothing of each other, and ZoneInfo
# hands out one object per name.
LONDON = ZoneInfo("Europe/London")

PRETEND_FOR = timedelta(minutes=10)
"""How long a made-up time lasts before the real one comes back."""


class Probe(NamedTuple):
    """What the computer says about its own clock at one instant."""

    wall: datetime
    """The system clock, UTC."""
    running: float
    """Seconds since an arbitrary start, which nobody can set."""
    counts_sleep: bool
    """Whether `running` goes on while the computer sleeps."""
    offset: timedelta
    """How far the computer's own time zone is ahead of UTC."""
    zone: str | None
    """The name of that time zone, as the system spells it; nothing when it does not tell."""

    def step_since(self, earlier: Probe) -> timedelta:
        """How far the clock was moved between two probes, sleep left out; forward is positive.

        Where the running seconds stop during sleep, a forward step may be a sleep: it counts as
        none, because waking must not look like a fault.
        """
        passed = timedelta(seconds=self.running - earlier.running)
        step = self.wall - earlier.wall - passed
        asleep = not (self.counts_sleep and earlier.counts_sleep) and step > timedelta()
        return timedelta() if asleep else step


WORTH_UNDOING = timedelta(minutes=2)
UNDONE = 10
"""What is left of a step counts as none when it is a tenth of it or less."""


class Steps:
    """How far the clock was moved while the program ran; a step that was put right is forgotten."""

    def __init__(self, first: Probe) -> None:
        self._from = first
        self._furthest = timedelta()

    def until(self, probe: Probe) -> timedelta:
        """How far the clock stands from where it would have got to by itself; forward is positive.

        Somebody who moves it by hours and moves it back by hand does not hit the same minute.
        """
        step = probe.step_since(self._from)
        if self._furthest > WORTH_UNDOING and abs(step) <= self._furthest / UNDONE:
            self.put_right(probe)
            return timedelta()
        self._furthest = max(self._furthest, abs(step))
        return step

    def put_right(self, probe: Probe) -> None:
        """The clock was wrong and is right now: from here on it is watched anew."""
        self._from, self._furthest = probe, timedelta()


class Clock(Protocol):
    """Where the program gets its time from."""

    @property
    def pretending(self) -> bool:
        """Whether the time given is made up."""
        ...

    def now(self) -> datetime:
        """The present moment, aware, in UK time."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever go forward, for measuring how long something took."""
        ...

    def probe(self) -> Probe:
        """What the computer says about its clock: always the real one."""
        ...


class SystemClock:
    """The computer's own clock, read as UK time whatever its time zone."""

    pretending = False

    def now(self) -> datetime:
        """The present moment by the computer's clock, in UK time."""
        return datetime.now(UTC).astimezone(LONDON)

    def monotonic(self) -> float:
        """Seconds since an arbitrary start, sleep counted where the system can."""
        return _running()[0]

    def probe(self) -> Probe:
        """The computer's clock, its running seconds and its time zone at this instant."""
        running, counts_sleep = _running()
        wall = datetime.now(UTC)
        offset = wall.astimezone().utcoffset() or timedelta()
        return Probe(wall, running, counts_sleep, offset, zone_name())


class PretendClock:
    """A made-up time that runs on from `start` and gives way to the real one after ten minutes."""

    def __init__(self, real: Clock, start: datetime, lasts: timedelta = PRETEND_FOR) -> None:
        self._real = real
        self._start = start.astimezone(UTC)
        self._lasts = lasts
        self._began = real.monotonic()

    @property
    def pretending(self) -> bool:
        """Whether the made-up time still holds."""
        return self.left() > timedelta()

    def left(self) -> timedelta:
        """How long the made-up time still lasts; zero once it is over."""
        return max(self._lasts - self._passed(), timedelta())

    def now(self) -> datetime:
        """The made-up moment in UK time, or the real one once the pretence is over."""
        if not self.pretending:
            return self._real.now()
        return (self._start + self._passed()).astimezone(LONDON)

    def monotonic(self) -> float:
        """The real clock's running seconds."""
        return self._real.monotonic()

    def probe(self) -> Probe:
        """The real clock's probe: a made-up time says nothing about the computer."""
        return self._real.probe()

    def _passed(self) -> timedelta:
        return timedelta(seconds=self._real.monotonic() - self._began)


if sys.platform == "win32":
    import winreg

    def zone_name() -> str | None:
        """The name of the computer's own time zone as Windows spells it, or nothing."""
        key = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return str(winreg.QueryValueEx(opened, "TimeZoneKeyName")[0]).rstrip("\0") or None
        except OSError:
            return None

else:

    def zone_name(
        link: Path = Path("/etc/localtime"), file: Path = Path("/etc/timezone")
    ) -> str | None:
        """The name of the computer's own time zone as the system spells it, or nothing."""
        named = os.environ.get("TZ", "").removeprefix(":")
        return named or _linked_zone(link) or _written_zone(file)


def _linked_zone(link: Path) -> str | None:
    try:
        target = link.readlink().as_posix()
    except OSError:
        return None
    return target.partition("zoneinfo/")[2] or None


def _written_zone(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _running() -> tuple[float, bool]:
    """Seconds nobody can set, and whether they count sleep.

    Linux and macOS have a clock of their own for that; on Windows the ordinary one counts sleep.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME), True
    elif sys.platform == "darwin":  # noqa: RET505  # mypy reads each platform's branch alone
        return time.clock_gettime(time.CLOCK_MONOTONIC), True
    else:
        return time.monotonic(), sys.platform == "win32"
