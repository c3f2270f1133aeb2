"""Spellings that fold together, and slips of the keyboard counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.places.place_names import edits, fold, letters_mask, may_be_near, shortened

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
    assert shortened(key) == short


def slow_edits(first: str, second: str) -> int:
    """The textbook table of the same distance, to check the quick one by."""
    table = [[row + column for column in range(len(second) + 1)] for row in range(len(first) + 1)]
    for row in range(1, len(first) + 1):
        for column in range(1, len(second) + 1):
            wrong = first[row - 1] != second[column - 1]
            best = min(table[row - 1][column], table[row][column - 1]) + 1
            best = min(best, table[row - 1][column - 1] + wrong)
            swapped = first[row - 2 : row] == second[column - 2 : column][::-1]
            if row > 1 and column > 1 and swapped:
                best = min(best, table[row - 2][column - 2] + 1)
            table[row][column] = best
    return table[-1][-1]


@given(words, words)
def test_the_quick_distance_agrees_with_the_textbook(first: str, second: str) -> None:
    assert edits(first, second) == slow_edits(first, second)


@given(words, words)
def test_the_mask_never_rules_out_a_name_that_is_near(first: str, second: str) -> None:
    distance = edits(first, second)
    assert may_be_near(letters_mask(first), letters_mask(second), distance)
