"""The list of calls as it grows: one entry a number, merged where one call serves two purposes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.domain.advice import Call, Tier
from desktop_app.domain.area import Council
from desktop_app.domain.because import because
from desktop_app.domain.ranking import Candidate, Desk
from desktop_app.domain.service import Form, Service, Standing

EMERGENCY = "emergency"
TIER_ORDER = {Tier.FIRST: 0, Tier.BESIDE: 1, Tier.FALLBACK: 2, Tier.ALSO: 3}


@dataclass(slots=True)
class Entry:
    """One number on the page, with everything it is to be rung for."""

    tier: Tier
    candidate: Candidate
    councils: list[Council] = field(default_factory=list)
    twins: list[Candidate] = field(default_factory=list)


@dataclass(slots=True)
class CallList:
    """The calls of one answer, gathered tier by tier; a number already listed is not repeated."""

    desk: Desk
    name_councils: bool
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def has_first(self) -> bool:
        """Whether the one call to make is there yet."""
        return any(entry.tier is Tier.FIRST for entry in self.entries.values())

    def add(self, tier: Tier, candidates: Iterable[Candidate]) -> None:
        """Put candidates into a tier, merging any whose number is listed already."""
        for candidate in candidates:
            held = self.entries.get(candidate.line.number)
            if held is None:
                entry = Entry(tier, candidate, _councils(candidate))
                self.entries[candidate.line.number] = entry
            elif tier is not Tier.FALLBACK:
                _merge(held, candidate)

    def calls(self) -> tuple[Call, ...]:
        """All calls, tier by tier; fallbacks that certainly answer first, 999 last of all."""
        ranked = sorted(self.entries.values(), key=_order)
        return tuple(self._call(entry) for entry in ranked)

    def _call(self, entry: Entry) -> Call:
        found = entry.candidate
        return Call(
            entry.tier,
            self._purpose(found, entry.councils),
            found.service,
            found.line,
            found.reading,
            self._because(entry),
            found.council,
            _form(found.service),
            self.desk.seen(found.line, found.reading).opening(),
            tuple(self._purpose(twin, _councils(twin)) for twin in entry.twins),
        )

    def _purpose(self, found: Candidate, councils: list[Council]) -> str:
        names = _either([council.name for council in councils])
        if "{council}" in found.step.purpose:
            return found.step.purpose.replace("{council}", names or "the area")
        if self.name_councils and names:
            return f"If it happened in {names}: {_inside_sentence(found.step.purpose)}"
        return found.step.purpose

    def _because(self, entry: Entry) -> str:
        found = entry.candidate
        said = because(self.desk.seen(found.line, found.reading))
        if found.line.standing is Standing.DISPUTED:
            said += " Our sources disagree about this number."
        if entry.twins:
            said += " One call to this number serves both."
        return said


def _merge(held: Entry, candidate: Candidate) -> None:
    """The same step for another council widens the entry; another step becomes a second purpose."""
    if held.candidate.step == candidate.step:
        new = [council for council in _councils(candidate) if council not in held.councils]
        held.councils += new
    elif all(twin.step != candidate.step for twin in held.twins):
        held.twins.append(candidate)


def _councils(candidate: Candidate) -> list[Council]:
    return [candidate.council] if candidate.council else []


def _order(entry: Entry) -> tuple[int, bool, tuple[bool, bool, int, int]]:
    fallback = entry.tier is Tier.FALLBACK
    emergency = fallback and EMERGENCY in entry.candidate.service.roles
    order = entry.candidate.order
    weight = entry.candidate.weight if fallback else (False, False, 0, order)
    return (TIER_ORDER[entry.tier], emergency, weight)


def _form(service: Service) -> Form | None:
    """The form to send: a compulsory one before any other."""
    ranked = sorted(service.forms, key=lambda form: not form.compulsory)
    return ranked[0] if ranked else None


def _inside_sentence(purpose: str) -> str:
    return purpose[0].lower() + purpose[1:]


def _either(names: list[str]) -> str:
    """Names in a row: one alone, two joined by "or", more with commas before it."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"
