"""pathways.yaml: read, and checked so that no answer can end with nobody."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, Protocol

from pydantic import Field

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import Entry, Id, Text, Words
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import Place, SourceFile, read_file
from desktop_app.authoring.read.validation_messages import entry_at, validated
from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern

FILE = "pathways.yaml"
LAST = "emergency"

Role = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]


class StepEntry(Entry):
    """Ring whoever plays this role, and why."""

    role: Role
    part: Annotated[Part, Field(strict=False)]
    purpose: Text
    equal: bool = False


class PathwayEntry(Entry):
    """The steps for one concern."""

    concern: Annotated[Concern, Field(strict=False)]
    note: Words = ""
    sources: Annotated[list[Id], Field(min_length=1)]
    local: Annotated[list[StepEntry], Field(min_length=1)]
    elsewhere: Annotated[list[StepEntry], Field(min_length=1)]


class RuleEntry(Entry):
    """What one circumstance changes."""

    circumstance: Annotated[Circumstance | None, Field(strict=False)] = None
    together: list[Annotated[Circumstance, Field(strict=False)]] = Field(default_factory=list)
    unless: list[Annotated[Circumstance, Field(strict=False)]] = Field(default_factory=list)
    places: list[str] = Field(default_factory=list)
    concerns: list[Annotated[Concern, Field(strict=False)]] = Field(
        default_factory=lambda: list(Concern)
    )
    note: Words = ""
    serving: Literal["", "men", "women"] = ""
    sources: Annotated[list[Id], Field(min_length=1)]
    without: list[Role] = Field(default_factory=list)
    before: dict[Role, Text] = Field(default_factory=dict)
    steps: list[StepEntry] = Field(default_factory=list)


@dataclass
class Rulebook:
    """The pathways as people wrote them, each entry with its place; mistakes are gathered."""

    file: SourceFile
    pathways: list[tuple[PathwayEntry, Place]] = field(default_factory=list)
    rules: list[tuple[RuleEntry, Place]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, place: Place, sentence: str) -> None:
        """Note a mistake at this place of the file."""
        self.mistakes.append(self.file.mistake(place, sentence))

    def ready(self) -> Pathways:
        """The rules as the decision uses them; MistakesFound when there is any mistake."""
        if self.mistakes:
            raise MistakesFound(self.mistakes)
        found = {entry.concern: _pathway(entry) for entry, _ in self.pathways}
        return Pathways(found, tuple(_rule(entry) for entry, _ in self.rules))


class Known(Protocol):
    """What pathways may name: roles, documents, and councils by their short names."""

    @property
    def roles(self) -> Collection[str]:
        """Ids of roles."""
        ...

    @property
    def documents(self) -> Collection[str]:
        """Ids of documents."""
        ...

    @property
    def slugs(self) -> Collection[str]:
        """Short names of the area's councils."""
        ...


def read_rulebook(sources: SourceTree, known: Known) -> Rulebook:
    """Read and check the pathways against the roles, documents and councils there are."""
    book = Rulebook(read_file(sources, FILE))
    for at in range(_length(book, "pathways")):
        place: Place = ("pathways", at)
        entry = validated(PathwayEntry, book.file, place, book.mistakes.append)
        if entry:
            book.pathways.append((entry, place))
    for at in range(_length(book, "circumstances")):
        place = ("circumstances", at)
        rule = validated(RuleEntry, book.file, place, book.mistakes.append)
        if rule:
            book.rules.append((rule, place))
    _check(book, known)
    return book


def _length(book: Rulebook, key: str) -> int:
    found = entry_at(book.file, (key,))
    if isinstance(found, list):
        return len(found)
    book.wrong((), f"“{key}” is missing or is not a list.")
    return 0


def _check(book: Rulebook, known: Known) -> None:
    _check_concerns(book)
    _check_ends(book)
    for place, step in _steps(book):
        if step.role not in known.roles:
            book.wrong(place, f"“{step.role}” is not a role; vocabulary.yaml lists the roles.")
    for place, sources in _sources(book):
        for at, document in enumerate(sources):
            if document not in known.documents:
                book.wrong((*place, "sources", at), f"No document is called “{document}”.")
    for rule, place in book.rules:
        if LAST in rule.without:
            book.wrong((*place, "without"), "999 can never be left out.")
        _check_conditions(book, rule, place, known)


def _check_conditions(book: Rulebook, rule: RuleEntry, place: Place, known: Known) -> None:
    """A rule must be able to count somewhere, and name what there is."""
    told = {*rule.together, *([rule.circumstance] if rule.circumstance else [])}
    if told & set(rule.unless):
        book.wrong((*place, "unless"), "This rule ends as soon as it begins: it can never count.")
    for at, slug in enumerate(rule.places):
        if slug not in known.slugs:
            book.wrong((*place, "places", at), f"“{slug}” is not a council of this area.")
    for role in (*rule.without, *rule.before):
        if role not in known.roles:
            sentence = f"“{role}” is not a role; vocabulary.yaml lists the roles."
            book.wrong(place, sentence)


def _sources(book: Rulebook) -> Iterator[tuple[Place, list[str]]]:
    yield from ((place, entry.sources) for entry, place in book.pathways)
    yield from ((place, rule.sources) for rule, place in book.rules)


def _check_ends(book: Rulebook) -> None:
    """Each list begins with somebody to ring and ends with 999."""
    for entry, place in book.pathways:
        for where, steps in (("local", entry.local), ("elsewhere", entry.elsewhere)):
            if steps[-1].role != LAST or steps[-1].part is not Part.FALLBACK:
                sentence = "The last step must be the fallback “emergency”: somebody must answer."
                book.wrong((*place, where, len(steps) - 1), sentence)
            if not any(step.part is Part.LEAD for step in steps):
                book.wrong((*place, where), "At least one step must be a lead.")


def _check_concerns(book: Rulebook) -> None:
    told = [entry.concern for entry, _ in book.pathways]
    for concern in Concern:
        if told.count(concern) != 1:
            sentence = f"There must be exactly one pathway for “{concern}”; there are "
            book.wrong(("pathways",), f"{sentence}{told.count(concern)}.")


def _steps(book: Rulebook) -> Iterator[tuple[Place, StepEntry]]:
    for entry, place in book.pathways:
        for where, steps in (("local", entry.local), ("elsewhere", entry.elsewhere)):
            yield from (((*place, where, at), step) for at, step in enumerate(steps))
    for rule, place in book.rules:
        yield from (((*place, "steps", at), step) for at, step in enumerate(rule.steps))


def _step(entry: StepEntry) -> Step:
    return Step(entry.role, entry.part, entry.purpose, entry.equal)


def _pathway(entry: PathwayEntry) -> Pathway:
    local, elsewhere = map(_step, entry.local), map(_step, entry.elsewhere)
    return Pathway(entry.concern, tuple(local), tuple(elsewhere), entry.note)


def _rule(entry: RuleEntry) -> Rule:
    return Rule(
        circumstance=entry.circumstance,
        concerns=frozenset(entry.concerns),
        steps=tuple(map(_step, entry.steps)),
        without=frozenset(entry.without),
        note=entry.note,
        serving=entry.serving,
        together=frozenset(entry.together),
        unless=frozenset(entry.unless),
        places=frozenset(entry.places),
        before=entry.before,
    )
