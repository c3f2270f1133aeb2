"""The coming week of a line: every minute marked once, holidays named, all of it readable."""

import itertools
from datetime import date, datetime

import pytest

from desktop_app.domain.browse.week_hours import (
    DAY_MINUTES,
    DAYS,
    HoursState,
    coming_holidays,
    coming_week,
)
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours
from tests.domain.hours_examples import HOLIDAYS, stated
from tests.domain.listed_services import ALWAYS, NIGHT, NOT_PUBLISHED, OFFICE

FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UK)
CHRISTMAS = datetime(2026, 12, 21, 9, tzinfo=UK)
CLOCKS_BACK, CLOCKS_ON = (
    datetime(2026, 10, 24, 12, tzinfo=UK),
    datetime(2026, 3, 28, 12, tzinfo=UK),
)
ASSUMED = Hours((stated("09:00-16:30", basis="assumed"), stated("08:00-18:00", basis="assumed")))


@pytest.mark.parametrize("hours", [OFFICE, NIGHT, ALWAYS, NOT_PUBLISHED, ASSUMED])
@pytest.mark.parametrize("moment", [FRIDAY, CHRISTMAS, CLOCKS_BACK, CLOCKS_ON])
def test_every_day_is_drawn_from_midnight_to_midnight_without_a_gap(
    hours: Hours, moment: datetime
) -> None:
    week = coming_week(hours, moment, HOLIDAYS)
    assert len(week) == DAYS
    for day in week:
        edges = [(each.start, each.end) for each in day.stretches]
        assert edges[0][0] == 0
        assert edges[-1][1] == DAY_MINUTES
        assert all(before[1] == after[0] for before, after in itertools.pairwise(edges))


def test_the_week_begins_today_in_uk_time() -> None:
    late = datetime.fromisoformat("2026-07-01T23:30:00+00:00")
    assert coming_week(ALWAYS, late, HOLIDAYS)[0].day == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("hours", "at", "said"),
    [
        (OFFICE, 0, "Friday 20 November: open 08:45 to 16:20"),
        (OFFICE, 1, "Saturday 21 November: closed"),
        (NIGHT, 0, "Friday 20 November: open midnight to 08:45; open 16:20 to midnight"),
        (ALWAYS, 0, "Friday 20 November: open all day"),
        (NOT_PUBLISHED, 0, "Friday 20 November: not certain all day"),
    ],
)
def test_a_day_reads_as_text(hours: Hours, at: int, said: str) -> None:
    assert coming_week(hours, FRIDAY, HOLIDAYS)[at].said == said


def test_assumed_hours_are_marked_as_such_and_what_lies_between_as_not_certain() -> None:
    friday = coming_week(ASSUMED, FRIDAY, HOLIDAYS)[0]
    assert [each.mark for each in friday.stretches] == [
        HoursState.CLOSED,
        HoursState.UNKNOWN,
        HoursState.ASSUMED,
        HoursState.UNKNOWN,
        HoursState.CLOSED,
    ]
    assert "should be open 09:00 to 16:30" in friday.said


def test_the_bank_holidays_of_the_coming_fortnight_are_told_with_what_the_line_does() -> None:
    assert coming_holidays(OFFICE, CHRISTMAS, HOLIDAYS) == (
        "Friday 25 December, Christmas Day: closed",
        "Saturday 26 December, Boxing Day: closed",
        "Monday 28 December, Boxing Day (substitute day): closed",
    )
    assert coming_holidays(OFFICE, FRIDAY, HOLIDAYS) == ()
