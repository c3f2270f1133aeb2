"""The numbers somebody has to ring, in their order, and what was heard: the ledger of calls.

By number, not by line. Never offered: numbers whose kind or whose service's role says that nobody
rings them to try them (999, text lines, people in crisis); the vocabulary holds which roles.
Only the result “matches” verifies, on every line of that number, and only what was heard: the
number, its hours, and the name each apart. Everything else is kept and changes no fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.services.calls_owed import Pair, owed_calls
from desktop_app.domain.services.service import CheckedHow, LineKind
from desktop_app.domain.services.trust import Freshness, number_age
from desktop_app.workshop.call_ledger import (
    Hearing,
    LedgerCall,
    Result,
    calls,
    keep_taken_back,
    kept,
    latest_calls,
)
from desktop_app.workshop.checking import read_texts
from desktop_app.workshop.editing import Act, ChangeReason, act_of, planned, undo_within, write_act
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.history import undoable
from desktop_app.workshop.lines import digits_of, lines_in
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit

DUE_AFTER_DAYS = 90
NEVER_OFFERED = (
    "{} is never rung to try it, or no line in use has it. Ask the office behind it by mail."
)
NO_NAME = "Say who rang: every call carries a name."
NOTHING_HEARD = "Say what was heard: the number, its hours or its name."
SAY_OTHER = "Say which {} was heard instead."
NO_CALL = "There is no call to take back."
CHANGED_SINCE = (
    "Something was changed after that call. Take that back first (on the page “Changes”), "
    "then the call."
)
ONLY_WITH_MATCHES = "What was heard is said of a call that matches. Choose “matches”, or leave it."


class RingReason(StrEnum):
    """Why a number stands in the list; the first that holds, in this order."""

    REPORTED = "reported"
    NEVER = "never"
    RED = "red"
    AMBER = "amber"
    FRESH = "fresh"
    """Checked lately: only listed where every number is."""


NEEDS_OTHER = {Result.ANOTHER_NAME: "name", Result.MOVED: "number"}
ORDER = tuple(RingReason)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest:
    """Somebody's desk could not get through on a number, or asked for it to be rung."""

    at: str
    what: str
    practice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRing:
    """One number somebody has to ring: what the greeting should say, and what was heard before."""

    number: str
    display: str
    why: RingReason
    lines: tuple[Pair, ...]
    checked: date | None
    last: LedgerCall | None
    asked: tuple[CallRequest, ...] = ()
    """What was reported since somebody last rang it, oldest first."""

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
    return [each for each in every_number_to_ring(work, today) if each.why is not RingReason.FRESH]


def every_number_to_ring(
    work: WorkFile, today: date, contents: ReleaseContents | None = None
) -> list[ToRing]:
    """Every number that may be rung, due or not: the due ones first, in the order of `to_ring`.

    `contents` is what the file's texts make, where somebody has read them already.
    """
    contents = contents or read_texts(work.texts, today, work.readings)
    asked, last = _asked(work), latest_calls(work)
    found = []
    for number, pairs in _owed(contents).items():
        digits = pairs[0][1].digits
        checked = _oldest_check(pairs)
        since = _since(asked.get(digits, ()), checked, last.get(digits))
        found.append(
            ToRing(
                number=number,
                display=pairs[0][1].display,
                why=_why(pairs, checked, today, since),
                lines=pairs,
                checked=checked,
                last=last.get(digits),
                asked=since,
            )
        )
    return sorted(found, key=lambda each: ORDER.index(each.why))


def record(work: WorkFile, answer: Answer, *, by: str, at: datetime) -> LedgerCall:
    """Keep what was heard; a call that matches verifies what was heard of it, and nothing else."""
    _must_be_said(answer, by)
    before = work.texts
    contents = read_texts(before, at.date(), work.readings)
    digits = digits_of(answer.number)
    if digits not in {pairs[0][1].digits for pairs in _owed(contents).values()}:
        raise WorkshopError(NEVER_OFFERED.format(answer.number))
    act = _verifying(work, digits, answer, ChangeReason(by=by, at=at, why="Rang it"))
    row = {
        "at": at.isoformat(),
        "day": at.date().isoformat(),
        "by": by,
        "number": digits,
        "result": str(answer.result),
        "heard": json.dumps(sorted(answer.heard)),
        "other": answer.other,
        "note": answer.note,
    }
    with work.changing() as change:
        return kept(change, {**row, "act": write_act(change, act) if act else 0})


