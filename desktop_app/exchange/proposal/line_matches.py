"""Which line of the directory an entry of a list is about, or why nobody can say."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.services.service import Line, Service, Standing
from desktop_app.exchange.cell_text.phone_text import EMPTY, Spoken
from desktop_app.exchange.proposal.columns import Field
from desktop_app.exchange.proposal.list_entries import ListEntry
from desktop_app.exchange.proposal.register import (
    Known,
    Register,
    lines_meant,
    names_a_line,
    names_of,
)

NO_ID = "No service of the directory has the id “{}”."
NO_LINE = "“{}” has no line with the id “{}”."
NO_NAME = "The row names no service, and the directory does not know the number."
SEVERAL = "“{}” may be {}. Write more of the name, or the id."
WHICH_LINE = "“{}” has several lines this may be ({}). Say which in a column “line”."
TWO_NUMBERS = "The cell holds {} numbers, and not all are known: give each a row of its own."
REPLACED = (
    "The directory holds {} as replaced. Ask which of the two is right before anything changes."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMatch:
    """Where an entry belongs: a line, a service without that line, or nowhere; or a trouble."""

    spoken: Spoken | None = None
    service: Service | None = None
    line: Line | None = None
    trouble: str = ""


def line_matches(entry: ListEntry, register: Register) -> tuple[LineMatch, ...]:
    """Where each number of an entry belongs."""
    if entry.number.trouble == EMPTY and _numberless(entry, register):
        return ()
    if entry.trouble or entry.number.trouble:
        told = entry.trouble or entry.number.trouble
        return (_about(entry, register, told),)
    numbers = entry.number.numbers
    found = tuple(_spot(entry, spoken, register) for spoken in numbers)
    if len(found) == 1 or all(_settled(each) for each in found):
        return found
    trouble = TWO_NUMBERS.format(len(found))
    return (_about(entry, register, trouble),)


def _numberless(entry: ListEntry, register: Register) -> bool:
    """Whether an entry without a number is about a service that has none."""
    service = register.by_id.get(entry.said(Field.SERVICE_ID))
    return service is not None and not service.lines


def _settled(spot: LineMatch) -> bool:
    """Whether the number is already that of the line it was put with."""
    return bool(spot.line and spot.spoken and spot.line.number == spot.spoken.dialled)


def _about(entry: ListEntry, register: Register, trouble: str) -> LineMatch:
    """A spot that cannot be read, with the service it is about where one can be named."""
    service = register.by_id.get(entry.said(Field.SERVICE_ID))
    named = register.named(entry)
    if service is None and len(named) == 1:
        (service,) = named
    line = None
    if service is not None:
        meant = lines_meant(service, entry)
        line = meant[0] if len(meant) == 1 else None
    return LineMatch(service=service, line=line, trouble=trouble)


def _spot(entry: ListEntry, spoken: Spoken, register: Register) -> LineMatch:
    service_id = entry.said(Field.SERVICE_ID)
    if service_id:
        return _by_id(entry, spoken, register)
    named = register.named(entry)
    holders = register.with_number(spoken.dialled)
    both = [known for known in holders if known[0] in named]
    if both:
        return _known(both, entry, spoken)
    if not named:
        return _unnamed(entry, spoken, holders)
    if len(named) > 1:
        trouble = SEVERAL.format(entry.said(Field.SERVICE), names_of(named))
        return LineMatch(spoken=spoken, trouble=trouble)
    return _line_of(named[0], entry, spoken)


def _by_id(entry: ListEntry, spoken: Spoken, register: Register) -> LineMatch:
    service = register.by_id.get(entry.said(Field.SERVICE_ID))
    if service is None:
        return LineMatch(spoken=spoken, trouble=NO_ID.format(entry.said(Field.SERVICE_ID)))
    line_id = entry.said(Field.LINE_ID)
    if not line_id:
        return _line_of(service, entry, spoken)
    line = next((line for line in service.lines if line.id == line_id), None)
    if line is None:
        return LineMatch(spoken=spoken, trouble=NO_LINE.format(service.name, line_id))
    return LineMatch(spoken=spoken, service=service, line=line)


def _known(both: Sequence[Known], entry: ListEntry, spoken: Spoken) -> LineMatch:
    """One of the named services has this number: the line that fits best."""
    service = both[0][0]
    meant = lines_meant(service, entry)
    fits = [known for known in both if known[1] in meant]
    if not fits and len(meant) == 1 and names_a_line(entry):
        return LineMatch(spoken=spoken, service=service, line=meant[0])
    fits = fits or list(both)
    in_use = [known for known in fits if known[1].standing is not Standing.SUPERSEDED]
    if not in_use:
        line = fits[0][1]
        return LineMatch(
            spoken=spoken, service=service, line=line, trouble=REPLACED.format(line.display)
        )
    return LineMatch(spoken=spoken, service=in_use[0][0], line=in_use[0][1])


def _unnamed(entry: ListEntry, spoken: Spoken, holders: Sequence[Known]) -> LineMatch:
    """No service of that name: the number says which one it is, or it is a new one."""
    if holders:
        return _known(holders, entry, spoken)
    if not entry.said(Field.SERVICE):
        return LineMatch(spoken=spoken, trouble=NO_NAME)
    return LineMatch(spoken=spoken)


def _line_of(service: Service, entry: ListEntry, spoken: Spoken) -> LineMatch:
    """The service is known and this number is not its own: the line it would become."""
    own = [line for line in service.lines if line.number == spoken.dialled]
    if own:
        return _known([(service, line) for line in own], entry, spoken)
    meant = lines_meant(service, entry)
    if len(meant) > 1:
        told = ", ".join(f"{line.label}: {line.display}" for line in meant)
        trouble = WHICH_LINE.format(service.name, told)
        return LineMatch(spoken=spoken, service=service, trouble=trouble)
    return LineMatch(spoken=spoken, service=service, line=meant[0] if meant else None)
