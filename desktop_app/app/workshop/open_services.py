"""Services that begin and end in a working file, as the window's form asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.app.workshop.hours_form import written_hours
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.typed_number import as_spoken
from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.domain.services.service import LineKind, ServiceStatus, Standing
from desktop_app.domain.services.wording import kind_words
from desktop_app.ui.workshop.lifecycle.service_lifecycle import FormWords, Made, NewService
from desktop_app.ui.workshop.working_copy import Choice, EditOutcome, Refusal
from desktop_app.workshop import new_service
from desktop_app.workshop.editing import ChangeReason
from desktop_app.workshop.errors import EditRefused
from desktop_app.workshop.new_service import NewLine, add_service, end_service

if TYPE_CHECKING:
    from desktop_app.workshop.work_file import WorkFile

BEGAN, ENDED = "New service", "It has ended"


class OpenServices:
    """Over an open working file; `copy` gives its sources as they are now."""

    def __init__(
        self, work: WorkFile, by: str, now: Callable[[], datetime], copy: Callable[[], ReadCopy]
    ) -> None:
        self._work, self._by, self._now, self._copy = work, by, now, copy

    def words(self) -> FormWords:
        """What may be chosen."""
        copy = self._copy()
        runs = {draft.organisation.name for draft in copy.library.drafts}
        said = copy.words
        kinds = tuple(Choice(each.value, kind_words(each)) for each in LineKind)
        return FormWords(
            tuple(sorted(runs, key=str.casefold)),
            said.roles,
            said.areas,
            said.audiences,
            said.topics,
            kinds,
        )

    def make(self, new: NewService) -> Made:
        """Put it into the copy as one change, or say at which field why not."""
        entry = new_service.NewService(
            name=new.name,
            summary=new.summary,
            organisation=new.organisation,
            roles=new.roles,
            areas=new.areas,
            serves=new.serves,
            topics=new.topics,
            line=_line(new),
        )
        try:
            with window_errors(with_places=True):
                return Made(add_service(self._work, entry, self._said(new.document, BEGAN)))
        except EditRefused as refused:
            return Made("", _refused(refused))

    def services(self) -> Sequence[Choice]:
        """Every service that has not ended, by its name."""
        found = [
            Choice(draft.entry.id, f"{draft.entry.name} ({draft.organisation.name})")
            for draft in self._copy().library.drafts
            if draft.entry.status is not ServiceStatus.REFERENCE
            or any(line.standing is not Standing.SUPERSEDED for line in draft.entry.lines)
        ]
        return sorted(found, key=lambda each: each.words.casefold())

    def end(self, service: str, day: date, instead: str, document: str) -> EditOutcome:
        """It answers no more since a day."""
        try:
            with window_errors(with_places=True):
                end_service(self._work, service, day, instead, self._said(document, ENDED))
        except EditRefused as refused:
            return _refused(refused)
        return EditOutcome()

    def _said(self, document: str, why: str) -> ChangeReason:
        return ChangeReason(by=self._by, at=self._now(), why=why, document=document)


def _line(new: NewService) -> NewLine | None:
    if not new.number:
        return None
    hours = written_hours(new.hours, new.document) if new.hours else None
    return NewLine(
        kind=new.kind,
        label=new.label or new.name,
        number=as_spoken(new.number),
        hours=hours or "assumed_office",
    )


def _refused(refused: EditRefused) -> EditOutcome:
    return EditOutcome(tuple(Refusal(each.sentence, each.place) for each in refused.mistakes))
