"""Who is rung, in the real directory: the facts of the brief, minute by minute."""

import pytest

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.wording import checked_words
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests.answers.asking import ask, shown

NIGHT = "0300 300 8123"
FRIDAY, THURSDAY, SUNDAY = "2026-11-20", "2026-11-19", "2026-11-22"
CHRISTMAS, BOXING = "2026-12-25", "2026-12-28"  # Boxing Day 2026 is a Saturday: Monday is off


@pytest.mark.parametrize(
    ("concern", "where", "moment", "first"),
    [
        ("child", "bedford", f"{FRIDAY}T08:44:59", NIGHT),
        ("child", "bedford", f"{FRIDAY}T08:45:00", "01234 718700"),
        ("child", "bedford", f"{FRIDAY}T16:19:59", "01234 718700"),
        ("child", "bedford", f"{FRIDAY}T16:20:00", NIGHT),
        ("child", "bedford", f"{THURSDAY}T17:19:59", "01234 718700"),
        ("child", "bedford", f"{THURSDAY}T17:20:00", NIGHT),
        ("child", "central-bedfordshire", f"{FRIDAY}T16:19:59", "0300 300 8585"),
        ("child", "central-bedfordshire", f"{FRIDAY}T16:20:00", NIGHT),
        ("adult", "central-bedfordshire", f"{FRIDAY}T16:20:00", "0300 300 8122"),
        ("adult", "central-bedfordshire", f"{FRIDAY}T17:19:59", "0300 300 8122"),
        ("adult", "central-bedfordshire", f"{FRIDAY}T17:20:00", NIGHT),
        ("child", "luton", f"{FRIDAY}T10:00:00", "01582 547653"),
        ("child", "luton", f"{SUNDAY}T03:00:00", NIGHT),
        ("adult", "luton", f"{FRIDAY}T10:00:00", "01582 547730"),
        ("adult", "luton", f"{SUNDAY}T03:00:00", NIGHT),
        ("adult", "bedford", f"{FRIDAY}T10:00:00", "01234 276222"),
        ("adult", "bedford", f"{SUNDAY}T03:00:00", NIGHT),
        ("child", "milton-keynes", f"{FRIDAY}T16:29:59", "01908 253169"),
        ("child", "milton-keynes", f"{FRIDAY}T16:30:00", "01908 265545"),
        ("child", "milton-keynes", f"{THURSDAY}T16:30:00", "01908 253169"),
        ("child", "milton-keynes", f"{CHRISTMAS}T10:00:00", "01908 265545"),
        ("child", "milton-keynes", f"{BOXING}T10:00:00", "01908 265545"),
        ("adult", "milton-keynes", f"{FRIDAY}T16:59:59", "01908 252835"),
        ("adult", "milton-keynes", f"{FRIDAY}T17:15:00", "01908 725005"),
        ("adult", "milton-keynes", f"{CHRISTMAS}T10:00:00", "01908 725005"),
        ("domestic-abuse", "luton", f"{SUNDAY}T03:00:00", "0808 2000 247"),
        ("domestic-abuse", "milton-keynes", f"{FRIDAY}T10:00:00", "0344 375 4307"),
        ("domestic-abuse", "milton-keynes", f"{FRIDAY}T17:00:00", "0808 2000 247"),
        ("allegation", "bedford", f"{FRIDAY}T10:00:00", "01234 276693"),
        ("allegation", "bedford", f"{SUNDAY}T03:00:00", NIGHT),
        ("both", "luton", f"{SUNDAY}T03:00:00", NIGHT),
    ],
)
def test_first(directory: Directory, concern: str, where: str, moment: str, first: str) -> None:
    assert ask(directory, concern, where, moment).first.line.display == first


