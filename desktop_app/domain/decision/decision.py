"""Who do I call now? A pure function of what was told, the directory and the moment.

The rules, each with the function that keeps it:

1. Open for certain comes before unknown, unknown before closed; a disputed number comes behind a
   sound one (`ranking.Candidate.weight`). Never a fax, never a replaced number (`ranking`).
2. Each council the place may be in has its own first line; the front door of a council elsewhere is
   first, national lines beside it (`_listed`, `door_order`).
3. Where every lead is closed, a line that may answer leads, 999 only for want of any (`_instead`).
4. A first line that may not answer never stands alone (`_stand_ins`).
5. Who has to be told as well stands beside the first, whether open or not (`_put_others`).
6. A place nobody knows: every council's line, none left out (`_put_councils`), eight calls in
   sight (`folding`). One that may be mistyped: the other council's lines below (`_put_doubtful`).
7. Written lines are for who cannot ring (`_put_written`).
8. Every answer ends in lines to ring if nobody answers (`_listed`), and holds until the first
   instant at which any line that was looked at may change (`_valid_until`).
"""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.calls import CallList
from desktop_app.domain.decision.candidates import EMERGENCY, Candidates
from desktop_app.domain.decision.cautions import (
    MOST_LISTED,
    cautions,
    day_turns,
    notes_on,
    notes_on_local_help,
)
from desktop_app.domain.decision.door_order import (
    doors_turn,
    notes_on_doors,
    put_doors,
    put_doors_beside,
)
from desktop_app.domain.decision.folding import split
from desktop_app.domain.decision.ranking import (
    Candidate,
    DecisionContext,
    HoursCache,
    best_of,
    split_front,
    without_closed_offices,
)
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.hours.typed_moment import earliest
from desktop_app.domain.places.councils import Council, WhereStatus, elsewhere
from desktop_app.domain.services.bodies import Bodies
from desktop_app.domain.services.directory import NATIONWIDE, Directory
from desktop_app.domain.services.service import LineKind
from desktop_app.domain.services.trust import Finding, Severity
from desktop_app.domain.situation.pathway import Part
from desktop_app.domain.situation.situation import Circumstance, Situation, place_asked


def advise(
    situation: Situation,
    directory: Directory,
    moment: datetime,
    doubts: Sequence[Finding] = (),
) -> Advice:
    """Say whom to ring now, in order and why.

    `moment` is aware; hours are judged in UK time. `doubts` are what speaks against the clock:
    a serious one leaves nothing certain but the lines that answer day and night. KeyError when
    the directory has no pathway for the concern; compiling it makes sure that it has.
    """
    doubted = any(doubt.severity is Severity.DOUBT for doubt in doubts)
    context = DecisionContext(moment.astimezone(UK), directory.bank_holidays(), doubted)
    candidates, listed = _work_out(situation, directory, context)
    day, theirs = context.moment.date(), elsewhere(situation.where)
    bodies = directory.bodies() if theirs else Bodies()
    unknown = situation.where.status is WhereStatus.UNKNOWN
    in_sight, behind = split(listed.ranked()) if unknown else (listed.ranked(), [])
    local_help = notes_on_local_help(situation)
    doors = notes_on_doors(candidates)
    notes = (*candidates.route.notes, *local_help, *doors, *notes_on(candidates))
    turns = (day_turns(candidates), doors_turn(candidates), bodies.next_turn(theirs, day))
    return Advice(
        situation=situation,
        moment=context.moment,
        calls=listed.worded(in_sight),
        more=listed.worded(behind),
        warnings=cautions(
            situation,
            candidates,
            doubts,
            bodies.sentences(situation.where.councils, day),
            folded=bool(behind),
        ),
        notes=tuple(dict.fromkeys(note for note in (situation.where.text, *notes) if note)),
        valid_until=earliest((_valid_until(candidates), *turns)),
        answering=tuple(there for council in theirs if (there := bodies.of(council, day))),
    )


def decide(
    situation: Situation, directory: Directory, moment: datetime, cache: HoursCache
) -> tuple[CallList, datetime | None]:
    """The same decision before it is put into words, and when it may change.

    `cache` may be handed on from one moment to a later one, never back.
    """
    context = DecisionContext(moment.astimezone(UK), directory.bank_holidays(), cache=cache)
    candidates, listed = _work_out(situation, directory, context)
    return listed, _valid_until(candidates)


def _work_out(
    situation: Situation, directory: Directory, context: DecisionContext
) -> tuple[Candidates, CallList]:
    route = directory.pathways().route(situation)
    roles = tuple(dict.fromkeys(step.role for step in route.steps))
    for place in [council.code for council in situation.where.councils] or [NATIONWIDE]:
        directory.expect(roles, place)
    candidates = Candidates(directory=directory, context=context, route=route)
    return candidates, _listed(situation, candidates)


def _listed(situation: Situation, candidates: Candidates) -> CallList:
    status, councils = situation.where.status, situation.where.councils
    ours = tuple(council for council in councils if council.inside)
    theirs = elsewhere(situation.where)
    told = place_asked(situation.concern).told
    before = candidates.route.before
    listed = CallList(candidates.context, councils=councils, told=told, before=before)
    if ours:
        for council in ours:
            _put_front(listed, candidates, council)
        put_doors_beside(listed, candidates, theirs)
    else:
        put = [put_doors(listed, candidates, council) for council in theirs]
        if True not in put:
            _put_front(listed, candidates, None)
    places: tuple[Council | None, ...] = ours + theirs or (None,)
    for place in places:
        _put_others(listed, candidates, place)
    if status is WhereStatus.UNKNOWN:
        _put_councils(listed, candidates)
    _put_doubtful(listed, candidates, situation)
    if Circumstance.DEAF in situation.circumstances:
        _put_written(listed, candidates, places)
    for place in places:
        listed.add(Tier.FALLBACK, without_closed_offices(candidates.part(Part.FALLBACK, place)))
    return listed


