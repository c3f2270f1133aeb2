"""Outside the four: which front door stands first, by day and by night, and what is said of it."""

from datetime import date, datetime

import pytest

from desktop_app.cli.answer_text import advice_text
from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus, whereabouts_of
from desktop_app.domain.services.service import Standing
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests.answers.elsewhere import DAY, NIGHT, asked, english, front, real, said

CHRISTMAS = "2026-12-25T14:00"


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

    assert Bodies().sentences([english()["E07000096"]], date(2026, 12, 1)) == NOT_KNOWN


@pytest.mark.parametrize(("council", "concern", "number"), DOORS)
def test_a_door_ages_after_180_days_like_our_own_numbers(
    council: str, concern: str, number: str
) -> None:
    """Its documents were read on 28 November 2026: 180 days later is 27 May 2027."""
    fresh = asked(concern, named(council), "2027-05-27T11:00")
    old = asked(concern, named(council), "2027-05-28T00:00")
    assert number in {call.line.display for call in old.calls}
    assert not any("too long ago" in note for note in fresh.notes)
    assert any("last read on 28 November 2026, too long ago" in note for note in old.notes)
    assert fresh.valid_until is not None
    assert fresh.valid_until <= old.moment


def test_every_door_has_the_day_on_which_its_source_was_read() -> None:
    assert [key for key, door in real().bodies().doors.items() if door.compared is None] == []
