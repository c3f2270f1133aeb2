"""A service of a working copy as the workshop's form shows it: every fact, by words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.app.workshop.addresses import YES_NO, address_cards
from desktop_app.app.workshop.hours_form import shown_hours
from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.models import LineEntry, ServiceEntry, SourceEntry
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.words import in_words
from desktop_app.domain.services.service import Line, LineKind, Service, ServiceStatus, Standing
from desktop_app.domain.services.wording import kind_words
from desktop_app.ui.workshop.working_copy import (
    Choice,
    Fact,
    FactCard,
    FactSheet,
    Kind,
    ListedService,
    Place,
    Value,
)

STANDINGS = {
    Standing.IN_USE: "In use",
    Standing.DISPUTED: "Disputed: sources disagree",
    Standing.SUPERSEDED: "Replaced: never offered",
}
STATUSES = {
    ServiceStatus.IN_USE: "In use",
    ServiceStatus.UNCONFIRMED: "Nobody has confirmed it",
    ServiceStatus.REFERENCE: "To know about, not to ring",
}
NEVER, CHECKED = "never checked", "checked {} by {}"
ITSELF = "The service itself"
NATIONWIDE = "national"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChoices:
    """The words that ids stand for: what a form lets somebody choose from."""

    roles: tuple[Choice, ...]
    audiences: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    documents: Mapping[str, str]
    """By id: the title and date of a document."""


def row_of(draft: Draft, *, wrong: Sequence[str], changed: bool) -> ListedService:
    """One line of the list of services."""
    entry = draft.entry
    return ListedService(
        id=entry.id,
        name=entry.name,
        organisation=draft.organisation.name,
        numbers=tuple(line.number for line in entry.lines),
        wrong=tuple(wrong),
        unchecked=any(_owed(line) for line in entry.lines),
        changed=changed,
    )


def sheet_of(
    draft: Draft, service: Service | None, words: FormChoices, wrong: Sequence[str]
) -> FactSheet:
    """Everything about one service; `service` is the same compiled, where it could be."""
    entry, place = draft.entry, draft.place
    compiled = {line.id: line for line in service.lines} if service else {}
    lines = (
        _line_card(line, (*place, "lines", at), compiled.get(line.id), words)
        for at, line in enumerate(entry.lines)
    )
    return FactSheet(
        id=entry.id,
        name=entry.name,
        organisation=draft.organisation.name,
        file=draft.file.name,
        wrong=tuple(wrong),
        cards=(
            *lines,
            *address_cards(entry, place, words.documents),
            _itself(entry, place, words),
        ),
    )


def _line_card(
    line: LineEntry, place: Place, compiled: Line | None, words: FormChoices
) -> FactCard:
    checked = line.verified
    state = CHECKED.format(date_words(checked.on), checked.by) if checked else NEVER
    return FactCard(
        name=line.id,
        heading=line.label,
        facts=tuple(_line_facts(line, place, compiled, words)),
        state=state if _offered(line) else STANDINGS[line.standing],
        doubtful=_owed(line),
    )


def _line_facts(
    line: LineEntry, place: Place, compiled: Line | None, words: FormChoices
) -> Iterator[Fact]:
    stated = _stated(line.sources, words)
    hours = shown_hours(line)
    told = in_words(compiled.hours) if compiled else hours.way.value.replace("_", " ")
    said = _documents_of(line, words)
    yield Fact((*place, "number"), "Number", Kind.NUMBER, line.number, line.number, stated)
    yield Fact((*place, "hours"), "Hours", Kind.HOURS, hours, told, said)
    yield Fact((*place, "label"), "Who answers", Kind.WORDS, line.label, line.label)
    kinds = tuple(Choice(each.value, kind_words(each)) for each in LineKind)
    yield _choice((*place, "kind"), "Kind", line.kind.value, kinds)
    standings = tuple(Choice(each.value, told) for each, told in STANDINGS.items())
    yield _choice((*place, "standing"), "Standing", line.standing.value, standings)
    for key, heading in (("menu_option", "Menu option"), ("extension", "Extension")):
        value = getattr(line, key)
        yield Fact((*place, key), heading, Kind.WORDS, value, value)
    yield Fact((*place, "note"), "Note", Kind.WORDS, line.note, line.note)


def _itself(entry: ServiceEntry, place: Place, words: FormChoices) -> FactCard:
    def text(key: str, heading: str, value: str) -> Fact:
        return Fact((*place, key), heading, Kind.WORDS, value, value)

    def several(key: str, heading: str, value: Sequence[str], choices: tuple[Choice, ...]) -> Fact:
        told = ", ".join(each.words for each in choices if each.id in value)
        return Fact((*place, key), heading, Kind.CHOICES, tuple(value), told, choices=choices)

    def sentences(key: str, heading: str, value: Sequence[str]) -> Fact:
        return Fact((*place, key), heading, Kind.SENTENCES, tuple(value), "\n".join(value))

    statuses = tuple(Choice(each.value, told) for each, told in STATUSES.items())
    staff = "true" if entry.staff_only else "false"
    facts = (
        text("name", "Name", entry.name),
        text("summary", "What it is for", entry.summary),
        sentences("aliases", "Also called", entry.aliases),
        _choice((*place, "status"), "Standing", entry.status.value, statuses),
        several("roles", "Part it plays", entry.roles, words.roles),
        several("areas", "Where", entry.areas, words.areas),
        several("serves", "For whom", entry.serves, words.audiences),
        several("topics", "About", entry.topics, words.topics),
        _choice((*place, "staff_only"), "For staff only", staff, YES_NO),
        text("cost", "What a call costs", entry.cost),
        text("languages", "Languages", entry.languages),
        sentences("notes", "Good to know", entry.notes),
        sentences("gaps", "Not known", entry.gaps),
    )
    stated = _stated(entry.sources, words)
    return FactCard(
        name="itself",
        heading=ITSELF,
        facts=(facts[0]._replace(rests_on=stated), *facts[1:]),
    )


def _choice(place: Place, heading: str, value: Value, choices: tuple[Choice, ...]) -> Fact:
    told = next((each.words for each in choices if each.id == value), "")
    return Fact(place, heading, Kind.CHOICE, value, told, choices=choices)


def _stated(sources: Iterable[SourceEntry], words: FormChoices) -> tuple[str, ...]:
    return tuple(words.documents.get(each.document, each.document) for each in sources)


def _documents_of(line: LineEntry, words: FormChoices) -> tuple[str, ...]:
    """The documents that state the hours of a line."""
    hours = line.hours if isinstance(line.hours, list) else []
    named = dict.fromkeys(each.document for each in hours if each.document)
    return tuple(words.documents.get(each, each) for each in named)


def _offered(line: LineEntry) -> bool:
    return line.standing is not Standing.SUPERSEDED and line.kind is not LineKind.FAX


def _owed(line: LineEntry) -> bool:
    return _offered(line) and line.verified is None
