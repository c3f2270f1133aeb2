"""The list of calls as it grows: one entry a number, merged where one call serves two purposes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop_app.domain.decision.advice import Call, Tier
from desktop_app.domain.decision.candidates import EMERGENCY
from desktop_app.domain.decision.explain import LineStatus, explain
from desktop_app.domain.decision.ranking import STATE_ORDER, Candidate, DecisionContext
from desktop_app.domain.hours.status import Openness, Reason
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.words import listed
from desktop_app.domain.services.service import Form, LineKind, Service, Standing
from desktop_app.domain.situation.pathway import Part
from desktop_app.domain.situation.situation import HAPPENED

FRONT = (Tier.FIRST, Tier.BESIDE)
TIER_ORDER = {Tier.FIRST: 0, Tier.BESIDE: 1, Tier.FALLBACK: 2, Tier.ALSO: 3}


@dataclass(slots=True)
class Use:
    """One thing a number is to be rung for, and the councils it is rung for."""

    candidate: Candidate
    councils: list[Council]


@dataclass(slots=True)
class CallEntry:
    """One number on the page, with everything it is to be rung for; the first use leads."""

    tier: Tier
    uses: list[Use]

    @property
    def candidate(self) -> Candidate:
        """The line as it was first asked for."""
        return self.uses[0].candidate


@dataclass(slots=True)
class CallList:
    """The calls of one answer, gathered tier by tier; a number already listed is not repeated."""

    context: DecisionContext
    councils: tuple[Council, ...] = ()  # those the place may be in; named where there are several
    told: str = HAPPENED.told  # what the place says: "it happened", "the person works"
    before: Mapping[str, str] = field(default_factory=dict)  # by role, read before its number
    entries: dict[str, CallEntry] = field(default_factory=dict)

    @property
    def has_first(self) -> bool:
        """Whether the one call to make is there yet."""
        return any(entry.tier is Tier.FIRST for entry in self.entries.values())

    @property
    def certain_in_front(self) -> bool:
        """Whether somebody among the first and those beside it certainly answers."""
        entries = [entry for entry in self.entries.values() if entry.tier in FRONT]
        return any(entry.candidate.state is Openness.OPEN for entry in entries)

    def add(self, tier: Tier, candidates: Iterable[Candidate]) -> None:
        """Put candidates into a tier, merging any whose number is listed already.

        A number that was listed for less, because another council's office is open or another
        service asked for it, moves up: the use for which it may answer now leads.
        """
        for candidate in candidates:
            held = self.entries.get(candidate.line.number)
            if held is None:
                self.entries[candidate.line.number] = CallEntry(tier, [_use(candidate)])
            elif _moves_up(tier, held, candidate):
                self.entries[candidate.line.number] = _moved_up(tier, held, candidate)
            elif tier is not Tier.FALLBACK or held.tier is Tier.FALLBACK:
                _merge(held, candidate)

    def worded(self, entries: Iterable[CallEntry]) -> tuple[Call, ...]:
        """These entries put into words."""
        return tuple(self._call(entry) for entry in entries)

    def ranked(self) -> list[CallEntry]:
        """All entries, tier by tier; among fallbacks the out-of-hours line of the same team first,
        then those that certainly answer, 999 last of all.
        """
        offices = self._offices_in_front()
        return sorted(self.entries.values(), key=lambda entry: _order(entry, offices))

    def _offices_in_front(self) -> frozenset[str]:
        """The services whose office is the first to ring, or stands beside it."""
        found = (entry.candidate for entry in self.entries.values() if entry.tier in FRONT)
        return frozenset(
            each.service.id for each in found if each.line.kind is LineKind.OFFICE_HOURS
        )

    def _call(self, entry: CallEntry) -> Call:
        found = entry.candidate
        status = self.context.line_status(found.line, found.reading)
        return Call(
            tier=entry.tier,
            purpose=self._later(entry) or self._purpose(entry.uses[0]),
            service=found.service,
            line=found.line,
            reading=found.reading,
            because=self._explained(entry, status),
            council=found.council,
            form=_form(found.service),
            opens=status.opening(),
            also_for=tuple(self._purpose(use) for use in entry.uses[1:]),
            before=self._before(entry),
        )

    def _later(self, entry: CallEntry) -> str:
        """What a lead that is closed now is still good for; empty for every other call."""
        found = entry.candidate
        lead = entry.tier is Tier.ALSO and found.step.part is Part.LEAD
        if not lead or found.state is not Openness.CLOSED:
            return ""
        office = found.line.kind is LineKind.OFFICE_HOURS
        return f"When {'the office' if office else 'it'} is open again"

    def _purpose(self, use: Use) -> str:
        purpose = use.candidate.step.purpose
        names = listed([council.name for council in use.councils], "or")
        if "{council}" in purpose:
            return purpose.replace("{council}", names or "the area")
        if names and not self._everywhere(use):
            return f"If {self.told} in {names}: {_inside_sentence(purpose)}"
        return purpose

    def _everywhere(self, use: Use) -> bool:
        """Whether it is rung for every council the place may be in, and for no other."""
        return tuple(use.councils) == self.councils or set(use.councils) == set(self.councils)

    def _before(self, entry: CallEntry) -> str:
        """What has to be read before any use of this number; mostly no role has any of it."""
        if not self.before:
            return ""
        said = (self.before.get(use.candidate.step.role, "") for use in entry.uses)
        return next(filter(None, said), "")

    def _explained(self, entry: CallEntry, status: LineStatus) -> str:
        found = entry.candidate
        said = explain(status)
        disputed = found.line.standing is Standing.DISPUTED
        if disputed and found.reading.reason is not Reason.NUMBER_DISPUTED:
            said += " Our sources disagree about this number."
        if len(entry.uses) > 1:
            said += " One call to this number serves both."
        return said


def _moves_up(tier: Tier, held: CallEntry, candidate: Candidate) -> bool:
    """Whether a line that may answer now is asked for in a higher place than its number has."""
    return TIER_ORDER[tier] < TIER_ORDER[held.tier] and candidate.state is not Openness.CLOSED


def _moved_up(tier: Tier, held: CallEntry, candidate: Candidate) -> CallEntry:
    """The number in its higher place; the same step for a council whose line is closed goes."""
    others = [use for use in held.uses if use.candidate.step != candidate.step]
    return CallEntry(tier, [_use(candidate), *others])


def _merge(held: CallEntry, candidate: Candidate) -> None:
    """The same step for another council widens its use; another step becomes a further use."""
    for use in held.uses:
        if use.candidate.step == candidate.step:
            break
    else:
        held.uses.append(_use(candidate))
        return
    if candidate.council is None:
        use.councils.clear()  # it serves everywhere: nothing more to say of where
    elif use.councils and candidate.council not in use.councils:
        use.councils.append(candidate.council)


def _use(candidate: Candidate) -> Use:
    return Use(candidate, [candidate.council] if candidate.council else [])


def _order(
    entry: CallEntry, offices: frozenset[str]
) -> tuple[int, bool, bool, tuple[bool, bool, int, int]]:
    fallback = entry.tier is Tier.FALLBACK
    later = not (fallback and _stands_in(entry, offices))
    emergency = fallback and EMERGENCY in entry.candidate.service.roles
    state = STATE_ORDER[entry.candidate.state] if entry.tier is Tier.BESIDE else 0
    weight = (False, False, state, entry.candidate.order)
    if fallback:
        weight = entry.candidate.weight
    return (TIER_ORDER[entry.tier], emergency, later, weight)


def _stands_in(entry: CallEntry, offices: frozenset[str]) -> bool:
    """Whether it is the sound out-of-hours number of a team whose office is to be rung."""
    return any(
        use.candidate.line.kind is LineKind.OUT_OF_HOURS
        and not use.candidate.disputed
        and use.candidate.service.id in offices
        for use in entry.uses
    )


def _form(service: Service) -> Form | None:
    """The form to send: a compulsory one before any other."""
    if not service.forms:
        return None
    return min(service.forms, key=lambda form: not form.compulsory)


def _inside_sentence(purpose: str) -> str:
    """The purpose behind a colon; one of several sentences keeps its own beginning."""
    if ". " in purpose:
        return purpose
    return purpose[0].lower() + purpose[1:]
