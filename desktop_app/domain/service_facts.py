"""Everything the directory knows of one service, in words, as its card shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar import UK
from desktop_app.domain.catalogue import Moment, area_words
from desktop_app.domain.directory import Directory, Term
from desktop_app.domain.hours import Openness, in_words
from desktop_app.domain.service import Citation, Line, LineKind, Service, ServiceStatus, Standing
from desktop_app.domain.service_row import label_of, line_states
from desktop_app.domain.trust import Age, number_age
from desktop_app.domain.wording import kind_words, standing_words

DO_NOT_RING = {LineKind.FAX: "Fax, no longer used: do not send anything here"}
STAFF_ONLY = "For professionals: do not hand this number to patients"
REFERENCE = "To know about, not a line to report harm to"
NO_LINES = "No phone number is published."


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One number and everything about it."""

    id: str
    number: str
    kind: str
    label: str
    usable: bool  # whether it may be rung at all; else it is shown struck out
    state: Openness | None
    state_words: str
    hours: str
    standing: str
    note: str
    age: Age
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
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
    def first_number(self) -> str:
        """The number to copy; empty where none can be rung."""
        return next((line.number for line in self.lines if line.usable), "")


def service_facts(service: Service, directory: Directory, moment: Moment) -> ServiceFacts:
    """Everything about a service at a moment, the line to ring now first."""
    return ServiceFacts(
        service.id,
        service.name,
        service.organisation,
        next(iter(_names(service.roles, directory.roles())), ""),
        area_words(service, directory.councils()),
        service.summary,
        _warnings(service),
        _lines(service, directory, moment),
        _reach(service),
        _facts(service, directory),
        service.notes,
        service.gaps,
        tuple((each.about, each.text, cited(each.sources, directory)) for each in service.disputes),
        cited(service.sources, directory),
    )


def cited(sources: Iterable[Citation], directory: Directory) -> tuple[str, ...]:
    """Each source with its date and what it says; an unknown one keeps its id."""
    told = []
    for source in sources:
        try:
            document = directory.document(source.document)
            name = f"{document.title}, {document.publisher} ({document.dated})"
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
    """Lines to ring by how likely they answer, then what must not be used."""
    desk = moment.desk()
    order = {Openness.OPEN: 0, Openness.UNKNOWN: 1, Openness.CLOSED: 2}
    today = moment.at.astimezone(UK).date()
    weighed = []
    for line in service.lines:
        reading = desk.look(line)
        written = line.kind in (LineKind.TEXT, LineKind.TEXTPHONE)
        weight = (not line.recommendable, written, reading.state is Openness.CLOSED)
        disputed = line.standing is Standing.DISPUTED
        words = line_states(line, reading, moment)[0]
        facts = _line(line, reading.state, words, directory, today)
        weighed.append(((*weight, disputed, order[reading.state]), facts))
    return tuple(facts for _, facts in sorted(weighed, key=lambda pair: pair[0]))


def _line(line: Line, state: Openness, words: str, directory: Directory, today: date) -> LineFacts:
    checked = line.verified.on if line.verified else None
    night = line.kind is LineKind.OUT_OF_HOURS
    usable = line.recommendable
    return LineFacts(
        line.id,
        line.display,
        kind_words(line.kind),
        line.label,
        usable,
        state if usable else None,
        words if usable else "",
        in_words(line.hours) if usable else "",
        DO_NOT_RING.get(line.kind) or standing_words(line.standing),
        line.note,
        number_age(checked, today, out_of_hours=night),
        cited(line.sources, directory),
    )


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
