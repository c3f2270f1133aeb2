"""Hours as people write them into a cell, read into the weeks of the directory, or told why not.

Every word must be understood: what is left over keeps the whole cell from being read. "Office
hours" says no times, and none are put in its place.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from desktop_app.authoring.read.weeks import DAYS, read_week
from desktop_app.domain.hours.hours_signs import Sign, Unknown, signs_of
from desktop_app.domain.hours.span_times import NotCertain, Stretches, stretches
from desktop_app.domain.hours.statements import DAY, HolidayRule
from desktop_app.domain.hours.typed_week import spans_text

T = TypeVar("T")
ROUND: Stretches = ((0, DAY),)
EVERY = frozenset(range(7))
WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})

NO_TIMES = "“{}” says no times: the hours stay as they are."
NO_DAYS = "“{}” names no days: Monday to Friday counts as open, weekends as not certain."
WORD = "“{}” cannot be read as hours (“{}”): type it like Mon-Fri 09:00-17:00."
HALF = "“{}” may mean morning or evening: type it like 09:00-17:00."
PUZZLE = "“{}” cannot be read as hours: type it like Mon-Fri 09:00-17:00."
_SAYS_NOTHING = re.compile(
    r"(?:normal |usual |standard |council )?(?:office|working|business|core|opening) hours?|"
    r"(?:out of|outside(?: of)?|after)(?: normal| office| working)* hours?|ooh|evenings?(?: and "
    r"weekends?)?|various|varies|variable|tbc|tba|unknown|not known|n/?a|-+|\?+|see website|"
    r"not published(?: \(office hours assumed\))?|sources disagree|"
    r"when the office line does not answer|as (?:above|below)|by appointment(?: only)?|"
    r"(?:at )?all other times",
    re.IGNORECASE,
)
_SHUT_ON_HOLIDAYS = re.compile(
    r"(?:closed|shut)[^.;\d]*holidays|holidays[^.;\d]*(?:closed|shut)", re.IGNORECASE
)
_HOURS_OF_HOLIDAYS = re.compile(
    r"(?:and|&|,|^)\s*(?:public|bank) holidays?\b[^.;]*\d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursReading:
    """What a cell says about hours: a week, or round the clock, or a gap and why."""

    weekly: Mapping[str, str] = field(default_factory=dict)  # {"mon-thu": "08:45-17:20"}
    bank_holidays: HolidayRule = HolidayRule.NOT_STATED
    always: bool = False
    days_named: bool = True
    trouble: str = ""
    """Why it cannot be read; a person has to look."""
    gap: str = ""
    """Why nothing is stated at all; nobody has to look, and nothing changes."""


class _Unread(ValueError):
    """The cell makes no sense as hours."""


def read_hours(text: str) -> HoursReading:
    """Read a cell; a gap stays a gap and is never filled."""
    plain = " ".join(_plain(text).split(" ")).strip()
    if not plain or _SAYS_NOTHING.fullmatch(plain.rstrip(".")):
        return HoursReading(gap=NO_TIMES.format(plain) if plain else "")
    try:
        return _read(plain)
    except Unknown as word:
        return HoursReading(trouble=WORD.format(plain, word))
    except NotCertain:
        return HoursReading(trouble=HALF.format(plain))
    except ValueError:
        return HoursReading(trouble=PUZZLE.format(plain))


def _plain(text: str) -> str:
    told = unicodedata.normalize("NFKC", text)
    return re.sub("[‐‑‒–—―−]", "-", told)


def _read(plain: str) -> HoursReading:
    signs = signs_of(plain)
    kinds = {sign.kind for sign in signs}
    holidays = _holidays(plain, kinds)
    told = [s for s in signs if s.kind not in {"no holidays", "holidays", "year", "lunch"}]
    week, days_named = _week(told)
    if _HOURS_OF_HOLIDAYS.search(plain) and holidays is HolidayRule.AS_USUAL and len(set(week)) > 1:
        raise _Unread  # "weekends and bank holidays 24 hours": a week cannot say that
    if any(week) and all(day == ROUND for day in week) and holidays is HolidayRule.AS_USUAL:
        return HoursReading(always=True)
    weekly = written(week)
    read_week(weekly)
    return HoursReading(weekly=weekly, bank_holidays=holidays, days_named=days_named)


def _holidays(plain: str, kinds: set[str]) -> HolidayRule:
    if "no holidays" in kinds or ("holidays" in kinds and _SHUT_ON_HOLIDAYS.search(plain)):
        return HolidayRule.CLOSED
    said = kinds & {"holidays", "year", "always"}
    return HolidayRule.AS_USUAL if said else HolidayRule.NOT_STATED


def _week(signs: Sequence[Sign]) -> tuple[list[Stretches], bool]:
    """The week these signs describe, and whether any day of it was named."""
    week: list[Stretches | None] = [None] * 7
    days: frozenset[int] | None = None
    spans: Stretches | None = None
    for item in _items(signs):
        if isinstance(item, frozenset):
            days = _only(days, item)
        else:
            spans = _only(spans, item)
        if days is not None and spans is not None:
            _fill(week, days, spans)
            days = spans = None
    if days is not None:
        raise _Unread
    return (_whole(week), True) if spans is None else _dayless(week, spans)


def _only(held: T | None, item: T) -> T:
    """The item, unless one of its kind still waits for its partner."""
    if held is not None:
        raise _Unread
    return item


def _dayless(week: Sequence[Stretches | None], spans: Stretches) -> tuple[list[Stretches], bool]:
    """Times that stand alone: round the clock is every day, others name no days."""
    if any(day is not None for day in week) or not spans:
        raise _Unread
    return ([spans] * 7, True) if spans == ROUND else ([spans] * 5 + [()] * 2, False)


def _fill(week: list[Stretches | None], days: frozenset[int], spans: Stretches) -> None:
    for day in days:
        if week[day]:
            raise _Unread
        week[day] = spans


def _whole(week: Sequence[Stretches | None]) -> list[Stretches]:
    if not any(week):
        raise _Unread
    return [day or () for day in week]


def _items(signs: Sequence[Sign]) -> list[frozenset[int] | Stretches]:
    """Days and times as groups, in the order they were written."""
    items: list[frozenset[int] | Stretches] = []
    at = 0
    while at < len(signs):
        kind = signs[at].kind
        if kind in {"and", "stop", "to"} and at and kind != "to":
            at += 1
        elif kind in {"day", "week", "end", "every"}:
            days, at = _days(signs, at)
            items.append(days)
        elif kind == "time":
            spans, at = stretches(signs, at)
            items.append(spans)
        elif kind in {"round", "always"}:
            items.append(ROUND)
            at += 1
        elif kind == "closed":
            items.append(())
            at += 1
        else:
            raise _Unread
    return items


def _days(signs: Sequence[Sign], at: int) -> tuple[frozenset[int], int]:
    """Days side by side ("Mon and Wed", "Mon-Fri", "weekdays, Sat") as one group."""
    found: set[int] = set()
    while True:
        more, at = _some_days(signs, at)
        found |= more
        joined = at < len(signs) and signs[at].kind == "and"
        if not joined or at + 1 >= len(signs) or not _is_day(signs[at + 1]):
            return frozenset(found), at
        at += 1


def _is_day(sign: Sign) -> bool:
    return sign.kind in {"day", "week", "end", "every"}


def _some_days(signs: Sequence[Sign], at: int) -> tuple[set[int], int]:
    sign = signs[at]
    if sign.kind != "day":
        return set({"week": WEEKDAYS, "end": WEEKEND}.get(sign.kind, EVERY)), at + 1
    if at + 1 < len(signs) and signs[at + 1].kind == "to":
        last = signs[at + 2] if at + 2 < len(signs) else sign
        if last.kind != "day" or last.hour == sign.hour:
            raise _Unread
        return {(sign.hour + n) % 7 for n in range((last.hour - sign.hour) % 7 + 1)}, at + 3
    return {sign.hour}, at + 1


def written(week: Sequence[Stretches]) -> dict[str, str]:
    """A week as the directory writes it: days that are alike side by side."""
    told: dict[str, str] = {}
    for spans, group in groupby(range(7), key=lambda day: week[day]):
        days = list(group)
        if spans:
            first, last = DAYS[days[0]], DAYS[days[-1]]
            key = "daily" if len(days) == 7 else first if first == last else f"{first}-{last}"
            told[key] = spans_text(spans)
    return told
