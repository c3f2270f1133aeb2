"""Hours as a person reads them."""

from datetime import date

import pytest

from desktop_app.domain.hours.status import Basis, Hours, Statement, in_words
from desktop_app.domain.hours.words import clock_time
from tests.domain.hours_examples import LINES, NINE_TO_FIVE, stated, week

WORDS = {
    "office": "Monday to Thursday 08:45 to 17:20, Friday 08:45 to 16:20; bank holidays not stated",
    "always": "24 hours a day, every day",
    "silent": "Hours not published",
    "night": "Thursday and Friday 22:00 to 02:00; closed on bank holidays",
    "daily": "every day 10:00 to 20:00; closed on bank holidays",
    "as usual": "Monday to Friday 09:00 to 17:00; bank holidays as usual",
    "assumed": "Not published; we assume Monday to Friday 09:00 to 16:30, perhaps 08:00 to 18:00; "
    "bank holidays not stated",
    "two sources": "Sources disagree: Monday to Friday 09:00 to 17:00; bank holidays not stated; "
    "or Monday to Thursday 08:45 to 17:20, Friday 08:45 to 16:20; bank holidays not stated",
    "out of hours": "Whenever the office line is closed",
}


@pytest.mark.parametrize(("line", "words"), WORDS.items(), ids=WORDS)
def test_a_line_in_words(line: str, words: str) -> None:
    assert in_words(LINES[line]) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("09:00-12:30 13:30-17:00", "-"), "Monday 09:00 to 12:30 and 13:30 to 17:00"),
        (("00:00-24:00", "-"), "Monday all day"),
        (("-", "-", "-", "-", "-", "12:00-24:00"), "Saturday and Sunday 12:00 to midnight"),
        (("09:00-09:00", "-"), "Monday 09:00 to 09:00 the next day"),
        (
            ("09:00-17:00", "-", "09:00-17:00", "-"),
            "Monday 09:00 to 17:00, Wednesday 09:00 to 17:00",
        ),
    ],
)
def test_a_week_in_words(days: tuple[str, ...], words: str) -> None:
    assert in_words(Hours((stated(*days),))) == f"{words}; bank holidays not stated"


def test_hours_that_begin_later_say_from_when() -> None:
    later = Statement(Basis.PUBLISHED, week(*NINE_TO_FIVE), valid_from=date(2027, 4, 1))
    assert in_words(Hours((later,))).startswith("from 1 April 2027, Monday to Friday 09:00")


@pytest.mark.parametrize(
    ("minute", "words"),
    [(0, "midnight"), (30, "00:30"), (525, "08:45"), (720, "12:00"), (1440, "midnight")],
)
def test_times_of_day(minute: int, words: str) -> None:
    assert clock_time(minute) == words
