"""Two strangers' answers about 3,000 random schedules, held against ours.

The strangers are `opening_hours` (npm) and `opening-hours-py`; record.py asked them and wrote the
answers down. Each schedule was put to them in two ways: as rules (a week, special days replacing
theirs) and day by day. Whatever differs must belong to a class below, and each class has exactly
as many members as are written here.
"""

import gzip
import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.hours.status import OpeningStatus, read
from desktop_app.domain.hours.uk_days import midnight
from tests.oracles.schedules import DAYS_AHEAD, EPOCH, Schedule, as_calendar, as_hours, day_of

Answer = list[Any]
"""The state, and the minute of its next change (since 1970, UTC) if that is within 30 days."""

CASES = Path(__file__).parent / "cases.json.gz"

NIGHT_CUT_OFF = "a rule that replaces a day cuts off the night before"
"""In OpenStreetMap's rules "Fr 22:00-02:00; 2026 Dec 25 off" closes at midnight on the 24th, and a
night whose first day is replaced still runs on after midnight (as open, even where the replaced day
is unknown). We go by the day the hours begin on: whoever started a night shift on the 24th is still
there at 1am, and nobody is there at 1am on the 26th when nobody came on the 25th. A difference is
in this class only if the same stranger, asked day by day, gives our answer."""

CLOCK_CHANGE = "the npm package counts elapsed minutes on the day the clocks change"
"""It reads "02:20" on that day as 140 minutes after midnight, an hour off by the clock on the wall,
and moves the nights around that day by as much: in spring, a Sunday night until 1am ends at
midnight. The Python package and the minute-by-minute walk of our own tests agree with us there."""

EXPLAINED: dict[str, dict[str, int]] = {
    "npm rules": {NIGHT_CUT_OFF: 109, CLOCK_CHANGE: 15},
    "npm days": {CLOCK_CHANGE: 11},
    "python rules": {NIGHT_CUT_OFF: 139},
    "python days": {},
}
"""Members of each class among 6,000 answers, by stranger and way of asking."""


@cache
def recorded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(CASES.read_bytes()))
    return found


@cache
def our_answers() -> list[list[Answer]]:
    calendar = as_calendar(recorded()["holidays"])
    lines = [(as_hours(schedule), schedule["at"]) for schedule in recorded()["schedules"]]
    return [
        [_plain(read(hours, EPOCH + timedelta(minutes=at), calendar), at) for at in instants]
        for hours, instants in lines
    ]


def _plain(reading: OpeningStatus, at: int) -> Answer:
    if reading.until is None:
        return [reading.state.value, None]
    minute = (reading.until.astimezone(UTC) - EPOCH) // timedelta(minutes=1)
    return [reading.state.value, minute if minute - at < DAYS_AHEAD * 1440 else None]


def explanation(oracle: str, schedule: Schedule, at: int, ours: Answer, theirs: Answer) -> str:
    days = _days_looked_at(at, ours, theirs)
    if oracle.startswith("npm") and any(midnight(day.toordinal()).clocks_change for day in days):
        return CLOCK_CHANGE
    nights = any(closes > 1440 for day in schedule["week"] for _, closes in day)
    if nights and any(_is_special(schedule, day) for day in days):
        return NIGHT_CUT_OFF
    return "unexplained"


def _days_looked_at(at: int, ours: Answer, theirs: Answer) -> list[date]:
    """From the day before the instant to the day of the last change that either side tells."""
    first = day_of(at) - timedelta(days=1)
    last = max(day_of(minute) for minute in (at, ours[1], theirs[1]) if minute is not None)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _is_special(schedule: Schedule, day: date) -> bool:
    return day.isoformat() in {day for day, _ in schedule["exceptions"]} or (
        schedule["rule"] != "as_usual" and _in_the_calendar(day)
    )


def _in_the_calendar(day: date) -> bool:
    christmas = (day.month, day.day) in {(12, 25), (12, 26), (1, 1)} and day.weekday() >= 5
    return str(day) in set(recorded()["holidays"]) or christmas


@pytest.mark.parametrize("oracle", EXPLAINED)
def test_every_difference_is_explained(oracle: str) -> None:
    classes: Counter[str] = Counter()
    asked_day_by_day = recorded()[oracle.replace("rules", "days")]
    for schedule, *answers in zip(
        recorded()["schedules"], our_answers(), recorded()[oracle], asked_day_by_day, strict=True
    ):
        for at, ours, theirs, by_day in zip(schedule["at"], *answers, strict=True):
            if ours != theirs:
                found = explanation(oracle, schedule, at, ours, theirs)
                proved = found is not NIGHT_CUT_OFF or (by_day == ours and by_day != theirs)
                classes[found if proved else "unexplained"] += 1
    assert dict(classes) == EXPLAINED[oracle]


def test_the_cases_are_worth_asking() -> None:
    schedules = recorded()["schedules"]
    assert len(schedules) == 3000
    states = Counter(state for answers in our_answers() for state, _ in answers)
    assert min(states[state] for state in ("open", "closed", "unknown")) > 100
    instants = [EPOCH + timedelta(minutes=at) for one in schedules for at in one["at"]]
    changing = [moment for moment in instants if midnight(moment.toordinal()).clocks_change]
    assert len(changing) > 50
    assert min(instants) < datetime(2026, 3, 1, tzinfo=UTC)
    assert max(instants) > datetime(2028, 9, 1, tzinfo=UTC)
