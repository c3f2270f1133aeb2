"""A line's days one after another, in real elapsed seconds, so that clock changes come out right.

A day's pattern depends only on its weekday and its place in the calendar, so each pattern is worked
out once and looked up from then on; days with a dated exception or a clock change are worked out
one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import BankHolidays, DayKind
from desktop_app.domain.hours.christmas import NEVER, closure, next_near
from desktop_app.domain.hours.day import (
    SILENCE,
    DayRule,
    DaySchedule,
    PeriodState,
    agree,
    exception_rule,
    lay_out,
    merged,
    more_open,
    outside_rule,
    statement_rule,
    with_christmas,
    without_promise,
)
from desktop_app.domain.hours.statements import (
    DAY,
    Basis,
    Bearing,
    DatedException,
    Hours,
    Statement,
)
from desktop_app.domain.hours.uk_days import clock_change, midnight

HORIZON = 400
"""How many days ahead a change is looked for: past every holiday of a year."""


class Period(NamedTuple):
    """A stretch of time with one judgement: when it starts, and the day whose pattern holds it."""

    start: int
    ordinal: int
    judgement: PeriodState


@dataclass(slots=True, kw_only=True)
class CompiledHours:
    """The worked-out form of one line's hours."""

    statements: tuple[Statement, ...]
    exceptions: dict[int, DatedException]
    office: CompiledHours | None
    bearing: Bearing
    marked: tuple[int, ...] = ()
    """Days looked at one by one: exceptions, the day after, first days of statements."""
    begins: tuple[int, ...] = ()
    steady: bool = False
    """True when every ordinary day of the week is one and the same single stretch."""
    heeds_calendar: bool = False
    heeds_christmas: bool = False
    """True for an office, and for the line that answers when it does not."""
    patterns: dict[int | tuple[int, int], DaySchedule] = field(default_factory=dict)

    def edges(self, ordinal: int, days: BankHolidays) -> DaySchedule:
        """The stretches of one UK day, in real seconds after its midnight."""
        key: int | tuple[int, int]
        kinds = days.pair(ordinal)
        alone = self.heeds_christmas and closure(ordinal) != NEVER
        if alone or midnight(ordinal).clocks_change or ordinal in self.marked:
            key = (ordinal, kinds)
        else:
            begun = bisect_right(self.begins, ordinal) if self.begins else 0
            key = (begun * 7 + ordinal % 7) * 16 + kinds
        found = self.patterns.get(key)
        if found is None:
            found = _in_seconds(self.minutes(ordinal, days), ordinal)
            self.patterns[key] = found
        return found

    def minutes(self, ordinal: int, days: BankHolidays) -> DaySchedule:
        """The stretches of one UK day by the clock on the wall, in minutes after midnight."""
        edges = self._stated(ordinal, days)
        if self.office is not None:
            edges = self._standing_in(ordinal, days, edges)
        return without_promise(edges) if self.bearing.disputed else edges

    def _stated(self, ordinal: int, days: BankHolidays) -> DaySchedule:
        """What is said of the line itself: by its statements, or by a notice for the day alone."""
        claims = [
            lay_out(
                self._said(statement, ordinal, days.kind(ordinal)),
                self._said(statement, ordinal - 1, days.kind(ordinal - 1)),
            )
            for statement in self._begun(ordinal)
        ]
        silent = lay_out(self._exception_on(ordinal) or SILENCE, self._exception_on(ordinal - 1))
        return agree(claims or [silent])

    def _standing_in(self, ordinal: int, days: BankHolidays, own: DaySchedule) -> DaySchedule:
        """What the office makes of it; a notice for the line itself beats that."""
        assert self.office is not None
        if ordinal in self.exceptions:
            return own
        rule = outside_rule(self.office.minutes(ordinal, days))
        edges = lay_out(rule, self._exception_on(ordinal - 1))
        return more_open(own, edges) if self._begun(ordinal) else edges

    def _begun(self, ordinal: int) -> list[Statement]:
        return [s for s in self.statements if not _after(s.valid_from, ordinal)]

    def _said(self, statement: Statement, ordinal: int, kind: DayKind) -> DayRule:
        if _after(statement.valid_from, ordinal):
            return self._exception_on(ordinal) or DayRule((), SILENCE.otherwise)
        return self._exception_on(ordinal) or self._by_rule(statement, ordinal, kind)

    def _by_rule(self, statement: Statement, ordinal: int, kind: DayKind) -> DayRule:
        rule = statement_rule(statement, ordinal, kind)
        return with_christmas(rule, ordinal) if self.bearing.office else rule

    def _exception_on(self, ordinal: int) -> DayRule | None:
        exception = self.exceptions.get(ordinal)
        return exception_rule(exception) if exception else None

    def day_after(self, ordinal: int, days: BankHolidays) -> int | None:
        """The next day whose pattern may differ from this one's; nothing when none ever will."""
        if not self.steady:
            return ordinal + 1
        at = bisect_right(self.marked, ordinal)
        turns = [self.marked[at]] if at < len(self.marked) else []
        if self.heeds_calendar:
            turns.append(days.next_turn(ordinal))
        if self.heeds_christmas:
            turns.append(next_near(ordinal))
        return min(turns, default=None)


