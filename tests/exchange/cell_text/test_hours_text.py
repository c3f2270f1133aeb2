"""Hours as people type them: read whole, or not at all, and never filled in."""

from itertools import product

import pytest

from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.statements import HolidayRule
from desktop_app.exchange.cell_text.hours_text import read_hours, written

OFFICE = {"mon-fri": "09:00-17:00"}


@pytest.mark.parametrize(
    ("typed", "weekly"),
    [
        ("Mon-Thurs 8.45-5.20", {"mon-thu": "08:45-17:20"}),
        ("Mon-Thurs 8.45-5.20, Fri 8.45-4.20", {"mon-thu": "08:45-17:20", "fri": "08:45-16:20"}),
        ("Monday to Thursday: 8:45am to 5:20pm. Friday: 8:45am to 4:20pm",
         {"mon-thu": "08:45-17:20", "fri": "08:45-16:20"}),
        ("weekdays 9-12.30 and 1.30-5", {"mon-fri": "09:00-12:30, 13:30-17:00"}),
        ("Mon-Fri 5pm - 8.45am; weekends 24 hours",
         {"mon-fri": "17:00-08:45", "sat-sun": "00:00-24:00"}),
        ("Mon, Wed & Fri 10-2", {"mon": "10:00-14:00", "wed": "10:00-14:00",
                                 "fri": "10:00-14:00"}),
        ("every day 10am-midnight", {"daily": "10:00-24:00"}),
        ("24/7", {"daily": "00:00-24:00"}),
        ("24hrs", {"daily": "00:00-24:00"}),
        ("24 hours a day", {"daily": "00:00-24:00"}),
        ("Fri-Mon 9-5", {"mon": "09:00-17:00", "fri-sun": "09:00-17:00"}),
        ("Mon-Fri 9am - 12noon", {"mon-fri": "09:00-12:00"}),
        ("Mon-Fri 9-5 closed weekends", OFFICE),
        ("Mon-Fri 09.00-5.00", OFFICE),
    ],
)  # fmt: skip
def test_hours_are_read_as_they_are_meant(typed: str, weekly: dict[str, str]) -> None:
    reading = read_hours(typed)
    assert (reading.weekly, reading.trouble, reading.gap) == (weekly, "", "")


DAYS = ("Mon-Fri", "Monday to Friday", "M-F", "Mon – Fri", "weekdays", "Mondays - Fridays")
TIMES = ("9-5", "9am-5pm", "9am to 5pm", "09:00-17:00", "0900-1700", "9.00 – 17.00", "9 - 5pm",
         "09:00 hrs - 17:00 hrs", "9:00 a.m. until 5:00 p.m.")  # fmt: skip


@pytest.mark.parametrize(("days", "times"), list(product(DAYS, TIMES)))
def test_days_and_times_in_any_hand_and_order_are_the_same_week(days: str, times: str) -> None:
    assert read_hours(f"{days} {times}").weekly == OFFICE
    assert read_hours(f"{times}, {days}").weekly == OFFICE


@pytest.mark.parametrize("typed", ["9-5", "9am-5pm", "0900-1700"])
def test_times_without_days_are_marked_as_such(typed: str) -> None:
    reading = read_hours(typed)
    assert (reading.weekly, reading.days_named) == (OFFICE, False)


@pytest.mark.parametrize(
    "typed",
    ["office hours", "Office Hours", "normal working hours", "out of hours", "OOH", "tbc", "n/a",
     "-", "evenings and weekends", "see website", "unknown", ""],
)  # fmt: skip
def test_words_without_times_are_a_gap_and_nothing_is_put_in(typed: str) -> None:
    reading = read_hours(typed)
    assert (reading.weekly, reading.always, reading.trouble) == ({}, False, "")


@pytest.mark.parametrize(
    "typed",
    ["6-10", "Mon-Fri 1-5", "8-10pm", "9am-5am", "term time only Mon-Fri 9-3", "09-May",
     "Mon 9-5 Mon 10-4", "Sat closed", "Mon-Fri", "Mon-Fri 9", "25:00-26:00", "Mon-Fri 9-5 ish",
     "Weekends and bank holidays 24 hours", "first Monday of the month 9-5", "9-5 or 10-6",
     "13/05/2026", "Mon-Fri 9-5 except Wed"],
)  # fmt: skip
def test_what_is_not_certain_is_not_read_at_all(typed: str) -> None:
    reading = read_hours(typed)
    assert (reading.weekly, reading.always) == ({}, False)
    assert typed in reading.trouble


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Mon-Fri 9-5", HolidayRule.NOT_STATED),
        ("Mon-Fri 9-5 (closed bank holidays)", HolidayRule.CLOSED),
        ("Mon-Fri 9-5 excl. bank holidays", HolidayRule.CLOSED),
        ("Mon-Fri 9-5, closed weekends and bank holidays", HolidayRule.CLOSED),
        ("Mon-Fri 9-5, weekends & public holidays closed", HolidayRule.CLOSED),
        ("Mon-Fri 9-5 including bank holidays", HolidayRule.AS_USUAL),
        ("Mon-Fri 9-5 and bank holidays", HolidayRule.AS_USUAL),
    ],
)
def test_bank_holidays_are_what_was_said_of_them(typed: str, rule: HolidayRule) -> None:
    reading = read_hours(typed)
    assert (reading.weekly, reading.bank_holidays) == (OFFICE, rule)


@pytest.mark.parametrize("typed", ["24/7/365", "24 hours a day, 365 days a year"])
def test_every_day_of_the_year_is_round_the_clock(typed: str) -> None:
    assert read_hours(typed).always


def test_every_hour_of_the_day_is_read_back_as_it_was_written() -> None:
    for opens in range(0, 24 * 60, 15):
        for closes in range(opens + 15, 24 * 60 + 1, 105):
            week = [((opens, closes),)] * 5 + [()] * 2
            told = written(week)
            assert read_week(read_hours(f"Mon-Fri {told['mon-fri']}").weekly) == read_week(told)
