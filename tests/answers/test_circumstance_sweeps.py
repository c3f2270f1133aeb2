"""What each circumstance changes in the answers of the real directory, and what never changes."""

import pytest

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import LineKind
from desktop_app.domain.situation.concern import concern_title
from desktop_app.domain.situation.situation import Circumstance, Concern, answer_title
from tests.answers.asking import ask
from tests.answers.every_answer import MOMENTS, PLACES, answers, each_concern, said


@each_concern
def test_a_circumstance_always_changes_something(directory: Directory, concern: Concern) -> None:
    offered = directory.pathways().circumstances(concern)
    plain = ask(directory, concern, "luton", MOMENTS[0])
    for also in offered:
        with_it = ask(directory, concern, "luton", MOMENTS[0], [also])
        assert (with_it.calls, with_it.notes) != (plain.calls, plain.notes), also


@pytest.mark.parametrize(
    ("concern", "also", "number"),
    [
        ("adult", "mental-health-crisis", "111"),
        ("child", "mental-health-crisis", "0800 1111"),
        ("child", "missing", "116 000"),
        ("child", "missing", "101"),
        ("child", "exploitation", "08000 121 700"),
        ("adult", "exploitation", "0800 555 111"),
        ("domestic-abuse", "exploitation", "01582 547653"),
        ("child", "radicalisation", "0800 011 3764"),
        ("domestic-abuse", "radicalisation", "01582 547730"),
        ("domestic-abuse", "self-neglect", "01582 547730"),
        ("domestic-abuse", "images", "0345 6000 459"),
        ("child", "images", "0800 1111"),
        ("adult", "money", "0808 196 8845"),
        ("domestic-abuse", "no-recourse", "020 8571 0800"),
    ],
)
def test_each_new_circumstance_brings_its_line(
    directory: Directory, concern: str, also: str, number: str
) -> None:
    advice = ask(directory, concern, "luton", MOMENTS[0], [also])
    assert number in [call.line.display for call in advice.every]


@pytest.mark.parametrize(
    ("where", "number"), [("bedford", "01234 718058"), ("central-bedfordshire", "0300 300 4370")]
)
def test_somebody_homeless_or_fleeing_is_given_the_council_s_housing_team(
    directory: Directory, where: str, number: str
) -> None:
    advice = ask(directory, "domestic-abuse", where, MOMENTS[0], ["homeless"])
    assert number in [call.line.display for call in advice.every]


@pytest.mark.parametrize(
    ("where", "council"), [("luton", "Luton"), ("milton-keynes", "Milton Keynes")]
)
def test_a_housing_team_without_a_number_is_named_as_a_gap(
    directory: Directory, where: str, council: str
) -> None:
    notes = ask(directory, "domestic-abuse", where, MOMENTS[0], ["homeless"]).notes
    assert any(f"no number for the housing team in {council}" in note for note in notes)


def test_self_neglect_says_that_it_is_a_reason_to_tell(directory: Directory) -> None:
    assert "reason to tell adult safeguarding" in said(
        ask(directory, "adult", "luton", MOMENTS[0], ["self-neglect"])
    )


def test_modern_slavery_says_who_the_first_responders_are(directory: Directory) -> None:
    text = said(ask(directory, "adult", "luton", MOMENTS[0], ["modern-slavery"]))
    for part in ("first responders", "police", "council", "Salvation Army", "practice is not one"):
        assert part in text


def test_an_adult_is_asked_what_they_want_in_one_line(directory: Directory) -> None:
    for told, advice in answers(directory, Concern.ADULT):
        if Circumstance.USING_ABUSE in told:  # never of the one who hurts
            assert not any("what they want" in note for note in advice.notes)
            continue
        [line] = [note for note in advice.notes if "what they want" in note]
        assert "agree" in line
        assert "cannot decide" in line


def test_a_crisis_line_that_certainly_answers_is_not_joined_by_one_that_may_not(
    directory: Directory,
) -> None:
    for moment in MOMENTS:
        advice = ask(directory, "adult", "milton-keynes", moment, ["mental-health-crisis"])
        beside = [c for c in advice.tier(Tier.BESIDE) if "mental_health_crisis" in c.service.roles]
        assert [call.line.display for call in beside] == ["111"]
        assert "0800 0234 650" in [call.line.display for call in advice.tier(Tier.ALSO)]


@each_concern
def test_every_answer_has_one_first_and_somebody_who_certainly_answers(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        assert len(advice.tier(Tier.FIRST)) == 1, told
        assert any(call.reading.state is Openness.OPEN for call in advice.every), told
        assert any(call.line.kind is LineKind.EMERGENCY for call in advice.every), told


@each_concern
def test_the_title_follows_who_is_at_the_desk_and_comes_back(
    directory: Directory, concern: Concern
) -> None:
    for told, advice in answers(directory, concern):
        if Circumstance.USING_ABUSE in told:
            assert advice.title.startswith("In front of me: ")
            without = told - {Circumstance.USING_ABUSE}
            assert answer_title(concern, frozenset(map(Circumstance, without))) == concern_title(
                concern
            )
        else:
            assert advice.title == concern_title(concern)


@pytest.mark.parametrize("where", PLACES[:4])
def test_a_lado_is_spoken_of_by_the_place_of_work(directory: Directory, where: str) -> None:
    advice = ask(directory, "allegation", where, MOMENTS[0])
    assert any("where the person works" in note for note in advice.notes)
    assert not any("happened" in text for call in advice.every for text in (call.purpose,))


def test_an_allegation_elsewhere_speaks_of_work_and_not_of_what_happened(
    directory: Directory,
) -> None:
    advice = ask(directory, "allegation", "outside", MOMENTS[0])
    [caution] = [each for each in advice.warnings if each.code == "where_outside"]
    assert "works" in caution.text
    assert "happened" not in caution.text
