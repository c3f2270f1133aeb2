"""A report for the steward: this number, of this service, failed at this moment, in this way.

It says nothing about why somebody rang: there is no room for words of one's own. The ids of its
line let a steward match the reports of many desks; a report's own id is drawn by lot.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from io import StringIO
from typing import NamedTuple

from desktop_app.domain.hours.moments import moment_words
from desktop_app.domain.services.service import Service


class WhatHappened(StrEnum):
    """What one hears when a number is rung: a fixed list, so that no report can name anybody."""

    NO_ANSWER = "no_answer"
    ENGAGED = "engaged"
    RECORDED_MESSAGE = "recorded_message"
    NOT_IN_USE = "not_in_use"
    WRONG_SERVICE = "wrong_service"
    OTHER_NUMBER = "other_number"
    WORKS = "works"
    """Somebody at the practice rang it to see, and it is right: no failure at all."""


WORDS = {
    WhatHappened.NO_ANSWER: "Nobody answered",
    WhatHappened.ENGAGED: "Engaged each time",
    WhatHappened.RECORDED_MESSAGE: "A message said they are closed",
    WhatHappened.NOT_IN_USE: "The number is not in use",
    WhatHappened.WRONG_SERVICE: "Somebody else answered",
    WhatHappened.OTHER_NUMBER: "They said to ring another number",
    WhatHappened.WORKS: "We rang it, and it works",
}
"""Each in the words of whoever rang."""

FAILURES = tuple(each for each in WhatHappened if each is not WhatHappened.WORKS)
"""What somebody may say of a number that failed."""

COLUMNS = (
    "number",
    "service",
    "moment_uk",
    "what_happened",
    "in_words",
    "release",
    "id",
    "service_id",
    "line_id",
    "dialled",
    "practice_code",
)
"""The first six are those of the files that older versions of the program wrote."""


class ShownNumber(NamedTuple):
    """A number as a page shows it, and the line of the directory it is; no ids where none is."""

    number: str  # as shown: "01582 547653"
    service: str
    service_id: str = ""
    line_id: str = ""
    dialled: str = ""  # "+441582547653", "999"


class FailedNumberReport(NamedTuple):
    """One report; `release` is the release of the directory that showed the number."""

    shown: ShownNumber
    moment: datetime  # aware, UK time, to the minute
    what: WhatHappened
    release: int
    id: str = ""
    """Drawn when it is kept; reports of older versions have none."""
    by: str = ""
    """Who of the practice rang it to see. It stays on their own desk: no file says it."""

    @property
    def number(self) -> str:
        """The number as it was shown."""
        return self.shown.number

    @property
    def service(self) -> str:
        """The name of its service."""
        return self.shown.service


def report_of(
    shown: ShownNumber, moment: datetime, what: WhatHappened, release: int
) -> FailedNumberReport:
    """A report; the moment loses its seconds. ValueError when it says no time zone."""
    if moment.tzinfo is None:
        raise ValueError("A slip needs a moment with its time zone.")
    minute = moment.replace(second=0, microsecond=0)
    return FailedNumberReport(shown=shown, moment=minute, what=what, release=release)


def shown_number(services: Iterable[Service], number: str, service: str) -> ShownNumber:
    """The line of the directory that a page shows as this number of this service."""
    for each in services:
        if each.name == service:
            for line in each.lines:
                if line.display == number:
                    return ShownNumber(number, service, each.id, line.id, line.number)
    return ShownNumber(number, service)


def report_words(failed: FailedNumberReport) -> str:
    """The report in one line, for the list."""
    return f"{failed.service}. {WORDS[failed.what]}. {moment_words(failed.moment)}"


def as_csv(reports: Iterable[FailedNumberReport], practice_code: str = "") -> str:
    """Every report as a table a steward can open anywhere (CSV, one header line)."""
    import csv  # when a steward first asks

    table = StringIO()
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for each in reports:
        moment = each.moment.strftime("%Y-%m-%d %H:%M")
        told = (moment, str(each.what), WORDS[each.what], each.release, each.id)
        rows.writerow((*each.shown[:2], *told, *each.shown[2:], practice_code))
    return table.getvalue()
