"""Which services a situation calls for: rules as data, put together here and nowhere else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation


class Part(StrEnum):
    """What a service does in an answer: the one to ring, if nobody answers, others to involve."""

    LEAD = "lead"
    FALLBACK = "fallback"
    ALSO = "also"


class Step(NamedTuple):
    """Ring whoever plays this role, and why."""

    role: str
    part: Part
    purpose: str
    equal: bool = (
        False  # as prominent as the first: the rule asks for both, or nobody can say which
    )


class Pathway(NamedTuple):
    """The steps for one concern: with a council known, and when there is none of ours to ring."""

    concern: Concern
    local: tuple[Step, ...]
    elsewhere: tuple[Step, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one circumstance changes: steps it adds, roles it takes out, what must be said.

    A rule may wait for more than one circumstance, end once another is told, and count in some
    councils only; without a circumstance it holds from the start.
    """

    circumstance: Circumstance | None
    concerns: frozenset[Concern]
    steps: tuple[Step, ...]
    without: frozenset[str] = frozenset()
    note: str = ""
    serving: str = ""  # leave out services meant for others: "men" drops those for women alone
    together: frozenset[Circumstance] = frozenset()  # have to be told as well
    unless: frozenset[Circumstance] = frozenset()  # any of them ends the rule
    places: frozenset[str] = frozenset()  # short names of councils; none: everywhere
    before: Mapping[str, str] = field(default_factory=dict)  # what to read before ringing a role

    def applies(self, situation: Situation) -> bool:
        """Whether this rule counts for what was told."""
        told = situation.circumstances
        return (
            situation.concern in self.concerns
            and (self.circumstance is None or self.circumstance in told)
            and self.together <= told
            and self.unless.isdisjoint(told)
            and self._counts_in(situation.where)
        )

    def _counts_in(self, where: Whereabouts) -> bool:
        return not self.places or any(council.slug in self.places for council in where.councils)


@dataclass(frozen=True, slots=True)
class Route:
    """The steps for one situation, in order, each role once, with what else must be said."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    serving: str = ""
    before: Mapping[str, str] = field(default_factory=dict)  # by role, read before its number


class Pathways(NamedTuple):
    """Every pathway and every rule of the directory."""

    pathways: Mapping[Concern, Pathway]
    rules: tuple[Rule, ...] = ()

    def route(self, situation: Situation) -> Route:
        """The steps this situation calls for; KeyError when the directory has no such pathway."""
        pathway = self.pathways[situation.concern]
        rules = [rule for rule in self.rules if rule.applies(situation)]
        steps = [step for rule in rules for step in rule.steps]
        steps += _own_steps(pathway, situation.where)
        without = frozenset[str]().union(*(rule.without for rule in rules))
        notes = [pathway.note, *(rule.note for rule in rules)]
        serving = next((rule.serving for rule in rules if rule.serving), "")
        before = {role: text for rule in rules for role, text in rule.before.items()}
        told = tuple(dict.fromkeys(note for note in notes if note))
        return Route(_once(steps, without), told, serving, before)

    def circumstances(self, concern: Concern) -> tuple[Circumstance, ...]:
        """The circumstances that change something for this concern, in their own order."""
        rules = [rule for rule in self.rules if concern in rule.concerns]
        known = {each for rule in rules for each in (rule.circumstance, *rule.together)}
        return tuple(each for each in Circumstance if each in known)


CHILDREN, ADULTS, LADO = "children_front_door", "adults_front_door", "lado"
FRONT_DOORS = (CHILDREN, ADULTS)
COUNCIL_ROLES = (*FRONT_DOORS, LADO)
"""The parts that every council's social services play, ours and those elsewhere."""


def _own_steps(pathway: Pathway, where: Whereabouts) -> Iterable[Step]:
    """The pathway's steps for this place: elsewhere, the social services there come first."""
    if where.status in (WhereStatus.KNOWN, WhereStatus.SEVERAL):
        return pathway.local
    if where.status is WhereStatus.OUTSIDE and where.councils:
        theirs = [step for step in pathway.local if step.role in COUNCIL_ROLES]
        return (*theirs, *pathway.elsewhere)
    return pathway.elsewhere


_WEIGHT = {Part.LEAD: 0, Part.ALSO: 1, Part.FALLBACK: 2}


def _weight(step: Step) -> tuple[int, bool]:
    return _WEIGHT[step.part], not step.equal


def _once(steps: Iterable[Step], without: frozenset[str]) -> tuple[Step, ...]:
    """Keep each role's weightiest step; what a rule adds stands before the pathway's own."""
    kept: dict[str, Step] = {}
    for step in steps:
        held = kept.get(step.role)
        if step.role in without:
            continue
        if held is None or _weight(step) < _weight(held):
            kept[step.role] = step
    return tuple(kept.values())
