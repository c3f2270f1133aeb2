"""What must hold in every answer: concerns, up to two circumstances, places, day and night."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from desktop_app.authoring.check.checks import VICTIM_ROLES
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import ServiceStatus
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.answers.asking import ask
from tests.answers.every_answer import MOMENTS, PLACES, answers, each_concern, said
from tests.area import by_slug

FRONT = (Tier.FIRST, Tier.BESIDE)


POLICE = "To report or ask. If it cannot wait: 999."


KEPT_FROM_WHO_HURTS = VICTIM_ROLES | {"childline"}


PERPETRATORS = "0808 802 4040"


def grown(told: frozenset[str]) -> bool:
    """Whether nothing says that the person is under 18."""
    return Circumstance.AGED_16_17 not in told


def each_answer(
    directory: Directory, *concerns: Concern
) -> Iterator[tuple[Concern, frozenset[str], Advice]]:
    for concern in concerns or tuple(Concern):
        yield from ((concern, *answer) for answer in answers(directory, concern))


def test_an_adult_is_shown_neither_the_fgm_duty_nor_the_report_on_101(
    directory: Directory,
) -> None:
    for _, told, advice in each_answer(directory, Concern.ADULT, Concern.DOMESTIC_ABUSE):
        if grown(told):
            assert "section 5B" not in said(advice)
            assert "own report" not in said(advice)


@pytest.mark.parametrize("concern", [Concern.CHILD, Concern.BOTH, Concern.UNSURE])
def test_the_fgm_duty_is_told_with_its_limits_for_a_child(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        assert ("section 5B" in said(advice)) is (Circumstance.FGM in told)
        if Circumstance.FGM in told:
            assert "girl under 18" in said(advice)
            assert "personally, by the close of the next working day" in said(advice)


@pytest.mark.parametrize("concern", [Concern.ADULT, Concern.DOMESTIC_ABUSE])
def test_the_fgm_duty_is_told_for_somebody_of_16_or_17(
    directory: Directory, concern: Concern
) -> None:
    advice = ask(directory, concern, "luton", MOMENTS[0], ["fgm", "aged-16-17"])
    assert "section 5B" in said(advice)
    assert any("own report" in call.purpose for call in advice.every if call.line.display == "101")


@each_concern
def test_101_is_to_report_or_ask_in_every_answer(directory: Directory, concern: Concern) -> None:
    for _, advice in answers(directory, concern):
        for call in advice.every:
            if call.line.number == "101":
                assert POLICE in call.purpose


def test_101_is_to_report_or_ask_at_a_border_too(directory: Directory) -> None:
    where = Whereabouts(WhereStatus.SEVERAL, (by_slug("luton"), Council("E07000096", "Dacorum")))
    moment = datetime(2026, 11, 20, 10, tzinfo=UK)
    for concern in Concern:
        advice = advise(Situation(concern, where), directory, moment)
        [police] = [call for call in advice.every if call.line.number == "101"]
        assert POLICE in police.purpose


@each_concern
def test_immigration_status_is_spoken_of_before_101_and_only_when_it_is_told(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        for call in advice.every:
            police = "police_101" in call.service.roles
            warned = "immigration enforcement" in call.before
            assert warned is (police and Circumstance.NO_RECOURSE in told)


@each_concern
def test_a_victim_never_gets_the_line_for_people_who_hurt(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        numbers = {call.line.display for call in advice.every}
        assert (PERPETRATORS in numbers) is (Circumstance.USING_ABUSE in told)


@each_concern
def test_whoever_hurts_never_gets_a_line_for_those_they_hurt(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        if Circumstance.USING_ABUSE in told:
            roles = {role for call in advice.every for role in call.service.roles}
            assert not roles & KEPT_FROM_WHO_HURTS


@each_concern
def test_nothing_unconfirmed_is_ever_offered(directory: Directory, concern: Concern) -> None:
    for _, advice in answers(directory, concern):
        assert all(call.service.status is ServiceStatus.IN_USE for call in advice.every)


@each_concern
def test_a_number_from_a_paper_of_the_pandemic_is_never_in_front(
    directory: Directory, concern: Concern
) -> None:
    for _, advice in answers(directory, concern):
        front = [call.line.display for tier in FRONT for call in advice.tier(tier)]
        assert "0300 1234 148" not in front


def test_domestic_abuse_with_children_puts_the_front_door_beside_the_first(
    directory: Directory,
) -> None:
    for told, advice in answers(directory, Concern.DOMESTIC_ABUSE):
        known = advice.situation.where.status == "known"
        if known and Circumstance.CHILDREN in told:
            front = {role for t in FRONT for call in advice.tier(t) for role in call.service.roles}
            assert "children_front_door" in front


def test_the_note_that_asks_for_children_goes_once_they_are_told(directory: Directory) -> None:
    for told, advice in answers(directory, Concern.DOMESTIC_ABUSE):
        asked = any("Say so" in note for note in advice.notes)
        ends = {Circumstance.CHILDREN, Circumstance.AGED_16_17, Circumstance.CARE_NEEDS}
        assert asked is not bool(ends & told)


@each_concern
def test_forced_marriage_says_what_must_never_be_done(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        if Circumstance.FORCED_MARRIAGE in told:
            text = said(advice)
            for part in ("alone", "one chance", "Never contact the family", "never mediate"):
                assert part in text
            assert "Under 18, any marriage is a forced marriage" in text


@pytest.mark.parametrize("concern", ["child", "adult", "domestic-abuse", "both", "unsure"])
@pytest.mark.parametrize("where", PLACES[:4])
def test_forced_marriage_of_somebody_under_18_goes_to_children_s_services(
    directory: Directory, concern: str, where: str
) -> None:
    plain = ask(directory, concern, where, MOMENTS[0], ["forced-marriage"])
    assert any("children_front_door" in call.service.roles for call in plain.calls)
    if concern in ("adult", "domestic-abuse"):
        young = ask(directory, concern, where, MOMENTS[0], ["forced-marriage", "aged-16-17"])
        front = [call for tier in FRONT for call in young.tier(tier)]
        assert any("children_front_door" in call.service.roles for call in front)


@each_concern
def test_the_age_note_of_one_centre_is_shown_where_that_centre_is(
    directory: Directory, concern: Concern
) -> None:
    bedfordshire = {"bedford", "central-bedfordshire", "luton"}
    for told, advice in answers(directory, concern):
        here = {council.slug for council in advice.situation.where.councils} & bedfordshire
        shown = "age of 13" in said(advice)
        assert shown is (Circumstance.SEXUAL_ASSAULT in told and bool(here))


@pytest.mark.parametrize(
    "concern", [Concern.CHILD, Concern.BOTH, Concern.ALLEGATION, Concern.UNSURE]
)
def test_a_child_under_13_goes_through_the_police_and_children_s_services(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        referred = "under 13 is referred by the police and children’s services" in said(advice)
        assert referred is (Circumstance.SEXUAL_ASSAULT in told)


def test_the_two_numbers_of_the_centre_for_milton_keynes_stand_together(
    directory: Directory,
) -> None:
    for moment in MOMENTS:
        advice = ask(directory, "adult", "milton-keynes", moment, ["sexual-assault"])
        also = [call for call in advice.every if "sarc" in call.service.roles]
        assert [call.line.display for call in also] == ["01869 369869", "0800 970 9952"]
        assert "disagree about this number" in also[1].because
