"""The numbers somebody has to ring, in their order, and what was heard: the ledger of calls.

By number, not by line. Never offered: numbers whose kind or whose service's role says that nobody
rings them to try them (999, text lines, people in crisis); the vocabulary holds which roles.
Only the result “matches” verifies, on every line of that number, and only what was heard: the
number, its hours, and the name each apart. Everything else is kept and changes no fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.services.calls_owed import Pair, owed_calls
from desktop_app.domain.services.service import CheckedHow, LineKind
from desktop_app.domain.services.trust import Freshness, number_age
from desktop_app.workshop.checking import read_texts
from desktop_app.workshop.editing import Act, Said, act_of, planned, write_act
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import digits_of, lines_in
from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.work_file import Change, WorkFile
from desktop_app.workshop.yaml_edit import Edit

DUE_AFTER_DAYS = 90
NEVER_OFFERED = (
    "{} is never rung to try it, or no line in use has it. Ask the office behind it by mail."
)
NOTHING_HEARD = "Say what was heard: the number, its hours or its name."
SAY_OTHER = "Say which {} was heard instead."
ONLY_WITH_MATCHES = "What was heard is said of a call that matches. Choose “matches”, or leave it."


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


class Why(StrEnum):
    """Why a number stands in the list; the first that holds, in this order."""

    REPORTED = "reported"
    NEVER = "never"
    RED = "red"
    AMBER = "amber"


NEEDS_OTHER = {Result.ANOTHER_NAME: "name", Result.MOVED: "number"}
ORDER = tuple(Why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRing:
    """One number somebody has to ring: what the greeting should say, and what was heard before."""

    number: str
    display: str
    why: Why
    lines: tuple[Pair, ...]
    checked: date | None
    last: Call | None

    @property
    def greetings(self) -> tuple[str, ...]:
        """Who should answer: a name of each line, once each."""
        return tuple(dict.fromkeys(f"{s.name} ({line.label})" for s, line in self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is recorded of one call."""

    number: str
    result: Result
    heard: frozenset[Hearing] = frozenset()
    other: str = ""
    note: str = ""


def to_ring(work: WorkFile, today: date) -> list[ToRing]:
    """Every number that is due, reported ones first; the same file gives the same order."""
    contents = read_texts(work.texts, today)
    reported, calls = _reported(work), latest_calls(work)
    found = []
    for number, pairs in _owed(contents).items():
        digits = pairs[0][1].digits
        checked = max((x.verified.on for _, x in pairs if x.verified), default=None)
        last = calls.get(digits)
        why = _why(pairs, checked, today, reported.get(digits), last)
        if why is not None:
            found.append(
                ToRing(
                    number=number,
                    display=pairs[0][1].display,
                    why=why,
                    lines=pairs,
                    checked=checked,
                    last=last,
                )
            )
    return sorted(found, key=lambda each: ORDER.index(each.why))


def record(work: WorkFile, answer: Answer, *, by: str, at: datetime) -> Call:
    """Keep what was heard; a call that matches verifies what was heard of it, and nothing else."""
    _must_be_said(answer, by)
    before = work.texts
    contents = read_texts(before, at.date())
    digits = digits_of(answer.number)
    if digits not in {pairs[0][1].digits for pairs in _owed(contents).values()}:
        raise WorkshopError(NEVER_OFFERED.format(answer.number))
    act = _verifying(before, digits, answer, Said(by=by, at=at, why="Rang it"))
    with work.changing() as change:
        number = write_act(change, act) if act else 0
        return _kept(change, answer, digits, (by, at, number))


def calls(work: WorkFile) -> list[Call]:
    """The whole ledger, oldest first."""
    columns = ", ".join(f'"{column}"' for column in TABLES["ring"])
    return [_call(row) for row in work.rows(f"SELECT {columns} FROM ring ORDER BY id")]


def latest_calls(work: WorkFile) -> dict[str, Call]:
    """The last call of each number, by its digits."""
    return {call.number: call for call in calls(work)}


def _owed(contents: ReleaseContents) -> Mapping[str, tuple[Pair, ...]]:
    untried = {role.id for role in contents.vocabulary.roles if not role.test_calls}
    return owed_calls([service for _, service, _ in contents.services], untried)


def _why(
    pairs: Sequence[Pair],
    checked: date | None,
    today: date,
    reported: str | None,
    last: Call | None,
) -> Why | None:
    """The first reason there is to ring; nothing while the check is fresh."""
    heard = last.at.isoformat() if last else ""
    if reported is not None and reported > max(heard, checked.isoformat() if checked else ""):
        return Why.REPORTED
    night = any(line.kind is LineKind.OUT_OF_HOURS for _, line in pairs)
    age = number_age(checked, today, out_of_hours=night).freshness
    if age is Freshness.NEVER:
        return Why.NEVER
    if age is Freshness.RED:
        return Why.RED
    assert checked is not None
    return Why.AMBER if (today - checked).days >= DUE_AFTER_DAYS else None


def _reported(work: WorkFile) -> dict[str, str]:
    """When each number was last reported as failed, by its digits."""
    found: dict[str, str] = {}
    for number, at in work.rows("SELECT number, at FROM report WHERE state != 'done' ORDER BY at"):
        found[digits_of(str(number))] = str(at)
    return found


def _must_be_said(answer: Answer, by: str) -> None:
    if not by.strip():
        raise WorkshopError("Say who rang: every call carries a name.")
    if answer.result is Result.MATCHES and not answer.heard:
        raise WorkshopError(NOTHING_HEARD)
    if answer.result is not Result.MATCHES and answer.heard:
        raise WorkshopError(ONLY_WITH_MATCHES)
    needed = NEEDS_OTHER.get(answer.result)
    if needed and not answer.other.strip():
        raise WorkshopError(SAY_OTHER.format(needed))


def _verifying(before: Mapping[str, str], digits: str, answer: Answer, said: Said) -> Act | None:
    """The act that marks every line of a number as checked; none when the number was not heard."""
    if Hearing.NUMBER not in answer.heard:
        return None
    after, facts = planned(before, list(_checks(before, digits, answer, said)))
    return act_of(before, after, facts, said)


def _checks(texts: Mapping[str, str], digits: str, answer: Answer, said: Said) -> Iterator[Edit]:
    check: dict[str, Any] = {"on": said.at.date(), "by": said.by, "how": str(CheckedHow.RANG_IT)}
    if Hearing.HOURS not in answer.heard:
        check["hours"] = False
    for line in lines_in(texts):
        if line.digits == digits and not line.superseded and line.says.get("verified") != check:
            yield Edit(file=line.file, place=(*line.place, "verified"), value=check)


def _kept(change: Change, answer: Answer, digits: str, who: tuple[str, datetime, int]) -> Call:
    by, at, act = who
    row = {
        "id": change.next_number("ring", "id"),
        "at": at.isoformat(),
        "day": at.date().isoformat(),
        "by": by,
        "number": digits,
        "result": str(answer.result),
        "heard": json.dumps(sorted(answer.heard)),
        "other": answer.other,
        "note": answer.note,
        "act": act,
        "origin": uuid4().hex,
    }
    change.put("ring", row)
    return _call(tuple(row[column] for column in TABLES["ring"]))


def _call(row: Iterable[Any]) -> Call:
    said = dict(zip(TABLES["ring"], row, strict=True))
    return Call(
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
