"""What to say is for whoever answers the number in front, however many were rung in vain."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from desktop_app.domain.answer.call_words import count_words
from desktop_app.domain.answer.screen import screen
from desktop_app.domain.answer.screen_parts import Screen
from desktop_app.domain.answer.script import BEFORE, SAY, WITH_THEM
from desktop_app.domain.answer.tries import Try, after_tries, try_of
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory
from tests import sweeps
from tests.domain.answer.test_screen import MOMENTS, PLACES, PRACTICE, told
from tests.ui.town import at


def chain(advice: Advice, moment: datetime) -> Iterator[Screen]:
    """The screen of an answer, then after each press of N until none is left to ring."""
    tries: Sequence[Try] = ()
    while True:
        left = after_tries(advice, tries)
        yield screen(left, (), PRACTICE)
        one = try_of(left.first, moment)
        if one is None or one.number in {each.number for each in tries}:
            return
        tries = (*tries, one)


def kind_of(shown: Screen) -> str:
    """Who is in front, by what the service is called and plays; found apart from the program."""
    call = shown.large[0].call
    if shown.large[0].number == "999":
        return "999"
    for role, kind in (
        ("children_front_door", "children"),
        ("child_national", "children"),
        ("adults_front_door", "adults"),
        ("lado", "lado"),
        ("police_101", "police"),
        ("mental_health_crisis", "crisis"),
    ):
        if role in call.service.roles:
            return kind
    return "abuser" if "da_perpetrator" in call.service.roles else "person"


OPENS_WITH = {
    "children": "about a child",
    "adults": "about an adult",
    "lado": "works with children",
    "crisis": "a mental health crisis",
    "999": "ambulance",
    "police": "about ",
}
ANY_TEAM = {Concern.ALLEGATION: "works with children", Concern.UNSURE: "worried about someone"}


def wanted(shown: Screen) -> tuple[str, str]:
    """The heading, and what the first line must hold, for whoever is in front."""
    kind, concern = kind_of(shown), shown.situation.concern
    if kind in ("person", "abuser"):
        if Circumstance.USING_ABUSE in shown.situation.circumstances:
            return WITH_THEM, ""
        return (BEFORE if concern is Concern.DOMESTIC_ABUSE else SAY), ""
    opening = OPENS_WITH[kind]
    if kind in ("children", "adults"):
        opening = ANY_TEAM.get(concern, opening)
    both = {role for each in shown.large for role in each.call.service.roles}
    if opening == OPENS_WITH["adults"] and both & {"children_front_door", "child_national"}:
        opening = "about a child and an adult"
    return SAY, opening


def every(directory: SqliteDirectory) -> list[tuple[Situation, str]]:
    """Every worry, place, circumstance and moment."""
    return [
        (Situation(concern, where, circumstances), moment)
        for concern in Concern
        for circumstances in told(directory, concern)
        for where in PLACES
        for moment in MOMENTS
    ]


def test_the_script_is_for_who_answers_at_every_press_of_n(directory: SqliteDirectory) -> None:
    for situation, moment in sweeps.sampled(every(directory), 120, "scripts of chains"):
        for shown in chain(advise(situation, directory, at(moment)), at(moment)):
            case = (situation, moment, shown.large[0].name, shown.script)
            heading, opening = wanted(shown)
            assert shown.script.heading == heading, case
            assert opening in " ".join(shown.script.lines[:1]), case
            assert all(count_words(line) <= 11 for line in shown.script.lines), case
            assert len(shown.script.lines) <= 5, case


def test_children_s_services_after_the_helpline_hear_about_a_child(
    directory: SqliteDirectory,
) -> None:
    told_yes = frozenset({Circumstance.CHILDREN})
    situation = Situation(Concern.DOMESTIC_ABUSE, PLACES[2], told_yes)
    moment = at("2026-12-01T10:05")
    screens = list(chain(advise(situation, directory, moment), moment))
    kinds = [kind_of(each) for each in screens]
    assert kinds[0] == "person"
    assert screens[0].script.heading == BEFORE
    door = screens[kinds.index("children")]
    assert door.script.lines[0] == "“I’m calling from Larkfield Surgery, about a child.”"
    assert "Is it safe to ring or visit them?" in door.script.lines
    police = screens[kinds.index("police")]
    assert "about domestic abuse" in police.script.lines[0]


def test_after_both_services_the_one_left_hears_that_the_other_is_at_risk_too(
    directory: SqliteDirectory,
) -> None:
    moment = at("2026-12-01T10:05")
    screens = list(chain(advise(Situation(Concern.BOTH, PLACES[0]), directory, moment), moment))
    assert "about a child and an adult" in screens[0].script.lines[0]
    alone = next(each for each in screens if kind_of(each) == "adults" and len(each.large) == 1)
    assert "Say that a child is at risk too" in alone.script.lines
