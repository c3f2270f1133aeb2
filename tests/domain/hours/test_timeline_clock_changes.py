"""The two nights a year when the clocks change: an hour is skipped, or comes twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours, Openness, next_change, read
from desktop_app.domain.hours.uk_days import midnight
from tests.domain.hours_by_the_minute import state_at
from tests.domain.hours_examples import HOLIDAYS, LINES, stated, uk

NIGHT_LINES = {
    "over the change": Hours((stated("22:00-06:00", rule="as_usual"),)),
    "closes inside it": Hours((stated("20:00-01:30", rule="as_usual"),)),
    "opens inside it": Hours((stated("01:30-09:00", rule="as_usual"),)),
    "wholly inside it": Hours((stated("01:10-01:50", rule="as_usual"),)),
    "exactly the hour": Hours((stated("01:00-02:00", rule="as_usual"),)),
    "round the clock": Hours((stated("00:00-24:00", rule="as_usual"),)),
    "two tellings": Hours((stated("00:30-01:15"), stated("00:30-01:45"))),
    "out of hours": Hours(outside_of=Hours((stated("01:20-01:40"),))),
    "office": LINES["office"],
}


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta((day.weekday() + 1) % 7)


NIGHTS = [last_sunday(year, month) for year in range(2026, 2036) for month in (3, 10)]


@pytest.mark.parametrize("night", NIGHTS, ids=str)
@pytest.mark.parametrize("hours", NIGHT_LINES.values(), ids=NIGHT_LINES)
def test_every_minute_of_the_night_is_judged_by_the_wall(hours: Hours, night: date) -> None:
    start = datetime(night.year, night.month, night.day, tzinfo=UTC) - timedelta(hours=3)
    minutes = [start + timedelta(minutes=n) for n in range(9 * 60)]
    states = [state_at(hours, minute, HOLIDAYS) for minute in minutes]
    assert [read(hours, minute, HOLIDAYS).state for minute in minutes] == states
    for at, minute in enumerate(minutes):
        turns = [
            m for m, state in zip(minutes[at:], states[at:], strict=True) if state != states[at]
        ]
        until = read(hours, minute, HOLIDAYS).until
        assert until is None or until.astimezone(UTC) > minute
        if turns:
            assert until is not None
            assert until.astimezone(UTC) == turns[0]


# line | moment | state | until in UTC
SPRING_AND_AUTUMN = [
    ("over the change", "2026-03-28 23:00", "open", "2026-03-29T05:00Z"),
    ("closes inside it", "2026-03-29 00:59", "open", "2026-03-29T01:00Z"),
    ("opens inside it", "2026-03-29 00:59", "closed", "2026-03-29T01:00Z"),
    ("wholly inside it", "2026-03-29 00:59", "closed", "2026-03-30T00:10Z"),
    ("over the change", "2026-10-24 23:00", "open", "2026-10-25T06:00Z"),
    ("closes inside it", "2026-10-25 01:29", "open", "2026-10-25T00:30Z"),
    ("closes inside it", "2026-10-25 01:30", "closed", "2026-10-25T01:00Z"),
    ("closes inside it", "2026-10-25 01:00*", "open", "2026-10-25T01:30Z"),
    ("exactly the hour", "2026-10-25 01:30", "open", "2026-10-25T02:00Z"),
    ("exactly the hour", "2026-10-25 01:30*", "open", "2026-10-25T02:00Z"),
]


@pytest.mark.parametrize(("line", "moment", "state", "until"), SPRING_AND_AUTUMN)
def test_skipped_and_repeated_hours(line: str, moment: str, state: str, until: str) -> None:
    reading = read(NIGHT_LINES[line], uk(moment), HOLIDAYS)
    assert reading.until is not None
    assert (reading.state, reading.until.astimezone(UTC)) == (
        state,
        datetime.fromisoformat(until),
    )


@pytest.mark.parametrize("night", NIGHTS, ids=str)
def test_an_always_open_line_never_blinks(night: date) -> None:
    noon = datetime(night.year, night.month, night.day, 12, tzinfo=UK) - timedelta(days=1)
    line = LINES["always"]
    assert read(line, noon, HOLIDAYS).state is Openness.OPEN
    assert next_change(line, noon, HOLIDAYS) is None


def test_uk_days_follow_each_other_without_a_gap_through_two_centuries() -> None:
    first, last = date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal()
    lengths = {midnight(day + 1).second - midnight(day).second for day in range(first, last)}
    assert lengths <= {23 * 3600, 24 * 3600, 25 * 3600}
    changing = [day for day in NIGHTS if midnight(day.toordinal()).clocks_change]
    assert changing == NIGHTS
