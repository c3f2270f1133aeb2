"""A working file as the workshop's window uses it: read, changed, taken back, looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desktop_app.app.workshop.addresses import NEW, NEW_FORM, address_edits
from desktop_app.app.workshop.change_words import change_line, what_changed
from desktop_app.app.workshop.compiled_copy import CompiledCopy, OpenInUse
from desktop_app.app.workshop.hours_form import written_hours
from desktop_app.app.workshop.new_document import named_document
from desktop_app.app.workshop.open_calls import OpenCalls
from desktop_app.app.workshop.open_dates import OpenDates
from desktop_app.app.workshop.open_lists import OpenLists
from desktop_app.app.workshop.open_services import OpenServices
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.remembered_columns import RememberedColumns
from desktop_app.app.workshop.sheets import row_of, sheet_of
from desktop_app.app.workshop.stale_texts import StaleTexts
from desktop_app.app.workshop.typed_number import as_spoken
from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.authoring.read.library import Draft
from desktop_app.ui.workshop.working_copy import (
    AnswerDifference,
    Document,
    EditOutcome,
    FactEdit,
    FactSheet,
    FormHours,
    ListedService,
    LogEntry,
    LookAt,
    NewDocument,
    Place,
    Preview,
    Refusal,
    Value,
    WorkshopError,
)
from desktop_app.workshop import editing
from desktop_app.workshop.documents import keep_evidence
from desktop_app.workshop.errors import EditRefused
from desktop_app.workshop.history import NOTED, history, redoable, undoable
from desktop_app.workshop.lines import SourceLine, digits_of, lines_in
from desktop_app.workshop.new_document import add_document
from desktop_app.workshop.numbers import OneLine, change_number, number_plan
from desktop_app.workshop.places import NoPlace, by_id, value_at
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit

READ_ONLY = "This copy can only be looked at here. Work on a copy of it to change something."
UNCHANGED = "Nothing was changed: that is what stands there already."
ALSO_CHANGED = (
    "The number was changed on {} more line that has it.",
    "The number was changed on {} more lines that have it.",
)
SHARED = "It is also the number of {}: from now on they change together."
OPTIONAL = frozenset(
    (
        *("aliases", "roles", "serves", "topics", "notes", "gaps", "note", "cost", "languages"),
        *("menu_option", "extension", NEW_FORM, *NEW),
    )
)
"""Facts whose key goes when nothing is left to say."""


class OpenCopy:
    """One open working file; every change is on the disk before its method returns."""

    def __init__(
        self,
        work: WorkFile,
        *,
        by: str,
        now: Callable[[], datetime],
        open_in_use: OpenInUse,
        columns: RememberedColumns | None = None,
    ) -> None:
        self._work, self._by, self._now = work, by, now
        self._open_in_use = open_in_use
        self.title = work.path.name
        self.read_only = READ_ONLY if work.read_only else ""
        self._read: list[tuple[int, ReadCopy]] = []
        self._compiled: list[tuple[ReadCopy, CompiledCopy]] = []
        self.ring = OpenCalls(work, by, now, lambda: self._copy)
        self.dates = OpenDates(work, by, now, lambda: self._copy)
        self.lists = OpenLists(work, by, now, lambda: self._copy, columns or RememberedColumns())
        self.lifecycle = OpenServices(work, by, now, lambda: self._copy)
        self._left = StaleTexts(work, lambda: self._copy)

    # ---- what stands in it

    def rows(self) -> Sequence[ListedService]:
        """Every service, in the order of the alphabet."""
        copy, changed = self._copy, self._changed()
        rows = [
            row_of(draft, wrong=copy.wrong_with(draft), changed=draft.entry.id in changed)
            for draft in copy.library.drafts
        ]
        return sorted(rows, key=lambda row: (row.organisation.casefold(), row.name.casefold()))

    def sheet(self, service: str) -> FactSheet:
        """One service; KeyError for no such service."""
        copy = self._copy
        draft = copy.drafts[service]
        return sheet_of(draft, copy.services.get(service), copy.words, copy.wrong_with(draft))

    def documents(self) -> Sequence[Document]:
        """What facts may rest on, newest first."""
        return self._copy.documents

    def problems(self) -> Sequence[str]:
        """Everything that would stop a compile."""
        return [str(mistake) for mistake in self._copy.mistakes]

    # ---- what is done to it

    def add_document(self, new: NewDocument) -> Document:
        """Keep a document, and the file it was read from where there is one."""
        copy = self._copy
        content = _content(new.path) if new.path else b""
        entry = named_document(new, taken=copy.words.documents)
        document, said = entry.id, self._said(entry.id, f"New document: {new.title}")
        with window_errors():
            add_document(self._work, entry, said)
            if content:
                keep_evidence(
                    self._work, Path(new.path).name, content, document=document, at=said.at
                )
        return Document(document, new.title, new.dated)

    def edit(self, edit: FactEdit) -> EditOutcome:
        """Change one fact, or say why not; a number is changed wherever it stands."""
        draft = self._copy.drafts[edit.service]
        value = _written(edit.place, edit.value, edit.document)
        unsaid = value is GONE and edit.place[-1] in {NEW_FORM, *NEW}
        if value is None or unsaid or _stands(draft, edit.place, value):
            return EditOutcome((Refusal(UNCHANGED, edit.place),))
        said = self._said(edit.document, edit.why)
        try:
            with window_errors(with_places=True):
                if edit.place[-1] == "number":
                    number = as_spoken(str(value))
                    return self._renumber(draft, edit.place, number, said)
                file = self._copy.file_of(draft)
                written = address_edits(draft, file, edit) or [
                    Edit(file=file, place=edit.place, value=value)
                ]
                editing.edit(self._work, written, said)
        except EditRefused as refused:
            return EditOutcome(
                tuple(Refusal(each.sentence, each.place) for each in refused.mistakes)
            )
        return EditOutcome()

    def _renumber(
        self, draft: Draft, place: Place, new: str, said: editing.ChangeReason
    ) -> EditOutcome:
        """The number of this line and of all that have it, and whatever names it."""
        old, texts = str(value_at(draft.file.content, place)), self._work.texts
        asked = by_id(draft.file.content, place[:-1])
        at = OneLine(file=self._copy.file_of(draft), place=asked)
        plan = number_plan(texts, old, new, at)
        others = {line.service_name: None for line in lines_in(texts) if _is(line, new)}
        change_number(self._work, old, new, said, at)
        lines = len(plan.lines)
        also = [ALSO_CHANGED[lines > 2].format(lines - 1)] if lines > 1 else []
        return EditOutcome(also=(*also, *([SHARED.format("; ".join(others))] if others else [])))

    def to_look_at(self) -> Sequence[LookAt]:
        """Every text that may still say what was before a change of this copy."""
        return self._left.to_look_at()

    def right_as_it_is(self, look: LookAt) -> None:
        """Somebody looked at it: it is not told again."""
        self._left.right_as_it_is(look)

    def undo(self) -> str:
        """Take back the last change; what it was, empty where there is none."""
        return self._step(undoable, editing.undo)

    def redo(self) -> str:
        """Make it again; what it was, empty where there is none."""
        return self._step(redoable, editing.redo)

    def changes(self) -> Sequence[LogEntry]:
        """The log, newest first: what was taken back says so."""
        with window_errors():
            standing, told = set(undoable(self._work)), history(self._work)
        acts = {each.act: each for each in reversed(told) if each.act == each.target}
        return [
            change_line(each, self._copy, undone=act not in standing and each.kind != NOTED)
            for act, each in acts.items()
        ]

    # ---- what it would be to a desk

    def preview(self, service: str, at: datetime) -> Preview | None:
        """The service as a desk would show it then; none while the copy does not compile."""
        compiled = self._compiled_copy
        return compiled.preview(service, at) if compiled else None

    def differences(self) -> Sequence[AnswerDifference]:
        """Which first calls a desk would give otherwise than with the directory in use."""
        compiled = self._compiled_copy
        return compiled.differences(self._open_in_use) if compiled else ()

    # ----

    @property
    def _copy(self) -> ReadCopy:
        """The sources as they are now, read once for each state of the file."""
        with window_errors():  # another program may hold the file at this moment
            generation = self._work.generation
            if not self._read or self._read[0][0] != generation:
                read = self._work.readings.of(self._work.texts, self._now().date())
                self._read[:] = [(generation, ReadCopy.of_reading(read))]
        return self._read[0][1]

    @property
    def _compiled_copy(self) -> CompiledCopy | None:
        """The same compiled, once for each state; none while something stops that."""
        copy = self._copy
        if copy.contents is None:
            return None
        if not self._compiled or self._compiled[0][0] is not copy:
            self.close()
            self._compiled[:] = [(copy, CompiledCopy(copy.contents, copy.tree))]
        return self._compiled[0][1]

    def close(self) -> None:
        """Let go of what was compiled."""
        while self._compiled:
            self._compiled.pop()[1].close()

    def _said(self, document: str, why: str) -> editing.ChangeReason:
        return editing.ChangeReason(by=self._by, at=self._now(), why=why, document=document)

    def _changed(self) -> set[str]:
        """The services that differ from what this copy began with."""
        standing = set(undoable(self._work))
        events = [each for each in history(self._work) if each.act in standing]
        found = (self._copy.draft_at(each.file, each.place) for each in events)
        return {draft.entry.id for draft in found if draft}

    def _step(self, of: Callable[[WorkFile], list[int]], step: Callable[..., int]) -> str:
        with window_errors():
            acts = of(self._work)
            if not acts:
                return ""
            what = what_changed(history(self._work, act=acts[-1])[0], self._copy)
            step(self._work, by=self._by, at=self._now())
        return what


def _stands(draft: Draft, place: Place, value: object) -> bool:
    """Whether the file says this already."""
    try:
        return bool(value_at(draft.file.content, place) == value)
    except NoPlace:
        return value is GONE


def _is(line: SourceLine, number: str) -> bool:
    return line.digits == digits_of(number) and not line.superseded


def _written(place: Place, value: Value, document: str) -> object:
    """A value of the form as the file writes it; None where nothing is to be written."""
    if isinstance(value, FormHours):
        return written_hours(value, document)
    key = place[-1]
    if key in OPTIONAL and not value:
        return GONE
    if isinstance(value, tuple):
        return list(value)
    if key == "staff_only":
        return value == "true"
    return value


def _content(path: str) -> bytes:
    try:
        return Path(path).expanduser().read_bytes()
    except (OSError, RuntimeError) as error:
        raise WorkshopError(f"“{path}” cannot be read. Choose another file, or none.") from error
