"""One line on one day: which minutes it is open, closed or unknown, and why.

Every claim about the line's hours is first laid out alone (`marks`), with last night's hours
running on past midnight, and only then are the claims held against each other. Were they compared
day by day first, "Thu 22:00-02:00" would seem to contradict "Thu 22:00-24:00, Fri 00:00-02:00".
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import DayKind
from desktop_app.domain.hours.christmas import closure
from desktop_app.domain.hours.statements import (
    DAY,
    Basis,
    DatedException,
    HolidayRule,
    Openness,
    Reason,
    Statement,
)

WEIGHT = {Openness.CLOSED: 0, Openness.UNKNOWN: 1, Openness.OPEN: 2}
"""Where hours of two days overlap, the more open one holds: last night's shift still answers."""

DULL_REASONS = frozenset({Reason.OUTSIDE_HOURS, Reason.ALWAYS})


class PeriodState(NamedTuple):
    """What holds for a stretch of time: the state, what it rests on, and why."""

    state: Openness
    basis: Basis
    reason: Reason
    carried: bool = False
    """True when the day before decides, because its hours run past midnight."""
    documents: tuple[str, ...] = ()
    note: str = ""
    dated: date | None = None
    """How new the newest source that says so is; nothing when none of them shows a date."""


class DaySchedule(NamedTuple):
    """A day cut into stretches: where each starts (units as the maker says), and what holds."""

    starts: tuple[int, ...]
    judgements: tuple[PeriodState, ...]


class Interval(NamedTuple):
    """A stretch of minutes of a day with one state."""

    start: int
    end: int
    judgement: PeriodState


class DayRule(NamedTuple):
    """What one claim says about one day: its marked stretches, and what holds between them."""

    marks: tuple[Interval, ...]
    otherwise: PeriodState


def statement_rule(statement: Statement, ordinal: int, kind: DayKind) -> DayRule:
    """What one statement says about the day with this ordinal and this place in the calendar."""
    documents = (statement.document,) if statement.document else ()

    def judged(state: Openness, reason: Reason) -> PeriodState:
        dated = statement.dated
        return PeriodState(
            state=state, basis=statement.basis, reason=reason, documents=documents, dated=dated
        )

    if statement.basis is Basis.ALWAYS:
        return DayRule((), judged(Openness.OPEN, Reason.ALWAYS))
    spans = statement.week[(ordinal - 1) % 7]
    if kind is DayKind.HOLIDAY and statement.bank_holidays is HolidayRule.CLOSED and spans:
        return DayRule((), judged(Openness.CLOSED, Reason.BANK_HOLIDAY_CLOSED))
    inside = judged(*_inside(statement.bank_holidays, kind))
    marks = tuple(Interval(span.opens, span.closes, inside) for span in spans)
    return DayRule(marks, judged(Openness.CLOSED, Reason.OUTSIDE_HOURS))


def _inside(rule: HolidayRule, kind: DayKind) -> tuple[Openness, Reason]:
    if kind is DayKind.UNCOVERED:
        return Openness.UNKNOWN, Reason.CALENDAR_ENDED
    if kind is DayKind.ORDINARY or rule is HolidayRule.AS_USUAL:
        return Openness.OPEN, Reason.IN_HOURS
    if kind is DayKind.HOLIDAY:
        return Openness.UNKNOWN, Reason.BANK_HOLIDAY_NOT_STATED
    return Openness.UNKNOWN, Reason.CHRISTMAS_AT_WEEKEND


def exception_rule(exception: DatedException) -> DayRule:
    """What a dated exception says about its day: open in its spans, closed otherwise."""
    documents = (exception.document,) if exception.document else ()

    def judged(state: Openness) -> PeriodState:
        basis, reason = Basis.PUBLISHED, Reason.EXCEPTION
        note, dated = exception.note, exception.day  # a notice about a day is as new as the day
        return PeriodState(
            state=state, basis=basis, reason=reason, documents=documents, note=note, dated=dated
        )

    opened = judged(Openness.OPEN)
    marks = tuple(Interval(span.opens, span.closes, opened) for span in exception.spans)
    return DayRule(marks, judged(Openness.CLOSED))


def outside_rule(office: DaySchedule) -> DayRule:
    """What an out-of-hours line does on a day when its office has these edges (in minutes)."""
    ends = (*office.starts[1:], DAY)
    marks = tuple(
        Interval(start, end, _outside(judgement))
        for start, end, judgement in zip(office.starts, ends, office.judgements, strict=True)
    )
    return DayRule(marks, marks[0].judgement)


def _outside(office: PeriodState) -> PeriodState:
    state, reason = {
        Openness.OPEN: (Openness.CLOSED, Reason.OFFICE_OPEN),
        Openness.CLOSED: (Openness.OPEN, Reason.OFFICE_CLOSED),
        Openness.UNKNOWN: (Openness.UNKNOWN, Reason.OFFICE_UNKNOWN),
    }[office.state]
    carried, documents, dated = office.carried, office.documents, office.dated
    return PeriodState(
        state=state,
        basis=Basis.DERIVED,
        reason=reason,
        carried=carried,
        documents=documents,
        dated=dated,
    )


def with_christmas(rule: DayRule, ordinal: int) -> DayRule:
    """The same day of an office: not certain while it may be shut for Christmas."""
    begins, ends = closure(ordinal)
    if begins >= ends:
        return rule
    return DayRule(
        tuple(part for mark in rule.marks for part in _doubted(mark, begins, ends)), rule.otherwise
    )


