"""Folding, digits and typos: what makes typed text comparable."""

import pytest

from desktop_app.domain.browse.search_words import (
    digits_typed,
    edits_allowed,
    fold,
    numbers_within,
    stem,
    words_of,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Children’s Services", "childrens services"),
        ("Multi-Agency  Safeguarding Hub", "multi agency safeguarding hub"),
        ("LGBT+", "lgbt"),
        ("Health & Care", "health and care"),
        ("M.A.S.H.", "mash"),
        ("Café", "cafe"),
        ("“Honour”-based", "honour based"),
        ("…", ""),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_filler_is_left_out_unless_it_is_all_there_is() -> None:
    assert words_of("the number for Childline") == ("childline",)
    assert words_of("who to call") == ("who", "to", "call")


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("01632 960123", "01632960123"),
        ("01632-960 123", "01632960123"),
        ("+44 1632 960123", "01632960123"),
        ("+44 (0)1632 960123", "01632960123"),
        ("0044 1632 960123", "01632960123"),
        ("960", "960"),
        ("9", None),
        ("mash", None),
        ("12 High Street", None),
        ("", None),
    ],
)
def test_digits_of_what_was_typed(typed: str, digits: str | None) -> None:
    assert digits_typed(typed) == digits


def test_short_words_must_be_right() -> None:
    assert edits_allowed("dv") == 0
    assert edits_allowed("safeguarding") == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bruises", "bruise", True),
        ("hitting", "hit", True),
        ("babies", "baby", True),
        ("married", "marry", True),
        ("stalked", "stalking", True),
        ("abused", "abuse", True),
        ("abuser", "abuse", False),  # one who abuses is not one who is abused
        ("dress", "dre", False),
        ("his", "hi", False),
    ],
)
def test_words_meet_without_their_endings(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) is same


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("tel 01632 960123", ("01632960123",)),
        ("tel:+441632960123", ("01632960123",)),
        ("01632 960123/960124", ("01632960123", "960124")),
        ("01632 960123 or 01632 960124", ("01632960123", "01632960124")),
        ("01632 960 123/4", ("01632960123",)),
        ("flat 12, 2 children", ()),
        ("mash", ()),
    ],
)
def test_numbers_among_other_words(typed: str, numbers: tuple[str, ...]) -> None:
    assert numbers_within(typed) == numbers
