"""Received open referral data as a list like any other: compared row by row, ticked one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.hours.statements import Basis, Hours, Statement
from desktop_app.domain.services.service import Line, Service
from desktop_app.exchange.cell_text.hours_text import HoursReading, written
from desktop_app.exchange.proposal.columns import Field
from desktop_app.exchange.proposal.compare import held_against
from desktop_app.exchange.proposal.list_entries import ListEntry
from desktop_app.exchange.proposal.register import Register
from desktop_app.exchange.proposal.rows import Proposal
from desktop_app.exchange.referral.received import ReceivedLine, ReceivedService
from desktop_app.exchange.referral.settled_hours import settled_hours

SEVERAL = "Several statements of its hours: compare them by hand."
FROM_A_DAY = "Hours that hold from {}: put them in by hand."
OTHER_DATES = "Its hours of single dates ({}) are not taken over: put them in by hand."
KEPT = "The hours are not given: they stay as they are."
ASSURED = (
    "Whatever the file says of its own checks: an import never says that a number was checked."
)


def compare_received(
    file: str, received: Sequence[ReceivedService], services: Sequence[Service]
) -> Proposal:
    """What the data would change in the directory; nothing is written."""
    by_id = {service.id: service for service in services}
    entries = [
        entry
        for number, each in enumerate(received, start=1)
        for entry in _entries(each, by_id.get(each.service_id), number)
    ]
    return held_against(file, entries, Register(services), (ASSURED,), {})


def _entries(service: ReceivedService, ours: Service | None, number: int) -> Iterator[ListEntry]:
    lines = {line.id: line for line in ours.lines} if ours else {}
    hours = settled_hours(service.lines, lines)
    for line in service.lines:
        known = lines.get(line.line_id)
        same = known is not None and _told(known.hours) == _told(hours[line.line_id])
        reading = HoursReading() if same else _hours(line)
        entry = _entry(service, line, known, reading)
        yield replace(entry, place=f"service {number}, {line.label or 'a number'}")


def _entry(
    service: ReceivedService, line: ReceivedLine, ours: Line | None, hours: HoursReading
) -> ListEntry:
    words = {
        Field.SERVICE: service.name,
        Field.ORGANISATION: service.organisation,
        Field.LABEL: line.label,
        Field.EMAIL: service.email,
        Field.WEB: service.web,
    }
    if ours is not None:  # a record of ours, of a service that is still there
        words |= {Field.SERVICE_ID: line.service_id, Field.LINE_ID: line.line_id}
    if line.kind is not None:
        words[Field.KIND] = str(line.kind)
    doubts = list(line.troubles)
    if line.exceptions and (ours is None or set(line.exceptions) != _exceptions(ours)):
        dates = ", ".join(each.day.isoformat() for each in line.exceptions)
        doubts.append(OTHER_DATES.format(dates))
    return ListEntry(
        place="",
        words={field: told for field, told in words.items() if told},
        number=line.number,
        hours=hours,
        doubts=tuple(doubts),
    )


def _exceptions(line: Line) -> set[object]:
    return {type(each)(each.day, each.spans, None, each.note) for each in line.hours.exceptions}


def _hours(line: ReceivedLine) -> HoursReading:
    """The hours as a cell of a list would give them; several claims only where they are new."""
    if line.troubles:
        return HoursReading(trouble=line.troubles[0])
    if not line.claims:
        return HoursReading(gap="" if line.assumed or line.outside else KEPT)
    if len(line.claims) > 1 or line.assumed or line.outside:
        return HoursReading(trouble=SEVERAL)
    return _one_claim(line.claims[0])


def _one_claim(first: Statement) -> HoursReading:
    if first.valid_from:
        return HoursReading(trouble=FROM_A_DAY.format(first.valid_from.isoformat()))
    if first.basis is Basis.ALWAYS:
        return HoursReading(always=True)
    week = [tuple((span.opens, span.closes) for span in day) for day in first.week]
    return HoursReading(weekly=written(week), bank_holidays=first.bank_holidays)


def _told(hours: Hours) -> object:
    """All that hours say, without the documents they were read in."""
    claims = [(c.basis, c.week, c.bank_holidays, c.valid_from) for c in hours.statements]
    return sorted(claims, key=repr), hours.outside_of is not None
