"""In which order lines are offered: open for certain, then unknown, then closed. Never a fax."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import NamedTuple

from desktop_app.domain.decision.explain import VOICE, LineStatus
from desktop_app.domain.hours.bank_holidays import SATURDAY, UK, BankHolidays
from desktop_app.domain.hours.status import (
    Basis,
    CachedStatus,
    OpeningStatus,
    Openness,
    PlacedMoment,
    Reason,
    hold,
    placed,
)
from desktop_app.domain.hours.uk_days import instant
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.situation.pathway import Step

WORKING_HOURS = (8, 18)
"""When an office may be answered, as the directory assumes where nobody gives its hours."""
STATE_ORDER = {Openness.OPEN: 0, Openness.UNKNOWN: 1, Openness.CLOSED: 2}


class Candidate(NamedTuple):
    """A line that may be offered, with the step that asks for it and what its hours say now."""

    step: Step
    service: Service
    line: Line
    reading: OpeningStatus
    order: int  # the pathway's own preference; smaller first
    council: Council | None = None

    @property
    def state(self) -> Openness:
        """Whether it answers now."""
        return self.reading.state

    @property
    def disputed(self) -> bool:
        """Whether our sources disagree about the number itself."""
        return self.line.standing is Standing.DISPUTED

    @property
    def silent(self) -> bool:
        """Whether it is a local service of ours and nobody gives the hours of this line."""
        ours = self.service.kept and not self.service.national
        return ours and self.reading.reason is Reason.NOT_PUBLISHED

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """What it is sorted by: a closed line last, a doubtful number behind a sound one."""
        state = self.reading.state
        return (state is Openness.CLOSED, self.disputed, STATE_ORDER[state], self.order)


class HoursCache:
    """What lines' hours said: councils share most lines, and a proof that walks through years meets
    each again long before its hours change.

    Kept by identity, which is twenty times as quick as by value; each line is held with it, because
    the identity of a line that is gone is given to another, which would keep the first one's hours.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Line, CachedStatus]] = {}

    def known(self, line: Line, second: int) -> CachedStatus | None:
        """What is known of its hours and still holds; later seconds only, never earlier ones."""
        kept = self._kept.get(id(line))
        if kept is None or (kept[1].until is not None and kept[1].until <= second):
            return None
        return kept[1]

    def keep(self, line: Line, held: CachedStatus) -> CachedStatus:
        """Know this already; hands it back."""
        self._kept[id(line)] = line, held
        return held


@dataclass(frozen=True, slots=True)
class DecisionContext:
    """One moment at which lines are looked at; every reading of one answer is taken from it."""

    moment: datetime
    days: BankHolidays
    clock_doubted: bool = False
    cache: HoursCache = field(default_factory=HoursCache)
    sorted_lines: dict[str, list[tuple[Line, OpeningStatus]]] = field(default_factory=dict)
    _at: PlacedMoment = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_at", placed(self.moment))

    def status_of(self, line: Line) -> OpeningStatus:
        """What the hours say now; by a doubted clock only a day-and-night line is certain."""
        reading = self._cached(line).reading
        if self.clock_doubted and reading.basis is not Basis.ALWAYS:
            return reading._replace(state=Openness.UNKNOWN, until=None, then=None)
        return reading

    def change(self, lines: Iterable[Line]) -> datetime | None:
        """The first instant (UK time) after this moment at which one of them may read otherwise."""
        turns = [until for line in lines if (until := self._cached(line).until) is not None]
        return instant(min(turns)) if turns and self._at.sane else None

    def _cached(self, line: Line) -> CachedStatus:
        known = self.cache.known(line, self._at.second)
        if known is not None:
            return known
        return self.cache.keep(line, hold(line.hours, self._at, self.days))

    @property
    def working_day(self) -> bool:
        """Whether it is the day on which an office whose hours nobody gives may well answer."""
        at = self.moment.astimezone(UK)
        ordinary = at.weekday() < SATURDAY and not self.days.named(at.date())
        return ordinary and WORKING_HOURS[0] <= at.hour < WORKING_HOURS[1]

    @property
    def working_day_turns(self) -> datetime:
        """When the hours of that day next begin or end (UK time), whatever day it is."""
        at = self.moment.astimezone(UK)
        hour = next((hour for hour in WORKING_HOURS if hour > at.hour), None)
        day = at.date() if hour else at.date() + timedelta(days=1)
        return datetime.combine(day, time(hour or WORKING_HOURS[0]), UK)

    def line_status(self, line: Line, reading: OpeningStatus) -> LineStatus:
        """The line and its reading, ready for the sentence about them."""
        return LineStatus(line, reading, self.moment, self._at, self.days, self.clock_doubted)

    def candidates(
        self, step: Step, services: Iterable[Service], start: int, council: Council | None = None
    ) -> list[Candidate]:
        """Every line of these services a person can speak on, in order of preference."""
        found: list[Candidate] = []
        for service in services:
            for line, reading in self._lines(service):
                order = start + len(found)
                found.append(Candidate(step, service, line, reading, order, council))
        return found

    def _lines(self, service: Service) -> list[tuple[Line, OpeningStatus]]:
        known = self.sorted_lines.get(service.id)
        if known is None:
            spoken = [line for line in service.lines if line.kind in VOICE and line.recommendable]
            known = [(line, self.status_of(line)) for line in spoken]
            if len(known) > 1:
                by_day = not service.kept and self.working_day
                known.sort(
                    key=lambda pair: (
                        pair[0].standing is Standing.DISPUTED,
                        _guess(*pair, by_day=by_day),
                    )
                )
            self.sorted_lines[service.id] = known
        return known


