"""Whether a number that nobody has differs from one of the directory by a typo."""

import pytest

from desktop_app.domain.browse.near_number import (
    NearNumber,
    did_you_mean,
    differs_by_a_typo,
    one_each,
)

HELD = "01632960123"


@pytest.mark.parametrize(
    "typed",
    [
        *("01632960132", "01362960123", "10632960123"),  # two exchanged
        *("01632960124", "11632960123"),  # one wrong
        *("0163296012", "016329601233"),  # one left out, one too many
        *("960132", "960124"),  # without the area code
    ],
)
def test_one_typo_is_near(typed: str) -> None:
    assert differs_by_a_typo(typed, HELD)


@pytest.mark.parametrize("typed", [HELD, "960123", "01632960231", "01632", "123", "96012", ""])
def test_the_number_itself_two_typos_and_a_part_are_not(typed: str) -> None:
    assert not differs_by_a_typo(typed, HELD)


@pytest.mark.parametrize(("typed", "near"), [("998", True), ("99", False), ("9999", False)])
def test_of_a_short_number_only_a_wrong_digit_counts(typed: str, near: bool) -> None:
    assert differs_by_a_typo(typed, "999") is near


def held(number: str, owner: str, *, usable: bool = True) -> NearNumber:
    return NearNumber(number=number, owner=owner, usable=usable)


def test_the_question_names_number_and_owner() -> None:
    asked = did_you_mean([held("01632 960123", "Town MASH")])
    assert "Did you mean 01632 960123 (Town MASH)?" in asked
    assert did_you_mean([]) == ""


def test_a_number_out_of_use_is_never_offered() -> None:
    asked = did_you_mean([held("01632 960199", "Old fax", usable=False)])
    assert "must not be used" in asked
    assert "mean" not in asked


def test_a_number_of_several_is_named_once() -> None:
    (one,) = one_each([held("01632 960123", "Night A"), held("01632 960123", "Night B")])
    assert one.owner == "Night A and others"
