"""Rules as data: when one counts, and what stands first when several ask for one role."""

import pytest

from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import BEDFORD, LUTON

FGM, DEAF, MAN = Circumstance.FGM, Circumstance.DEAF, Circumstance.MAN
CHILD = frozenset({Concern.CHILD})
ALSO = Step("helpline", Part.ALSO, "Ask there too")


def rule(
    circumstance: Circumstance | None = FGM,
    *,
    together: frozenset[Circumstance] = frozenset(),
    unless: frozenset[Circumstance] = frozenset(),
    places: frozenset[str] = frozenset(),
) -> Rule:
    return Rule(
        circumstance=circumstance,
        concerns=CHILD,
        steps=(ALSO,),
        together=together,
        unless=unless,
        places=places,
    )


def situation(*told: Circumstance, concern: Concern = Concern.CHILD) -> Situation:
    return Situation(concern, Whereabouts(WhereStatus.KNOWN, (LUTON,)), frozenset(told))


RULES: dict[str, tuple[Rule, Situation, bool]] = {
    "it is told": (rule(), situation(FGM), True),
    "it is not told": (rule(), situation(DEAF), False),
    "another concern": (rule(), situation(FGM, concern=Concern.ADULT), False),
    "from the start": (rule(None), situation(), True),
    "both are told": (rule(together=frozenset({DEAF})), situation(FGM, DEAF), True),
    "one of both": (rule(together=frozenset({DEAF})), situation(FGM), False),
    "what ends it": (rule(unless=frozenset({DEAF})), situation(FGM, DEAF), False),
    "in this council": (rule(places=frozenset({LUTON.slug or ""})), situation(FGM), True),
    "in another": (rule(places=frozenset({BEDFORD.slug or ""})), situation(FGM), False),
}


@pytest.mark.parametrize("name", RULES)
def test_when_a_rule_counts(name: str) -> None:
    given, told, counts = RULES[name]
    assert given.applies(told) is counts


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (Part.ALSO, Part.LEAD, Part.LEAD),
        (Part.LEAD, Part.ALSO, Part.LEAD),
        (Part.FALLBACK, Part.ALSO, Part.ALSO),
    ],
)
def test_a_role_stands_once_where_it_weighs_most(one: Part, other: Part, kept: Part) -> None:
    steps = (Step("helpline", one, "one"), Step("helpline", other, "other"))
    pathways = Pathways({Concern.CHILD: Pathway(Concern.CHILD, steps, ())})
    (step,) = pathways.route(situation()).steps
    assert step.part is kept


def test_a_rule_takes_a_role_out() -> None:
    without = Rule(circumstance=MAN, concerns=CHILD, steps=(), without=frozenset({"helpline"}))
    pathways = Pathways({Concern.CHILD: Pathway(Concern.CHILD, (ALSO,), ())}, (without,))
    assert pathways.route(situation()).steps == (ALSO,)
    assert pathways.route(situation(MAN)).steps == ()
