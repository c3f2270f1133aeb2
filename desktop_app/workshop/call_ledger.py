"""The ledger of calls: every call that was made, by whom, what was heard, and what it changed.

It only ever grows. A call kept by a slip of the finger is taken back by a row of its own, which
names it; a call that was taken back counts for nothing, and both stay to be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.transaction import Transaction
from desktop_app.workshop.work_file import WorkFile

TAKEN_BACK = "taken_back"
"""What a row says that takes another back: its origin stands in `other`."""


class Result(StrEnum):
    """What somebody heard who rang a number; the order is that of the keys 1 to 6."""

    MATCHES = "matches"
    ANOTHER_NAME = "another_name"
    MOVED = "moved"
    RECORDED = "recorded"
    NO_ANSWER = "no_answer"
    NOT_IN_USE = "not_in_use"


class Hearing(StrEnum):
    """Which facts a call that matches bears out."""

    NUMBER = "number"
    HOURS = "hours"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCall:
    """One row of the ledger."""

    id: int
    at: datetime
    by: str
    number: str
    result: Result
    heard: tuple[Hearing, ...]
    other: str
    note: str
    act: int
    origin: str
    taken_back: bool = False


def calls(work: WorkFile) -> list[LedgerCall]:
    """The whole ledger, oldest first; a call that was taken back says so."""
    rows = [_said(row) for row in work.rows(f"SELECT {_COLUMNS} FROM ring ORDER BY id")]
    gone = {row["other"] for row in rows if row["result"] == TAKEN_BACK}
    made = [_call(row) for row in rows if row["result"] != TAKEN_BACK]
    return [replace(call, taken_back=call.origin in gone) for call in made]


def latest_calls(work: WorkFile) -> dict[str, LedgerCall]:
    """The last call of each number that was not taken back, by its digits."""
    return {call.number: call for call in calls(work) if not call.taken_back}


def kept(change: Transaction, row: Mapping[str, object]) -> LedgerCall:
    """Write a call within a change; `row` says everything but its id and its origin."""
    whole = {**row, "id": change.next_number("ring", "id"), "origin": uuid4().hex}
    change.put("ring", whole)
    return _call(whole)


def keep_taken_back(change: Transaction, call: LedgerCall, by: str, at: datetime) -> None:
    """Write that a call does not count."""
    row = {"id": change.next_number("ring", "id"), "origin": uuid4().hex, "other": call.origin}
    when = {"at": at.isoformat(), "day": at.date().isoformat(), "by": by, "number": call.number}
    change.put("ring", {**row, **when, "result": TAKEN_BACK, "heard": "[]", "note": "", "act": 0})


_COLUMNS = ", ".join(f'"{column}"' for column in TABLES["ring"])


def _said(row: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(TABLES["ring"], row, strict=True))


def _call(said: Mapping[str, Any]) -> LedgerCall:
    return LedgerCall(
        id=said["id"],
        at=datetime.fromisoformat(said["at"]),
        by=said["by"],
        number=said["number"],
        result=Result(said["result"]),
        heard=tuple(Hearing(each) for each in json.loads(said["heard"])),
        other=said["other"],
        note=said["note"],
        act=said["act"],
        origin=said["origin"],
    )
