"""Moments in words, always in UK time."""

from datetime import UTC, datetime

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.moments import at_words, brief_moment, moment_words, when_words

FRIDAY = datetime(2026, 11, 20, 16, 35, tzinfo=UK)


def test_a_moment_is_said_in_uk_time_whatever_zone_it_comes_in() -> None:
    assert moment_words(datetime(2026, 7, 3, 15, 5, tzinfo=UTC)) == "Friday 3 July 2026, 16:05"
    assert brief_moment(datetime(2026, 7, 3, 15, 5, tzinfo=UTC)) == "Fri 3 Jul 2026, 16:05"


@pytest.mark.parametrize(
    ("day", "hour", "words", "inside"),
    [
        (20, 17, "17:00", "at 17:00"),
        (23, 8, "Monday 08:00", "on Monday at 08:00"),
        (26, 8, "Thursday 08:00", "on Thursday at 08:00"),
        (27, 8, "Friday 27 November 08:00", "on Friday 27 November at 08:00"),
        (13, 8, "Friday 13 November 08:00", "on Friday 13 November at 08:00"),
    ],
)
def test_an_instant_is_named_as_far_as_it_can_be_mistaken(
    day: int, hour: int, words: str, inside: str
) -> None:
    instant = datetime(2026, 11, day, hour, tzinfo=UK)
    assert when_words(instant, FRIDAY) == words
    assert at_words(instant, FRIDAY) == inside
