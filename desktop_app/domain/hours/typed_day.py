"""A day as somebody types it: "25/12/2026", "25 Dec", "Fri 25 December"; its day comes first."""

import re
from datetime import date, timedelta

from desktop_app.domain.hours.dates import MONTHS, WEEKDAYS, day_words
from desktop_app.domain.text.quoted_text import quoted_short
from desktop_app.domain.text.seen_text import as_seen

LIKE = "24 Dec 2026"
UNREADABLE = f"“{{}}” is no day that can be read. Write it like {LIKE}."
NO_SUCH_DAY = f"There is no such day as “{{}}”. Write it like {LIKE}."
OTHER_WEEKDAY = "{} is a {}, not a {}. Which of the two is meant?"
EMPTY = f"Write the day, like {LIKE}."
LETTERS = 3
"""So many letters of a month or a weekday are enough to know it."""
LONGEST = 40
"""Letters: more are no day."""
FIRST_YEAR, LAST_YEAR, CENTURY = 1990, 2099, 2000
_DASHES = str.maketrans(dict.fromkeys("‐‒–—−", "-"))
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LEAD = r"(?:on\s+)?(?:(?P<weekday>[a-z]{3,9})[.,]?\s*)??(?:the\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"'?(?P<year>\d{4}|\d{2})"
_MIDNIGHT = r"(?:[t\s]0?0:00(?::00)?)?[.,;]?"
"""What a sheet adds to a day that is copied out of it, and a sentence to its last word."""
_WAYS = tuple(
    re.compile(_LEAD + rest + _MIDNIGHT)
    for rest in (
        r"(?P<year>\d{4})(?P<sign>[/.-])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})\s?[/\\.,-]\s?(?P<number>\d{{1,2}})(?:\s?[/\\.,-]\s?{_YEAR})?",
        r"(?P<day>\d{1,2})\s(?P<number>\d{1,2})\s(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s/.-]*(?P<month>[a-z]{{3,9}})\.?,?(?:[\s/-]*{_YEAR})?",
        rf"(?P<month>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?(?:\s+{_YEAR})?",
    )
)


def read_day(text: str, today: date) -> date:
    """The day that is meant; one without a year is the next such day, today included.

    ValueError, with a sentence for whoever typed it, where nothing or several things are meant.
    """
    typed = " ".join(as_seen(text).split())
    plain = typed.casefold().translate(_DASHES).replace("’", "'")
    if not typed:
        raise ValueError(EMPTY)
    if plain in _NEAR:
        return today + timedelta(_NEAR[plain])
    said = next((said for way in _WAYS if (said := way.fullmatch(plain))), None)
    if said is None or len(typed) > LONGEST:
        raise ValueError(UNREADABLE.format(quoted_short(typed, LONGEST)))
    parts = said.groupdict()
    month = int(parts["number"]) if parts.get("number") else _named(MONTHS, parts["month"], typed)
    found = _day(typed, parts.get("year") or "", month, int(parts["day"]), today)
    if parts["weekday"]:
        _hold_against(found, _named(WEEKDAYS, parts["weekday"], typed) - 1)
    return found


def _day(typed: str, year: str, month: int, day: int, today: date) -> date:
    years = [_whole(year)] if year else range(today.year, today.year + 9)  # nine: a 29 February
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year and not FIRST_YEAR <= found.year <= LAST_YEAR:
            break
        if year or found >= today:
            return found
    raise ValueError(NO_SUCH_DAY.format(typed))


def _whole(year: str) -> int:
    return int(year) if len(year) == len("2026") else CENTURY + int(year)


def _named(names: tuple[str, ...] | list[str], part: str, typed: str) -> int:
    """The place of a name among these, counted from one, by its first letters or all of it."""
    for place, name in enumerate(names, 1):
        if len(part) >= LETTERS and name.casefold().startswith(part.rstrip(".")):
            return place
    if part in {"sept", "tues", "thurs", "weds"}:
        return _named(names, part[:LETTERS], typed)
    raise ValueError(UNREADABLE.format(typed))


def _hold_against(found: date, weekday: int) -> None:
    if found.weekday() != weekday:
        right = WEEKDAYS[found.weekday()]
        plain = day_words(found).removeprefix(f"{right} ")
        raise ValueError(OTHER_WEEKDAY.format(plain, right, WEEKDAYS[weekday]))
