"""Hours in words, by the clock in the corner of the screen: "Monday to Friday 09:00 to 16:30"."""

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.statements import (
    DAY,
    Basis,
    Day,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
)

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

HOLIDAY_WORDS = {
    HolidayRule.CLOSED: "closed on bank holidays",
    HolidayRule.AS_USUAL: "bank holidays as usual",
    HolidayRule.NOT_STATED: "bank holidays not stated",
}

AT_OTHER_TIMES = "; at other times nobody can say"
STANDING_IN = "; and whenever the office line is closed"


def in_words(hours: Hours) -> str:
    """The stated hours of a line in one plain line of text, with what is assumed or missing."""
    if not hours.statements:
        return "Whenever the office line is closed" if hours.outside_of else "Hours not published"
    assumed = [s for s in hours.statements if s.basis is Basis.ASSUMED]
    stated = [_statement(s) for s in hours.statements if s.basis is not Basis.ASSUMED]
    told = list(dict.fromkeys(stated))
    gap = AT_OTHER_TIMES if any(_every_hour(s.week) for s in assumed) else ""
    guessed = [s for s in assumed if not _every_hour(s.week)] or ([] if told else assumed)
    if guessed:
        told.append(_assumed(guessed))
    said = told[0] if len(told) == 1 else "Sources disagree: " + "; or ".join(told)
    return said + gap + (STANDING_IN if hours.outside_of else "")


def clock_time(minute: int) -> str:
    """A time of day by the 24-hour clock: "08:45", "16:30"; the end of a day is "midnight"."""
    hour, past = divmod(minute % 1440, 60)
    return "midnight" if minute % 1440 == 0 else f"{hour:02d}:{past:02d}"


def day_words(spans: Day) -> str:
    """The hours of one day in words, without the day: "09:00 to 13:00 and 14:00 to 17:00"."""
    return " and ".join(_span_words(span.opens, span.closes) for span in spans)


def _span_words(opens: int, closes: int) -> str:
    if (opens, closes) == (0, 1440):
        return "all day"
    overnight = " the next day" if closes - opens >= 1440 else ""
    return f"{clock_time(opens)} to {clock_time(closes)}{overnight}"


def _statement(statement: Statement) -> str:
    if statement.basis is Basis.ALWAYS:
        return "24 hours a day, every day"
    begins = statement.valid_from
    start = f"from {date_words(begins)}, " if begins else ""
    return f"{start}{_week(statement.week)}; {HOLIDAY_WORDS[statement.bank_holidays]}"


def _assumed(statements: list[Statement]) -> str:
    first, *others = dict.fromkeys(statement.week for statement in statements)
    same_days = _days_of(first)
    within = [_week(first)]
    for week in others:
        alike = len(runs(week)) == len(runs(first)) == 1 and _days_of(week) == same_days
        within.append(day_words(runs(week)[0][2]) if alike else _week(week))
    rules = {HOLIDAY_WORDS[statement.bank_holidays]: None for statement in statements}
    return f"Not published; we assume {', perhaps '.join(within)}; {'; '.join(rules)}"


def _every_hour(week: Week) -> bool:
    """Whether it is round the clock: as an assumption this says that the rest is not known."""
    return all(day == (Span(0, DAY),) for day in week)


def _days_of(week: Week) -> tuple[bool, ...]:
    return tuple(bool(spans) for spans in week)


def _week(week: Week) -> str:
    """Days with the same hours together: "Monday to Thursday 08:45 to 17:20, Friday …"."""
    return ", ".join(_run(first, last, spans) for first, last, spans in runs(week))


def runs(week: Week) -> list[tuple[int, int, Day]]:
    """Days that follow each other with the same hours: first, last, hours; closed days left out."""
    found: list[tuple[int, int, Day]] = []
    for number, spans in enumerate(week):
        if found and found[-1][1] == number - 1 and found[-1][2] == spans:
            found[-1] = (found[-1][0], number, spans)
        elif spans:
            found.append((number, number, spans))
    return found


def _run(first: int, last: int, spans: Day) -> str:
    if (first, last) == (0, 6):
        days = "every day"
    elif first == last:
        days = DAY_NAMES[first]
    else:
        joint = "and" if last == first + 1 else "to"
        days = f"{DAY_NAMES[first]} {joint} {DAY_NAMES[last]}"
    return f"{days} {day_words(spans)}"