def plan_of(hours: Hours) -> CompiledHours:
    """The worked-out form of these hours, made once."""
    plan = hours.worked_out.get("plan")
    if isinstance(plan, CompiledHours):
        return plan
    made = _make_plan(hours)
    hours.worked_out["plan"] = made
    return made


def _make_plan(hours: Hours) -> CompiledHours:
    office = plan_of(hours.outside_of) if hours.outside_of else None
    exceptions = {exception.day.toordinal(): exception for exception in hours.exceptions}
    begins = {s.valid_from.toordinal() for s in hours.statements if s.valid_from}
    begins |= set(office.begins) if office else set()
    marked = {turn for day in exceptions for turn in (day, day + 1)} | begins
    marked |= set(office.marked) if office else set()
    plan = CompiledHours(
        statements=hours.statements, exceptions=exceptions, office=office, bearing=hours.bearing
    )
    plan.marked, plan.begins = tuple(sorted(marked)), tuple(sorted(begins))
    keeps_a_week = _heeds_calendar(hours)
    plan.heeds_calendar = keeps_a_week or (office.heeds_calendar if office else False)
    plan.heeds_christmas = office is not None or (hours.bearing.office and keeps_a_week)
    plan.steady = _is_steady(plan)
    return plan


def _heeds_calendar(hours: Hours) -> bool:
    return any(statement.basis is not Basis.ALWAYS for statement in hours.statements)


def _is_steady(plan: CompiledHours) -> bool:
    if plan.begins:
        return False
    ordinary = BankHolidays(holidays=(), listed_until=date(1, 1, 14), computed_until=date(1, 1, 14))
    first = plan.minutes(2, ordinary)  # a Tuesday: where an office is kept, the look ends here
    if len(first.starts) != 1:
        return False
    return all(plan.minutes(ordinal, ordinary) == first for ordinal in range(3, 9))


def _after(day: date | None, ordinal: int) -> bool:
    return day is not None and day.toordinal() > ordinal


def walk(plan: CompiledHours, moment: int, ordinal: int, days: BankHolidays) -> Iterator[Period]:
    """The stretches from the one that holds `moment` (on that UK day) to the horizon, in order."""
    last = ordinal + HORIZON
    start, edges = midnight(ordinal).second, plan.edges(ordinal, days)
    at = bisect_right(edges.starts, moment - start) - 1
    while True:
        starts, judgements = edges
        for index in range(at, len(starts)):
            yield Period(start + starts[index], ordinal, judgements[index])
        following = plan.day_after(ordinal, days)
        if following is None or following > last:
            return
        ordinal, at = following, 0
        start, edges = midnight(ordinal).second, plan.edges(ordinal, days)


def walk_back(
    plan: CompiledHours, moment: int, ordinal: int, days: BankHolidays
) -> Iterator[Period]:
    """The stretches from the one that holds `moment` back to the horizon, latest first."""
    for day in range(ordinal, ordinal - HORIZON, -1):
        start, edges = midnight(day).second, plan.edges(day, days)
        for since, judgement in zip(
            reversed(edges.starts), reversed(edges.judgements), strict=True
        ):
            if start + since <= moment:
                yield Period(start + since, day, judgement)


def _in_seconds(edges: DaySchedule, ordinal: int) -> DaySchedule:
    if not midnight(ordinal).clocks_change:
        return DaySchedule(tuple(minute * 60 for minute in edges.starts), edges.judgements)
    begins, ends = midnight(ordinal).second, midnight(ordinal + 1).second
    turn, jump = clock_change(begins, ends)
    pieces = [(0, turn - begins, 0), (turn - begins, ends - begins, jump)]
    return merged(
        (max(start, minute * 60 - moved), judgement)
        for start, end, moved in pieces
        for minute, following, judgement in zip(
            edges.starts, (*edges.starts[1:], DAY), edges.judgements, strict=True
        )
        if following * 60 - moved > start and minute * 60 - moved < end
    )
