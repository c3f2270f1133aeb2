"""Hours drawn as tables: a line, a second, the state it is in, why, and until when."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desktop_app.domain.decision.explain import certain_opening
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import (
    Basis,
    Hours,
    Openness,
    Reason,
    next_change,
    read,
    since,
)
from tests.domain.hours_examples import (
    ALWAYS,
    HOLIDAYS,
    LINES,
    NINE_TO_FIVE,
    OFFICE,
    SILENT,
    stated,
    uk,
)

# line | moment | state | reason | until (“-”: never within the horizon)
TABLE = """
# Boundaries to the second; half open
office             | 2026-11-19 08:44:59 | closed  | outside_hours  | 2026-11-19 08:45
office             | 2026-11-19 08:45:00 | open    | in_hours       | 2026-11-19 17:20
office             | 2026-11-19 17:19:59 | open    | in_hours       | 2026-11-19 17:20
office             | 2026-11-19 17:20:00 | closed  | outside_hours  | 2026-11-20 08:45
office             | 2026-11-20 16:19:59 | open    | in_hours       | 2026-11-20 16:20
office             | 2026-11-20 16:20:00 | closed  | outside_hours  | 2026-11-23 08:45
office             | 2026-11-21 12:00:00 | closed  | outside_hours  | 2026-11-23 08:45
always             | 2026-12-25 03:00:00 | open    | always         | -
silent             | 2026-11-19 12:00:00 | unknown | not_published  | -
# Overnight hours belong to the evening they begin on
night              | 2026-11-19 21:59:59 | closed  | outside_hours  | 2026-11-19 22:00
night              | 2026-11-19 23:59:59 | open    | in_hours       | 2026-11-20 02:00
night              | 2026-11-20 00:00:00 | open    | in_hours       | 2026-11-20 02:00
night              | 2026-11-20 02:00:00 | closed  | outside_hours  | 2026-11-20 22:00
night              | 2026-11-21 01:59:59 | open    | in_hours       | 2026-11-21 02:00
night              | 2026-12-24 23:00:00 | open    | in_hours       | 2026-12-25 02:00
night              | 2026-12-25 01:00:00 | open    | in_hours       | 2026-12-25 02:00
night              | 2026-12-25 02:00:00 | closed  | bank_holiday_closed | 2026-12-31 22:00
night              | 2026-12-26 01:00:00 | closed  | outside_hours  | 2026-12-31 22:00
# Bank holidays: closed, as usual, not stated
closed on holidays | 2026-12-25 03:00:00 | closed  | bank_holiday_closed | 2026-12-29 09:00
closed on holidays | 2026-12-25 11:00:00 | closed  | bank_holiday_closed | 2026-12-29 09:00
as usual           | 2026-12-25 11:00:00 | open    | in_hours       | 2026-12-25 17:00
office             | 2026-12-25 08:44:59 | closed  | outside_hours  | 2026-12-25 08:45
office             | 2026-12-25 08:45:00 | unknown | bank_holiday_not_stated | 2026-12-25 16:20
office             | 2026-12-25 16:20:00 | closed  | outside_hours  | 2026-12-28 08:45
office             | 2026-12-28 12:00:00 | unknown | bank_holiday_not_stated | 2026-12-28 17:20
night              | 2026-12-28 12:00:00 | closed  | outside_hours  | 2026-12-31 22:00
# Christmas at a weekend is in no list
daily              | 2026-12-26 12:00:00 | unknown | christmas_at_weekend | 2026-12-26 20:00
daily              | 2026-12-26 09:59:59 | closed  | outside_hours  | 2026-12-26 10:00
daily              | 2027-12-25 12:00:00 | unknown | christmas_at_weekend | 2027-12-25 20:00
daily              | 2028-01-01 12:00:00 | unknown | christmas_at_weekend | 2028-01-01 20:00
daily not stated   | 2027-12-26 12:00:00 | unknown | christmas_at_weekend | 2027-12-26 20:00
daily as usual     | 2027-12-25 12:00:00 | open    | in_hours       | 2027-12-25 20:00
daily              | 2027-12-27 12:00:00 | closed  | bank_holiday_closed | 2027-12-29 10:00
office             | 2027-12-25 12:00:00 | closed  | outside_hours  | 2027-12-27 08:45
daily              | 2027-03-28 12:00:00 | open    | in_hours       | 2027-03-28 20:00
# Two sources
two sources        | 2026-11-19 08:50:00 | unknown | sources_disagree | 2026-11-19 09:00
two sources        | 2026-11-19 09:00:00 | open    | in_hours       | 2026-11-19 17:00
two sources        | 2026-11-19 17:10:00 | unknown | sources_disagree | 2026-11-19 17:20
two sources        | 2026-11-20 16:30:00 | unknown | sources_disagree | 2026-11-20 17:00
two sources        | 2026-11-20 17:00:00 | closed  | outside_hours  | 2026-11-23 08:45
two sources        | 2026-12-25 08:50:00 | unknown | bank_holiday_not_stated | 2026-12-25 17:00
# Nobody published hours for an office: a narrow and a wide day
assumed            | 2026-11-19 07:59:59 | closed  | outside_hours  | 2026-11-19 08:00
assumed            | 2026-11-19 08:00:00 | unknown | assumed_between | 2026-11-19 09:00
assumed            | 2026-11-19 09:00:00 | open    | in_hours       | 2026-11-19 16:30
assumed            | 2026-11-19 16:30:00 | unknown | assumed_between | 2026-11-19 18:00
assumed            | 2026-11-19 18:00:00 | closed  | outside_hours  | 2026-11-20 08:00
assumed            | 2026-12-25 12:00:00 | unknown | bank_holiday_not_stated | 2026-12-25 18:00
# Out of hours: whenever the office is not open
out of hours       | 2026-11-20 16:19:59 | closed  | office_open    | 2026-11-20 16:20
out of hours       | 2026-11-20 16:20:00 | open    | office_closed  | 2026-11-23 08:45
out of hours       | 2026-12-25 12:00:00 | unknown | office_unknown | 2026-12-25 16:20
out of hours       | 2026-12-25 16:20:00 | open    | office_closed  | 2026-12-28 08:45
outside assumed    | 2026-11-19 08:30:00 | unknown | office_unknown | 2026-11-19 09:00
outside assumed    | 2026-11-19 18:00:00 | open    | office_closed  | 2026-11-20 08:00
outside silent     | 2026-11-19 18:00:00 | unknown | office_unknown | -
# Past GOV.UK's list the computed days count; past those no weekday is certain
closed on holidays | 2029-12-25 12:00:00 | closed  | bank_holiday_closed | 2029-12-26 09:00
office             | 2040-12-31 12:00:00 | open    | in_hours       | 2040-12-31 17:20
office             | 2041-01-02 12:00:00 | unknown | calendar_ended | 2041-01-02 17:20
as usual           | 2041-01-02 12:00:00 | unknown | calendar_ended | 2041-01-02 17:00
office             | 2041-01-02 18:00:00 | closed  | outside_hours  | 2041-01-03 08:45
daily              | 2041-01-05 12:00:00 | open    | in_hours       | 2041-01-05 20:00
daily              | 2043-12-26 12:00:00 | unknown | christmas_at_weekend | 2043-12-26 20:00
always             | 2041-01-02 12:00:00 | open    | always         | -
out of hours       | 2041-01-02 12:00:00 | unknown | office_unknown | 2041-01-02 17:20
office             | 1970-01-05 12:00:00 | unknown | calendar_ended | 1970-01-05 17:20
"""

ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in TABLE.splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("line", "moment", "state", "reason", "until"), ROWS)
def test_state_reason_and_end(line: str, moment: str, state: str, reason: str, until: str) -> None:
    reading = read(LINES[line], uk(moment), HOLIDAYS)
    expected_until = None if until == "-" else uk(until)
    assert (reading.state, reading.reason, reading.until) == (state, reason, expected_until)


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("office", Basis.PUBLISHED),
        ("assumed", Basis.ASSUMED),
        ("always", Basis.ALWAYS),
        ("out of hours", Basis.DERIVED),
        ("silent", Basis.NONE),
        ("two sources", Basis.PUBLISHED),
    ],
)
def test_what_a_state_rests_on(line: str, basis: Basis) -> None:
    assert read(LINES[line], uk("2026-11-19 12:00"), HOLIDAYS).basis is basis


def test_any_zone_is_judged_in_london() -> None:
    tokyo = datetime(2026, 11, 20, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    assert read(OFFICE, tokyo, HOLIDAYS).until == uk("2026-11-19 17:20")


def test_half_a_second_before_closing_is_open() -> None:
    moment = uk("2026-11-20 16:19:59") + timedelta(milliseconds=500)
    assert read(OFFICE, moment, HOLIDAYS).state is Openness.OPEN


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        read(OFFICE, datetime(2026, 11, 20, 12, 0), HOLIDAYS)


@pytest.mark.parametrize("hours", LINES.values(), ids=LINES)
@pytest.mark.parametrize("offset", [-14, 0, 14])
@pytest.mark.parametrize(
    "edge", [datetime.min, datetime.max, datetime(2, 1, 1), datetime(9998, 12, 31, 23)]
)
def test_the_ends_of_time_do_not_break_it(hours: Hours, offset: int, edge: datetime) -> None:
    moment = edge.replace(tzinfo=timezone(timedelta(hours=offset)))
    reading = read(hours, moment, HOLIDAYS)
    changes = (next_change, since)
    assert (reading.until, *(change(hours, moment, HOLIDAYS) for change in changes)) == (None,) * 3


# --- what a sentence needs ------------------------------------------------------------------


def test_a_reading_names_the_bank_holiday() -> None:
    reading = read(OFFICE, uk("2026-12-28 12:00"), HOLIDAYS)
    assert reading.holiday is not None
    assert reading.holiday.name == "Boxing Day (substitute day)"


def test_a_reading_names_christmas_at_a_weekend() -> None:
    reading = read(LINES["daily"], uk("2026-12-26 12:00"), HOLIDAYS)
    assert reading.holiday is not None
    assert (reading.holiday.name, reading.holiday.basis) == ("Boxing Day", "weekend")


def test_after_midnight_the_day_before_decides() -> None:
    on_saturdays = Hours((stated("-", "-", "-", "-", "-", "22:00-02:00", "-"),))
    reading = read(on_saturdays, uk("2026-12-27 01:00"), HOLIDAYS)
    assert reading.day == date(2026, 12, 26)
    assert reading.reason is Reason.CHRISTMAS_AT_WEEKEND


def test_a_reading_tells_what_comes_next() -> None:
    assert read(LINES["assumed"], uk("2026-11-19 12:00"), HOLIDAYS).then is Openness.UNKNOWN


# --- certain opening, next change, since ----------------------------------------------------

OPENINGS = [
    ("office", "2026-11-20 16:35", "2026-11-23 08:45"),
    ("office", "2026-11-20 12:00", None),
    ("office", "2026-12-24 18:00", None),
    ("office", "2026-12-25 12:00", None),
    ("office", "2026-01-01 12:00", None),
    ("closed on holidays", "2026-12-24 18:00", "2026-12-29 09:00"),
    ("assumed", "2026-11-19 19:00", None),
    ("out of hours", "2026-11-19 12:00", "2026-11-19 17:20"),
    ("always", "2026-11-19 12:00", None),
    ("silent", "2026-11-19 12:00", None),
]


@pytest.mark.parametrize(("line", "moment", "opening"), OPENINGS)
def test_the_opening_of_a_closed_line_is_told_only_when_certain(
    line: str, moment: str, opening: str | None
) -> None:
    found = certain_opening(read(LINES[line], uk(moment), HOLIDAYS))
    assert found == (uk(opening) if opening else None)


CHANGES = [
    ("office", "2026-11-20 16:35", "2026-11-23 08:45"),
    ("closed on holidays", "2026-12-24 18:00", "2026-12-25 00:00"),
    ("closed on holidays", "2026-12-25 18:00", "2026-12-26 00:00"),
    ("always", "2026-11-20 16:35", None),
    ("silent", "2026-11-20 16:35", None),
]


@pytest.mark.parametrize(("line", "moment", "change"), CHANGES)
def test_next_change_is_a_change_of_state_or_reason(
    line: str, moment: str, change: str | None
) -> None:
    found = next_change(LINES[line], uk(moment), HOLIDAYS)
    assert found == (uk(change) if change else None)


def test_two_bank_holidays_in_a_row_change_the_sentence_at_midnight() -> None:
    shut = LINES["closed on holidays"]
    assert next_change(shut, uk("2027-12-27 12:00"), HOLIDAYS) == uk("2027-12-28 00:00")


SINCES = [
    ("office", "2026-11-20 16:35", "2026-11-20 16:20"),
    ("office", "2026-11-23 08:00", "2026-11-20 16:20"),
    ("office", "2026-11-23 08:45", "2026-11-23 08:45"),
    ("always", "2026-11-23 08:45", None),
    ("night", "2026-11-20 01:00", "2026-11-19 22:00"),
]


@pytest.mark.parametrize(("line", "moment", "begun"), SINCES)
def test_since_when(line: str, moment: str, begun: str | None) -> None:
    assert since(LINES[line], uk(moment), HOLIDAYS) == (uk(begun) if begun else None)


def test_equal_hours_stay_equal_after_being_read() -> None:
    twin = Hours((stated(*NINE_TO_FIVE),))
    read(twin, datetime(2026, 11, 19, 12, tzinfo=UTC), HOLIDAYS)
    assert twin == Hours((stated(*NINE_TO_FIVE),))
    assert ALWAYS != SILENT


def test_until_comes_in_uk_time() -> None:
    reading = read(OFFICE, datetime(2026, 7, 1, 12, tzinfo=UTC), HOLIDAYS)
    assert reading.until is not None
    assert reading.until.tzinfo is UK
