"""Guidance pages: text files with a few YAML lines on top, between two lines of "---"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field
from sqlite_utils import Database

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import Entry, Id, SourceEntry, Text
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import SourceFile, read_text
from desktop_app.authoring.read.validation_messages import validated
from desktop_app.domain.situation.situation import Concern

RULE = "---\n"


class GuidanceEntry(Entry):
    """What stands above a page of guidance."""

    id: Id
    title: Text
    summary: Text
    order: int = 100
    concerns: list[Annotated[Concern, Field(strict=False)]] = Field(default_factory=list)
    topics: list[str] = Field(default_factory=list)
    sources: Annotated[list[SourceEntry], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """One page: what stands above it, and its text."""

    entry: GuidanceEntry
    body: str
    file: SourceFile


def read_guidance(sources: SourceTree, mistakes: list[Mistake]) -> list[GuidancePage]:
    """Every page below guidance/, in reading order; mistakes are added to the list."""
    pages: list[GuidancePage] = []
    for name in sources.names("guidance/*.md"):
        try:
            pages += _page(sources.text(name), name, mistakes)
        except MistakesFound as found:
            mistakes += found.mistakes
    return sorted(pages, key=lambda page: (page.entry.order, page.entry.id))


def _page(text: str, name: str, mistakes: list[Mistake]) -> list[GuidancePage]:
    head, found, body = text.removeprefix(RULE).partition("\n" + RULE)
    if not text.startswith(RULE) or not found:
        sentence = "A page begins with --- , its id, title, summary and sources, and --- again."
        raise MistakesFound([Mistake(name, 1, sentence)])
    # The empty line stands for the first "---", so that lines are counted as in the file.
    file = read_text("\n" + head, name)
    entry = validated(GuidanceEntry, file, (), mistakes.append)
    if not body.strip():
        mistakes.append(file.mistake((), "This page has no text."))
    return [GuidancePage(entry, body.strip(), file)] if entry else []


def check_guidance(
    pages: Iterable[GuidancePage], documents: frozenset[str], topics: frozenset[str]
) -> list[Mistake]:
    """Documents and topics that do not exist, and ids used twice."""
    mistakes: list[Mistake] = []
    seen: set[str] = set()
    for page in pages:
        if page.entry.id in seen:
            sentence = f"Another page already has the id “{page.entry.id}”."
            mistakes.append(page.file.mistake(("id",), sentence))
        seen.add(page.entry.id)
        for at, source in enumerate(page.entry.sources):
            if source.document not in documents:
                sentence = f"“{source.document}” is not in documents.yaml."
                mistakes.append(page.file.mistake(("sources", at, "document"), sentence))
        for at, topic in enumerate(page.entry.topics):
            if topic not in topics:
                sentence = f"“{topic}” is not one of the topics (see vocabulary.yaml)."
                mistakes.append(page.file.mistake(("topics", at), sentence))
    return mistakes


def write_guidance(database: Database, pages: Sequence[GuidancePage]) -> None:
    """Write every page with its links and sources."""
    database.table("guidance").insert_all(
        {"id": page.entry.id, "position": position, "title": page.entry.title}
        | {"summary": page.entry.summary, "body": page.body}
        for position, page in enumerate(pages)
    )
    for table, column, listed in (
        ("guidance_concern", "concern", "concerns"),
        ("guidance_topic", "topic", "topics"),
    ):
        database.table(table).insert_all(
            {"guidance": page.entry.id, "position": position, column: str(value)}
            for page in pages
            for position, value in enumerate(getattr(page.entry, listed))
        )
    database.table("guidance_citation").insert_all(
        {"guidance": page.entry.id, "position": position}
        | {"document": source.document, "states": source.states}
        for page in pages
        for position, source in enumerate(page.entry.sources)
    )
