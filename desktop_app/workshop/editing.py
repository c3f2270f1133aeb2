"""Changes to the source files: checked, written with their history in one step, taken back.

`edit` is the ordinary way: values in YAML files, with the document they were read in, refused with
`EditRefused` when the compile would refuse them. `change_texts` is for whole files that are no
YAML (rows of a CSV, a page of guidance). Both are one act, whatever number of files it touches.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.authoring.read.sources import Place
from desktop_app.workshop.checking import new_mistakes
from desktop_app.workshop.documents import must_be_known
from desktop_app.workshop.errors import EditRefused, WorkshopError
from desktop_app.workshop.history import (
    DO,
    REDO,
    TEXT,
    UNDO,
    Event,
    Splice,
    history,
    redoable,
    splice,
    splices_of,
    undoable,
    written_value,
)
from desktop_app.workshop.readings import Readings
from desktop_app.workshop.transaction import Transaction
from desktop_app.workshop.verifying import must_not_verify, resets
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Done, Edit, edited

NO_FILE = "There is no source file “{}”."
NOTHING_CHANGED = "Nothing was changed: that is what stands there already."
NOTHING_TO_UNDO = "There is nothing to take back."
NOTHING_TO_REDO = "There is nothing to do again."
NO_NAME = "Say who makes this change: every change carries a name."
CHANGED_MEANWHILE = "The file was changed meanwhile. Nothing was saved; look again and do it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReason:
    """Who changes something, when, why, and which document says so (its id)."""

    by: str
    at: datetime
    why: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEvent:
    """One event of an act before it has its number."""

    file: str
    place: Place
    before: object
    after: object
    document: str = ""
    said: ChangeReason | None = None
    """Who said this one, where an act holds what several people did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is to be written: the new texts, and what that means in facts."""

    said: ChangeReason
    facts: Sequence[FactEvent]
    splices: Sequence[Splice]
    kind: str = DO
    target: int = 0
    base: Mapping[str, str | None] = field(default_factory=dict)
    """The texts this was worked out from; another text there stops it."""


def edit(
    work: WorkFile, edits: Sequence[Edit], said: ChangeReason, *, needs_document: bool = True
) -> int:
    """Carry out the edits as one act and give its number.

    WorkshopError when one cannot be carried out, nothing changes or no document is named;
    EditRefused when the checks find a mistake that was not there before.
    """
    return edit_and_replace(work, edits, {}, said, needs_document=needs_document)


def edit_and_replace(
    work: WorkFile,
    edits: Sequence[Edit],
    texts: Mapping[str, str | None],
    said: ChangeReason,
    *,
    needs_document: bool = True,
) -> int:
    """`edit` and `change_texts` as one act; a line whose number or hours change is unchecked."""
    before = work.texts
    after, facts = planned(before, edits)
    unchecked = resets(before, after)
    if unchecked:
        after, more = planned(after, unchecked)
        facts += more
    facts += _replaced(after, texts)
    if after == before:
        raise WorkshopError(NOTHING_CHANGED)
    if needs_document:
        must_be_known(said.document, after)
    return change(work, before, after, facts, said)


def planned(
    texts: Mapping[str, str], edits: Sequence[Edit]
) -> tuple[dict[str, str], list[FactEvent]]:
    """What the texts would be, and the facts that change; nothing is written."""
    after, facts = dict(texts), []
    for name in dict.fromkeys(each.file for each in edits):
        if name not in after:
            raise WorkshopError(NO_FILE.format(name))
        mine = [each for each in edits if each.file == name]
        after[name], done = edited(after[name], name, mine)
        facts += [_fact(name, each) for each in done]
    return after, facts


def change_texts(work: WorkFile, texts: Mapping[str, str | None], said: ChangeReason) -> int:
    """Put whole texts in the place of others as one act; None takes a file away."""
    return edit_and_replace(work, [], texts, said)


def _replaced(after: dict[str, str], texts: Mapping[str, str | None]) -> Iterator[FactEvent]:
    """Put the whole texts into `after`, and say what that changes."""
    for name, text in texts.items():
        piece = splice(name, after.get(name), text)
        if text is None:
            after.pop(name, None)
        else:
            after[name] = text
        if piece.cut != piece.put:
            cut, put = (GONE if side is None else side for side in (piece.cut, piece.put))
            yield FactEvent(file=name, place=TEXT, before=cut, after=put)


def change(
    work: WorkFile,
    before: Mapping[str, str],
    after: Mapping[str, str],
    facts: Sequence[FactEvent],
    said: ChangeReason,
) -> int:
    """Check the new texts and write them as one act; EditRefused when a check says no.

    WorkshopError when they would mark a number as checked: only `ring.record` does that.
    """
    must_not_verify(before, after)
    if not said.by.strip():
        raise WorkshopError(NO_NAME)
    act = act_of(before, after, facts, said, work.readings)
    if act is None:
        raise WorkshopError(NOTHING_CHANGED)
    with work.changing() as change:
        return write_act(change, act)


def act_of(
    before: Mapping[str, str],
    after: Mapping[str, str],
    facts: Sequence[FactEvent],
    said: ChangeReason,
    readings: Readings,
) -> Act | None:
    """What is to be written, checked; nothing when nothing changes. EditRefused as above."""
    found = new_mistakes(before, after, said.at.date(), readings)
    if found:
        raise EditRefused(found)
    names = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    pieces = [splice(name, before.get(name), after.get(name)) for name in names]
    base = {name: before.get(name) for name in names}
    return Act(said=said, facts=facts, splices=pieces, base=base) if names else None


def undo(work: WorkFile, *, by: str, at: datetime) -> int:
    """Take back the last act that stands, whenever it was made; gives the number of this act."""
    with work.changing() as change:
        return undo_within(change, work, ChangeReason(by=by, at=at))


def undo_within(change: Transaction, work: WorkFile, said: ChangeReason) -> int:
    """The same within a change that holds more."""
    stack = undoable(work)
    if not stack:
        raise WorkshopError(NOTHING_TO_UNDO)
    pieces = [piece.reversed for piece in reversed(splices_of(work, stack[-1]))]
    facts = [
        FactEvent(file=e.file, place=e.place, before=e.after, after=e.before, document=e.document)
        for e in reversed(history(work, act=stack[-1]))
    ]
    return _again(change, work, (stack[-1], UNDO), (facts, pieces), said)


def redo(work: WorkFile, *, by: str, at: datetime) -> int:
    """Do again what was taken back last; gives the number of this act."""
    stack = redoable(work)
    if not stack:
        raise WorkshopError(NOTHING_TO_REDO)
    facts = [
        FactEvent(file=e.file, place=e.place, before=e.before, after=e.after, document=e.document)
        for e in history(work, act=stack[-1])
    ]
    pieces = splices_of(work, stack[-1])
    with work.changing() as change:
        return _again(change, work, (stack[-1], REDO), (facts, pieces), ChangeReason(by=by, at=at))


def _again(
    change: Transaction,
    work: WorkFile,
    step: tuple[int, str],
    what: tuple[list[FactEvent], list[Splice]],
    said: ChangeReason,
) -> int:
    if not said.by.strip():
        raise WorkshopError(NO_NAME)
    (target, kind), (facts, pieces) = step, what
    why = first_event(work, target).why
    said = ChangeReason(by=said.by, at=said.at, why=why)
    act = Act(said=said, facts=facts, splices=pieces, kind=kind, target=target)
    return write_act(change, act)


def first_event(work: WorkFile, act: int) -> Event:
    """What an act says of itself."""
    return history(work, act=act)[0]


def write_act(change: Transaction, act: Act) -> int:
    """Write an act within a change: its events, its splices and the new texts."""
    number = change.next_number("event", "act")
    seq, current = change.next_number("event", "seq"), _meta(change, "change_set")
    for at, fact in enumerate(act.facts):
        said = fact.said or act.said
        change.put(
            "event",
            {
                "seq": seq + at,
                "act": number,
                "kind": act.kind,
                "target": act.target or number,
                "at": said.at.isoformat(),
                "by": said.by,
                "change_set": current or "1",
                "why": said.why,
                "document": fact.document or said.document,
                "file": fact.file,
                "place": json.dumps(fact.place, ensure_ascii=False),
                "before": written_value(fact.before),
                "after": written_value(fact.after),
            },
        )
    for name, text in act.base.items():
        if _text(change, name) != text:
            raise WorkshopError(CHANGED_MEANWHILE)
    _write_splices(change, number, act.splices)
    return number


def _write_splices(change: Transaction, act: int, splices: Sequence[Splice]) -> None:
    first = change.next_number("splice", "id")
    for at, piece in enumerate(splices):
        try:
            text = piece.applied(_text(change, piece.file))
        except ValueError:
            raise WorkshopError(CHANGED_MEANWHILE) from None
        if text is None:
            change.take_away("source", piece.file)
        else:
            change.put("source", {"name": piece.file, "text": text})
        row = {"id": first + at, "act": act, "file": piece.file, "start": piece.start}
        change.put("splice", {**row, "cut": piece.cut, "put": piece.put})


def _text(change: Transaction, name: str) -> str | None:
    found = change.rows("SELECT text FROM source WHERE name = ?", (name,))
    return str(found[0][0]) if found else None


def _meta(change: Transaction, key: str) -> str:
    found = change.rows("SELECT value FROM meta WHERE key = ?", (key,))
    return str(found[0][0]) if found else ""


def _fact(file: str, done: Done) -> FactEvent:
    return FactEvent(file=file, place=done.place, before=done.before, after=done.after)
