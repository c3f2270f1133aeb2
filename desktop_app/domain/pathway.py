"""Which services a situation calls for: rules as data, put together here and nowhere else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.area import WhereStatus
from desktop_app.domain.situation import Circumstance, Concern, Situation


class Part(StrEnum):
    """What a service does in an answer: the one to ring, if nobody answers, others to involve."""

    LEAD = "lead"
    FALLBACK = "fallback"
    ALSO = "also"


@dataclass(frozen=True, slots=True)
class Step:
    """Ring whoever plays this role, and why."""

    role: str
    part: Part
    purpose: str
    equal: bool = (
        False  # as prominent as the first: the rule asks for both, or nobody can say which
    )


@dataclass(frozen=True, slots=True)
class Pathway:
    """The steps for one concern: with a council known, and when there is none of ours to ring."""

    concern: Concern
    local: tuple[Step, ...]
    elsewhere: tuple[Step, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one circumstance changes: steps it adds, roles it takes out, what must be said."""

    circumstance: Circumstance
    concerns: frozenset[Concern]
    steps: tuple[Step, ...]
    without: frozenset[str] = frozenset()
    note: str = ""
    serving: str = ""  # leave out services meant for others: "men" drops those for women alone


@dataclass(frozen=True, slots=True)
class Route:
    """The steps for one situation, in order, each role once, with what else must be said."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    serving: str = ""

    def part(self, part: Part) -> tuple[Step, ...]:
        """The steps of one part, in order."""
        return tuple(step for step in self.steps if step.part is part)


@dataclass(frozen=True, slots=True)
class Pathways:
    """Every pathway and every rule of the directory."""

    pathways: Mapping[Concern, Pathway]
    rules: tuple[Rule, ...] = ()

    def route(self, situation: Situation) -> Route:
        """The steps this situation calls for; KeyError when the directory has no such pathway."""
        pathway = self.pathways[situation.concern]
        ours = situation.where.status in (WhereStatus.KNOWN, WhereStatus.SEVERAL)
        rules = [rule for rule in self.rules if _applies(rule, situation)]
        steps = [step for rule in rules for step in rule.steps]
        steps += pathway.local if ours else pathway.elsewhere
        without = frozenset[str]().union(*(rule.without for rule in rules))
        notes = [pathway.note, *(rule.note for rule in rules)]
        serving = next((rule.serving for rule in rules if rule.serving), "")
        return Route(_once(steps, without), tuple(note for note in notes if note), serving)


def _applies(rule: Rule, situation: Situation) -> bool:
    told = rule.circumstance in situation.circumstances
    return told and situation.concern in rule.concerns


_WEIGHT = {Part.LEAD: 0, Part.ALSO: 1, Part.FALLBACK: 2}


def _once(steps: Iterable[Step], without: frozenset[str]) -> tuple[Step, ...]:
    """Keep each role's weightiest step; what a rule adds stands before the pathway's own."""
    kept: dict[str, Step] = {}
    for step in steps:
        held = kept.get(step.role)
        if step.role in without:
            continue
        if held is None or _WEIGHT[step.part] < _WEIGHT[held.part]:
            kept[step.role] = step
    return tuple(kept.values())
