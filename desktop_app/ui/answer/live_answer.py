"""Keeps the answer true while it is on screen: works it out again whenever the time moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.clock import LONDON, Clock, PretendClock, Steps
from desktop_app.domain.services.errors import DirectoryDamaged, DirectoryError, ProgramFault
from desktop_app.domain.services.trust import (
    ClockCode,
    ClockFacts,
    Finding,
    Severity,
    doubts_about_clock,
)
from desktop_app.ui.window.ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.situation.situation import Situation

WRONG = (
    ClockCode.BEFORE_DIRECTORY,
    ClockCode.BEFORE_LAST_RUN,
    ClockCode.YEARS_AHEAD,
    ClockCode.PAST_CALENDAR,
)
"""What says that the clock shows a day it cannot be."""


class LiveAnswer(QObject):
    """One situation, one clock, one directory; the answer is announced by signals.

    `read` hands out the directory in use, and raises DirectoryError while there is none.
    """

    advised = Signal(object)
    failed = Signal(object)
    moved = Signal(object)
    pretended = Signal(object)

    def __init__(
        self,
        read: Callable[[], Directory],
        clock: Clock,
        last_seen: date | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._real, self._clock = read, clock, clock
        self._last_seen = datetime.combine(last_seen, time(), LONDON) if last_seen else None
        self._steps, self._was_wrong = Steps(clock.probe()), False
        self._situation: Situation | None = None
        self._was_pretending = False
        self.ticker = Ticker(clock, self)
        self.ticker.ticked.connect(self.refresh)

    def now(self) -> datetime:
        """The moment the answers go by, made up or real."""
        return self._clock.now()

    def running(self) -> float:
        """Seconds nobody can set, sleep counted where the system can."""
        return self._real.monotonic()

    def today(self) -> date:
        """The real day in the UK, whatever time is made up."""
        return self._real.now().astimezone(LONDON).date()

    def real_moment(self) -> datetime | None:
        """The real moment; none while the time is made up."""
        return None if self._clock.pretending else self._real.now()

    def believed_day(self) -> date | None:
        """Today, unless something speaks against the clock or there is nothing to hold it to."""
        now = self._real.now()
        try:
            return None if self._doubts(now) else now.date()
        except DirectoryError:
            return None

    def doubted(self) -> bool:
        """Whether something speaks against the clock in use; nothing does against a made-up one.

        Without a directory, whose day it could be held to, a clock is in doubt.
        """
        if self._clock.pretending:
            return False
        try:
            doubts = self._doubts(self._real.now())
        except DirectoryError:
            return True
        return any(doubt.severity is Severity.DOUBT for doubt in doubts)

    def ask(self, situation: Situation) -> None:
        """Answer this from now on, until something else is asked or it is forgotten."""
        self._situation = situation
        self.refresh()

    def forget(self) -> None:
        """Answer nothing any more."""
        self._situation = None
        self.ticker.wait_for(None)

    def pretend(self, moment: datetime) -> None:
        """Answer as if it were this UK wall-clock time (naive); it ends after ten minutes."""
        self._clock = PretendClock(self._real, moment.replace(tzinfo=LONDON))
        self.ticker.set_clock(self._clock)

    def stop_pretending(self) -> None:
        """Go by the real time again."""
        self._clock = self._real
        self.ticker.set_clock(self._real)

    def refresh(self) -> None:
        """Read the time once, and tell everything that follows from it.

        Whatever breaks on the way takes the answer away: an old one must not stand for a new one.
        """
        try:
            self._refresh()
        except Exception as error:
            self.failed.emit(ProgramFault.of(error))

    def _refresh(self) -> None:
        now, pretending = self._clock.now(), self._clock.pretending
        if pretending or self._was_pretending:
            self.pretended.emit(now if pretending else None)
        self._was_pretending = pretending
        self.moved.emit(now)
        if self._situation is not None:
            self._answer(self._situation, now, pretending=pretending)

    def _answer(self, situation: Situation, now: datetime, *, pretending: bool) -> None:
        from desktop_app.domain.decision.decision import advise  # with the first answer

        try:
            doubts = () if pretending else self._doubts(now)
            advice = advise(situation, self._read(), now, doubts)
        except DirectoryError as error:
            self.failed.emit(error)
        except (LookupError, ValueError) as error:
            self.failed.emit(DirectoryDamaged(detail=ProgramFault.of(error).technical))
        else:
            self.ticker.wait_for(advice.valid_until)
            self.advised.emit(advice)

    def _doubts(self, now: datetime) -> tuple[Finding, ...]:
        probe = self._real.probe()
        directory = self._read()
        made = datetime.combine(directory.release().dated, time(), UTC)
        facts = ClockFacts(
            now=now,
            compiled_at=made,
            computed_until=directory.bank_holidays().computed_until,
            system_offset=probe.offset,
            system_zone=probe.zone,
            last_seen=self._last_seen,
            step=self._steps.until(probe),
        )
        found = doubts_about_clock(facts)
        was_wrong, self._was_wrong = self._was_wrong, any(each.code in WRONG for each in found)
        if was_wrong and not self._was_wrong:  # the step that put it right is no fault
            self._steps.put_right(probe)
            found = tuple(each for each in found if each.code is not ClockCode.STEPPED)
        return found
