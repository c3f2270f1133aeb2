"""The words and times in which people write hours, cut into signs, none of them left out."""

import re
from typing import NamedTuple

from desktop_app.domain.hours.statements import DAY

_DAY_WORDS = {
    "mon": ("m", "mo", "mon", "mons", "monday", "mondays"),
    "tue": ("tu", "tue", "tues", "tuesday", "tuesdays"),
    "wed": ("w", "we", "wed", "weds", "wednesday", "wednesdays"),
    "thu": ("th", "thu", "thur", "thurs", "thursday", "thursdays"),
    "fri": ("f", "fr", "fri", "fris", "friday", "fridays"),
    "sat": ("sa", "sat", "sats", "saturday", "saturdays"),
    "sun": ("su", "sun", "suns", "sunday", "sundays"),
}
DAY_OF = {word: day for day, words in enumerate(_DAY_WORDS.values()) for word in words}
"""Days by the words people write for them; Monday is 0."""

HOLIDAYS = r"(?:public|bank)(?: and (?:public|bank))? holidays?\)?"
_PHRASES = (
    ("always", r"24\s*/\s*7\s*/\s*365|24\s*/\s*7\s*,?\s*365(?: days(?: (?:a|per) year)?)?"),
    ("always", r"24 ?(?:hours|hrs|hr|h) ?(?:a day)?,? ?365 days(?: (?:a|per) year)?"),
    ("round", r"24\s*/\s*7|24x7|24 ?(?:hours|hour|hrs|hr|h)\b(?: ?(?:a|per) day)?"),
    ("round", r"round the clock|day and night|around the clock|all day"),
    ("every", r"(?:7|seven) days(?: (?:a|per) week)?|every day|everyday|daily|all week|all days"),
    ("week", r"weekdays?\b|working days?\b"),
    ("end", r"week ?ends?\b"),
    ("year", r"365 days(?: (?:a|per) year)?|(?:all|every day of the) year(?: round)?"),
    (
        "no holidays",
        r"\(?(?:closed|excluding|excl?\.?|except(?: for)?|not(?: on)?|apart from)(?: on| all)? "
        + HOLIDAYS,
    ),
    ("no holidays", r"(?:public|bank) holidays?:? closed"),
    (
        "holidays",
        r"(?:including|incl?\.?|inc\.?|and|&|open)(?: on| all)? " + HOLIDAYS,
    ),
    ("closed", r"closed|shut|no service"),
    ("noon", r"12 ?noon|noon|midday"),
    ("midnight", r"12 ?midnight|midnight"),
    ("lunch", r"\(?(?:closed )?(?:for )?lunch\)?"),
)
_PATTERNS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PHRASES]
_TIME = re.compile(
    r"(\d{1,2})(?:[:.](\d{2})(?!\d))?\s*(a\.?m\b\.?|p\.?m\b\.?|hrs\b|h\b)?", re.IGNORECASE
)
_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?: ?(?:hrs|h)\b)?(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_DROPPED = re.compile(
    r"(?:hours?|open(?:ing)?|from|the|on|between|office|line|times?|o'clock)\b", re.IGNORECASE
)
_JOINS = {"-": "to", "to": "to", "until": "to", "till": "to", "til": "to", "and": "and"}
_JOINS |= {"&": "and", ",": "and", ";": "stop", "\n": "stop", "/": "and", "+": "and"}
_JOINS |= {"thru": "to", "through": "to", ".": "stop", ":": "", "(": "", ")": ""}


class Sign(NamedTuple):
    """One piece of what was written: its kind, and what it says."""

    kind: str  # a kind of _PHRASES, or day, time, to, and, stop
    text: str
    hour: int = 0
    minute: int = 0
    half: str = ""
    """"am", "pm", "24" for a time of 24 hours, "hh" for one that may be (10:15), or nothing."""


class Unknown(ValueError):
    """A piece that is none of these; carries it."""


def signs_of(text: str) -> list[Sign]:
    """The text cut into signs; Unknown for the first piece that is none."""
    signs: list[Sign] = []
    at = 0
    while at < len(text):
        if text[at] in " \t\r\xa0":
            at += 1
            continue
        sign, at = _next(text, at)
        if sign is not None:
            signs.append(sign)
    return signs


def _next(text: str, at: int) -> tuple[Sign | None, int]:
    for kind, pattern in _PATTERNS:
        found = pattern.match(text, at)
        if found:
            return _phrase(kind, found[0]), found.end()
    if text[at].isdigit():
        return _time(text, at)
    found = _DROPPED.match(text, at)
    if found:
        return None, found.end()
    found = _WORD.match(text, at)
    word = (found[0] if found else text[at]).lower()
    end = at + len(word)
    if word in DAY_OF:
        return Sign("day", word, DAY_OF[word]), end
    if word in _JOINS:
        return (Sign(_JOINS[word], word), end) if _JOINS[word] else (None, end)
    raise Unknown(word)


def _phrase(kind: str, text: str) -> Sign:
    if kind == "noon":
        return Sign("time", text, 12, 0, "24")
    if kind == "midnight":
        return Sign("time", text, 24, 0, "24")
    return Sign(kind, text)


def _time(text: str, at: int) -> tuple[Sign, int]:
    four = _FOUR.match(text, at)
    if four:
        return Sign("time", four[0], int(four[1]), int(four[2]), "24"), four.end()
    found = _TIME.match(text, at)
    if found is None:
        raise Unknown(text[at : at + 12])
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower().replace(".", "")
    marked = half in {"am", "pm"}
    if not marked and (half or hour > 12 or (found[1].startswith("0") and found[2])):
        half = "24"
    elif not half and len(found[1]) == 2 and found[2]:
        half = "hh"
    if hour * 60 + minute > DAY or minute > 59 or (marked and not 1 <= hour <= 12):
        raise Unknown(found[0].strip())
    return Sign("time", found[0].strip(), hour, minute, half), found.end()