def _guess(line: Line, reading: OpeningStatus, *, by_day: bool = False) -> int:
    """Which of two uncertain lines is the likelier to answer: smaller is likelier.

    When sources disagree the first of them, the newest, has the office open. On a bank holiday,
    early or late in an assumed day, the out-of-hours team is the likelier. `by_day`: the hours of
    neither are stated, and an office would be open now.
    """
    if reading.state is not Openness.UNKNOWN:
        return STATE_ORDER[reading.state]
    trusts_office = reading.reason is Reason.SOURCES_DISAGREE or by_day
    if line.kind is LineKind.OFFICE_HOURS:
        return 0 if trusts_office else 2
    return 1


def split_front(
    leads: Sequence[Candidate], *, working_day: bool = True
) -> tuple[Candidate, list[Candidate], list[Candidate]]:
    """Part the leads into the first, those to show beside it, and the rest in order of weight.

    Outside the working day no local service whose hours nobody gives stands beside the first.
    """
    if len(leads) == 1:
        return leads[0], [], []
    ranked = sorted(leads, key=lambda candidate: candidate.weight)
    first, beside = ranked[0], list[Candidate]()
    shown = {_place(first)}
    for candidate in ranked[1:]:
        if _place(candidate) in shown or (not working_day and candidate.silent):
            continue
        if _belongs_beside(candidate, first):
            beside.append(candidate)
            shown.add(_place(candidate))
    rest = [candidate for candidate in ranked[1:] if candidate not in beside]
    return first, beside, rest


def _place(candidate: Candidate) -> tuple[str, LineKind]:
    """One line of each kind is enough at the front of the page; second lines follow below."""
    return candidate.service.id, candidate.line.kind


def _belongs_beside(candidate: Candidate, first: Candidate) -> bool:
    """Uncertain where the first is uncertain too, or where it would have come before it."""
    if candidate.disputed or candidate.state is not Openness.UNKNOWN:
        return False
    return first.state is Openness.UNKNOWN or candidate.order < first.order


def best_of(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The line to offer of each service, and with it every other kind that is just as uncertain."""
    by_service: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_service.setdefault(candidate.service.id, []).append(candidate)
    chosen: list[Candidate] = []
    for own in by_service.values():
        if len(own) == 1:
            chosen += own
            continue
        first, beside, rest = split_front(own)
        chosen += [first, *(other for other in beside if first.state is Openness.UNKNOWN)]
        if first.disputed:  # never a doubtful number without the sound one
            chosen += [other for other in rest if not other.disputed][:1]
        elif first.state is Openness.UNKNOWN:  # nobody is certain of the sound one: both, in order
            chosen += [other for other in rest if _disputes(other, first)][:1]
    return chosen


def _disputes(other: Candidate, first: Candidate) -> bool:
    """Whether this is the number that other sources give for the same line."""
    return other.disputed and other.line.kind is first.line.kind


def without_closed_offices(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out a closed line of a service that has another which may answer: it costs a call."""
    answering = {found.service.id for found in candidates if found.state is not Openness.CLOSED}
    return [
        found
        for found in candidates
        if found.state is not Openness.CLOSED or found.service.id not in answering
    ]
