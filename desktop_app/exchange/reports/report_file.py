"""One file of reports as a desk wrote it, with this program or an older one, or Excel after it."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.exchange.tables.received_table import received_table
from desktop_app.exchange.tables.sheet import NotRead, SheetRow, Table

NEEDED = ("number", "service", "moment_uk", "what_happened")
NO_REPORTS = "{}: this is no file of slips (it has no column “{}”). Nothing of it was read."
NO_MOMENT = "{}, row {}: “{}” is no day and time. The row was left out."
NO_KIND = "{}, row {}: “{}” is nothing a slip can say. The row was left out."
NO_NUMBER = "{}, row {}: it names no number. The row was left out."
MOMENTS = ("%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M:%S")
SHOWN = 40
"""Characters of a spoilt cell that a sentence shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: which number, when, what happened, and on which practice's desk."""

    id: str
    number: str  # as the desk showed it
    service: str
    moment: datetime  # UK wall clock, to the minute
    what: WhatHappened
    release: int
    dialled: str = ""
    service_id: str = ""
    line_id: str = ""
    practice: str = ""
    place: str = ""  # the file and row, for sentences

    @property
    def failed(self) -> bool:
        """Whether it tells of a failure."""
        return self.what is not WhatHappened.WORKS


def read_reports(
    name: str, whole: bytes, read: Callable[[str, bytes], Table] = received_table
) -> tuple[list[Report], list[str]]:
    """Every report of a file, and a sentence for each row that is none: nothing is lost unseen."""
    try:
        table = read(name, whole)
    except NotRead as refused:
        return [], [refused.sentence]
    rows = [row for sheet in table.sheets for row in sheet.rows if row.filled]
    columns = (
        {cell.text.strip().lower(): at for at, cell in enumerate(rows[0].cells)} if rows else {}
    )
    missing = next((each for each in NEEDED if each not in columns), "")
    if missing:
        return [], [NO_REPORTS.format(name, missing)]
    reports: list[Report] = []
    odd: list[str] = []
    seen: Counter[str] = Counter()
    for row in rows[1:]:
        told = {key: row.cell(at).text for key, at in columns.items()}
        try:
            reports.append(_report(name, row, told, seen))
        except ValueError as sentence:
            odd.append(str(sentence))
    return reports, odd


def _report(name: str, row: SheetRow, told: dict[str, str], seen: Counter[str]) -> Report:
    if not told["number"]:
        raise ValueError(NO_NUMBER.format(name, row.number))
    if told["what_happened"] not in set(WhatHappened):
        raise ValueError(NO_KIND.format(name, row.number, told["what_happened"][:SHOWN]))
    moment = next(_moments(told["moment_uk"]), None)
    if moment is None:
        raise ValueError(NO_MOMENT.format(name, row.number, told["moment_uk"][:SHOWN]))
    release = told.get("release", "")
    return Report(
        id=told.get("id") or _own_id(told, moment, seen),
        number=told["number"],
        service=told["service"],
        moment=moment,
        what=WhatHappened(told["what_happened"]),
        release=int(release) if re.fullmatch(r"\d{1,9}", release) else 0,
        dialled=told.get("dialled", ""),
        service_id=told.get("service_id", ""),
        line_id=told.get("line_id", ""),
        practice=told.get("practice_code", ""),
        place=f"{name}, row {row.number}",
    )


def _moments(text: str) -> Iterator[datetime]:
    for form in MOMENTS:
        try:
            yield datetime.strptime(text.strip(), form).replace(second=0)
        except ValueError:
            continue


def _own_id(told: dict[str, str], moment: datetime, seen: Counter[str]) -> str:
    """A name for a report of an older program: what it says, and how often the file says it."""
    words = "\0".join(
        [_digits(told["number"]), told["service"], f"{moment}", told["what_happened"]]
    )
    seen[words] += 1
    return "old-" + hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()[:32]


def _digits(number: str) -> str:
    """The digits without a first 0, which a spreadsheet may have taken."""
    return re.sub(r"\D", "", number).lstrip("0")
