"""Times of day as people write them, made the one stretch they can mean, or none.

The one reader of typed times: the workshop's form and the lists that come in read by it.
"""

from collections.abc import Sequence

from desktop_app.domain.hours.hours_signs import Sign
from desktop_app.domain.hours.statements import DAY

Stretches = tuple[tuple[int, int], ...]

LONGEST_NIGHT = 18 * 60
"""Minutes: a longer stretch past midnight is a typo, "9am-5am"."""
OFFICES_OPEN_FROM = 7
"""No mark needed from this hour on: "9-5" begins in the morning."""


class NotCertain(ValueError):
    """The times may be of the morning or of the evening."""


class NoTimes(ValueError):
    """What stands there are no two times with a word between them."""


def stretches(signs: Sequence[Sign], at: int) -> tuple[Stretches, int]:
    """The stretches of one day from here on, "9-12.30 and 1.30-5", and where they end.

    NoTimes where there is none, NotCertain where one may be of the morning or the evening.
    """
    spans: list[tuple[int, int]] = []
    while True:
        if at + 2 >= len(signs) or signs[at + 1].kind != "to" or signs[at + 2].kind != "time":
            raise NoTimes
        spans.append(stretch(signs[at], signs[at + 2], spans[-1][1] if spans else 0))
        at += 3
        if at + 1 >= len(signs) or signs[at].kind != "and" or signs[at + 1].kind != "time":
            return tuple(spans), at
        at += 1


def stretch(opens: Sign, closes: Sign, after: int = 0) -> tuple[int, int]:
    """Minutes after midnight, the second past 1440 for the next day; NotCertain when unclear.

    `after` is when the stretch before it on the same day ended.
    """
    full = {"24", "hh"}
    certain = opens.half in full and closes.half in full
    opens, closes = (_settled(sign, certain) for sign in (opens, closes))
    start = _start(opens, closes, after)
    end = _end(closes, opens, start)
    length = end - start
    if length > LONGEST_NIGHT and end > DAY and length != DAY:
        raise NotCertain
    if not certain and opens.half == "24" and not closes.half and end > DAY:
        raise NotCertain  # "18:00-9": until nine in the evening, or the next morning
    return start, end


def _settled(sign: Sign, certain: bool) -> Sign:
    """Settle "10:15": a time of 24 hours where both are written so, else as good as "10.15"."""
    if sign.half != "hh":
        return sign
    return sign._replace(half="24" if certain else "")


def _start(sign: Sign, end: Sign, after: int) -> int:
    if sign.half in {"am", "pm"}:
        return _marked(sign)
    minute = sign.hour * 60 + sign.minute
    if sign.half == "24" or (end.half == "24" and after <= minute):
        return minute % DAY
    if after > minute:
        return _afternoon(minute)
    if end.half == "pm":
        return _before_evening(sign, minute, end)
    if sign.hour < OFFICES_OPEN_FROM:
        raise NotCertain
    return minute


def _before_evening(sign: Sign, minute: int, end: Sign) -> int:
    """The first time of "9-5pm", which says only of the second which half it is."""
    if _afternoon(minute) >= _marked(end):
        return minute % DAY if sign.hour != 12 else minute
    if sign.hour < OFFICES_OPEN_FROM or sign.hour == 12:
        return _afternoon(minute)
    raise NotCertain


def _end(sign: Sign, begin: Sign, start: int) -> int:
    if sign.half in {"am", "pm"}:
        return _following(_marked(sign), start)
    minute = sign.hour * 60 + sign.minute
    if sign.half == "24":
        return _following(minute, start)
    if begin.half == "24":
        night = _following(minute, start)
        late = _afternoon(minute)
        return late if night - start > LONGEST_NIGHT and late > start else night
    if minute > start and sign.hour != 12:
        if start < 12 * 60 or begin.half:
            raise NotCertain
        return minute
    if begin.half == "pm":
        raise NotCertain
    return minute if sign.hour == 12 and minute > start else _after(_afternoon(minute), start)


def _after(minute: int, start: int) -> int:
    if minute <= start:
        raise NotCertain
    return minute


def _marked(sign: Sign) -> int:
    return (sign.hour % 12 + (12 if sign.half == "pm" else 0)) * 60 + sign.minute


def _afternoon(minute: int) -> int:
    return minute if minute >= 12 * 60 else minute + 12 * 60


def _following(minute: int, start: int) -> int:
    """The same minute, of the next day when it is not later than the start."""
    return minute if minute > start else minute + DAY
