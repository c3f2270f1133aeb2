"""The rules of the hours once more, slow and simple: look at one minute on the wall and decide.

Nothing here is shared with the program but its types, so the two can be held against each other.
"""

from datetime import date, datetime, timedelta

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays
from desktop_app.domain.hours.status import Basis, Day, HolidayRule, Hours, Openness, Statement

OPEN, CLOSED, UNKNOWN = Openness.OPEN, Openness.CLOSED, Openness.UNKNOWN
OPPOSITE = {OPEN: CLOSED, CLOSED: OPEN, UNKNOWN: UNKNOWN}


def state_at(hours: Hours, moment: datetime, days: BankHolidays) -> Openness:
    return _on_the_wall(hours, moment.astimezone(UK).replace(tzinfo=None), days)


def _on_the_wall(hours: Hours, wall: datetime, days: BankHolidays) -> Openness:
    said = _said(hours, wall, days)
    return UNKNOWN if said is OPEN and hours.bearing.disputed else said


def _said(hours: Hours, wall: datetime, days: BankHolidays) -> Openness:
    exceptional = {exception.day: exception.spans for exception in hours.exceptions}
    own = _own(hours, exceptional, wall, days)
    if own is not None and (hours.outside_of is None or wall.date() in exceptional):
        return own
    if _within(exceptional.get(wall.date(), ()), wall, 0):
        return OPEN
    if _within(exceptional.get(wall.date() - timedelta(1), ()), wall, 1):
        return OPEN
    if wall.date() in exceptional:
        return CLOSED
    if hours.outside_of:
        standing_in = OPPOSITE[_on_the_wall(hours.outside_of, wall, days)]
        heard = {standing_in, own or standing_in}
        return OPEN if OPEN in heard else UNKNOWN if UNKNOWN in heard else CLOSED
    return UNKNOWN


def _own(
    hours: Hours, exceptional: dict[date, Day], wall: datetime, days: BankHolidays
) -> Openness | None:
    begun = _begun(hours, wall.date())
    voices = {_voice(s, hours.bearing.office, exceptional, wall, days) for s in begun}
    if not voices:
        return None
    return voices.pop() if len(voices) == 1 else UNKNOWN


def _begun(hours: Hours, day: date) -> list[Statement]:
    return [s for s in hours.statements if s.valid_from is None or s.valid_from <= day]


def _voice(
    statement: Statement,
    office: bool,
    exceptional: dict[date, Day],
    wall: datetime,
    days: BankHolidays,
) -> Openness:
    heard = []
    for back in (0, 1):
        day = wall.date() - timedelta(back)
        if day in exceptional:
            heard += [OPEN] if _within(exceptional[day], wall, back) else []
        elif statement.valid_from and statement.valid_from > day:
            continue
        elif statement.basis is Basis.ALWAYS:
            heard += [OPEN] if back == 0 else []
        elif _within(statement.week[day.weekday()], wall, back):
            said = _in_hours(statement.bank_holidays, day, days)
            heard.append(UNKNOWN if said is OPEN and office and _christmas(wall) else said)
    return OPEN if OPEN in heard else UNKNOWN if UNKNOWN in heard else CLOSED


def _in_hours(rule: HolidayRule, day: date, days: BankHolidays) -> Openness:
    if not days.covers(day) and day.weekday() < 5:
        return UNKNOWN
    if rule is HolidayRule.AS_USUAL:
        return OPEN
    if days.on(day):
        return CLOSED if rule is HolidayRule.CLOSED else UNKNOWN
    christmas = (day.month, day.day) in {(12, 25), (12, 26), (1, 1)} and day.weekday() >= 5
    return UNKNOWN if christmas else OPEN


def _christmas(wall: datetime) -> bool:
    if wall.month == 12:
        return wall >= datetime(wall.year, 12, 24, 12)
    return wall.month == wall.day == 1


def _within(spans: Day, wall: datetime, back: int) -> bool:
    minute = wall.hour * 60 + wall.minute + back * 1440
    return any(span.opens <= minute < span.closes for span in spans)
