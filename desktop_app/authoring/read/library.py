"""All the source files of the directory, read and validated, each entry with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from desktop_app.authoring.read.area import read_area
from desktop_app.authoring.read.councils import council_names, read_councils
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import (
    AssumptionsEntry,
    AttributionEntry,
    DocumentEntry,
    OrganisationEntry,
    ReleaseEntry,
    ServiceEntry,
)
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import Place, SourceFile, read_file
from desktop_app.authoring.read.validation_messages import entry_at, validated
from desktop_app.authoring.read.vocabulary_models import VocabularyEntry
from desktop_app.domain.places.area import Area

EntryT = TypeVar("EntryT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Draft:
    """One service as it stands in its file, not yet checked against the others."""

    entry: ServiceEntry
    organisation: OrganisationEntry
    file: SourceFile
    place: Place

    def mistake(self, place: Place, sentence: str) -> Mistake:
        """A mistake at an entry of this service."""
        return self.file.mistake((*self.place, *place), sentence)


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One entry of a plain list, with where it stands."""

    entry: DocumentEntry
    file: SourceFile
    place: Place


@dataclass(kw_only=True)
class Library:
    """Everything people wrote, entry by entry; `mistakes` holds whatever could not be read."""

    release: ReleaseEntry | None = None
    councils: dict[str, str] = field(default_factory=dict)
    """The name of every council of the country by its ONS code."""
    area: Area | None = None
    vocabulary: VocabularyEntry | None = None
    assumptions: AssumptionsEntry | None = None
    documents: list[ListedEntry] = field(default_factory=list)
    attributions: list[AttributionEntry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read_library(sources: SourceTree) -> Library:
    """Read every source file that services are made from."""
    library = Library()
    library.release = _single(library, sources, "release.yaml", ReleaseEntry)
    _read_area(library, sources)
    library.vocabulary = _single(library, sources, "vocabulary.yaml", VocabularyEntry)
    library.assumptions = _single(library, sources, "assumptions.yaml", AssumptionsEntry)
    for name in sources.names("documents*.yaml") or ["documents.yaml"]:
        for entry, file, place in _list(library, sources, name, DocumentEntry):
            library.documents.append(ListedEntry(entry, file, place))
    for credit, _, _ in _list(library, sources, "attributions.yaml", AttributionEntry):
        library.attributions.append(credit)
    for name in sources.names("services/*.yaml"):
        _read_services(library, sources, name)
    return library


def _read_area(library: Library, sources: SourceTree) -> None:
    try:
        library.councils = dict(read_councils(sources))
        library.area = read_area(sources, council_names(sources))
    except MistakesFound as found:
        library.mistakes += found.mistakes


def _open(library: Library, sources: SourceTree, name: str) -> SourceFile | None:
    try:
        return read_file(sources, name)
    except MistakesFound as found:
        library.mistakes += found.mistakes
        return None


def _single(library: Library, sources: SourceTree, name: str, model: type[EntryT]) -> EntryT | None:
    file = _open(library, sources, name)
    return validated(model, file, (), library.mistakes.append) if file else None


def _list(
    library: Library, sources: SourceTree, name: str, model: type[EntryT]
) -> Iterator[tuple[EntryT, SourceFile, Place]]:
    file = _open(library, sources, name)
    if file and not isinstance(file.content, list):
        library.mistakes.append(file.mistake((), "This file must be a list of entries."))
    elif file:
        for at in range(len(file.content)):
            entry = validated(model, file, (at,), library.mistakes.append)
            if entry:
                yield entry, file, (at,)


def _read_services(library: Library, sources: SourceTree, name: str) -> None:
    file = _open(library, sources, name)
    if file is None:
        return
    services = entry_at(file, ("services",))
    if not isinstance(services, list) or set(file.content) != {"organisation", "services"}:
        sentence = "This file must have the keys “organisation” and “services” (a list), no others."
        library.mistakes.append(file.mistake((), sentence))
        return
    note = library.mistakes.append
    organisation = validated(OrganisationEntry, file, ("organisation",), note)
    for at in range(len(services)):
        entry = validated(ServiceEntry, file, ("services", at), note)
        if entry and organisation:
            library.drafts.append(Draft(entry, organisation, file, ("services", at)))
