"""Text as a reader sees it: signs that nobody can see are not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.practice.card import Contact, PracticeCard, cleaned
from desktop_app.domain.text.seen_text import as_seen

UNSEEN = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u2060",
    "\u2066",
    "\u2069",
    "\u00ad",
    "\u034f",
    "\u061c",
    "\u180e",
    "\ufe0f",
    "\ufeff",
    "\x00",
]


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize("place", range(6))
def test_an_unseen_sign_is_as_if_it_were_not_there(sign: str, place: int) -> None:
    assert as_seen("Luton"[:place] + sign + "Luton"[place:]) == "Luton"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("ＭＫ４２　９ＡＢ", "MK42 9AB"),
        ("MK42\u00a09AB", "MK42 9AB"),
        ("MK42\u202f9AB", "MK42 9AB"),
        ("Lu\u0301ton", "Luton"),
        ("L\u00fbton", "Luton"),
        ("\ufb02itwick", "flitwick"),
        ("a\r\n b\u2028c", "a\nb\nc"),
        ("a\tb", "a b"),
        ("plain", "plain"),
    ],
)
def test_other_forms_of_letters_and_spaces_are_the_usual_ones(typed: str, seen: str) -> None:
    assert as_seen(typed) == seen


@given(st.text(max_size=80))
def test_reading_twice_changes_nothing(text: str) -> None:
    assert as_seen(as_seen(text)) == as_seen(text)


@pytest.mark.parametrize(
    "name",
    ["\u0646\u06cc\u200c\u0645\u0627", "\u200fDr Levi\u200e", "\u061c\u0633\u0627\u0631\u0627"],
)
def test_names_with_joiners_and_marks_of_direction_are_kept_as_typed(name: str) -> None:
    card = cleaned(PracticeCard("", (Contact("Deputy", name, "214"),)))
    assert [each.name for each in card.leads] == [name]


def test_stray_unseen_signs_are_taken_out_of_a_name_and_all_of_an_extension() -> None:
    name = "\u202bSara\u200b Le\u00advi\u202c\ufeff"
    card = cleaned(PracticeCard("", (Contact("Deputy", name, "2\u200f14"),)))
    assert (card.leads[0].name, card.leads[0].extension) == ("Sara Levi", "214")


def test_a_name_of_which_nothing_can_be_seen_is_no_name() -> None:
    assert cleaned(PracticeCard("\u200f", (Contact("Deputy", "\u200c\u200b", ""),))).leads == ()
