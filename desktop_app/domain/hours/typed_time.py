"""A time of day as somebody types it: "16:45", "4.45pm", "1645", "noon"."""

import re
from datetime import time

from desktop_app.domain.hours.hours_signs import Unknown, signs_of
from desktop_app.domain.hours.statements import DAY
from desktop_app.domain.text.quoted_text import quoted_short
from desktop_app.domain.text.seen_text import as_seen

LIKE = "16:45"
EMPTY = f"Write the time, like {LIKE}."
UNREADABLE = f"“{{}}” is no time of day that can be read. Write it like {LIKE}."
EITHER = "“{}”: in the morning or in the evening? Write {:02}:{:02} or {:02}:{:02}."
MIDNIGHT = "“{}”: midnight is when a day begins. Write 00:00, and the day that begins then."
LONGEST = 20
"""Letters: more are no time."""
TWO_DIGITS = 10
_SECONDS = re.compile(r"(?<=\d[:.]\d\d)[:.]\d\d(?!\d)")
"""What a sheet or a log adds to a time that is copied out of it."""


def read_time(text: str) -> time:
    """The time that is meant, by the clock of 24 hours.

    ValueError, with a sentence for whoever typed it, where nothing or two things are meant.
    """
    typed = " ".join(as_seen(text).split())
    if not typed:
        raise ValueError(EMPTY)
    hour, minute, half = _parts(typed)
    if half in {"am", "pm"}:
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if hour * 60 + minute == DAY:
        raise ValueError(MIDNIGHT.format(typed))
    if half != "24" and 0 < hour < TWO_DIGITS:
        raise ValueError(EITHER.format(typed, hour, minute, hour + 12, minute))
    return time(hour, minute)


def _parts(typed: str) -> tuple[int, int, str]:
    """The hour, the minute and what stands behind them."""
    try:
        signs = signs_of(_SECONDS.sub("", typed[: LONGEST + 1]))
    except Unknown:
        signs = []
    if len(typed) > LONGEST or [sign.kind for sign in signs] != ["time"]:
        raise ValueError(UNREADABLE.format(quoted_short(typed, LONGEST)))
    return signs[0].hour, signs[0].minute, signs[0].half
