"""Opening times of a day as a person types them, read into one way of writing them."""

import re

CLOSED = ("", "closed", "-", "shut", "none")
SAID = "Write it like 08:45-17:20, or “closed”."
_SPAN = re.compile(
    r"(?P<from>\d{1,2}(?:[:.]\d\d)?|\d{4})\s*(?P<early>am|pm|a\.m\.|p\.m\.)?"
    r"\s*(?:-|–|—|to|until)\s*"
    r"(?P<to>\d{1,2}(?:[:.]\d\d)?|\d{4})\s*(?P<late>am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
NOON = 12 * 60
EARLIEST = 6 * 60
"""No line opens earlier than this without somebody writing am, or the time with two digits."""


def typed_day(text: str) -> str:
    """The times of one day as the sources write them, "08:45-12:00, 13:00-17:20"; empty if closed.

    "9-5" is nine to five in the afternoon and "9-12, 1-5" goes on after noon, as everybody writes
    it; a time that could be read in two ways otherwise is refused. ValueError carries one sentence.
    """
    tidy = " ".join(text.split())
    if tidy.casefold() in CLOSED:
        return ""
    spans: list[str] = []
    before = 0
    for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", tidy):
        opens, closes = _span(part, before)
        spans.append(f"{_clock(opens)}-{_clock(closes)}")
        before = closes
    return ", ".join(spans)


def _span(text: str, before: int) -> tuple[int, int]:
    """When a part of the day begins and ends, in minutes; `before` is the end of the last one."""
    found = _SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is not a time of day. {SAID}")
    opens = _minute(text, found["from"], found["early"] or "")
    closes = _minute(text, found["to"], found["late"] or "")
    if opens < before and _either(found["from"], found["early"]):
        opens += NOON
    if opens < EARLIEST and _either(found["from"], found["early"]):
        raise ValueError(f"“{text}”: say whether it begins in the morning or in the afternoon.")
    if closes <= opens and _either(found["to"], found["late"]):
        if opens >= closes + NOON or _afternoon(found["from"], found["early"]):
            raise ValueError(f"“{text}”: say whether it ends in the morning or in the evening.")
        closes += NOON
    if closes == opens:
        raise ValueError(f"“{text}” begins and ends at the same time. {SAID}")
    return opens, closes


def _afternoon(time: str, half: str | None) -> bool:
    """Whether it was written as a time after one, by the 24-hour clock or with pm."""
    hour = int(re.split(r"[:.]", time)[0][:2])
    return hour > 12 or (half or "").casefold().startswith("p")


def _either(time: str, half: str | None) -> bool:
    """Whether a time as written may be before or after noon: "5" and "5.20", but not "05:20"."""
    hour = re.split(r"[:.]", time)[0]
    return not half and len(hour) < 3 and not hour.startswith("0") and int(hour) < 12


def _minute(text: str, time: str, half: str) -> int:
    digits = re.sub(r"[:.]", "", time)
    hour, minute = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    late = half.casefold().startswith("p")
    if half and not 1 <= hour <= 12:
        raise ValueError(f"“{text}” has {hour} with am or pm. {SAID}")
    if half:
        hour = hour % 12 + 12 * late
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise ValueError(f"“{text}” has a time that is not on the clock. {SAID}")
    return hour * 60 + minute


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
