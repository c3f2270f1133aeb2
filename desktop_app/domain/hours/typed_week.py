"""Opening times of a day as a person types them, read into one way of writing them."""

from collections.abc import Iterable

from desktop_app.domain.hours.hours_signs import Unknown, signs_of
from desktop_app.domain.hours.span_times import NotCertain, NoTimes, Stretches, stretches
from desktop_app.domain.hours.statements import DAY
from desktop_app.domain.text.seen_text import as_seen

CLOSED = ("", "closed", "-", "shut", "none")
LONGEST = 120
"""Characters: more are no times of one day."""
SAID = "Write it like 08:45-17:20, or “closed”."
NO_TIMES = "“{}” is not a time of day. {}"
EITHER = "“{}”: say whether it is in the morning or in the evening, like 09:00-17:00."
NOTHING = "“{}” begins and ends at the same time. {}"
ORDER = "“{}” overlaps itself or is out of order. {}"

_WRITTEN = str.maketrans({**dict.fromkeys("‐‒–—−", "-"), ";": ","})


def typed_day(text: str) -> str:
    """The times of one day as the sources write them, "08:45-12:00, 13:00-17:20"; empty if closed.

    "9-5" is nine to five in the afternoon and "9-12, 1-5" goes on after noon, as everybody writes
    it; a time that could be read in two ways otherwise is refused, and so is "9am-5am": a stretch
    that long is a typo. ValueError carries one sentence.
    """
    tidy = " ".join(as_seen(text).split())
    if tidy.casefold() in CLOSED:
        return ""
    if len(tidy) > LONGEST:
        raise ValueError(NO_TIMES.format(f"{tidy[:20]}…", SAID))
    spans = _read(tidy)
    before = 0
    for opens, closes in spans:
        if opens == DAY or (closes - opens == DAY and opens):
            raise ValueError(NOTHING.format(tidy, SAID))
        if opens < before:
            raise ValueError(ORDER.format(tidy, SAID))
        before = closes
    return spans_text(spans)


def _read(tidy: str) -> Stretches:
    """The stretches of these words, all of them understood."""
    try:
        signs = signs_of(tidy.translate(_WRITTEN))
        spans, end = stretches(signs, 0)
        if end == len(signs) and signs[0].kind == "time":
            return spans
    except NotCertain:
        raise ValueError(EITHER.format(tidy)) from None
    except (Unknown, NoTimes):
        pass
    raise ValueError(NO_TIMES.format(tidy, SAID))


def spans_text(spans: Iterable[tuple[int, int]]) -> str:
    """Minutes after midnight as the sources write them: "08:45-12:00, 13:00-17:20"."""
    return ", ".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in spans)


def _clock(minute: int) -> str:
    """24:00 stays the end of the day; what runs past it closes at its time of the next day."""
    minute = minute if minute <= DAY else minute - DAY
    return f"{minute // 60:02}:{minute % 60:02}"
