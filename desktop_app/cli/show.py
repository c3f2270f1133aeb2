"""`who-to-call show`: everything the directory knows about one service."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from desktop_app.cli.opening import opened_directory
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.domain.decision.explain import certain_opening
from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.status import in_words, read
from desktop_app.domain.services.dialling import dialling_words
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Citation, Line, Service
from desktop_app.domain.services.wording import (
    checked_words,
    kind_words,
    standing_words,
    state_words,
)
from desktop_app.domain.text.quoted_text import quoted_short


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("show", help="everything known about one service")
    parser.add_argument("id", metavar="ID", help="as `search` prints it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the service; an id that does not exist is told plainly."""
    directory = opened_directory()
    service = _service(directory, options.id)
    print("\n".join(_lines(service, directory, SystemClock().now())))
    return 0


def _service(directory: Directory, service_id: str) -> Service:
    with suppress(KeyError):
        if service_id.isascii():  # every id is; anything else need not be looked up
            return directory.service(service_id)
    named = quoted_short(service_id)
    raise PlainError(f"No service is called “{named}”. Find its id with: who-to-call search TEXT")


def _lines(service: Service, directory: Directory, moment: datetime) -> Iterator[str]:
    yield service.name
    yield f"{service.organisation}. {service.summary}"
    if service.aliases:
        yield f"Also known as: {', '.join(service.aliases)}"
    for line in service.lines:
        yield from _line(line, moment, directory.bank_holidays())
    for form in service.forms:
        what = "Professionals must send" if form.compulsory else "Form"
        yield f"{what}: {form.name} ({form.how}) {form.address}".rstrip()
        yield from (f"      {note}" for note in (form.note,) if note)
    yield from (f"Email: {email.text} {email.note}".rstrip() for email in service.emails)
    yield from (f"Web: {web.text} {web.note}".rstrip() for web in service.web)
    yield from (f"Note: {note}" for note in service.notes)
    yield from (f"Not known: {gap}" for gap in service.gaps)
    yield from (f"Sources disagree: {dispute.text}" for dispute in service.disputes)
    yield from _sources(_cited(service), directory)


def _cited(service: Service) -> Iterator[Citation]:
    """Every citation, whichever fact of the service it stands behind."""
    yield from service.sources
    facts = (service.lines, service.forms, service.emails, service.web, service.disputes)
    for stated in facts:
        yield from (source for fact in stated for source in fact.sources)


def _line(line: Line, moment: datetime, days: BankHolidays) -> Iterator[str]:
    reading = read(line.hours, moment, days)
    state = state_words(reading, moment, certain_opening(reading))
    said = standing_words(line.standing) or state
    yield f"  {dialling_words(line)}   {line.label} · {kind_words(line.kind)} · {said}"
    yield f"      {in_words(line.hours)}. {checked_words(line)}."
    if line.note:
        yield f"      {line.note}"


def _sources(cited: Iterable[Citation], directory: Directory) -> Iterator[str]:
    for source in dict.fromkeys(cited):
        document = directory.document(source.document)
        at = f" ({document.address})" if document.address else ""
        yield f"Source: {document.title}, {document.dated}: {source.states}{at}"