@pytest.mark.parametrize(
    ("concern", "where", "moment", "front"),
    [
        ("child", "luton", f"{FRIDAY}T08:30", [NIGHT, "01582 547653"]),
        ("child", "luton", f"{FRIDAY}T17:00", [NIGHT, "01582 547653"]),
        ("child", "luton", f"{CHRISTMAS}T10:00", [NIGHT, "01582 547653"]),
        ("child", "bedford", f"{CHRISTMAS}T10:00", [NIGHT, "01234 718700"]),
        ("adult", "milton-keynes", f"{FRIDAY}T17:05", ["01908 725005", "01908 252835"]),
    ],
)
def test_uncertain_hours_show_both(
    directory: Directory, concern: str, where: str, moment: str, front: list[str]
) -> None:
    assert shown(ask(directory, concern, where, moment), Tier.FIRST, Tier.BESIDE) == front


def test_both_services_are_told_when_child_and_adult_are_affected(directory: Directory) -> None:
    front = shown(
        ask(directory, "both", "milton-keynes", f"{FRIDAY}T10:00"), Tier.FIRST, Tier.BESIDE
    )
    assert front == ["01908 253169", "01908 252835"]


@pytest.mark.parametrize(("where", "night"), [("luton", NIGHT), ("milton-keynes", "01908 725005")])
def test_at_night_the_adult_s_team_is_told_as_well(
    directory: Directory, where: str, night: str
) -> None:
    advice = ask(directory, "both", where, f"{SUNDAY}T03:00")
    assert night in shown(advice, Tier.FIRST, Tier.BESIDE)


@pytest.mark.parametrize("concern", ["child", "adult"])
def test_milton_keynes_professionals_send_the_form_before_they_ring(
    directory: Directory, concern: str
) -> None:
    form = ask(directory, concern, "milton-keynes", f"{FRIDAY}T10:00").first.form
    assert form is not None
    assert form.compulsory


@pytest.mark.parametrize(
    ("concern", "also", "where", "number"),
    [
        ("domestic-abuse", "children", "luton", "01582 547653"),
        ("domestic-abuse", "care-needs", "luton", "01582 547730"),
        ("domestic-abuse", "aged-16-17", "bedford", "01234 718700"),
        ("domestic-abuse", "man", "bedford", "0808 801 0327"),
        ("domestic-abuse", "lgbt", "bedford", "0800 999 5428"),
        ("domestic-abuse", "older-person", "bedford", "0808 808 8141"),
        ("domestic-abuse", "stalking", "bedford", "0808 802 0300"),
        ("domestic-abuse", "forced-marriage", "luton", "0800 5999 247"),
        ("domestic-abuse", "using-abuse", "luton", "0808 802 4040"),
        ("child", "fgm", "luton", "0800 028 3550"),
        ("adult", "modern-slavery", "luton", "08000 121 700"),
        ("adult", "sexual-assault", "milton-keynes", "0800 970 9952"),
        ("adult", "deaf", "luton", "18000"),
        ("adult", "children", "milton-keynes", "01908 253169"),
        ("child", "care-needs", "milton-keynes", "01908 252835"),
    ],
)
def test_a_circumstance_brings_its_line(
    directory: Directory, concern: str, also: str, where: str, number: str
) -> None:
    assert number in shown(ask(directory, concern, where, f"{FRIDAY}T10:00", [also]))


VICTIM_LINES = {"0808 2000 247", "0808 801 0327", "0800 999 5428", "01582 391856", "0344 375 4307"}
SPECIAL_VICTIM_LINES = {"0808 500 2222", "0808 802 0300", "0800 1111", "0800 5999 247"}
"""After sexual assault, for those stalked, for children, on honour-based abuse."""


@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize("where", ["luton", "milton-keynes", "unknown", "outside"])
@pytest.mark.parametrize("moment", [f"{FRIDAY}T10:00", f"{SUNDAY}T03:00"])
def test_the_person_using_abuse_is_never_given_a_victim_s_line(
    directory: Directory, concern: str, where: str, moment: str
) -> None:
    numbers = shown(ask(directory, concern, where, moment, ["using-abuse"]))
    assert not VICTIM_LINES & set(numbers)


