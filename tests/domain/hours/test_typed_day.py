"""Days as people type them: read as they are meant in Britain, or refused in a sentence."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.hours.dates import brief_day_words, day_words, short_date
from desktop_app.domain.hours.typed_day import (
    EMPTY,
    NO_SUCH_DAY,
    OTHER_WEEKDAY,
    UNREADABLE,
    read_day,
)

TODAY = date(2026, 11, 29)
CHRISTMAS = date(2026, 12, 25)
NOT_THERE = ("12/25/2026", "31/2", "0/1/2027", "1/1/1915")
UNCLEAR = ("25", "25/", "soon", "25 Dez", "25 De", "1/1/1")


@pytest.mark.parametrize(
    "typed",
    [
        *("25/12/2026", "25/12/26", "25.12.2026", "25-12-26", "25 / 12 / 2026", "2026-12-25"),
        *("25/12", "25 Dec", "25th December", "25th of December 2026", "25dec26", "Dec 25"),
        *("December 25th, 2026", "Fri 25 Dec 2026", "Friday, 25 December", "  25   dec  "),
    ],
)
def test_christmas_is_read_in_all_the_ways_it_is_written(typed: str) -> None:
    assert read_day(typed, TODAY) == CHRISTMAS


def test_a_day_comes_before_its_month() -> None:
    assert read_day("5/6/2027", TODAY) == date(2027, 6, 5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("29/11", TODAY), ("28/11", date(2027, 11, 28)), ("29 Feb", date(2028, 2, 29))],
)
def test_without_a_year_the_next_such_day_is_meant(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", EMPTY),
        *((each, NO_SUCH_DAY.format(each)) for each in NOT_THERE),
        *((each, UNREADABLE.format(each)) for each in UNCLEAR),
        ("Thu 25 Dec 2026", OTHER_WEEKDAY.format("25 December 2026", "Friday", "Thursday")),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 (the sentence is compared whole)
        read_day(typed, TODAY)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("words", [day_words, brief_day_words, short_date, date.isoformat])
def test_every_day_the_program_writes_is_read_back(words: object) -> None:
    assert callable(words)
    for number in range(0, 1500, 7):
        day = TODAY + timedelta(number)
        assert read_day(words(day), TODAY) == day
