"""The history of a working file: acts, each one or more events, and what was taken back.

Nothing in it is ever changed. Taking an act back is an act of its own, so the history says that
too, and what can be undone or done again follows from the history alone: also after a restart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop_app.authoring.read.sources import Place
from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE

DO, UNDO, REDO = "do", "undo", "redo"
NOTED = "noted"
"""Kept of what somebody else had done as well: it changed no text, so no undo is about it."""
TEXT: Place = ("text",)
"""The place of an event about lines of a file that is no YAML, or about a whole file."""
_COLUMNS = ", ".join(f'"{column}"' for column in TABLES["event"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact that changed: who, when, why, on which document, where, before and after."""

    seq: int
    act: int
    kind: str
    target: int
    at: datetime
    by: str
    change_set: str
    why: str
    document: str
    file: str
    place: Place
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """What one act did to the text of one file: at `start`, `cut` made way for `put`."""

    file: str
    start: int
    cut: str | None
    put: str | None

    @property
    def reversed(self) -> Splice:
        """The same, taken back."""
        return Splice(file=self.file, start=self.start, cut=self.put, put=self.cut)

    def applied(self, text: str | None) -> str | None:
        """The text after this; ValueError when it is not the text this was made for."""
        if self.cut is None or self.put is None:
            if text != self.cut:
                raise ValueError(f"{self.file} is not as this change left it.")
            return self.put
        end = self.start + len(self.cut)
        if text is None or text[self.start : end] != self.cut:
            raise ValueError(f"{self.file} is not as this change left it.")
        return text[: self.start] + self.put + text[end:]


def splice(file: str, old: str | None, new: str | None) -> Splice:
    """The smallest piece in which two texts of a file differ."""
    if old is None or new is None:
        return Splice(file=file, start=0, cut=old, put=new)
    start = _common(old, new)
    most = min(len(old), len(new)) - start
    end = _common(old[::-1][:most], new[::-1][:most])
    return Splice(
        file=file, start=start, cut=old[start : len(old) - end], put=new[start : len(new) - end]
    )


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def history(work: WorkFile, *, act: int | None = None) -> list[Event]:
    """Every event in order, or those of one act."""
    where, values = ("", ()) if act is None else ('WHERE "act" = ?', (act,))
    return list(events(work.rows(f"SELECT {_COLUMNS} FROM event {where} ORDER BY seq", values)))


def events(rows: Iterable[tuple[Any, ...]]) -> Iterator[Event]:
    """Rows of the table as events."""
    for row in rows:
        said = dict(zip(TABLES["event"], row, strict=True))
        said["at"] = datetime.fromisoformat(said["at"])
        said["place"] = tuple(json.loads(said["place"]))
        said["before"], said["after"] = read_value(said["before"]), read_value(said["after"])
        yield Event(**said)


def splices_of(work: WorkFile, act: int) -> list[Splice]:
    """What an act did to the texts, in the order in which it did it."""
    question = "SELECT file, start, cut, put FROM splice WHERE act = ? ORDER BY id"
    names = ("file", "start", "cut", "put")
    rows = work.rows(question, (act,))
    return [Splice(**dict(zip(names, row, strict=True))) for row in rows]


def undoable(work: WorkFile) -> list[int]:
    """The acts that stand, oldest first: an undo takes back the last of them."""
    return _stacks(work)[0]


def redoable(work: WorkFile) -> list[int]:
    """The acts that were taken back and can be done again: a redo does the last of them."""
    return _stacks(work)[1]


def _stacks(work: WorkFile) -> tuple[list[int], list[int]]:
    done: list[int] = []
    undone: list[int] = []
    question = "SELECT DISTINCT act, kind, target FROM event ORDER BY act"
    for act, kind, target in work.rows(question):
        if kind == UNDO:
            done.remove(target)
            undone.append(target)
        elif kind == REDO:
            undone.remove(target)
            done.append(target)
        elif kind == DO:
            done.append(act)
            undone.clear()
    return done, undone


def written_value(value: Any) -> str | None:
    """A value as the history keeps it; dates are marked so that they come back as dates."""
    if value is GONE:
        return None
    return json.dumps(value, ensure_ascii=False, default=_date_out, sort_keys=False)


def read_value(kept: str | None) -> Any:
    """The value that was kept."""
    return GONE if kept is None else json.loads(kept, object_hook=_date_in)


def _date_out(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(f"No value of a source file: {value!r}")


def _date_in(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found["$date"]) if set(found) == {"$date"} else found
