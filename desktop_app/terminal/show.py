"""`who-to-call show`: everything the directory knows about one service."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import datetime

from desktop_app.clock import SystemClock
from desktop_app.domain.calendar import BankHolidays
from desktop_app.domain.directory import Directory
from desktop_app.domain.hours import in_words, next_opening, read
from desktop_app.domain.service import Citation, Line, Service
from desktop_app.domain.wording import (
    checked_words,
    kind_words,
    standing_words,
    state_words,
)
from desktop_app.terminal.opening import opened_directory
from desktop_app.terminal.plain_parser import PlainError


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("show", help="everything known about one service")
    parser.add_argument("id", metavar="ID", help="as `search` prints it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the service; an id that does not exist is told plainly."""
    directory = opened_directory()
    try:
        service = directory.service(options.id)
    except KeyError:
        raise PlainError(
            f"No service is called “{options.id}”. Find its id with: who-to-call search TEXT"
        ) from None
    print("\n".join(_lines(service, directory, SystemClock().now())))
    return 0


def _lines(service: Service, directory: Directory, moment: datetime) -> Iterator[str]:
    yield service.name
    yield f"{service.organisation}. {service.summary}"
    if service.aliases:
        yield f"Also known as: {', '.join(service.aliases)}"
    for line in service.lines:
        yield from _line(line, moment, directory.bank_holidays())
    yield from (f"Form: {form.name} ({form.how})" for form in service.forms)
    yield from (f"Email: {email.text} {email.note}".rstrip() for email in service.emails)
    yield from (f"Web: {web.text} {web.note}".rstrip() for web in service.web)
    yield from (f"Note: {note}" for note in service.notes)
    yield from (f"Not known: {gap}" for gap in service.gaps)
    yield from (f"Sources disagree: {dispute.text}" for dispute in service.disputes)
    cited = [*service.sources, *(source for line in service.lines for source in line.sources)]
    yield from _sources(cited, directory)


def _line(line: Line, moment: datetime, days: BankHolidays) -> Iterator[str]:
    reading = read(line.hours, moment, days)
    opening = next_opening(line.hours, moment, days)
    state = state_words(reading, moment, opening)
    said = standing_words(line.standing) or state
    yield f"  {line.display}   {line.label} · {kind_words(line.kind)} · {said}"
    yield f"      {in_words(line.hours)}. {checked_words(line)}."
    if line.note:
        yield f"      {line.note}"


def _sources(cited: Iterable[Citation], directory: Directory) -> Iterator[str]:
    for source in dict.fromkeys(cited):
        document = directory.document(source.document)
        yield f"Source: {document.title}, {document.dated}: {source.states}"
