"""Two copies of one working file made one: nothing that either person did is lost.

Whatever was done is known by its event, so that a copy that was merged before brings nothing twice.
The result is their copy with one act more: it holds everything I did, each event with my name, my
time and my document. Where both wrote another value somebody chooses; both stay in the history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.authoring.read.errors import Mistake
from desktop_app.workshop.checking import new_mistakes
from desktop_app.workshop.editing import Act, ChangeReason, FactEvent, write_act
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.history import (
    DO,
    NOTED,
    Event,
    Splice,
    history,
    splice,
    splices_of,
    written_value,
)
from desktop_app.workshop.sharing.merged_texts import Choices, Merged, Side, merged_texts
from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.transaction import Transaction
from desktop_app.workshop.work_file import WorkFile

OTHER_WORK = (
    "“{}” and “{}” did not begin as one working file, so they cannot be put together. "
    "Take a copy from the share first, and make your changes in that."
)
WHY = "Both changed this; the value of {} was chosen"
MERGED = "Put together with what others did meanwhile"
STATES = ("new", "unmatched", "matched", "done")
"""How far a report is: the further of two states stands."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What one copy brings to another."""

    events: tuple[Event, ...]
    """What they do not have yet."""
    rows: Mapping[str, tuple[Row, ...]]
    """Calls, reports and evidence they do not have yet."""
    merged: Merged
    mistakes: tuple[Mistake, ...] = ()
    """What only the changes of both together make wrong: to be put right before publishing."""
    ahead: bool = False
    """They have nothing that mine lacks: mine takes their place as it is."""

    @property
    def brings(self) -> bool:
        """Whether there is anything to bring."""
        return bool(self.events or any(self.rows.values()))


def merge_of(mine: WorkFile, theirs: WorkFile, choices: Choices, today: datetime) -> Merge:
    """What my copy brings to theirs; WorkshopError when they are copies of different files."""
    if mine.id != theirs.id:
        raise WorkshopError(OTHER_WORK.format(mine.path.name, theirs.path.name))
    new = _new_events(mine, theirs)
    base = texts_before(mine, {event.act for event in new})
    now = theirs.texts
    found = merged_texts(base, mine.texts, now, choices)
    ahead = not _new_events(theirs, mine) and not any(_new_rows(theirs, mine).values())
    return Merge(
        events=new,
        rows=_new_rows(mine, theirs),
        merged=found,
        mistakes=() if ahead else new_mistakes(now, found.texts, today.date()),
        ahead=ahead,
    )


def write_merge(theirs: WorkFile, merge: Merge, *, by: str, at: datetime) -> None:
    """Write what a merge brings into their copy, as one act that one undo takes back."""
    assert not merge.merged.open
    now = theirs.texts
    texts = merge.merged.texts
    names = [name for name in sorted({*now, *texts}) if now.get(name) != texts.get(name)]
    pieces = [splice(name, now.get(name), texts.get(name)) for name in names]
    said = ChangeReason(by=by, at=at, why=MERGED)
    facts = [*map(_again, merge.events), *_chosen(merge.merged, said)]
    with theirs.changing() as change:
        act = 0
        if facts:
            kind = DO if pieces else NOTED
            base = {name: now.get(name) for name in names}
            act = write_act(
                change, Act(said=said, facts=facts, splices=pieces, kind=kind, base=base)
            )
        _write_rows(change, merge, act)


def texts_before(work: WorkFile, acts: Iterable[int]) -> dict[str, str]:
    """The source files as they were before these acts, which are the last of the file."""
    texts = work.texts
    for act in sorted(acts, reverse=True):
        texts = taken_back(texts, reversed(splices_of(work, act)))
    return texts


def taken_back(texts: Mapping[str, str], pieces: Iterable[Splice]) -> dict[str, str]:
    """The texts without these pieces, the last one first; ValueError when they are of others."""
    found: dict[str, str | None] = dict(texts)
    for piece in pieces:
        found[piece.file] = piece.reversed.applied(found.get(piece.file))
    return {name: text for name, text in found.items() if text is not None}


def _new_events(mine: WorkFile, theirs: WorkFile) -> tuple[Event, ...]:
    """My events from the first act on that they do not have whole."""
    known = Counter(map(_identity, history(theirs)))
    events = history(mine)
    first = len(events)
    for position, event in enumerate(events):
        key = _identity(event)
        if not known[key]:
            first = min(position, first)
            break
        known[key] -= 1
    else:
        return ()
    act = events[first].act
    return tuple(event for event in events if event.act >= act)


def _identity(event: Event) -> tuple[object, ...]:
    """What makes an event this one, whichever copy it stands in."""
    before, after = written_value(event.before), written_value(event.after)
    said = (event.at.isoformat(), event.by, event.why, event.document)
    return (*said, event.file, event.place, before, after)


def _again(event: Event) -> FactEvent:
    return FactEvent(
        file=event.file,
        place=event.place,
        before=event.before,
        after=event.after,
        document=event.document,
        said=ChangeReason(by=event.by, at=event.at, why=event.why, document=event.document),
    )


def _chosen(merged: Merged, said: ChangeReason) -> Iterable[FactEvent]:
    """That somebody chose between two values, so that the one given up is in the history too."""
    for clash, side in merged.settled:
        mine = side is Side.MINE
        why = WHY.format(said.by if mine else "the share")
        yield FactEvent(
            file=clash.file,
            place=clash.place,
            before=clash.theirs if mine else clash.mine,
            after=clash.mine if mine else clash.theirs,
            said=ChangeReason(by=said.by, at=said.at, why=why),
        )


def _new_rows(mine: WorkFile, theirs: WorkFile) -> dict[str, tuple[Row, ...]]:
    calls = {row["origin"] for row in _rows(theirs, "ring")}
    reports = {row["id"]: STATES.index(row["state"]) for row in _rows(theirs, "report")}
    kept = {row["sha256"] for row in _rows(theirs, "evidence", without=("bytes",))}
    return {
        "ring": tuple(row for row in _rows(mine, "ring") if row["origin"] not in calls),
        "report": tuple(
            row
            for row in _rows(mine, "report")
            if STATES.index(row["state"]) > reports.get(row["id"], -1)
        ),
        "evidence": tuple(row for row in _rows(mine, "evidence") if row["sha256"] not in kept),
    }


def _rows(work: WorkFile, table: str, without: tuple[str, ...] = ()) -> list[Row]:
    columns = [column for column in TABLES[table] if column not in without]
    named = ", ".join(f'"{column}"' for column in columns)
    question = f'SELECT {named} FROM {table} ORDER BY "{columns[0]}"'
    return [dict(zip(columns, row, strict=True)) for row in work.rows(question)]


def _write_rows(change: Transaction, merge: Merge, act: int) -> None:
    first = change.next_number("ring", "id")
    for position, row in enumerate(merge.rows["ring"]):
        changed = act if row["act"] else 0
        change.put("ring", {**row, "id": first + position, "act": changed})
    for table in ("report", "evidence"):
        change.put_all(table, merge.rows[table])
