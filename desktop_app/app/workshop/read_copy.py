"""The sources of a working copy, read once: its services, their words, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop_app.app.workshop.sheets import NATIONWIDE, FormChoices
from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.library import Draft, Library, read_library
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import Place
from desktop_app.authoring.read.vocabulary_models import TermEntry
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.services.service import Service
from desktop_app.ui.workshop.working_copy import Choice, Document
from desktop_app.workshop.places import NoPlace, indexed
from desktop_app.workshop.readings import Readings, StateRead

EVERYWHERE = Choice(NATIONWIDE, "Everywhere in the country")
DEPTH = 2
"""Steps of a place that lead to one service: ("services", 3)."""


@dataclass(frozen=True, kw_only=True)
class ReadCopy:
    """What stands in the copy; nothing of it is read twice."""

    tree: SourceTree
    library: Library
    mistakes: tuple[Mistake, ...]
    """What stops a compile; each names its file in the copy, and its place where it has one."""
    contents: ReleaseContents | None
    """What would be compiled; none while something stops that."""

    @classmethod
    def of(cls, texts: Mapping[str, str], today: date) -> ReadCopy:
        """Read these texts as a release of today."""
        return cls.of_reading(Readings().of(texts, today))

    @classmethod
    def of_reading(cls, reading: StateRead) -> ReadCopy:
        """The same of what was read already."""
        library = reading.contents.library if reading.contents else read_library(reading.tree)
        return cls(
            tree=reading.tree,
            library=library,
            mistakes=reading.mistakes,
            contents=reading.contents,
        )

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """As they would be compiled, by id; empty while something stops the compile."""
        compiled = self.contents.services if self.contents else ()
        return {service.id: service for _, service, _ in compiled}

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """Every service by its id."""
        return {draft.entry.id: draft for draft in self.library.drafts}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Newest first; what shows no date comes last."""
        entries = [listed.entry for listed in self.library.documents]
        entries.sort(key=lambda entry: entry.year or 0, reverse=True)
        return tuple(Document(each.id, each.title, each.dated) for each in entries)

    @cached_property
    def words(self) -> FormChoices:
        """The words that ids stand for."""
        said = self.library.vocabulary
        councils = self.library.area.councils if self.library.area else ()
        return FormChoices(
            roles=_choices(said.roles if said else []),
            audiences=_choices(said.audiences if said else []),
            topics=_choices(said.topics if said else []),
            areas=(*(Choice(each.slug, each.name) for each in councils if each.slug), EVERYWHERE),
            documents={each.id: f"{each.title}, {each.dated}" for each in self.documents},
        )

    def file_of(self, draft: Draft) -> str:
        """The name of a service's file in the working copy."""
        return self.tree.place_of(draft.file.name)

    def line_named(self, service: str, line: str) -> str:
        """A line as people call it, "Elm front door, Emergency Duty Team".

        `service` is its id or its name; what is not in this copy is called what it is called here.
        """
        for draft in self.library.drafts:
            if service in (draft.entry.id, draft.entry.name):
                labels = [each.label for each in draft.entry.lines if each.id == line]
                return ", ".join((draft.entry.name, *labels))
        return ", ".join(filter(None, (service, line)))

    def wrong_with(self, draft: Draft) -> tuple[str, ...]:
        """What stops the compile at this service, a sentence each."""
        found = (each for each in self.mistakes if each.file == self.file_of(draft))
        return tuple(each.sentence for each in found if tuple(each.place[:DEPTH]) == draft.place)

    def draft_at(self, file: str, place: Sequence[str | int]) -> Draft | None:
        """The service that a place of a file belongs to, its entry named by number or by id."""
        drafts = [draft for draft in self.library.drafts if self.file_of(draft) == file]
        for draft in drafts:
            if self._counted(draft, place) == draft.place:
                return draft
        return None

    @staticmethod
    def _counted(draft: Draft, place: Sequence[str | int]) -> Place:
        try:
            return indexed(draft.file.content, place[:DEPTH])
        except NoPlace:
            return ()


def _choices(terms: Sequence[TermEntry]) -> tuple[Choice, ...]:
    return tuple(Choice(term.id, term.name) for term in terms)