def _put_front(listed: CallList, candidates: Candidates, place: Council | None) -> None:
    """The one to ring in this council, and what stands beside it."""
    leads = candidates.part(Part.LEAD, place)
    answering = [lead for lead in leads if lead.state is not Openness.CLOSED]
    ranked = leads if answering else _instead(candidates, place)
    first, beside, rest = split_front(ranked, working_day=candidates.context.working_day)
    if not listed.has_first:
        listed.add(Tier.FIRST, [first])
    elif first.step.role != EMERGENCY:  # 999 for want of another ends the answer, as ever
        listed.add(Tier.BESIDE, [first])
    listed.add(Tier.BESIDE, beside or _stand_ins(candidates, place, first))
    for candidate in rest if answering else [*leads, *rest]:
        listed.add(_tier_behind(candidate, first), [candidate])


def _stand_ins(candidates: Candidates, place: Council | None, first: Candidate) -> list[Candidate]:
    """Who stands beside a first that may not answer and is alone: the first fallback that may."""
    if first.state is not Openness.UNKNOWN:
        return []
    others = [found for found in _instead(candidates, place) if found.step.role != EMERGENCY]
    return best_of(others)[:1]


def _instead(candidates: Candidates, place: Council | None) -> list[Candidate]:
    """Who leads when every lead is closed: the fallbacks that may answer, 999 only after them."""
    fallbacks = candidates.part(Part.FALLBACK, place)
    others = [found for found in fallbacks if found.step.role != EMERGENCY]
    return [found for found in others if found.state is not Openness.CLOSED] or fallbacks


def _tier_behind(candidate: Candidate, first: Candidate) -> Tier:
    """A lead that is not the first: to try if nobody answers, or, when it is closed, for later."""
    own_night_line = (
        candidate.service.id == first.service.id and candidate.line.kind is LineKind.OUT_OF_HOURS
    )
    closed = candidate.state is Openness.CLOSED and not own_night_line
    return Tier.ALSO if closed else Tier.FALLBACK


def _put_others(listed: CallList, candidates: Candidates, place: Council | None) -> None:
    """Those who have to be told as well, and others to involve."""
    for part in (Part.LEAD, Part.ALSO):
        equal = candidates.part(part, place, equal=True)
        if not equal:
            continue
        beside, behind = _certain_first(best_of(equal))
        listed.add(Tier.BESIDE, beside)
        listed.add(Tier.ALSO, behind)
        night = [found for found in equal if found.line.kind is LineKind.OUT_OF_HOURS]
        listed.add(Tier.FALLBACK, night)
    listed.add(Tier.ALSO, best_of(candidates.part(Part.ALSO, place)))


def _certain_first(equal: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Where one service certainly answers for a step, others that may not stand behind it."""
    certain = {found.step for found in equal if found.state is Openness.OPEN}
    beside = [found for found in equal if found.state is Openness.OPEN or found.step not in certain]
    return beside, [found for found in equal if found not in beside]


def _put_doubtful(listed: CallList, candidates: Candidates, situation: Situation) -> None:
    """The lines of the councils it would be, were the place typed with a typo: below the others.

    Services of theirs that have no number are not told: the answer goes by the other council.
    """
    where, met = situation.where, dict(candidates.met)
    named = dict.fromkeys(council for doubt in where.doubts for council in doubt.councils)
    steps = [step for step in candidates.route.steps if step.part is not Part.FALLBACK]
    for council in named:
        if council not in where.councils:
            own = [step for step in steps if candidates.local_only(step)]
            lines = [found for step in own for found in candidates.step(step, council)]
            listed.add(Tier.ALSO, best_of(lines))
    candidates.met = met


def _put_councils(listed: CallList, candidates: Candidates) -> None:
    """When nobody knows where it happened, every council's own line, none of them left out.

    Where no line that serves everywhere certainly answers, those that do stand beside it. Of more
    councils than can be told apart none is listed: a name or a postcode has to say which.
    """
    councils = candidates.directory.councils()
    if len(councils) > MOST_LISTED:
        return
    certain = listed.certain_in_front
    for step in candidates.route.steps:
        if step.part is Part.FALLBACK or not candidates.local_only(step):
            continue
        for council in councils:
            for found in best_of(candidates.step(step, council)):
                beside = not certain and found.state is Openness.OPEN
                listed.add(Tier.BESIDE if beside else Tier.ALSO, [found])


def _put_written(
    listed: CallList, candidates: Candidates, places: Sequence[Council | None]
) -> None:
    for step in candidates.route.steps:
        for place in places:
            listed.add(Tier.ALSO, candidates.written(step, place))


def _valid_until(candidates: Candidates) -> datetime | None:
    """The first instant at which any line looked at may change, and with it the answer."""
    lines = {id(found.line): found.line for found in candidates.looked}
    change = candidates.context.change(lines.values())
    if any(found.silent or not found.service.kept for found in candidates.looked):
        return earliest((change, candidates.context.working_day_turns))
    return change
