"""Outside the four: the body that answers is named, never a district, and its door given."""

import csv
import json
from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from desktop_app import paths
from desktop_app.authoring.places.postcodes import package_rows
from desktop_app.cli.answer_json import advice_json
from desktop_app.cli.answer_text import advice_text
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus, whereabouts_of
from desktop_app.domain.services.service import Standing
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.area import COUNCILS

DAY, NIGHT = "2026-12-01T11:00", "2026-12-05T02:00"
CHRISTMAS = "2026-12-25T14:00"
HERTFORDSHIRE = "Hertfordshire County Council"
TRUST = "Northamptonshire Children’s Trust"
SOURCES = paths.sources()


@cache
def real() -> SqliteDirectory:
    return open_directory(paths.directory_file())


def places(today: str = DAY) -> WhereIndex:
    return WhereIndex(real().connection, lambda: datetime.fromisoformat(today).date())


@cache
def every_council() -> dict[str, Council]:
    rows = real().connection.execute("SELECT code, name FROM council ORDER BY number")
    ours = {council.code: council for council in COUNCILS}
    return {code: ours.get(code, Council(code, name)) for code, name in rows}


@cache
def english() -> dict[str, Council]:
    return {code: each for code, each in every_council().items() if code[0] == "E"}


@cache
def answering() -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    with (SOURCES / "answering.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["council"]].append(row)
    return found


DISTRICTS = sorted(code for code, rows in answering().items() if rows[0]["tier"] == "district")
BODIES = {
    row["id"]: row["name"]
    for row in csv.DictReader((SOURCES / "bodies.csv").read_text("utf-8").splitlines())
}


def asked(concern: str, place: str | Whereabouts, at: str = DAY, *also: Circumstance) -> Advice:
    where = places(at).answer(place).whereabouts if isinstance(place, str) else place
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    return advise(Situation(Concern(concern), where, frozenset(also)), real(), moment)


def front(advice: Advice) -> list[str]:
    return [call.line.display for call in (advice.first, *advice.tier(Tier.BESIDE))]


def said(advice: Advice) -> str:
    return advice_text(advice) + json.dumps(advice_json(advice), ensure_ascii=False)


# ------------------------------------------------------------ who answers


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
    """Three postcodes of every English council, spread over the list."""
    found: dict[str, list[str]] = defaultdict(list)
    for postcode, code in package_rows():
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


# ------------------------------------------------------------ dates


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


# ------------------------------------------------------------ front doors

DOORS = [
    ("Dacorum", "child", "0300 123 4043"),
    ("Dacorum", "adult", "0300 123 4042"),
    ("South Cambridgeshire", "child", "0345 045 5203"),
    ("South Cambridgeshire", "adult", "0345 045 5202"),
    ("Buckinghamshire", "child", "01296 383962"),
    ("Buckinghamshire", "adult", "0800 137 915"),
    ("North Northamptonshire", "child", "0300 126 7000"),
    ("North Northamptonshire", "adult", "0300 126 3000"),
    ("West Northamptonshire", "child", "0300 126 7000"),
    ("West Northamptonshire", "adult", "0300 126 7000"),
]


def named(name: str) -> Whereabouts:
    return whereabouts_of([each for each in english().values() if each.name == name])


@pytest.mark.parametrize(("council", "concern", "number"), DOORS)
def test_ten_of_ten_neighbours_doors_stand_first_by_day(
    council: str, concern: str, number: str
) -> None:
    advice = asked(concern, named(council))
    assert advice.first.line.display == number
    assert not advice.first.service.kept
    assert {"101"} <= set(front(advice))


@pytest.mark.parametrize(("council", "concern", "number"), DOORS)
@pytest.mark.parametrize("at", [DAY, NIGHT, CHRISTMAS])
def test_a_neighbour_s_number_says_that_it_is_not_kept_here_and_where_it_stands(
    council: str, concern: str, number: str, at: str
) -> None:
    advice = asked(concern, named(council), at)
    assert number in front(advice)
    doors = [call for call in advice.calls if not call.service.kept]
    text = advice_text(advice)
    for call in doors:
        assert call.line.verified is None
        (document,) = call.documents
        source = real().document(document)
        assert source.title in call.line.note
        assert source.dated in call.line.note
        assert call.line.note in text
        assert "Not kept by your steward." in call.line.note


@pytest.mark.parametrize(
    ("council", "concern", "number"),
    [
        ("South Cambridgeshire", "child", "01733 234724"),
        ("South Cambridgeshire", "adult", "01733 234724"),
        ("Buckinghamshire", "child", "0800 999 7677"),
        ("Buckinghamshire", "adult", "0800 999 7677"),
        ("North Northamptonshire", "adult", "01604 637206"),
        ("Dacorum", "adult", "0300 123 4042"),
    ],
)
def test_by_night_the_night_number_stands_first(council: str, concern: str, number: str) -> None:
    assert asked(concern, named(council), NIGHT).first.line.display == number


@pytest.mark.parametrize("council", ["North Northamptonshire", "West Northamptonshire"])
@pytest.mark.parametrize("concern", ["child", "both", "unsure", "allegation", "domestic-abuse"])
@pytest.mark.parametrize("at", [DAY, NIGHT, CHRISTMAS])
def test_a_disputed_night_number_is_never_in_front_and_never_open(
    council: str, concern: str, at: str
) -> None:
    advice = asked(concern, named(council), at, Circumstance.CHILDREN)
    calls = [call for call in advice.calls if call.line.display == "01604 626938"]
    for call in calls:
        assert call.line.standing is Standing.DISPUTED
        assert call.tier in (Tier.FALLBACK, Tier.ALSO)
        assert call.reading.state is Openness.UNKNOWN
    if concern != "domestic-abuse":
        assert calls
        assert any("01604 626938" in note for note in advice.notes)


def test_hours_that_no_source_states_are_unknown() -> None:
    for door in real().bodies().doors.values():
        for line in door.lines:
            always = line.display == "0300 123 4042"
            assert bool(line.hours.statements) is always, line.display


@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize("at", [DAY, NIGHT])
def test_without_a_door_a_sentence_says_so_and_national_lines_lead(
    concern: Concern, at: str
) -> None:
    advice = asked(concern, named("Leicester"), at, Circumstance.CHILDREN)
    assert advice.first.service.national
    assert any(
        note.startswith("We have no number for Leicester City Council’s") for note in advice.notes
    )
    assert any(call.line.number == "999" for call in advice.calls)


@pytest.mark.parametrize("council", sorted({name for name, _, _ in DOORS}))
def test_an_allegation_asks_the_county_s_children_s_services_for_the_lado(council: str) -> None:
    advice = asked("allegation", named(council))
    body = advice.answering[0].children.name
    assert advice.first.purpose == (
        f"Ask {body}’s children’s services for the LADO (designated officer)"
    )
    assert f"We have no number for the LADO who works for {body}" in "\n".join(advice.notes)


@pytest.mark.parametrize("council", sorted({name for name, _, _ in DOORS}))
@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize("at", [DAY, NIGHT, CHRISTMAS])
def test_elsewhere_no_line_for_staff_alone_and_no_line_of_ours_is_given(
    council: str, concern: Concern, at: str
) -> None:
    advice = asked(concern, named(council), at, Circumstance.CHILDREN, Circumstance.CARE_NEEDS)
    for call in advice.calls:
        assert not call.service.staff_only
        assert call.service.national or not call.service.kept
    tiers = [call.tier for call in advice.calls]
    assert tiers.count(Tier.FIRST) == 1
    assert any(call.reading.state is Openness.OPEN for call in advice.calls)


def test_children_in_the_home_bring_the_county_s_children_s_services_beside() -> None:
    advice = asked("domestic-abuse", "HP23 5AA", DAY, Circumstance.CHILDREN)
    assert "0300 123 4043" in front(advice)


def test_both_tells_the_county_about_the_child_and_about_the_adult() -> None:
    assert {"0300 123 4043", "0300 123 4042"} <= set(front(asked("both", "HP23 5AA")))


def test_on_the_border_our_own_line_stands_first_and_the_neighbour_s_beside() -> None:
    advice = asked("adult", "MK17")
    assert advice.first.service.kept
    (door,) = [call for call in advice.tier(Tier.BESIDE) if call.line.display == "0800 137 915"]
    assert door.purpose.startswith("If it happened in Buckinghamshire: ")


def test_an_order_that_follows_the_clock_says_until_when_it_holds() -> None:
    morning = asked("child", named("South Cambridgeshire"), "2026-12-01T07:59")
    assert morning.first.line.display == "01733 234724"
    assert morning.valid_until is not None
    assert morning.valid_until <= datetime(2026, 12, 1, 8, tzinfo=UK)
    later = asked("child", named("South Cambridgeshire"), "2026-12-01T08:00")
    assert later.first.line.display == "0345 045 5203"


def test_a_place_elsewhere_without_a_name_speaks_of_a_county_or_city() -> None:
    text = said(asked("adult", Whereabouts(WhereStatus.OUTSIDE)))
    assert "the county or city" in text
    assert "that council’s own" not in text


def test_a_file_made_before_bodies_were_written_down_says_that_nobody_is_known() -> None:
    from desktop_app.domain.services.bodies import NOT_KNOWN, Bodies

    assert Bodies().told([english()["E07000096"]], date(2026, 12, 1)) == NOT_KNOWN
