"""A second area, two counties and their districts, answered by the same program."""

from datetime import datetime

import pytest

from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.authoring.areas.second_area import second_directory, second_places

pytestmark = pytest.mark.slow


def asked(concern: str, place: str, at: str) -> Advice:
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    where = second_places(at[:10]).answer(place).whereabouts
    return advise(Situation(Concern(concern), where), second_directory(), moment)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("NR1 3JU", "NR1 3JU is in Norwich. Norfolk County Council answers there."),
        ("Cromer", "Cromer is in Norfolk. Norfolk County Council answers there."),
        ("Norfolk", "That is Norfolk, a council of this directory."),
        ("Norwich City Council", "That is Norwich, a district of Norfolk. Norfolk County Council"),
        ("Waveney", "That is East Suffolk, a district of Suffolk. Suffolk County Council answers"),
        ("Dacorum", "That is Dacorum, a district outside this directory. Hertfordshire County"),
        ("Luton", "That is Luton, a council outside this directory. Luton Borough Council answers"),
        ("HP23 5AA", "HP23 5AA is in Dacorum. Hertfordshire County Council answers there."),
        ("NR", "NR covers more than one council: Norfolk (25,489 postcodes), Suffolk (3,631)."),
    ],
)
def test_a_district_is_answered_as_its_county(typed: str, said: str) -> None:
    assert second_places().answer(typed).said.startswith(said)


def test_each_district_is_named_as_one_and_never_as_a_council_of_the_directory() -> None:
    rows = second_directory().connection.execute(
        "SELECT d.name, c.name FROM county_district"
        " JOIN council d ON d.number = district JOIN council c ON c.number = county"
    )
    for district, county in rows:
        said = second_places().answer(f"{district} council").said
        assert said.startswith(f"That is {district}, a district of {county}. {county} County")


@pytest.mark.parametrize(
    ("concern", "place", "at", "first"),
    [
        ("child", "NR1 3JU", "2026-12-01T11:00", "0344 800 8021"),
        ("child", "NR1 3JU", "2026-12-05T02:00", "0344 800 8020"),
        ("adult", "Cromer", "2026-12-01T11:00", "0344 800 8020"),
        ("child", "Ipswich", "2026-12-01T11:00", "0808 800 4005"),
        ("allegation", "Norwich", "2026-12-01T11:00", "01603 223473"),
    ],
)
def test_the_county_s_door_is_rung_for_its_districts(
    concern: str, place: str, at: str, first: str
) -> None:
    assert asked(concern, place, at).first.line.display == first


def test_a_part_nobody_has_found_is_a_gap_and_others_stand() -> None:
    where = second_places().answer("NR1 3JU").whereabouts
    situation = Situation(Concern("adult"), where, frozenset({Circumstance.SEXUAL_ASSAULT}))
    advice = advise(situation, second_directory(), datetime(2026, 12, 1, 11, tzinfo=UK))
    assert "norfolk-sarc" not in {call.service.id for call in advice.calls}
    assert {"0344 800 8020", "101", "999"} <= {call.line.display for call in advice.calls}
    assert any("Harbour Centre" in note for note in advice.notes)


@pytest.mark.parametrize(
    ("at", "body"),
    [("2027-03-31T23:59", "Surrey County Council"), ("2027-04-01T00:00", "West Surrey Council")],
)
def test_a_county_that_ends_is_followed_from_that_midnight(at: str, body: str) -> None:
    assert body in second_places(at[:10]).answer("GU1 1AA").said


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("norfolk children", "norfolk-children-cads"),
        ("suffolk children", "suffolk-children"),
        ("adults in suffolk", "suffolk-adults"),
        ("norfolk county council adults", "norfolk-adults"),
        ("east suffolk children", "suffolk-children"),
        ("king's lynn and west norfolk adults", "norfolk-adults"),
    ],
)
def test_an_authority_s_or_a_district_s_name_in_a_search_leads_to_its_services(
    typed: str, first: str
) -> None:
    assert second_directory().search(typed)[0].service_id == first
    assert second_directory().search_advice(typed) == ()


def test_the_buttons_are_the_area_s_own_authorities() -> None:
    assert [council.name for council in second_directory().councils()] == ["Norfolk", "Suffolk"]
