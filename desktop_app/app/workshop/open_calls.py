"""The calls of a working file as the window's page asks for them, and what each call leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.window_errors import window_errors
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.words import in_words
from desktop_app.domain.practice.failed_number import WORDS as REPORTED_WORDS
from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.ui.workshop.calls.ring_list import (
    Came,
    HeardCall,
    KeptCall,
    Lead,
    LedgerLine,
    RingCard,
)
from desktop_app.ui.workshop.working_copy import NewDocument, Place
from desktop_app.workshop import ring
from desktop_app.workshop.call_ledger import Hearing, LedgerCall, Result, calls
from desktop_app.workshop.lines import digits_of
from desktop_app.workshop.ring import (
    Answer,
    CallRequest,
    RingReason,
    ToRing,
    every_number_to_ring,
    record,
)
from desktop_app.workshop.work_file import WorkFile

WHY = {
    RingReason.REPORTED: "A desk could not get through",
    RingReason.NEVER: "Never checked",
    RingReason.RED: "Checked too long ago, on {}",
    RingReason.AMBER: "Due again: checked on {}",
    RingReason.FRESH: "Checked on {}",
}
CAME = {
    Result.MATCHES: "It matches",
    Result.ANOTHER_NAME: "Another name answered",
    Result.MOVED: "It has moved",
    Result.RECORDED: "A recorded message",
    Result.NO_ANSWER: "Nobody answered",
    Result.NOT_IN_USE: "Not in use",
}
OTHER_HOURS = "Other hours"
HEARD = {Hearing.NUMBER: "number", Hearing.HOURS: "hours", Hearing.NAME: "name"}
CHECKED = "{}: checked on {}."
ONE, SEVERAL = "its one line", "all {} lines that have it"
KEPT = "{}: kept as “{}”. No fact was changed."
NOT_CHECKED = "{}: kept. The number itself was not heard, so it is not checked."
ASKED = "{}: {}{}."
LAST = "Last call, {}: {}"
CALL = "Call to {}"


class OpenCalls:
    """The ring list over an open working file; `copy` gives its sources as they are now."""

    def __init__(
        self, work: WorkFile, by: str, now: Callable[[], datetime], copy: Callable[[], ReadCopy]
    ) -> None:
        self._work, self._by, self._now, self._copy = work, by, now, copy

    def cards(self) -> Sequence[RingCard]:
        """Every number that may be rung; none while something stops the compile."""
        copy = self._copy()
        if copy.contents is None:
            return ()
        return [_card(each) for each in self._listed(copy)]

    def ledger(self) -> Sequence[LedgerLine]:
        """Every call, newest first."""
        shown = {digits_of(each.display): each.display for each in self._shown()}
        return [_line(call, shown) for call in reversed(calls(self._work))]

    def keep(self, heard: HeardCall) -> KeptCall:
        """Keep what was heard; the number is checked on every line only where it was heard."""
        hours = heard.came is Came.OTHER_HOURS
        answer = Answer(
            number=heard.number,
            result=Result.MATCHES if hours else Result(heard.came),
            heard=frozenset(Hearing(fact) for fact in heard.facts),
            other="" if hours else heard.words,
            note=f"{OTHER_HOURS}: {heard.words}" if hours else "",
        )
        known = next((e for e in self._listed(self._copy()) if e.display == heard.number), None)
        with window_errors():
            call = record(self._work, answer, by=self._by, at=self._now())
        lines = len(known.lines) if known else 1
        return KeptCall(_kept(heard, call, lines), self._leads(heard, known))

    def take_back(self) -> str:
        """Take back the last call and the check it set; gives its number."""
        with window_errors():
            call = ring.take_back(self._work, by=self._by, at=self._now())
        shown = {digits_of(each.display): each.display for each in self._shown()}
        return shown.get(call.number, call.number)

    def _listed(self, copy: ReadCopy) -> list[ToRing]:
        if copy.contents is None:
            return []
        return every_number_to_ring(self._work, self._now().date(), copy.contents)

    def _shown(self) -> list[ToRing]:
        return self._listed(self._copy())

    def _leads(self, heard: HeardCall, known: ToRing | None) -> tuple[Lead, ...]:
        """What to change where the call was no match, the likeliest first."""
        if known is None or heard.came is Came.MATCHES:
            return ()
        service, line = known.lines[0]
        place = self._place(service.id, line.id)
        if not place:
            return ()
        day = date_words(self._now().date())
        document = NewDocument(CALL.format(heard.number), service.organisation, day)

        def lead(words: str, key: str, value: str | None = None) -> Lead:
            return Lead(words, service.id, (*place, key), value, document)

        number = lead("Change the number", "number")
        hours = lead("Change the hours", "hours")
        return {
            Came.MOVED: (lead(f"Change the number to {heard.words}", "number", heard.words),),
            Came.ANOTHER_NAME: (number, lead("Change who answers", "label")),
            Came.RECORDED: (hours, number),
            Came.NO_ANSWER: (hours, number),
            Came.NOT_IN_USE: (number, lead("Say that it was replaced", "standing")),
            Came.OTHER_HOURS: (hours,),
        }[heard.came]

    def _place(self, service: str, line: str) -> Place:
        """Where a line stands, as the sheet of its service names it."""
        draft = self._copy().drafts.get(service)
        for at, entry in enumerate(draft.entry.lines if draft else ()):
            if draft is not None and entry.id == line:
                return (*draft.place, "lines", at)
        return ()


def _card(each: ToRing) -> RingCard:
    checked = date_words(each.checked) if each.checked else ""
    hours = dict.fromkeys(in_words(line.hours) for _, line in each.lines)
    return RingCard(
        number=each.display,
        why=WHY[each.why].format(checked),
        greetings=each.greetings,
        hours=tuple(hours),
        due=each.why is not RingReason.FRESH,
        urgent=each.why is RingReason.REPORTED,
        asked=tuple(map(_asked, each.asked)),
        last=LAST.format(date_words(each.last.at.date()), _what(each.last)) if each.last else "",
    )


def _asked(asked: CallRequest) -> str:
    what = REPORTED_WORDS[WhatHappened(asked.what)] if asked.what in set(WhatHappened) else "Failed"
    day = date_words(datetime.fromisoformat(asked.at).date())
    return ASKED.format(day, what, f", told by {asked.practice}" if asked.practice else "")


def _what(call: LedgerCall) -> str:
    if call.result is not Result.MATCHES:
        return CAME[call.result]
    heard = ", ".join(words for fact, words in HEARD.items() if fact in call.heard)
    return f"{CAME[call.result]} ({heard})"


def _line(call: LedgerCall, shown: dict[str, str]) -> LedgerLine:
    return LedgerLine(
        at=call.at,
        by=call.by,
        number=shown.get(call.number, call.number),
        what=_what(call),
        words=call.other or call.note,
        taken_back=call.taken_back,
    )


def _kept(heard: HeardCall, call: LedgerCall, lines: int) -> str:
    if call.act:
        return CHECKED.format(heard.number, ONE if lines == 1 else SEVERAL.format(lines))
    if call.result is Result.MATCHES:
        return NOT_CHECKED.format(heard.number)
    return KEPT.format(heard.number, CAME[call.result])
