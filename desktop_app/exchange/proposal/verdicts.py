"""One entry of a list, in the place where it belongs, made a row that a steward can judge."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.hours.words import in_words
from desktop_app.domain.services.dialling import NEVER_BY_CODE
from desktop_app.domain.services.service import Line, Service, Standing
from desktop_app.exchange.cell_text.phone_text import Spoken
from desktop_app.exchange.proposal.columns import Field
from desktop_app.exchange.proposal.differences import (
    differences,
    hours_value,
    says_anything,
    spoken_note,
    stated,
)
from desktop_app.exchange.proposal.line_matches import LineMatch
from desktop_app.exchange.proposal.list_entries import ListEntry
from desktop_app.exchange.proposal.near_numbers import typo_apart
from desktop_app.exchange.proposal.register import Register, kind_meant, names_of
from desktop_app.exchange.proposal.rows import FactDifference, ProposedRow, Verdict

SAME = "Nothing changes."
CHANGES = "Would change {}."
NEW_LINE = "A number “{}” does not have yet."
NEW_SERVICE = (
    "No service of the directory has this name or number. Add it as a service of its own: it needs "
    "an area and a sentence that says what it is for. The list gives {}."
)
NEEDS_KIND = " Say in a column “kind” what kind of line it is; then it can be taken."
ANOTHERS = "{} is the number of {} in the directory."
EMERGENCY = "{} reaches the emergency services: no other line gets that number."
TYPO = "It differs from {} as a slip of the hand does: ring it before you take it."
DISPUTED = "Sources disagree about this number already."
OTHER_NAME = "The list calls it “{}”, the directory “{}”."
MISSING = "Not in the list. Nothing changes by that: ask whether {} is still in use."


class PlacedEntry(NamedTuple):
    """An entry and where one number of it belongs."""

    entry: ListEntry
    spot: LineMatch


def row_of(placed: PlacedEntry, register: Register) -> ProposedRow:
    """What this entry would change, with a sentence; never written by being looked at."""
    entry, spot = placed
    if spot.trouble or spot.spoken is None:
        return _row(placed, Verdict.UNREADABLE, spot.trouble, doubts=entry.doubts)
    has_it = spot.line is not None and spot.line.number == spot.spoken.dialled
    if spot.spoken.dialled in NEVER_BY_CODE and not has_it:
        sentence = EMERGENCY.format(spot.spoken.display)
        return _row(placed, Verdict.UNREADABLE, sentence, doubts=entry.doubts)
    if spot.service is None:
        sentence = NEW_SERVICE.format(spot.spoken.display)
        doubts = tuple(_doubts(placed, register))
        return _row(placed, Verdict.NEW, sentence, doubts=doubts)
    if spot.line is None:
        return _new_line(placed, spot.service, spot.spoken, register)
    return _compared(placed, (spot.service, spot.line), spot.spoken, register)


def missing_row(service: Service, line: Line) -> ProposedRow:
    """A line of the directory that the list should have and has not."""
    return ProposedRow(
        key=0,
        place="",
        verdict=Verdict.MISSING,
        sentence=MISSING.format(line.display),
        service=service.name,
        service_id=service.id,
        line_id=line.id,
    )


def _compared(
    placed: PlacedEntry, known: tuple[Service, Line], spoken: Spoken, register: Register
) -> ProposedRow:
    entry = placed.entry
    found = differences(*known, entry, spoken)
    doubts = tuple(_doubts(placed, register))
    hours = entry.hours
    if found:
        fields = dict.fromkeys(each.field for each in found if each.field != "verified")
        unread = (hours.trouble,) if hours is not None and hours.trouble else ()
        sentence = CHANGES.format(" and ".join(fields).replace("_", " "))
        return _row(placed, Verdict.CHANGED, sentence, found, (*doubts, *unread))
    if hours is not None and hours.trouble:
        return _row(placed, Verdict.UNREADABLE, hours.trouble, doubts=doubts)
    gap = f" {hours.gap}" if hours is not None and hours.gap else ""
    return _row(placed, Verdict.UNCHANGED, SAME + gap, doubts=doubts)


def _new_line(
    placed: PlacedEntry, service: Service, spoken: Spoken, register: Register
) -> ProposedRow:
    entry, kind = placed.entry, kind_meant(placed.entry)
    label = entry.said(Field.LABEL) or entry.said(Field.SERVICE) or service.name
    hours = entry.hours if says_anything(entry.hours) else None
    value: dict[str, object] = {
        "id": _line_id(service, kind or "line"),
        "kind": str(kind),
        "label": label,
        "number": spoken.display,
        "hours": hours_value(hours) if hours is not None else "not_published",
    }
    note = spoken_note(spoken)
    if note:
        value["note"] = note
    after = f"{label}: {spoken.display}"
    if hours is not None:
        after = f"{after}, {in_words(stated(hours))}"
    told = FactDifference(field="lines", before="", after=after, value=value if kind else None)
    sentence = NEW_LINE.format(service.name) + ("" if kind else NEEDS_KIND)
    return _row(placed, Verdict.NEW, sentence, (told,), tuple(_doubts(placed, register)))


def _line_id(service: Service, kind: str) -> str:
    wanted = re.sub(r"[^a-z0-9]+", "-", kind.lower())
    taken = {line.id for line in service.lines}
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _row(
    placed: PlacedEntry,
    verdict: Verdict,
    sentence: str,
    found: tuple[FactDifference, ...] = (),
    doubts: tuple[str, ...] = (),
) -> ProposedRow:
    entry, spot = placed
    named = spot.service.name if spot.service else entry.said(Field.SERVICE)
    return ProposedRow(
        key=0,
        place=entry.place,
        verdict=verdict,
        sentence=sentence,
        service=named,
        service_id=spot.service.id if spot.service else "",
        line_id=spot.line.id if spot.line else "",
        differences=found,
        doubts=doubts,
    )


def _doubts(placed: PlacedEntry, register: Register) -> Iterator[str]:
    entry, spot = placed
    yield from entry.doubts
    yield from entry.number.repairs
    if spot.spoken is None:
        return
    line, spoken = spot.line, spot.spoken
    if line is None or line.number != spoken.dialled:
        holders = [s for s, _ in register.with_number(spoken.dialled) if s is not spot.service]
        if holders:
            yield ANOTHERS.format(spoken.display, names_of(dict.fromkeys(holders)))
    if line is not None:
        digits = spoken.dialled.replace("+44", "0", 1)
        if typo_apart(digits, line.digits):
            yield TYPO.format(line.display)
        if line.standing is Standing.DISPUTED and line.number != spoken.dialled:
            yield DISPUTED
    yield from _other_name(entry, spot, register)


def _other_name(entry: ListEntry, spot: LineMatch, register: Register) -> Iterator[str]:
    told = entry.said(Field.SERVICE)
    if spot.service is None or not told or entry.said(Field.SERVICE_ID):
        return
    if spot.service not in register.named(entry):
        yield OTHER_NAME.format(told, spot.service.name)
