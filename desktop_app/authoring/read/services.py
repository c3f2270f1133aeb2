"""From what people wrote to the services of the domain, each entry turned once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.authoring.read.models import (
    AddressEntry,
    AlwaysHours,
    DisputeEntry,
    ExceptionEntry,
    FormEntry,
    LineEntry,
    OutsideHours,
    PublishedHours,
    ServiceEntry,
    SourceEntry,
)
from desktop_app.authoring.read.numbers import dialled
from desktop_app.authoring.read.weeks import read_day, read_week
from desktop_app.domain.hours.statements import Basis, DatedException, Hours, Statement, dated
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import (
    Address,
    Citation,
    Dispute,
    Form,
    Line,
    Service,
    Verification,
)

NATIONAL = "national"


class Stating(NamedTuple):
    """What turns stated hours into statements: the assumed weeks, and how old each document is."""

    assumed: Sequence[PublishedHours]
    years: Mapping[str, int | None]

    def statements(
        self, stated: str | AlwaysHours | Sequence[PublishedHours]
    ) -> tuple[Statement, ...]:
        """Each claim about the hours of a line, with the date of the document that makes it."""
        if isinstance(stated, AlwaysHours):
            day = self._dated(stated.document)
            return (Statement(Basis.ALWAYS, document=stated.document, dated=day),)
        if stated == "always":
            return (Statement(Basis.ALWAYS),)
        if stated == "not_published":
            return ()
        weeks = self.assumed if isinstance(stated, str) else stated
        return tuple(
            Statement(
                Basis(week.basis),
                read_week(week.weekly),
                week.bank_holidays,
                week.document,
                week.valid_from,
                self._dated(week.document),
            )
            for week in weeks
        )

    def _dated(self, document: str | None) -> date | None:
        return dated(self.years.get(document)) if document else None


def service_of(
    entry: ServiceEntry,
    organisation: str,
    assumed: Sequence[PublishedHours],
    years: Mapping[str, int | None],
    councils: Sequence[Council],
    *,
    made_up_allowed: bool = False,
) -> Service:
    """The service this entry describes; ValueError or KeyError when the checks were left out.

    `years` says which year each document is from; `councils` are those of the area.
    """
    national = NATIONAL in entry.areas
    return Service(
        id=entry.id,
        name=entry.name,
        organisation=organisation,
        summary=entry.summary,
        areas=frozenset(one.code for one in councils if national or one.slug in entry.areas),
        national=national,
        status=entry.status,
        staff_only=entry.staff_only,
        roles=tuple(entry.roles),
        rank=entry.rank,
        serves=tuple(entry.serves),
        topics=tuple(entry.topics),
        aliases=tuple(entry.aliases),
        lines=_lines(entry.lines, Stating(assumed, years), made_up_allowed),
        forms=tuple(_form(form) for form in entry.forms),
        emails=tuple(_address(address) for address in entry.emails),
        web=tuple(_address(address) for address in entry.web),
        cost=entry.cost,
        languages=entry.languages,
        notes=tuple(entry.notes),
        gaps=tuple(entry.gaps),
        disputes=tuple(_dispute(dispute) for dispute in entry.disputes),
        sources=citations(entry.sources),
    )


def citations(sources: Sequence[SourceEntry]) -> tuple[Citation, ...]:
    """The documents behind a fact, in the order they were given."""
    return tuple(Citation(source.document, source.states) for source in sources)


def _lines(
    entries: Sequence[LineEntry], stating: Stating, made_up_allowed: bool
) -> tuple[Line, ...]:
    """Every line; those that stand in for another get its hours, so the others come first."""
    hours: dict[str, Hours] = {}
    for entry in sorted(entries, key=lambda entry: isinstance(entry.hours, OutsideHours)):
        hours[entry.id] = _hours(entry, stating, hours)
    return tuple(
        Line(
            id=entry.id,
            kind=entry.kind,
            label=entry.label,
            number=dialled(entry.number, made_up_allowed=made_up_allowed),
            display=entry.number,
            hours=hours[entry.id],
            standing=entry.standing,
            note=entry.note,
            sources=citations(entry.sources),
            verified=_verification(entry),
            menu_option=entry.menu_option,
            extension=entry.extension,
        )
        for entry in entries
    )


def _verification(entry: LineEntry) -> Verification | None:
    checked = entry.verified
    return Verification(checked.on, checked.by, checked.how, checked.hours) if checked else None


def _hours(entry: LineEntry, stating: Stating, known: Mapping[str, Hours]) -> Hours:
    exceptions = tuple(_exception(exception) for exception in entry.exceptions)
    stated = entry.hours
    if isinstance(stated, OutsideHours):
        return Hours(stating.statements(stated.stated), exceptions, known[stated.outside])
    return Hours(stating.statements(stated), exceptions)


def _exception(entry: ExceptionEntry) -> DatedException:
    spans = read_day(entry.open) if entry.open else ()
    return DatedException(entry.date, spans, entry.document, entry.note)


def _form(entry: FormEntry) -> Form:
    return Form(
        entry.name,
        entry.how,
        entry.compulsory,
        entry.address,
        entry.note,
        citations(entry.sources),
    )


def _address(entry: AddressEntry) -> Address:
    return Address(entry.address, entry.note, citations(entry.sources))


def _dispute(entry: DisputeEntry) -> Dispute:
    return Dispute(entry.about, entry.text, citations(entry.sources))
