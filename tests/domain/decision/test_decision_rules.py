"""The decision goes by rules that are data: who is added, left out, put first, spoken of."""

from dataclasses import replace

import pytest

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.situation.pathway import Part, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests.domain.decision.asked_town import HELPLINE, ask, numbers
from tests.domain.hours_examples import (
    ALWAYS,
    OFFICE,
)
from tests.domain.made_directory import (
    STEPS,
    front_door,
    line,
    service,
)


def test_a_rule_takes_roles_out_and_adds_others() -> None:
    rule = Rule(
        circumstance=Circumstance.USING_ABUSE,
        concerns=frozenset(Concern),
        steps=(Step("behaviour", Part.ALSO, "For their own behaviour"),),
        without=frozenset({"helpline"}),
    )
    behaviour = service("Behaviour", "behaviour", line("01632 960070", ALWAYS))
    told = frozenset({Circumstance.USING_ABUSE})
    services = (front_door(OFFICE), HELPLINE, behaviour)
    advice = ask("2026-11-19T10:00", *services, rules=(rule,), also=told)
    shown = [call.line.display for call in advice.calls]
    assert "01632 960070" in shown
    assert "01632 960010" not in shown


SAID = "Said."
PLAIN = Rule(circumstance=None, concerns=frozenset(Concern), steps=(), note=SAID)
"""Counts always; each example changes what makes it count."""
MAN, DEAF, FGM = Circumstance.MAN, Circumstance.DEAF, Circumstance.FGM


@pytest.mark.parametrize(
    ("rule", "told", "counts"),
    [
        (PLAIN, (), True),
        (
            replace(PLAIN, concerns=frozenset({Concern.ADULT})),
            (),
            False,
        ),
        (replace(PLAIN, circumstance=FGM), (), False),
        (
            replace(PLAIN, circumstance=FGM, together=frozenset({MAN})),
            (FGM,),
            False,
        ),
        (
            replace(PLAIN, circumstance=FGM, together=frozenset({MAN})),
            (FGM, MAN, DEAF),
            True,
        ),
        (
            replace(PLAIN, unless=frozenset({MAN})),
            (MAN,),
            False,
        ),
        (
            replace(PLAIN, unless=frozenset({MAN})),
            (FGM,),
            True,
        ),
        (
            replace(PLAIN, places=frozenset({"luton"})),
            (),
            True,
        ),
        (
            replace(PLAIN, places=frozenset({"bedford"})),
            (),
            False,
        ),
    ],
)
def test_a_rule_counts_only_where_all_of_it_is_met(
    rule: Rule, told: tuple[Circumstance, ...], counts: bool
) -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE), rules=(rule,), also=frozenset(told))
    assert (SAID in advice.notes) is counts


def test_what_has_to_be_read_before_ringing_stands_with_that_role_alone() -> None:
    rule = Rule(
        circumstance=None,
        concerns=frozenset(Concern),
        steps=(),
        before={"helpline": "They pass things on."},
    )
    advice = ask("2026-11-19T10:00", front_door(OFFICE), HELPLINE, rules=(rule,))
    said = {call.line.display: call.before for call in advice.calls if call.before}
    assert said == {"01632 960010": "They pass things on."}


def test_a_step_that_is_as_important_beats_the_same_one_that_is_not() -> None:
    steps = (*STEPS, Step("other_door", Part.ALSO, "Tell them"))
    rule = Rule(
        circumstance=None,
        concerns=frozenset(Concern),
        steps=(Step("other_door", Part.ALSO, "Tell them too", True),),
    )
    other = service("Other", "other_door", line("01632 960099", ALWAYS))
    advice = ask("2026-11-19T10:00", front_door(OFFICE), other, steps=steps, rules=(rule,))
    assert numbers(advice, Tier.BESIDE) == ["01632 960099"]


def test_a_service_for_the_other_sex_is_left_out_when_a_rule_says_so() -> None:
    rule = Rule(circumstance=Circumstance.MAN, concerns=frozenset(Concern), steps=(), serving="men")
    women = replace(
        service("For women", "front_door", line("01632 960080", ALWAYS)), serves=("women",)
    )
    advice = ask(
        "2026-11-19T10:00",
        women,
        front_door(OFFICE),
        rules=(rule,),
        also=frozenset({Circumstance.MAN}),
    )
    assert "01632 960080" not in [call.line.display for call in advice.calls]


def test_a_service_without_a_number_is_named_and_not_hidden() -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE), service("Silent team", "helpline"))
    assert any(note.startswith("Silent team may help too") for note in advice.notes)
