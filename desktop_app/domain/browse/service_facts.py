"""Everything the directory knows of one service, in words, as its card shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.browse.catalogue import Moment, area_words, ranked_lines
from desktop_app.domain.browse.service_row import label_of, line_states
from desktop_app.domain.browse.week_hours import DayHours, coming_holidays, coming_week
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Badge, OpeningStatus, in_words
from desktop_app.domain.services.dialling import keyed_next, number_to_dial
from desktop_app.domain.services.directory import Directory, Term
from desktop_app.domain.services.service import Citation, Line, LineKind, Service, ServiceStatus
from desktop_app.domain.services.trust import Age, number_age
from desktop_app.domain.services.wording import kind_words, standing_words

DO_NOT_RING = {LineKind.FAX: "Fax, no longer used: do not send anything here"}
STAFF_ONLY = "For professionals: do not hand this number to patients"
REFERENCE = "To know about, not a line to report harm to"
NO_LINES = "No phone number is published."


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """One number and everything about it."""

    id: str
    number: str
    kind: str
    label: str
    usable: bool  # whether it may be rung at all; else it is shown struck out
    state: Badge | None
    state_words: str
    hours: str
    standing: str
    note: str
    age: Age
    sources: tuple[str, ...]
    source: str  # the first of them in a few words
    dialled: str = ""  # what a code dials; empty where none may
    week: tuple[DayHours, ...] = ()  # today and the six days after it
    keyed: str = ""  # what follows the number: "press 2"
    holidays: tuple[str, ...] = ()  # the bank holidays of the coming fortnight, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFacts:
    """One service in words. `facts` are headings with their text, `remarks` lists by heading."""

    service_id: str
    name: str
    organisation: str
    part: str
    area: str
    summary: str
    warnings: tuple[str, ...]
    lines: tuple[LineFacts, ...]
    reach: tuple[tuple[str, str, str], ...]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    gaps: tuple[str, ...]
    disputes: tuple[tuple[str, str, tuple[str, ...]], ...]
    sources: tuple[str, ...]

    @property
    def all_sources(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Where every fact comes from: of each number under the number, then of the service."""
        numbers = [(line.number, line.sources) for line in self.lines if line.sources]
        return (*numbers, ("The service itself", self.sources)) if self.sources else tuple(numbers)

    @property
    def first_number(self) -> str:
        """The number to copy; empty where none can be rung."""
        return next((line.number for line in self.lines if line.usable), "")


def service_facts(service: Service, directory: Directory, moment: Moment) -> ServiceFacts:
    """Everything about a service at a moment, the line to ring now first."""
    return ServiceFacts(
        service_id=service.id,
        name=service.name,
        organisation=service.organisation,
        part=next(iter(_names(service.roles, directory.roles())), ""),
        area=area_words(service, directory.councils()),
        summary=service.summary,
        warnings=_warnings(service),
        lines=_lines(service, directory, moment),
        reach=_reach(service),
        facts=_facts(service, directory),
        notes=service.notes,
        gaps=service.gaps,
        disputes=tuple(
            (each.about, each.text, cited(each.sources, directory)) for each in service.disputes
        ),
        sources=cited(service.sources, directory),
    )


def cited(sources: Iterable[Citation], directory: Directory) -> tuple[str, ...]:
    """Each source with its date and what it says; an unknown one keeps its id."""
    told = []
    for source in sources:
        try:
            document = directory.document(source.document)
            name = f"{document.title}. {document.publisher}, {document.dated}"
        except KeyError:
            name = source.document
        told.append(f"{name}: {source.states}" if source.states else name)
    return tuple(told)


def _warnings(service: Service) -> tuple[str, ...]:
    reference = service.status is ServiceStatus.REFERENCE and service.lines
    told = (
        label_of(service),
        STAFF_ONLY if service.staff_only else "",
        REFERENCE if reference else "",
    )
    return tuple(each for each in told if each)


def _lines(service: Service, directory: Directory, moment: Moment) -> tuple[LineFacts, ...]:
    """Lines to ring in the order a list would offer them, then what must not be used."""
    context = moment.context(service)
    offered = [found.line.id for found in ranked_lines(service, context)]
    today = moment.at.astimezone(UK).date()
    rest = sorted(
        (line for line in service.lines if line.id not in offered),
        key=lambda line: not line.recommendable,
    )
    spoken = [line for key in offered for line in service.lines if line.id == key]
    return tuple(
        _line(line, context.status_of(line), moment, directory, today) for line in (*spoken, *rest)
    )


def _line(
    line: Line, reading: OpeningStatus, moment: Moment, directory: Directory, today: date
) -> LineFacts:
    checked = line.verified.on if line.verified else None
    night = line.kind is LineKind.OUT_OF_HOURS
    usable = line.recommendable
    return LineFacts(
        id=line.id,
        number=line.display,
        kind=kind_words(line.kind),
        label=line.label,
        usable=usable,
        state=reading.badge if usable else None,
        state_words=line_states(reading, moment)[0] if usable else "",
        hours=in_words(line.hours) if usable else "",
        standing=DO_NOT_RING.get(line.kind) or standing_words(line.standing),
        note=line.note,
        age=number_age(checked, today, out_of_hours=night),
        sources=cited(line.sources, directory),
        source=_briefly(line.sources, directory),
        dialled=number_to_dial(line),
        keyed=keyed_next(line),
        week=coming_week(line.hours, moment.at, moment.days) if usable else (),
        holidays=coming_holidays(line.hours, moment.at, moment.days) if usable else (),
    )


def _briefly(sources: Sequence[Citation], directory: Directory) -> str:
    """Whose documents a number stands in: "Norfolk County Council and 3 other sources"."""
    if not sources:
        return "No source given"
    first, *others = (_publisher(source, directory) for source in sources)
    more = {0: "", 1: " and 1 other source"}.get(len(others), f" and {len(others)} other sources")
    return f"Number from {first}{more}"


def _publisher(source: Citation, directory: Directory) -> str:
    try:
        document = directory.document(source.document)
    except KeyError:
        return source.document
    return f"{document.publisher}, {document.year}" if document.year else document.publisher


def _reach(service: Service) -> tuple[tuple[str, str, str], ...]:
    """Ways to write to them: what it is, the address as text, what to know about it."""
    told = []
    for form in service.forms:
        kind = "Form professionals must send" if form.compulsory else "Form"
        where = " · ".join(part for part in (form.name, form.how, form.address) if part)
        told.append((kind, where, form.note))
    told += [("Email", each.text, each.note) for each in service.emails]
    told += [("Web", each.text, each.note) for each in service.web]
    return tuple(told)


def _facts(service: Service, directory: Directory) -> tuple[tuple[str, str], ...]:
    told = (
        ("Who it serves", ", ".join(_names(service.serves, directory.audiences()))),
        ("About", ", ".join(_names(service.topics, directory.topics()))),
        ("Languages, BSL and relay", service.languages),
        ("Cost of the call", service.cost),
        ("Also called", ", ".join(service.aliases)),
    )
    return tuple((heading, text) for heading, text in told if text)


def _names(ids: Iterable[str], terms: Sequence[Term]) -> list[str]:
    names = {term.id: term.name for term in terms}
    return [names.get(each, each.replace("_", " ")) for each in ids]
