"""Letters made bare, and typos counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.places.spelling import bare_letters, edits

words = st.text("abcd ", max_size=9)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Café", "cafe"), ("Children’s", "childrens"), ("Q&A", "q and a"), ("a-b  C", "a-b  c")],
)
def test_only_case_accents_apostrophes_and_the_ampersand_go(text: str, bare: str) -> None:
    assert bare_letters(text) == bare


@pytest.mark.parametrize(
    ("typed", "word", "count"),
    [
        ("mash", "mash", 0),
        ("mahs", "mash", 1),  # swapped
        ("mas", "mash", 1),  # left out
        ("maash", "mash", 1),  # doubled
        ("mush", "mash", 1),  # changed
        ("safegaurding", "safeguarding", 1),
        ("luton", "bedford", 6),
    ],
)
def test_how_many_typos_lie_between(typed: str, word: str, count: int) -> None:
    assert edits(typed, word) == count


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