def _doubted(mark: Interval, begins: int, ends: int) -> Iterator[Interval]:
    """What stands before the closure, in it and after it; what is no promise to open is kept."""
    if mark.judgement.state is not Openness.OPEN:
        yield mark
        return
    shut = mark.judgement._replace(
        state=Openness.UNKNOWN, reason=Reason.CHRISTMAS_CLOSURE, carried=False
    )
    for start, end, judgement in (
        (mark.start, min(mark.end, begins), mark.judgement),
        (max(mark.start, begins), min(mark.end, ends), shut),
        (max(mark.start, ends), mark.end, mark.judgement),
    ):
        if start < end:
            yield Interval(start, end, judgement)


def more_open(own: DaySchedule, standing_in: DaySchedule) -> DaySchedule:
    """A line with hours of its own that stands in for an office as well: it answers in either."""
    cuts = sorted({*own.starts, *standing_in.starts})
    pairs = ((cut, _at(own, cut), _at(standing_in, cut)) for cut in cuts)
    return merged(
        (cut, max(mine, theirs, key=lambda judgement: WEIGHT[judgement.state]))
        for cut, mine, theirs in pairs
    )


def without_promise(edges: DaySchedule) -> DaySchedule:
    """The same day of a number that sources disagree about: it is never said to be open."""
    return merged(
        (start, _disputed(judgement))
        for start, judgement in zip(edges.starts, edges.judgements, strict=True)
    )


def _disputed(judgement: PeriodState) -> PeriodState:
    if judgement.state is not Openness.OPEN:
        return judgement
    return judgement._replace(state=Openness.UNKNOWN, reason=Reason.NUMBER_DISPUTED)


SILENCE = DayRule(
    (), PeriodState(state=Openness.UNKNOWN, basis=Basis.NONE, reason=Reason.NOT_PUBLISHED)
)
"""What is known about a day when nobody published any hours."""


def lay_out(today: DayRule, before: DayRule | None) -> DaySchedule:
    """One claim about one day, in minutes after midnight, with the night before running on."""
    marks = [*today.marks, *_running_on(before)]
    cuts = sorted({0, *(cut for mark in marks for cut in mark[:2] if 0 <= cut < DAY)})
    return merged((cut, _strongest(cut, marks, today.otherwise)) for cut in cuts)


def _running_on(before: DayRule | None) -> list[Interval]:
    if before is None:
        return []
    return [
        Interval(
            max(mark.start - DAY, 0),
            mark.end - DAY,
            mark.judgement._replace(carried=True),
        )
        for mark in before.marks
        if mark.end > DAY
    ]


def _strongest(minute: int, marks: Sequence[Interval], otherwise: PeriodState) -> PeriodState:
    hits = [mark.judgement for mark in marks if mark.start <= minute < mark.end]
    return max(hits or [otherwise], key=lambda judgement: WEIGHT[judgement.state])


def agree(claims: Sequence[DaySchedule]) -> DaySchedule:
    """What several claims about one day come to: certain where they agree, else unknown."""
    if len(claims) == 1:
        return claims[0]
    cuts = sorted({start for claim in claims for start in claim.starts})
    return merged((cut, _held_together([_at(claim, cut) for claim in claims])) for cut in cuts)


def _at(claim: DaySchedule, minute: int) -> PeriodState:
    return next(
        judgement
        for start, judgement in zip(reversed(claim.starts), reversed(claim.judgements), strict=True)
        if start <= minute
    )


def _held_together(voices: Sequence[PeriodState]) -> PeriodState:
    states = {voice.state for voice in voices}
    told = next((voice for voice in voices if voice.reason not in DULL_REASONS), voices[0])
    state, reason, carried = told.state, told.reason, told.carried
    if len(states) > 1:
        state = Openness.UNKNOWN
        doubtful = next((voice for voice in voices if voice.state is state), None)
        reason = doubtful.reason if doubtful else _quarrel(voices)
        carried = (doubtful or told).carried
    documents = tuple(dict.fromkeys(name for voice in voices for name in voice.documents))
    dated = max((voice.dated for voice in voices if voice.dated), default=None)
    return PeriodState(
        state=state,
        basis=_shared_basis(voices),
        reason=reason,
        carried=carried,
        documents=documents,
        note=told.note,
        dated=dated,
    )


def _quarrel(voices: Sequence[PeriodState]) -> Reason:
    """Published hours against an assumption of ours are a gap, not a quarrel between sources."""
    assumed = any(voice.basis is Basis.ASSUMED for voice in voices)
    return Reason.ASSUMED_BETWEEN if assumed else Reason.SOURCES_DISAGREE


def _shared_basis(voices: Sequence[PeriodState]) -> Basis:
    bases = {voice.basis for voice in voices}
    return voices[0].basis if len(bases) == 1 else Basis.PUBLISHED


def merged(stretches: Iterable[tuple[int, PeriodState]]) -> DaySchedule:
    """Stretches in order, with neighbours that say the same made one."""
    starts: list[int] = []
    judgements: list[PeriodState] = []
    for start, judgement in stretches:
        if not judgements or judgements[-1] != judgement:
            starts.append(start)
            judgements.append(judgement)
    return DaySchedule(tuple(starts), tuple(judgements))
