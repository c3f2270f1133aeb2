"""Dated exceptions for many lines at once: one range of days, one act, one undo.

An exception beats everything else that is known of its day, so what stood there for the same days
makes way for it; every other day stays. Nothing is said of days before the first or after the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.authoring.read.weeks import read_day
from desktop_app.workshop.editing import ChangeReason, edit, planned
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import SourceLine, lines_in
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit

EXCEPTIONS = "exceptions"
MOST_DAYS = 62
BACKWARDS = "The last day is before the first one. Look at the dates again."
TOO_LONG = (
    f"More than {MOST_DAYS} days are no exception. "
    "Change the hours instead, or say that the line is out of use."
)
NO_LINES = "Choose at least one line."
GONE_LINE = "“{}” is no line any more. Look at the list again."
NO_TIMES = "These hours cannot be read. {}"

LineKey = tuple[str, str]
"""A service's id and its line's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedHours:
    """What holds from the first day to the last, both included."""

    first: date
    last: date
    open: str = ""
    """The times of each of these days, "10:00-12:00"; empty for closed all day."""
    note: str = ""

    @property
    def days(self) -> Iterator[date]:
        """Each of the days."""
        return (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))


def set_dates(
    work: WorkFile, lines: Sequence[LineKey], dated: DatedHours, said: ChangeReason
) -> int:
    """Write the exceptions of these lines as one act; WorkshopError or EditRefused as `edit`."""
    return edit(work, date_edits(work.texts, lines, dated, said.document), said)


def take_away_dates(
    work: WorkFile, lines: Sequence[LineKey], first: date, last: date, said: ChangeReason
) -> int:
    """Take away whatever is said of these days; WorkshopError where nothing is."""
    dated = DatedHours(first=first, last=last)
    _must_be_a_range(dated)
    edits = [_edit(line, _others(line, dated)) for line in _chosen(work.texts, lines)]
    return edit(work, [each for each in edits if each is not None], said)


def planned_dates(
    texts: Mapping[str, str], lines: Sequence[LineKey], dated: DatedHours, document: str
) -> Mapping[str, str]:
    """The texts as `set_dates` would leave them; nothing is written."""
    return planned(texts, date_edits(texts, lines, dated, document))[0]


def date_edits(
    texts: Mapping[str, str], lines: Sequence[LineKey], dated: DatedHours, document: str
) -> list[Edit]:
    """The edits of `set_dates`; WorkshopError where the days or the times cannot be."""
    _must_be_a_range(dated)
    new = [_entry(day, dated, document) for day in dated.days]
    edits = []
    for line in _chosen(texts, lines):
        entries = sorted([*_others(line, dated), *new], key=lambda each: each["date"])
        if (made := _edit(line, entries)) is not None:
            edits.append(made)
    return edits


def _must_be_a_range(dated: DatedHours) -> None:
    if dated.last < dated.first:
        raise WorkshopError(BACKWARDS)
    if (dated.last - dated.first).days >= MOST_DAYS:
        raise WorkshopError(TOO_LONG)
    if dated.open:
        try:
            read_day(dated.open)
        except ValueError as error:
            raise WorkshopError(NO_TIMES.format(error)) from None


def _chosen(texts: Mapping[str, str], wanted: Sequence[LineKey]) -> list[SourceLine]:
    if not wanted:
        raise WorkshopError(NO_LINES)
    known = {(line.service, line.line): line for line in lines_in(texts)}
    for key in wanted:
        if key not in known:
            raise WorkshopError(GONE_LINE.format(" › ".join(key)))
    return [known[key] for key in dict.fromkeys(wanted)]


def _entry(day: date, dated: DatedHours, document: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"date": day}
    entry |= {"open": dated.open} if dated.open else {"closed": True}
    entry |= {"document": document} if document else {}
    return entry | ({"note": dated.note} if dated.note else {})


def _others(line: SourceLine, dated: DatedHours) -> list[dict[str, Any]]:
    """What is said of other days."""
    found = line.says.get(EXCEPTIONS)
    entries = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return [each for each in entries if not dated.first <= each["date"] <= dated.last]


def _edit(line: SourceLine, entries: list[dict[str, Any]]) -> Edit | None:
    """The line with these exceptions; None where they are what stands there."""
    if line.says.get(EXCEPTIONS, []) == entries:
        return None
    return Edit(file=line.file, place=(*line.place, EXCEPTIONS), value=entries or GONE)
