"""The shape of postcodes: whole, in part, inside a longer text, and with look-alikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.places.postcode import (
    Postcode,
    PostcodePart,
    parts,
    postcodes_within,
    unit_number,
    whole_postcode,
)
from desktop_app.domain.places.postcode_typos import repairs


@pytest.mark.parametrize(
    "text", ["MK43 0AA", "mk430aa", " Mk43  0aA ", "MK43-0AA", "m k 4 3 0 a a", "MK43\u00a00AA"]
)
def test_spaces_and_capitals_do_not_matter(text: str) -> None:
    assert whole_postcode(text) == Postcode("MK43", "0", "AA")


@pytest.mark.parametrize(
    ("text", "written"),
    [("m11aa", "M1 1AA"), ("sw1a1aa", "SW1A 1AA"), ("w1a0ax", "W1A 0AX"), ("gir0aa", "GIR 0AA")],
)
def test_every_shape_of_postcode_is_read(text: str, written: str) -> None:
    assert str(whole_postcode(text)) == written


@pytest.mark.parametrize("text", ["", "MK43", "MK43 0A", "01582 547653", "943 476 5919", "Luton"])
def test_other_texts_are_no_whole_postcode(text: str) -> None:
    assert whole_postcode(text) is None


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("MK", [PostcodePart("MK", area=True)]),
        ("MK43", [PostcodePart("MK43"), PostcodePart("MK4", "3")]),
        ("MK4 3", [PostcodePart("MK4", "3")]),
        ("MK43 ", [PostcodePart("MK43")]),
        ("MK430", [PostcodePart("MK43", "0")]),
        ("MK43 0", [PostcodePart("MK43", "0")]),
        ("MK43 0A", [PostcodePart("MK43", "0", "A")]),
        ("LU1", [PostcodePart("LU1")]),
        ("SW1A", [PostcodePart("SW1A")]),
        ("Flitwick", []),
    ],
)
def test_the_beginning_of_a_postcode_is_read_in_every_way(
    text: str, readings: list[PostcodePart]
) -> None:
    assert list(parts(text)) == readings


def test_a_pasted_address_gives_up_its_postcode() -> None:
    ((postcode, written),) = postcodes_within("12 High St, Flitwick, mk451aa.")
    assert (postcode, written) == (Postcode("MK45", "1", "AA"), "MK451AA")


def test_letters_inside_a_longer_word_are_no_postcode() -> None:
    assert postcodes_within("XMK45 1AAB") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("MK4O 1AA", "MK40 1AA"),
        ("LUI 1AA", "LU1 1AA"),
        ("LU1 IAA", "LU1 1AA"),
        ("SGI8 OAA", "SG18 0AA"),
        ("5G18 0AA", "SG18 0AA"),
        ("MK42 9A8", "MK42 9AB"),
        ("MK4Z 9AB", "MK42 9AB"),
    ],
)
def test_look_alike_letters_are_repaired(typed: str, meant: str) -> None:
    assert meant in {str(postcode) for postcode in repairs(typed)}


def test_the_letters_no_postcode_ends_in_have_no_number() -> None:
    assert unit_number("AC") is None


def test_unit_numbers_run_from_first_to_last() -> None:
    assert (unit_number("AA"), unit_number("ZZ")) == (0, 399)


@given(st.text(max_size=60))
def test_no_text_at_all_is_an_error(text: str) -> None:
    whole_postcode(text)
    parts(text)
    postcodes_within(text)
    list(repairs(text))
