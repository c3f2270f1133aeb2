"""What a practice knows of a number itself: when somebody there rang it last, and it worked."""

from collections.abc import Iterable

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.practice.failed_number import FailedNumberReport, WhatHappened

RUNG = "Rung {}, {}: it works"
BY, FROM_HERE = "by {}", "from this practice"


def last_call_words(
    reports: Iterable[tuple[int, FailedNumberReport]], number: str, service: str
) -> str:
    """The day of the last such call; empty where a later report says that it failed."""
    about = [each for _, each in reports if (each.number, each.service) == (number, service)]
    last = max(about, key=lambda each: each.moment, default=None)
    if last is None or last.what is not WhatHappened.WORKS:
        return ""
    who = BY.format(last.by) if last.by else FROM_HERE
    return RUNG.format(who, date_words(last.moment.date()))
