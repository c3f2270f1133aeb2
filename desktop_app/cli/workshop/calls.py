"""The ring list in a terminal, and what was heard."""

import argparse

from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.domain.hours.dates import date_words
from desktop_app.workshop.call_ledger import Hearing, Result
from desktop_app.workshop.ring import Answer, RingReason, ToRing, record, to_ring
from desktop_app.workshop.work_file import WorkFile

WHY = {
    RingReason.REPORTED: "reported as failed",
    RingReason.NEVER: "never checked",
    RingReason.RED: "checked too long ago",
    RingReason.AMBER: "due again",
    RingReason.FRESH: "checked lately",
}
NOT_HEARD = "“{}” is not a fact a call can bear out. Facts: number, hours, name."


def ring(options: argparse.Namespace) -> int:
    """Print the numbers to ring, in their order."""
    with WorkFile.open(options.work, read_only=True) as work:
        due = to_ring(work, SystemClock().now().date())
    for each in due:
        print(_told(each))
    print(f"{len(due)} number{'' if len(due) == 1 else 's'} to ring.")
    return 0


def keep(options: argparse.Namespace) -> int:
    """Keep what was heard of one number."""
    answer = Answer(
        number=options.number,
        result=Result(options.result),
        heard=frozenset(_heard(part) for part in options.heard.split(",") if part.strip()),
        other=options.other,
        note=options.note,
    )
    with WorkFile.open(options.work) as work:
        call = record(work, answer, by=options.by, at=SystemClock().now())
    said = "It is verified on every line." if call.act else "No fact was changed."
    print(f"Kept as call {call.id}. {said}")
    return 0


def _heard(part: str) -> Hearing:
    try:
        return Hearing(part.strip())
    except ValueError:
        raise PlainError(NOT_HEARD.format(part.strip())) from None


def _told(each: ToRing) -> str:
    checked = f", last on {date_words(each.checked)}" if each.checked else ""
    last = f"; last call: {each.last.result}" if each.last else ""
    answers = "; ".join(each.greetings)
    return f"{each.display}  {WHY[each.why]}{checked}{last}  should answer: {answers}"