@pytest.mark.parametrize("concern", list(Concern))
def test_no_other_circumstance_gives_a_victim_s_line_to_the_person_using_abuse(
    directory: Directory, concern: str
) -> None:
    numbers = shown(ask(directory, concern, "luton", f"{FRIDAY}T10:00", list(Circumstance)))
    assert not (VICTIM_LINES | SPECIAL_VICTIM_LINES) & set(numbers)


@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize("also", [c for c in Circumstance if c is not Circumstance.USING_ABUSE])
def test_a_victim_is_never_given_the_line_for_people_using_abuse(
    directory: Directory, concern: str, also: str
) -> None:
    numbers = shown(ask(directory, concern, "luton", f"{FRIDAY}T10:00", [also]))
    assert "0808 802 4040" not in numbers


def test_a_man_is_not_sent_to_a_line_for_women(directory: Directory) -> None:
    numbers = shown(ask(directory, "domestic-abuse", "luton", f"{SUNDAY}T03:00", ["man"]))
    assert not {"0808 2000 247", "01582 391856"} & set(numbers)


@pytest.mark.parametrize(
    ("where", "number"), [("luton", "01582 547563"), ("milton-keynes", "01908 253772")]
)
def test_a_disputed_number_is_shown_last_and_says_so(
    directory: Directory, where: str, number: str
) -> None:
    advice = ask(directory, "adult", where, f"{FRIDAY}T10:00")
    call = next(call for call in advice.calls if call.line.display == number)
    assert call.tier is Tier.FALLBACK
    assert "disagree about this number" in call.because


def test_every_call_can_say_whether_its_number_was_ever_rung(directory: Directory) -> None:
    advice = ask(directory, "child", "luton", f"{FRIDAY}T10:00")
    for call in advice.calls:
        said = "Checked " if call.line.verified else "Never test-called by this project"
        assert checked_words(call.line).startswith(said)


def test_outside_the_area_the_lines_serve_everywhere(directory: Directory) -> None:
    advice = ask(directory, "child", "outside", f"{FRIDAY}T10:00")
    assert shown(advice) == ["0808 800 5000", "101", "999"]


def test_when_nobody_knows_where_every_council_is_there(directory: Directory) -> None:
    numbers = shown(ask(directory, "child", "unknown", f"{FRIDAY}T10:00"))
    doors = {"01234 718700", "0300 300 8585", "01582 547653", "01908 253169"}
    assert doors <= set(numbers)


HOURS = [f"2026-11-{16 + day}T{hour:02}:00" for day in range(7) for hour in range(24)]


@pytest.mark.parametrize("concern", list(Concern))
@pytest.mark.parametrize(
    "where",
    ["bedford", "central-bedfordshire", "luton", "milton-keynes", "unknown", "outside"],
)
def test_every_path_at_every_hour_of_a_week_ends_in_somebody(
    directory: Directory, concern: str, where: str
) -> None:
    for moment in HOURS:
        advice = ask(directory, concern, where, moment)
        assert len(advice.tier(Tier.FIRST)) == 1
        assert any(call.reading.state is Openness.OPEN for call in advice.calls)


def test_with_no_place_and_nobody_certain_the_teams_that_answer_stand_in_front(
    directory: Directory,
) -> None:
    advice = ask(directory, "child", "unknown", f"{SUNDAY}T03:00")
    beside = {call.line.display: call.reading.state for call in advice.tier(Tier.BESIDE)}
    assert beside[NIGHT] is Openness.OPEN
    assert beside["01908 265545"] is Openness.OPEN


def test_with_no_place_a_certain_line_keeps_the_councils_below(directory: Directory) -> None:
    advice = ask(directory, "child", "unknown", f"{FRIDAY}T10:00")
    assert advice.first.reading.state is Openness.OPEN
    assert "01234 718700" in shown(advice, Tier.ALSO)