def take_back(work: WorkFile, *, by: str, at: datetime) -> LedgerCall:
    """Take back the last call, and the check it set, as one step; WorkshopError with none."""
    if not by.strip():
        raise WorkshopError(NO_NAME)
    standing = [call for call in calls(work) if not call.taken_back]
    if not standing:
        raise WorkshopError(NO_CALL)
    call, acts = standing[-1], undoable(work)
    checks = call.act in acts
    if checks and acts[-1] != call.act:
        raise WorkshopError(CHANGED_SINCE)
    with work.changing() as change:
        if checks:
            undo_within(change, work, ChangeReason(by=by, at=at))
        keep_taken_back(change, call, by, at)
    return call


def _owed(contents: ReleaseContents) -> Mapping[str, tuple[Pair, ...]]:
    untried = {role.id for role in contents.vocabulary.roles if not role.test_calls}
    return owed_calls([service for _, service, _ in contents.services], untried)


def _oldest_check(pairs: Sequence[Pair]) -> date | None:
    """When the line checked longest ago was checked; nothing while one of them never was."""
    days = [line.verified.on if line.verified else None for _, line in pairs]
    return None if None in days else min(day for day in days if day)


def _why(
    pairs: Sequence[Pair], checked: date | None, today: date, asked: Sequence[CallRequest]
) -> RingReason:
    """The first reason there is to ring."""
    if asked:
        return RingReason.REPORTED
    night = any(line.kind is LineKind.OUT_OF_HOURS for _, line in pairs)
    age = number_age(checked, today, out_of_hours=night).freshness
    if age is Freshness.NEVER:
        return RingReason.NEVER
    if age is Freshness.RED:
        return RingReason.RED
    assert checked is not None
    return RingReason.AMBER if (today - checked).days >= DUE_AFTER_DAYS else RingReason.FRESH


FAILED = "state != 'done' AND coalesce(what, '') != 'works'"
"""Reports that a number failed: what a practice found to work is nothing to ring about."""


def _asked(work: WorkFile) -> dict[str, tuple[CallRequest, ...]]:
    """What was reported of each number, by its digits, oldest first."""
    found: dict[str, tuple[CallRequest, ...]] = {}
    question = "SELECT number, at, what, practice FROM report WHERE {} ORDER BY at, id"
    for number, at, what, practice in work.rows(question.format(FAILED)):
        digits = digits_of(str(number))
        asked = CallRequest(at=str(at), what=str(what or ""), practice=str(practice or ""))
        found[digits] = (*found.get(digits, ()), asked)
    return found


def _since(
    asked: Sequence[CallRequest], checked: date | None, last: LedgerCall | None
) -> tuple[CallRequest, ...]:
    """What was reported after somebody last rang the number."""
    heard = max(last.at.isoformat() if last else "", checked.isoformat() if checked else "")
    return tuple(each for each in asked if each.at > heard)


def _must_be_said(answer: Answer, by: str) -> None:
    if not by.strip():
        raise WorkshopError(NO_NAME)
    if answer.result is Result.MATCHES and not answer.heard:
        raise WorkshopError(NOTHING_HEARD)
    if answer.result is not Result.MATCHES and answer.heard:
        raise WorkshopError(ONLY_WITH_MATCHES)
    needed = NEEDS_OTHER.get(answer.result)
    if needed and not answer.other.strip():
        raise WorkshopError(SAY_OTHER.format(needed))


def _verifying(work: WorkFile, digits: str, answer: Answer, said: ChangeReason) -> Act | None:
    """The act that marks every line of a number as checked; none when the number was not heard."""
    if Hearing.NUMBER not in answer.heard:
        return None
    before = work.texts
    after, facts = planned(before, list(_checks(before, digits, answer, said)))
    return act_of(before, after, facts, said, work.readings)


def _checks(
    texts: Mapping[str, str], digits: str, answer: Answer, said: ChangeReason
) -> Iterator[Edit]:
    check: dict[str, Any] = {"on": said.at.date(), "by": said.by, "how": str(CheckedHow.RANG_IT)}
    if Hearing.HOURS not in answer.heard:
        check["hours"] = False
    for line in lines_in(texts):
        if line.digits == digits and not line.superseded and line.says.get("verified") != check:
            yield Edit(file=line.file, place=(*line.place, "verified"), value=check)
