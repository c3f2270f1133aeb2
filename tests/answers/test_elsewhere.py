"""Outside the four: the body that answers is named, never a district, and its door given."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, whereabouts_of
from desktop_app.domain.situation.situation import Concern
from tests.answers.elsewhere import (
    DAY,
    NIGHT,
    asked,
    english,
    every_council,
    front,
    places,
    real,
    said,
)
from tests.authoring.places.postcode_list import one_a_council, swept_rows

HERTFORDSHIRE = "Hertfordshire County Council"


TRUST = "Northamptonshire Children’s Trust"


@cache
def answering() -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for row in checkout_tree().rows("answering.csv"):
        found[row["council"]].append(row)
    return found


DISTRICTS = sorted(code for code, rows in answering().items() if rows[0]["tier"] == "district")


BODIES = {row["id"]: row["name"] for row in checkout_tree().rows("bodies.csv")}


def test_a_district_s_postcode_names_its_county() -> None:
    assert places().answer("HP23 5AA").said == (
        "HP23 5AA is in Dacorum. Hertfordshire County Council answers there."
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Tring", f"{HERTFORDSHIRE} answers there."),
        ("Hitchin", f"{HERTFORDSHIRE} answers there."),
        ("SG5 1AA", f"{HERTFORDSHIRE} answers there."),
        ("NR1 3JU", "Norfolk County Council answers there."),
        ("CB1 1AA", "Cambridgeshire County Council answers there."),
        ("HP20 1AA", "Buckinghamshire Council answers there."),
        ("NN1 1DE", f"{TRUST} answers there for children, West Northamptonshire Council"),
        ("SW1A 1AA", "City of Westminster answers there."),
        ("Dacorum", f"{HERTFORDSHIRE} answers there."),
        ("Dacorum Borough Council", f"{HERTFORDSHIRE} answers there."),
        ("Hertfordshire", f"{HERTFORDSHIRE} answers there."),
        ("Hertfordshire County Council", f"{HERTFORDSHIRE} answers there."),
        ("Northamptonshire", f"{TRUST} answers for children in North Northamptonshire and West"),
        ("CF10 1AA", "Cardiff Council answers there."),
        ("BT1 5GS", "does not say which social services answer there"),
    ],
)
def test_whoever_answers_there_is_told_with_the_place(typed: str, told: str) -> None:
    assert told in places().answer(typed).said


def test_all_164_districts_are_mapped_to_a_county() -> None:
    assert len(DISTRICTS) == 164
    for code in DISTRICTS:
        first = answering()[code][0]
        assert first["children"] == first["adults"] == first["county"]
        assert BODIES[first["county"]].endswith("County Council")


def test_every_council_that_is_no_district_answers_for_itself_or_shares_one_team() -> None:
    shared = {
        code: rows[0]["children"]
        for code, rows in answering().items()
        if code not in DISTRICTS and rows[0]["children"] != code
    }
    trust = "northamptonshire-childrens-trust"
    assert shared == {"E06000061": trust, "E06000062": trust}
    assert len(answering()) == 350


@pytest.mark.parametrize("concern", list(Concern))
def test_no_district_of_england_is_named_as_the_one_to_ring(concern: Concern) -> None:
    for code in DISTRICTS:
        council = english()[code]
        for at in (DAY, NIGHT, "2027-04-01T00:00"):
            advice = asked(concern, whereabouts_of([council]), at)
            text = said(advice)
            (there,) = advice.answering
            assert not {there.children.id, there.adults.id} & set(DISTRICTS)
            assert f"{there.children.name} answers there." in text
            for name in ("Council", "Borough Council", "District Council", "City Council"):
                own = f"{council.name} {name}"
                assert own not in text or own in there.children.name, own
            assert "that council’s own safeguarding line" not in text
            assert all(code not in call.service.areas for call in advice.calls)


@cache
def samples() -> dict[str, list[str]]:
    """Three postcodes of every English council, spread over the list or over its sample."""
    found: dict[str, list[str]] = defaultdict(list)
    for postcode, code in swept_rows(one_a_council()):
        if code and code[0] == "E":
            found[code].append(postcode)
    return {code: [held[0], held[len(held) // 2], held[-1]] for code, held in sorted(found.items())}


@pytest.mark.slow
def test_a_sample_of_postcodes_of_every_english_council_leads_to_its_body() -> None:
    assert len(samples()) == 296
    index = places()
    for code, postcodes in samples().items():
        rows = answering()[code]
        for postcode in postcodes:
            answer = index.answer(postcode)
            (count,) = answer.councils
            assert count.council.code == code
            assert count.answering is not None
            assert count.answering.children.id == rows[0]["children"]
            assert count.answering.adults.id == rows[0]["adults"]
            if not count.inside:
                assert BODIES[rows[0]["children"]] in answer.said


def test_a_place_in_several_districts_names_the_county_of_each() -> None:
    told = places().answer("SG8").said
    assert f"{HERTFORDSHIRE} answers in" in told
    assert "Cambridgeshire County Council answers in" in told


def test_surrey_changes_its_body_at_midnight_on_the_first_of_april_2027() -> None:
    before = asked("child", "GU1 1AA", "2027-03-31T23:59")
    after = asked("child", "GU1 1AA", "2027-04-01T00:00")
    assert [there.children.name for there in before.answering] == ["Surrey County Council"]
    assert [there.children.name for there in after.answering] == ["West Surrey Council"]
    assert before.valid_until == datetime(2027, 4, 1, tzinfo=UK)


@pytest.mark.parametrize(
    ("district", "body"),
    [
        *((name, "East Surrey Council") for name in ("Elmbridge", "Mole Valley", "Tandridge")),
        *((name, "West Surrey Council") for name in ("Guildford", "Woking", "Surrey Heath")),
    ],
)
def test_each_district_of_surrey_goes_to_its_new_council(district: str, body: str) -> None:
    council = next(each for each in english().values() if each.name == district)
    there = real().bodies().of(council, date(2027, 4, 1))
    assert there is not None
    assert there.adults.name == there.children.name == body


@pytest.mark.parametrize("name", ["Dacorum", "Dacorum Borough Council", "Hertfordshire", "Tring"])
@pytest.mark.parametrize("concern", list(Concern))
def test_a_place_named_in_words_goes_the_way_of_its_postcode(name: str, concern: Concern) -> None:
    by_name, by_postcode = asked(concern, name), asked(concern, "HP23 5AA")
    assert front(by_name) == front(by_postcode)
    assert [there.children for there in by_name.answering] == [
        there.children for there in by_postcode.answering
    ]


def test_every_county_answers_for_itself_and_ends_with_its_districts() -> None:
    bodies, surrey = real().bodies(), Council("E10000030", "Surrey")
    counties = {row["county"] for rows in answering().values() for row in rows if row["county"]}
    assert len(counties) == 21
    for code in counties:
        there = bodies.of(Council(code, BODIES[code]), date(2026, 12, 1))
        assert there is not None
        assert (there.tier, there.children.id, there.adults.id) == ("county", code, code)
    assert bodies.of(surrey, date(2027, 4, 1)) is None
    assert bodies.next_turn([surrey], date(2026, 12, 1)) == datetime(2027, 4, 1, tzinfo=UK)


def test_every_day_until_2030_somebody_answers_in_every_council_of_great_britain() -> None:
    bodies = real().bodies()
    for council in every_council().values():
        if council.code[0] in "EWS":
            for month in range(40):
                day = date(2026, 11, 28) + timedelta(days=31 * month)
                assert bodies.of(council, day), (council.name, day)
