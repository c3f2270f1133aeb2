"""A clock that stands still until it is told to move."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop_app.clock import LONDON, Probe


class FrozenClock:
    """Handed in instead of the real clock; satisfies `desktop_app.clock.Clock`."""

    pretending = False

    def __init__(self, moment: datetime, zone: str = "Europe/London") -> None:
        self._moment = moment.astimezone(LONDON)
        self._running = 0.0
        self._zone = zone

    def now(self) -> datetime:
        """The moment this clock was set to."""
        return self._moment

    def monotonic(self) -> float:
        """Seconds of `advance` so far."""
        return self._running

    def probe(self) -> Probe:
        """A computer in the zone this clock was made with."""
        offset = self._moment.astimezone(ZoneInfo(self._zone)).utcoffset() or timedelta()
        return Probe(self._moment.astimezone(UTC), self._running, True, offset, self._zone)

    def advance(self, by: timedelta) -> None:
        """Let time pass, as it does on a healthy computer."""
        self._running += by.total_seconds()
        self.set(self._moment.astimezone(UTC) + by)

    def set(self, moment: datetime) -> None:
        """Move the clock as a person would who changes it: no time passes."""
        self._moment = moment.astimezone(LONDON)
