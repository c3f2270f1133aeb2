"""Random questions over the real directory, each held against every never-rule.

Twenty thousand of them with `dev.py check --slow`, else the first two thousand of the same.
"""

import random
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import LineKind
from desktop_app.domain.services.trust import ClockCode, Finding, Severity
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory
from tests import sweeps
from tests.area import COUNCILS

MANY = sweeps.size(2_000, 20_000)
BEGINS, MINUTES = datetime(2026, 11, 28, tzinfo=UTC), 3 * 366 * 24 * 60
DOUBT = (Finding(ClockCode.STEPPED, "The clock was moved.", Severity.DOUBT),)
Question = tuple[Situation, datetime, tuple[Finding, ...]]


def question(chance: random.Random) -> Question:
    """A situation as nobody would think of it, at any minute of three years."""
    some = tuple(chance.sample(COUNCILS, chance.randint(1, len(COUNCILS))))
    where = chance.choice(
        (
            Whereabouts(WhereStatus.KNOWN, some[:1]),
            Whereabouts(WhereStatus.KNOWN, some[:1]),
            Whereabouts(WhereStatus.UNKNOWN),
            Whereabouts(WhereStatus.OUTSIDE),
            Whereabouts(WhereStatus.SEVERAL, some if len(some) > 1 else COUNCILS),
        )
    )
    told = frozenset(chance.sample(list(Circumstance), chance.choice((0, 0, 1, 1, 2, 3, 5))))
    moment = BEGINS + timedelta(minutes=chance.randrange(MINUTES), seconds=chance.randrange(60))
    situation = Situation(chance.choice(list(Concern)), where, told)
    return situation, moment, DOUBT if chance.random() < 0.1 else ()


def broken(advice: Advice, moment: datetime) -> list[str]:
    """Each never-rule this answer breaks."""
    calls = advice.calls
    numbers = [call.line.number for call in calls]
    fallbacks = [call.line.number for call in advice.tier(Tier.FALLBACK)]
    roles = {role for call in calls for role in call.service.roles}
    hurts = Circumstance.USING_ABUSE in advice.situation.circumstances
    rules = {
        "one first call": len(advice.tier(Tier.FIRST)) == 1,
        "somebody certainly answers": any(c.reading.state is Openness.OPEN for c in calls),
        "999 is there": "999" in numbers,
        "999 ends the fallbacks": advice.first.line.number == "999" or fallbacks[-1] == "999",
        "the first is not closed": advice.first.reading.state is not Openness.CLOSED,
        "no fax, nothing replaced": all(
            c.line.recommendable and c.line.kind is not LineKind.FAX for c in calls
        ),
        "no number twice": len(numbers) == len(set(numbers)),
        "each says why": all(c.because.endswith(".") and "{" not in c.because for c in calls),
        "no line for abusers among a victim's": hurts or "da_perpetrator" not in roles,
        "no victim's line for an abuser": not hurts or "da_national" not in roles,
        "it holds for a while": advice.valid_until is None or advice.valid_until > moment,
    }
    return [rule for rule, holds in rules.items() if not holds]


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_no_random_question_breaks_a_rule(directory: SqliteDirectory) -> None:
    chance = random.Random(10)
    found: list[tuple[Question, list[str]]] = []
    for number in range(MANY):
        situation, moment, doubts = asked = question(chance)
        advice = advise(situation, directory, moment, doubts)
        if faults := broken(advice, moment):
            found.append((asked, faults))
        if number % 50 == 0:
            assert advise(situation, directory, moment, doubts) == advice
        if number % 50 == 1 and advice.valid_until is not None:
            last = advice.valid_until - timedelta(seconds=1)
            if last > moment:
                later = advise(situation, directory, last, doubts)
                assert [c.line.number for c in later.calls] == [c.line.number for c in advice.calls]
    assert found[:5] == []


def test_the_rules_can_be_broken(directory: SqliteDirectory) -> None:
    situation, moment, _ = question(random.Random(1))
    advice = advise(situation, directory, moment)
    without = advice._replace(calls=tuple(c for c in advice.calls if c.line.number != "999"))
    assert "999 is there" in broken(without, moment)
