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
UNCLEAR = (
    *(
        "25",
        "25/",
        "soon",
        "25 Dez",
        "25 De",
        "1/1/1",
        "Fri",
        "Dec-25",
        "25//12",
        "46381",
        "Dec 25/12",
    ),
    *("25/12/2026 14:30", "2026-12/25", "25/12/2026 to 28/12/2026", "20261225"),
)


@pytest.mark.parametrize(
    "typed",
    [
        *("25/12/2026", "25/12/26", "25.12.2026", "25-12-26", "25 / 12 / 2026", "2026-12-25"),
        *("25/12", "25 Dec", "25th December", "25th of December 2026", "25dec26", "Dec 25"),
        *("December 25th, 2026", "Fri 25 Dec 2026", "Friday, 25 December", "  25   dec  "),
        *("the 25th of December", "on Friday the 25th of December", "Friday, December 25, 2026"),
        *("25 12 2026", "25,12,2026", "25\\12\\2026", "25/Dec/2026", "25.Dec.26", "25 Dec '26"),
        *("2026/12/25", "2026.12.25", "fri25dec", "Fri,25 Dec", "25th Dec.", "25/12/2026."),
        *("25/12/2026 00:00", "25/12/2026 00:00:00", "2026-12-25T00:00:00", "25-Dec-26"),
    ],
)
def test_christmas_is_read_in_all_the_ways_it_is_written(typed: str) -> None:
    assert read_day(typed, TODAY) == CHRISTMAS


@pytest.mark.parametrize("unseen", list("\u200b\u200e\u202a\u202c\u00ad\ufeff\u2060"))
@pytest.mark.parametrize("typed", ["25/12/2026", "25 Dec 2026", "Fri 25 December"])
def test_letters_that_nobody_sees_change_nothing(typed: str, unseen: str) -> None:
    for at in range(len(typed) + 1):
        assert read_day(typed[:at] + unseen + typed[at:], TODAY) == CHRISTMAS


@pytest.mark.parametrize("dash", list("-‐‑‒–—−"))
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u2009", "\t"])
def test_every_dash_and_space_is_one(dash: str, space: str) -> None:
    assert read_day(f"25{space}{dash}{space}12{space}{dash}{space}2026", TODAY) == CHRISTMAS


@pytest.mark.parametrize(("typed", "away"), [("today", 0), ("Tomorrow", 1), ("yesterday", -1)])
def test_a_day_is_named_from_today(typed: str, away: int) -> None:
    assert read_day(typed, TODAY) == TODAY + timedelta(away)


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


def test_a_page_that_was_pasted_is_refused_in_one_bearable_sentence() -> None:
    with pytest.raises(ValueError, match="no day that can be read") as refused:
        read_day("25/12/2026 " * 3000, TODAY)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize("words", [day_words, brief_day_words, short_date, date.isoformat])
def test_every_day_the_program_writes_is_read_back(words: object) -> None:
    assert callable(words)
    for number in range(0, 1500, 7):
        day = TODAY + timedelta(number)
        assert read_day(words(day), TODAY) == day
