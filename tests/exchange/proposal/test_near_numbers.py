"""Typos: one digit, or two neighbours exchanged."""

import pytest

from desktop_app.exchange.proposal.near_numbers import typo_apart

NUMBER = "01632960147"


def test_every_typo_of_one_digit_is_seen() -> None:
    for at in range(len(NUMBER)):
        head, tail = NUMBER[:at], NUMBER[at + 1 :]
        for digit in "0123456789":
            if digit != NUMBER[at]:
                assert typo_apart(head + digit + tail, NUMBER)
            assert typo_apart(head + digit + NUMBER[at:], NUMBER)
        assert typo_apart(head + tail, NUMBER)
        if at and NUMBER[at - 1] != NUMBER[at]:
            swapped = NUMBER[: at - 1] + NUMBER[at] + NUMBER[at - 1] + tail
            assert typo_apart(swapped, NUMBER)


@pytest.mark.parametrize("other", [NUMBER, "01632960258", "999", "01623690147"])
def test_the_same_number_and_another_one_are_no_typo(other: str) -> None:
    assert not typo_apart(other, NUMBER)
