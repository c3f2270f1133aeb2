"""One night number serves three councils, children and adults: nothing it is for is lost."""

from datetime import datetime

import pytest

from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Concern, Situation
from desktop_app.ui.answer.card_text import card_text
from tests.answers.asking import ask, shown
from tests.area import by_slug

NIGHT = "0300 300 8123"
FRIDAY, SUNDAY = "2026-11-20T16:25", "2026-11-22T02:00"
CHRISTMAS, WORKDAY = "2026-12-25T11:00", "2026-11-18T10:30"
BORDER = ["luton", "central-bedfordshire"]


def ask_at_border(directory: Directory, concern: str, moment: str, *slugs: str) -> Advice:
    where = Whereabouts(WhereStatus.SEVERAL, tuple(by_slug(slug) for slug in slugs))
    situation = Situation(Concern(concern), where)
    return advise(situation, directory, datetime.fromisoformat(moment).replace(tzinfo=UK))


def call_on(advice: Advice, number: str) -> Call:
    return next(call for call in advice.calls if call.line.display == number)


@pytest.mark.parametrize("slugs", [BORDER, BORDER[::-1]])
@pytest.mark.parametrize("concern", ["child", "both"])
def test_at_a_border_the_line_that_answers_for_one_council_is_in_front(
    directory: Directory, concern: str, slugs: list[str]
) -> None:
    """Fridays from 16:20 Central Bedfordshire has closed, and Luton is taken to be open."""
    advice = ask_at_border(directory, concern, FRIDAY, *slugs)
    call = call_on(advice, NIGHT)
    assert call.tier in (Tier.FIRST, Tier.BESIDE)
    assert call.reading.state is Openness.OPEN
    assert call.purpose.startswith("If it happened in Central Bedfordshire: ")


def test_at_a_border_101_is_for_both_councils(directory: Directory) -> None:
    call = call_on(ask_at_border(directory, "child", WORKDAY, *BORDER), "101")
    assert "Luton" not in call.purpose


@pytest.mark.parametrize("where", ["luton", "central-bedfordshire", "bedford"])
@pytest.mark.parametrize("moment", [CHRISTMAS, "2026-11-19T17:25"])
def test_an_allegation_keeps_the_children_s_line_when_the_lado_may_be_away(
    directory: Directory, where: str, moment: str
) -> None:
    call = call_on(ask(directory, "allegation", where, moment), NIGHT)
    assert call.tier is Tier.BESIDE
    assert call.purpose.startswith("If a child may be at risk now")


@pytest.mark.parametrize("where", ["luton", "bedford", "central-bedfordshire", "milton-keynes"])
def test_fgm_does_not_take_the_night_line_from_an_allegation(
    directory: Directory, where: str
) -> None:
    assert ask(directory, "allegation", where, SUNDAY, ["fgm"]).first.reading.state is Openness.OPEN


@pytest.mark.parametrize("number", [NIGHT, "01908 265545"])
def test_an_allegation_without_a_place_still_names_who_answers_for_a_child(
    directory: Directory, number: str
) -> None:
    assert number in shown(ask(directory, "allegation", "unknown", SUNDAY))


def test_without_a_place_the_shared_line_names_its_three_councils(directory: Directory) -> None:
    advice = ask(directory, "domestic-abuse", "unknown", SUNDAY, ["children"])
    said = call_on(advice, NIGHT).purpose
    assert "Bedford Borough, Central Bedfordshire or Luton" in said


@pytest.mark.parametrize("where", ["luton", "central-bedfordshire", "bedford"])
def test_the_card_says_everything_that_one_call_is_for(directory: Directory, where: str) -> None:
    advice = ask(directory, "both", where, SUNDAY)
    purpose = card_text(advice.first, advice, directory).purpose
    assert "about the child" in purpose
    assert "about the adult as well" in purpose


def test_the_fallback_for_both_names_the_adult_too(directory: Directory) -> None:
    call = call_on(ask(directory, "both", "luton", WORKDAY), NIGHT)
    assert call.tier is Tier.FALLBACK
    assert call.also_for == ("Tell adult safeguarding about the adult as well",)


def test_a_place_that_may_lie_outside_makes_every_local_line_conditional(
    directory: Directory,
) -> None:
    lambeth = Council("E09000022", "Lambeth")
    where = Whereabouts(WhereStatus.SEVERAL, (by_slug("bedford"), lambeth))
    moment = datetime.fromisoformat(WORKDAY).replace(tzinfo=UK)
    advice = advise(Situation(Concern.CHILD, where), directory, moment)
    assert advice.first.purpose.startswith("If it happened in Bedford Borough: ")
    assert "or in Lambeth, outside this directory" in advice.warnings[0].text
