"""Ask two strangers the same questions and write their answers down for test_oracles.py.

    python -m tests.oracles.record FOLDER

FOLDER is an empty folder outside the project into which `npm install opening_hours` was run; the
other stranger is the Python package `opening-hours-py`. Neither is needed to run the tests. Both
read OpenStreetMap's notation; bank holidays are written out as dates, because the lists of holidays
inside such packages are not GOV.UK's.
"""

import gzip
import json
import os
import random
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from desktop_app.authoring.read.holiday_packages import listed_days
from tests.oracles.schedules import DAYS_AHEAD, EPOCH, Schedule, day_of, made_up

HERE = Path(__file__).parent
CASES = HERE / "cases.json.gz"
SEED = 20261122
SCHEDULES = 3000
OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
LONDON = ZoneInfo("Europe/London")

Answer = tuple[str, int | None]


def main(folder: str) -> None:
    """Make the schedules, ask both oracles, write cases.json.gz."""
    holidays = [holiday.day for holiday in listed_days() if holiday.day.year >= 2025]
    chance = random.Random(SEED)
    schedules = [made_up(chance, holidays) for _ in range(SCHEDULES)]
    ways = {"rules": as_rules, "days": day_by_day}
    recorded: dict[str, Any] = {
        "holidays": [day.isoformat() for day in holidays],
        "schedules": schedules,
    }
    for way, written in ways.items():
        questions = [(written(one, set(holidays)), one["at"]) for one in schedules]
        recorded[f"npm {way}"] = ask_npm(questions, folder)
        recorded[f"python {way}"] = [ask_python(osm, at) for osm, at in questions]
    text = json.dumps(recorded, separators=(",", ":"))
    CASES.write_bytes(gzip.compress(text.encode(), mtime=0))


def as_rules(schedule: Schedule, holidays: set[date]) -> str:
    """The schedule as OpenStreetMap's mappers would write it: a week, then special days by date.

    Weekday rules are joined by commas, which add; a dated rule after a semicolon replaces its day.
    """
    rules = [f"{OSM_DAYS[at]} {_osm_spans(day)}" for at, day in enumerate(schedule["week"]) if day]
    dated = {date.fromisoformat(day): _dated(spans) for day, spans in schedule["exceptions"]}
    for day in _near(schedule["at"]):
        said = _special(schedule, day, holidays)
        if said is not None:
            dated.setdefault(day, said)
    return "; ".join(
        [", ".join(rules), *(f"{day:%Y %b %d} {said}" for day, said in sorted(dated.items()))]
    )


def day_by_day(schedule: Schedule, holidays: set[date]) -> str:
    """The same with every day near the instants written out by date, nothing replacing anything.

    Here nobody can think that a rule for one day cuts off the night that began the day before.
    Unknown hours come first, because where two rules overlap the later one holds.
    """
    dated = {date.fromisoformat(day): spans for day, spans in schedule["exceptions"]}
    unknown: list[str] = []
    known: list[str] = []
    for day in _near(schedule["at"]):
        said = None if day in dated else _special(schedule, day, holidays)
        spans = dated.get(day, schedule["week"][day.weekday()])
        if spans and said != "off":
            rule = f"{day:%Y %b %d} {said or _osm_spans(spans)}"
            (unknown if said else known).append(rule)
    return ", ".join([*unknown, *known]) or "off"


def _near(instants: list[int]) -> list[date]:
    return sorted(
        {
            day_of(minute) + timedelta(days=ahead)
            for minute in instants
            for ahead in range(-2, DAYS_AHEAD + 3)
        }
    )


def _special(schedule: Schedule, day: date, holidays: set[date]) -> str | None:
    hours = schedule["week"][day.weekday()]
    christmas = (day.month, day.day) in {(12, 25), (12, 26), (1, 1)} and day.weekday() >= 5
    if schedule["rule"] == "as_usual" or not hours or not (day in holidays or christmas):
        return None
    if day in holidays and schedule["rule"] == "closed":
        return "off"
    return f"{_osm_spans(hours)} unknown"


def _dated(spans: list[list[int]]) -> str:
    return _osm_spans(spans) if spans else "off"


def _osm_spans(spans: list[list[int]]) -> str:
    return ",".join(f"{_osm_time(a)}-{_osm_time(b if b <= 1440 else b - 1440)}" for a, b in spans)


def _osm_time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def ask_npm(questions: list[tuple[str, list[int]]], folder: str) -> list[Any]:
    """The answers of the npm package, which must think it is in London."""
    lines = "\n".join(json.dumps({"osm": osm, "at": at}) for osm, at in questions)
    done = subprocess.run(
        ["node", str(HERE / "ask_opening_hours.cjs")],
        input=lines,
        cwd=folder,
        env={**os.environ, "TZ": "Europe/London"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def ask_python(osm: str, at: list[int]) -> list[Answer]:
    """The answers of the Python package."""
    hours = OpeningHours(osm, timezone=LONDON)
    return [_python_answer(hours, EPOCH + timedelta(minutes=minute)) for minute in at]


def _python_answer(hours: OpeningHours, moment: datetime) -> Answer:
    local = moment.astimezone(LONDON)
    state, change = _python_state(hours, local), hours.next_change(local)
    while change and _python_state(hours, change) == state and _minutes(change - moment) < 45000:
        change = hours.next_change(change)
    ahead = _minutes(change.astimezone(UTC) - moment) if change else None
    late = ahead is None or ahead >= DAYS_AHEAD * 1440
    return state, None if late or ahead is None else _minutes(moment - EPOCH) + ahead


def _python_state(hours: OpeningHours, moment: datetime) -> str:
    if hours.is_unknown(moment):
        return "unknown"
    return "open" if hours.is_open(moment) else "closed"


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


if __name__ == "__main__":
    main(sys.argv[1])
