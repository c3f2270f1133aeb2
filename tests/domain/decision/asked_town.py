"""A question asked of the made-up town, and the numbers of its answer."""

from datetime import datetime

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import Service
from desktop_app.domain.services.trust import Finding
from desktop_app.domain.situation.pathway import Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import LUTON
from tests.domain.hours_examples import (
    ALWAYS,
)
from tests.domain.made_directory import (
    EMERGENCY,
    STEPS,
    line,
    made,
    pathways,
    service,
)

HERE = Whereabouts(WhereStatus.KNOWN, (LUTON,))


HELPLINE = service("Helpline", "helpline", line("01632 960010", ALWAYS))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UK)


def ask(
    moment: str,
    *services: Service,
    where: Whereabouts = HERE,
    steps: tuple[Step, ...] = STEPS,
    rules: tuple[Rule, ...] = (),
    also: frozenset[Circumstance] = frozenset(),
    doubts: tuple[Finding, ...] = (),
) -> Advice:
    directory = made((*services, EMERGENCY), pathways(steps, rules))
    situation = Situation(Concern.CHILD, where, also)
    return advise(situation, directory, at(moment), doubts)


def numbers(advice: Advice, tier: Tier) -> list[str]:
    return [call.line.display for call in advice.tier(tier)]
