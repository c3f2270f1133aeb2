"""Spellings that fold together, and typos counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.places.place_names import fold, letters_mask, may_be_near, shortened
from desktop_app.domain.places.spelling import edits

words = st.text("abcd ", max_size=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Anne's Hill", "saint annes hill"),
        ("Gt Barford", "Great Barford"),
        ("Barton-le-Clay", "barton le clay"),
        ("Heath & Reach", "HEATH AND REACH"),
        ("Yarl’s Wood", "Yarls Wood"),
        ("  Café  ", "cafe"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("key", "short"),
    [
        ("flitwick beds", "flitwick"),
        ("elstow village", "elstow"),
        ("olney bucks england", "olney"),
        ("beds", "beds"),
        ("park town", "park"),
    ],
)
def test_what_people_add_to_a_name_is_left_off(key: str, short: str) -> None:
    assert shortened(key, {"beds", "bucks"}) == short


@given(words, words)
def test_the_mask_never_rules_out_a_name_that_is_near(first: str, second: str) -> None:
    distance = edits(first, second)
    assert may_be_near(letters_mask(first), letters_mask(second), distance)
