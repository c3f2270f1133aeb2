"""The note for the record says when, who, which number and why, and nothing about anybody."""

from desktop_app.domain.decision.decision import advise
from desktop_app.domain.places.councils import whereabouts_of
from desktop_app.domain.practice.record_note import BLANKS, MADE_UP, record_note
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import LUTON
from tests.ui.town import Town, at

MOMENT = at("2026-11-20T16:35")


def note(*circumstances: Circumstance, made_up_time: bool = False) -> str:
    told = Situation(Concern.CHILD, whereabouts_of([LUTON]), frozenset(circumstances))
    advice = advise(told, Town(), MOMENT)
    return record_note(advice.first, MOMENT, Town().release(), made_up_time=made_up_time)


def test_it_says_when_who_which_number_and_why() -> None:
    lines = note().splitlines()
    assert lines[0] == "Number looked up: Friday 20 November 2026, 16:35 (UK time)"
    assert lines[1] == "Service: Multi-Agency Safeguarding Hub"
    assert "01632 960" in lines[2]
    assert lines[3].startswith("Why this one: ")
    assert lines[4].endswith("directory release 1. Never test-called by this project.")
    assert tuple(lines[5:]) == BLANKS


def test_what_was_rung_in_vain_stands_before_the_blanks() -> None:
    situation = Situation(Concern.CHILD, whereabouts_of([LUTON]))
    first = advise(situation, Town(), MOMENT).first
    rung = ("Rung 16:30, nobody answered: 01632 960005 (Multi-Agency Safeguarding Hub)",)
    lines = record_note(first, MOMENT, Town().release(), rung=rung).splitlines()
    assert tuple(lines[5:]) == (*rung, *BLANKS)


def test_what_was_told_does_not_stand_in_it() -> None:
    assert note(Circumstance.CARE_NEEDS, Circumstance.DEAF) == note()


def test_made_up_time_is_no_record() -> None:
    assert note(made_up_time=True) == f"{MADE_UP}\n{note()}"
