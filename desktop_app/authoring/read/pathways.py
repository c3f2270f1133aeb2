"""pathways.yaml: read, and checked so that no answer can end with nobody.

The country's file holds for every area. An area may have one of its own: a pathway there takes the
place of the country's, a rule stands behind the country's rules of the same circumstance, and each
says why.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, Protocol

from pydantic import Field

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import Entry, Id, Once, TermId, Text, Words
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import Place, SourceFile, read_file
from desktop_app.authoring.read.validation_messages import entry_at, validated
from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern

FILE, OWN = "pathways.yaml", "area/pathways.yaml"
LAST = "emergency"


class StepEntry(Entry):
    """Ring whoever plays this role, and why."""

    role: TermId
    part: Annotated[Part, Field(strict=False)]
    purpose: Text
    equal: bool = False


class PathwayEntry(Entry):
    """The steps for one concern."""

    concern: Annotated[Concern, Field(strict=False)]
    note: Words = ""
    sources: Annotated[Once[Id], Field(min_length=1)]
    local: Annotated[list[StepEntry], Field(min_length=1)]
    elsewhere: Annotated[list[StepEntry], Field(min_length=1)]
    reason: Words = ""


class RuleEntry(Entry):
    """What one circumstance changes."""

    circumstance: Annotated[Circumstance | None, Field(strict=False)] = None
    together: Once[Annotated[Circumstance, Field(strict=False)]] = Field(default_factory=list)
    unless: Once[Annotated[Circumstance, Field(strict=False)]] = Field(default_factory=list)
    places: Once[str] = Field(default_factory=list)
    concerns: Once[Annotated[Concern, Field(strict=False)]] = Field(
        default_factory=lambda: list(Concern)
    )
    note: Words = ""
    serving: Literal["", "men", "women"] = ""
    sources: Annotated[Once[Id], Field(min_length=1)]
    without: Once[TermId] = Field(default_factory=list)
    before: dict[TermId, Text] = Field(default_factory=dict)
    steps: list[StepEntry] = Field(default_factory=list)
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class EntrySpot:
    """Where an entry stands: the country's file or the area's, and the way to it."""

    file: SourceFile
    place: Place = ()

    def __truediv__(self, further: str | int) -> "EntrySpot":
        return EntrySpot(self.file, (*self.place, further))

    def mistake(self, sentence: str) -> Mistake:
        """A mistake at this spot."""
        return self.file.mistake(self.place, sentence)


@dataclass
class Rulebook:
    """The pathways as people wrote them, each entry with its spot; mistakes are gathered."""

    file: SourceFile
    pathways: list[tuple[PathwayEntry, EntrySpot]] = field(default_factory=list)
    rules: list[tuple[RuleEntry, EntrySpot]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, spot: EntrySpot, sentence: str) -> None:
        """Note a mistake at a spot."""
        self.mistakes.append(spot.mistake(sentence))

    def ready(self) -> Pathways:
        """The rules as the decision uses them; MistakesFound when there is any mistake."""
        if self.mistakes:
            raise MistakesFound(self.mistakes)
        found = {entry.concern: _pathway(entry) for entry, _ in self.pathways}
        return Pathways(found, tuple(_rule(entry) for entry, _ in self.rules))


class KnownNames(Protocol):
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


def read_rulebook(sources: SourceTree, known: KnownNames) -> Rulebook:
    """Read and check the pathways against the roles, documents and councils there are."""
    book = _read(sources, FILE)
    if OWN in sources:
        _overridden(book, _read(sources, OWN, needed=False))
    _check(book, known)
    return book


def _read(sources: SourceTree, name: str, *, needed: bool = True) -> Rulebook:
    book = Rulebook(read_file(sources, name))
    for spot in _entries(book, "pathways", needed=needed):
        entry = validated(PathwayEntry, book.file, spot.place, book.mistakes.append)
        if entry:
            book.pathways.append((entry, spot))
    for spot in _entries(book, "circumstances", needed=needed):
        rule = validated(RuleEntry, book.file, spot.place, book.mistakes.append)
        if rule:
            book.rules.append((rule, spot))
    return book


def _entries(book: Rulebook, key: str, *, needed: bool) -> Iterator[EntrySpot]:
    found = entry_at(book.file, (key,))
    if isinstance(found, list):
        yield from (EntrySpot(book.file, (key, at)) for at in range(len(found)))
    elif needed or found is not None:
        book.wrong(EntrySpot(book.file), f"“{key}” is missing or is not a list.")


def _overridden(book: Rulebook, own: Rulebook) -> None:
    """Put the area's entries among the country's."""
    book.mistakes += own.mistakes
    reasons = [(entry.reason, spot) for entry, spot in own.pathways]
    reasons += [(rule.reason, spot) for rule, spot in own.rules]
    for reason, spot in reasons:
        if not reason:
            book.wrong(spot, "Say in `reason` why this holds here and not in the whole country.")
    replaced = {entry.concern: (entry, spot) for entry, spot in own.pathways}
    book.pathways = [replaced.get(held[0].concern, held) for held in book.pathways]
    for rule, spot in own.rules:
        same = [at for at, (r, _) in enumerate(book.rules) if r.circumstance == rule.circumstance]
        book.rules.insert(max(same, default=len(book.rules) - 1) + 1, (rule, spot))


def _check(book: Rulebook, known: KnownNames) -> None:
    _check_concerns(book)
    _check_ends(book)
    for spot, step in steps_of(book):
        if step.role not in known.roles:
            book.wrong(spot, f"“{step.role}” is not a role; vocabulary.yaml lists the roles.")
    for spot, sources in _sources(book):
        for at, document in enumerate(sources):
            if document not in known.documents:
                book.wrong(spot / "sources" / at, f"No document is called “{document}”.")
    for rule, spot in book.rules:
        if LAST in rule.without:
            book.wrong(spot / "without", "999 can never be left out.")
        _check_conditions(book, rule, spot, known)


def _check_conditions(book: Rulebook, rule: RuleEntry, spot: EntrySpot, known: KnownNames) -> None:
    """A rule must be able to count somewhere, and name what there is."""
    told = {*rule.together, *([rule.circumstance] if rule.circumstance else [])}
    if told & set(rule.unless):
        book.wrong(spot / "unless", "This rule ends as soon as it begins: it can never count.")
    for at, slug in enumerate(rule.places):
        if slug not in known.slugs:
            book.wrong(spot / "places" / at, f"“{slug}” is not a council of this area.")
    for role in (*rule.without, *rule.before):
        if role not in known.roles:
            sentence = f"“{role}” is not a role; vocabulary.yaml lists the roles."
            book.wrong(spot, sentence)


def _sources(book: Rulebook) -> Iterator[tuple[EntrySpot, list[str]]]:
    yield from ((spot, entry.sources) for entry, spot in book.pathways)
    yield from ((spot, rule.sources) for rule, spot in book.rules)


def _check_ends(book: Rulebook) -> None:
    """Each list begins with somebody to ring and ends with 999."""
    for entry, spot in book.pathways:
        for where, steps in (("local", entry.local), ("elsewhere", entry.elsewhere)):
            if steps[-1].role != LAST or steps[-1].part is not Part.FALLBACK:
                sentence = "The last step must be the fallback “emergency”: somebody must answer."
                book.wrong(spot / where / (len(steps) - 1), sentence)
            if not any(step.part is Part.LEAD for step in steps):
                book.wrong(spot / where, "At least one step must be a lead.")


def _check_concerns(book: Rulebook) -> None:
    told = [entry.concern for entry, _ in book.pathways]
    for concern in Concern:
        if told.count(concern) != 1:
            sentence = f"There must be exactly one pathway for “{concern}”; there are "
            book.wrong(EntrySpot(book.file, ("pathways",)), f"{sentence}{told.count(concern)}.")


def steps_of(book: Rulebook) -> Iterator[tuple[EntrySpot, StepEntry]]:
    """Every step of every pathway and rule, with its spot."""
    for entry, spot in book.pathways:
        for where, steps in (("local", entry.local), ("elsewhere", entry.elsewhere)):
            yield from ((spot / where / at, step) for at, step in enumerate(steps))
    for rule, spot in book.rules:
        yield from ((spot / "steps" / at, step) for at, step in enumerate(rule.steps))


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
