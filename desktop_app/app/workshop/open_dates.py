"""The lines of a working file by their days, as the window's page of dates asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.app.workshop.compiled_copy import CompiledCopy
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.typed_week import typed_day
from desktop_app.domain.services.service import LineKind, Standing
from desktop_app.ui.workshop.dates.dated_lines import DatedHours, DatedLine
from desktop_app.ui.workshop.working_copy import (
    AnswerDifference,
    EditOutcome,
    Refusal,
    WorkshopError,
)
from desktop_app.workshop import dated_hours
from desktop_app.workshop.dated_hours import LineKey, planned_dates, set_dates, take_away_dates
from desktop_app.workshop.editing import ChangeReason
from desktop_app.workshop.errors import EditRefused

if TYPE_CHECKING:
    from desktop_app.workshop.work_file import WorkFile

WHY = "Certain days"
STOPPED = "Something in this copy has to be put right first. See “Check”."
WOULD_STOP = "This cannot be kept: {}"
SAID = "Said already: {}"


class OpenDates:
    """Dated exceptions over an open working file; `copy` gives its sources as they are now."""

    def __init__(
        self, work: WorkFile, by: str, now: Callable[[], datetime], copy: Callable[[], ReadCopy]
    ) -> None:
        self._work, self._by, self._now, self._copy = work, by, now, copy

    def lines(self) -> Sequence[DatedLine]:
        """Every line in use, in the order of the services' names."""
        found = [
            DatedLine(
                key=f"{draft.entry.id}/{line.id}",
                words=f"{_named(draft.organisation.name, draft.entry.name)}, {line.label}, "
                f"{line.number}",
                dates=_days([each.date for each in line.exceptions]),
            )
            for draft in self._copy().library.drafts
            for line in draft.entry.lines
            if line.standing is not Standing.SUPERSEDED and line.kind is not LineKind.FAX
        ]
        return sorted(found, key=lambda each: each.words.casefold())

    def would_change(self, wanted: DatedHours) -> Sequence[AnswerDifference]:
        """Which first calls would differ from those of the copy as it is."""
        with window_errors():
            texts = planned_dates(self._work.texts, _keys(wanted), _dated(wanted), wanted.document)
        before, after = self._copy(), ReadCopy.of(texts, self._now().date())
        if before.contents is None:
            raise WorkshopError(STOPPED)
        if after.contents is None:
            raise WorkshopError(WOULD_STOP.format(after.mistakes[0].sentence))
        first = CompiledCopy(before.contents, before.tree)
        second = CompiledCopy(after.contents, after.tree)
        try:
            return second.differences(lambda: first.directory)
        finally:
            first.close()
            second.close()

    def keep(self, wanted: DatedHours) -> EditOutcome:
        """Write it as one change."""
        said = self._said(wanted)
        return _outcome(lambda: set_dates(self._work, _keys(wanted), _dated(wanted), said))

    def take_away(self, wanted: DatedHours) -> EditOutcome:
        """Take away what is said of these days."""
        said = self._said(wanted)
        days = (wanted.first, wanted.last)
        return _outcome(lambda: take_away_dates(self._work, _keys(wanted), *days, said))

    def _said(self, wanted: DatedHours) -> ChangeReason:
        why = wanted.note or WHY
        return ChangeReason(by=self._by, at=self._now(), why=why, document=wanted.document)


def _outcome(deed: Callable[[], int]) -> EditOutcome:
    try:
        with window_errors(with_places=True):
            deed()
    except EditRefused as refused:
        return EditOutcome(tuple(Refusal(each.sentence, each.place) for each in refused.mistakes))
    return EditOutcome()


def _keys(wanted: DatedHours) -> list[LineKey]:
    return [(service, line) for service, _, line in (key.partition("/") for key in wanted.lines)]


def _dated(wanted: DatedHours) -> dated_hours.DatedHours:
    """The same with the times read; WorkshopError with a sentence where they cannot be."""
    try:
        opens = typed_day(wanted.times)
    except ValueError as error:
        raise WorkshopError(str(error)) from None
    return dated_hours.DatedHours(
        first=wanted.first, last=wanted.last, open=opens, note=wanted.note
    )


def _named(organisation: str, service: str) -> str:
    return service if organisation in service else f"{organisation}: {service}"


def _days(days: Sequence[date]) -> str:
    """Days in words, those that follow each other as one stretch."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days <= 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    told = (
        date_words(run[0])
        if run[0] == run[-1]
        else f"{date_words(run[0])} to {date_words(run[-1])}"
        for run in runs
    )
    return SAID.format("; ".join(told)) if runs else ""
