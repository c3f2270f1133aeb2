"""Answers of two directories are compared at moments that are what they are called."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.compare.answer_moments import moments_that_matter
from tests.fakes import HOLIDAYS, RELEASE, ListDirectory

DAY = timedelta(days=1)
FIRST = date(2026, 1, 1)


@pytest.mark.parametrize("ahead", range(0, 730, 7))
def test_moments_come_after_the_directory_and_in_order(ahead: int) -> None:
    """Made on any day of two years, and on each day of the week in turn."""
    dated = FIRST + ahead * DAY + (ahead // 7 % 7) * DAY
    directory = ListDirectory(of_release=RELEASE._replace(dated=dated))
    moments = [moment.at for moment in moments_that_matter(directory)]
    assert moments == sorted(moments)
    assert all(at.tzinfo is not None and at.date() > dated for at in moments)


@pytest.mark.parametrize("dated", [date(2026, 12, 21), date(2026, 12, 24), date(2026, 12, 25)])
def test_a_weekday_is_no_holiday_however_near_christmas(dated: date) -> None:
    named = {
        moment.words: moment.at
        for moment in moments_that_matter(ListDirectory(of_release=RELEASE._replace(dated=dated)))
    }
    weekday = named["on a weekday at 11:00"].date()
    assert weekday.weekday() < 5
    assert HOLIDAYS.named(weekday) is None
    assert named["on Christmas Day"].strftime("%d %m") == "25 12"
    assert named["on Christmas Eve at 14:00"].strftime("%d %m") == "24 12"
