"""A slip for the steward: this number, of this service, failed at this moment, in this way.

It says nothing about why somebody rang: there is no room for words of one's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import StringIO

from desktop_app.domain.services.wording import moment_words


class WhatHappened(StrEnum):
    """What one hears when a number fails: a fixed list, so that no slip can name anybody."""

    NO_ANSWER = "no_answer"
    ENGAGED = "engaged"
    RECORDED_MESSAGE = "recorded_message"
    NOT_IN_USE = "not_in_use"
    WRONG_SERVICE = "wrong_service"
    OTHER_NUMBER = "other_number"


WORDS = {
    WhatHappened.NO_ANSWER: "Nobody answered",
    WhatHappened.ENGAGED: "Engaged each time",
    WhatHappened.RECORDED_MESSAGE: "A message said they are closed",
    WhatHappened.NOT_IN_USE: "The number is not in use",
    WhatHappened.WRONG_SERVICE: "Somebody else answered",
    WhatHappened.OTHER_NUMBER: "They said to ring another number",
}
"""Each in the words of whoever rang."""

COLUMNS = ("number", "service", "moment_uk", "what_happened", "in_words", "release")


@dataclass(frozen=True, slots=True)
class FailedNumber:
    """One slip; `release` is the edition of the directory that showed the number."""

    number: str  # as shown: "01582 547653"
    service: str
    moment: datetime  # aware, UK time, to the minute
    what: WhatHappened
    release: int


def report(
    number: str, service: str, moment: datetime, what: WhatHappened, release: int
) -> FailedNumber:
    """Make a slip; the moment loses its seconds. ValueError when it says no time zone."""
    if moment.tzinfo is None:
        raise ValueError("A slip needs a moment with its time zone.")
    return FailedNumber(number, service, moment.replace(second=0, microsecond=0), what, release)


def slip_words(failed: FailedNumber) -> str:
    """The slip in one line, for the list."""
    return f"{failed.service}. {WORDS[failed.what]}. {moment_words(failed.moment)}"


def as_csv(reports: Iterable[FailedNumber]) -> str:
    """Every slip as a table a steward can open anywhere (CSV, one header line)."""
    import csv  # when a steward first asks

    table = StringIO()
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for each in reports:
        moment = each.moment.strftime("%Y-%m-%d %H:%M")
        words = WORDS[each.what]
        rows.writerow((each.number, each.service, moment, str(each.what), words, each.release))
    return table.getvalue()
