"""When an untouched answer asks and when it goes; which minutes count as minutes."""

import pytest

from desktop_app.domain.practice.policy import minutes_of, policy_of
from desktop_app.domain.practice.unattended import Untouched, untouched


@pytest.mark.parametrize(
    ("seconds", "minutes", "state"),
    [
        (0, 30, Untouched.NOTHING),
        (30 * 60 - 1, 30, Untouched.NOTHING),
        (30 * 60, 30, Untouched.ASK),
        (35 * 60 - 1, 30, Untouched.ASK),
        (35 * 60, 30, Untouched.LEAVE),
        (8 * 3600, 30, Untouched.LEAVE),
        (5 * 60, 5, Untouched.ASK),
        (10 * 60, 5, Untouched.LEAVE),
    ],
)
def test_it_asks_and_five_minutes_later_it_goes(
    seconds: float, minutes: int, state: Untouched
) -> None:
    assert untouched(seconds, minutes) is state


@pytest.mark.parametrize(
    ("kept", "minutes"),
    [
        (30, 30),
        ("15", 15),
        (" 120 ", 120),
        (5, 5),
        (4, None),
        (121, None),
        (0, None),
        (-5, None),
        (True, None),
        ("ten", None),
        ("٣٠", None),
        ("9" * 5000, None),
        (None, None),
        (30.0, None),
    ],
)
def test_only_a_number_of_minutes_in_the_range_counts(kept: object, minutes: int | None) -> None:
    assert minutes_of(kept) == minutes


def test_it_can_set_the_minutes() -> None:
    assert policy_of({"UntouchedMinutes": "15"}).untouched_minutes == 15
    told = policy_of({"UntouchedMinutes": "0"})
    assert told.untouched_minutes is None
    assert "UntouchedMinutes" in told.troubles[0]
