"""What the sources say of whole sentences: kinds of words, and the readings made of them."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.models import Entry, Text
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import read_file
from desktop_app.authoring.read.validation_messages import validated

SENTENCES = "sentences.yaml"


class ReadingEntry(Entry):
    """One reading: the kinds that have to be said, those that must not, and who is offered."""

    about: Text
    said: Annotated[list[str], Field(min_length=1)]
    without: list[str] = []  # noqa: RUF012  # pydantic copies it
    leads: Annotated[list[str], Field(min_length=1)]
    yields: bool = False  # whether a service whose own name holds the words comes first


class SentencesEntry(Entry):
    """Every kind of words, and the readings in the order in which they are tried."""

    kinds: dict[str, list[Text]] = {}  # noqa: RUF012
    readings: list[ReadingEntry] = []  # noqa: RUF012


def read_sentences(
    sources: SourceTree, leads: Collection[str], mistakes: list[Mistake]
) -> SentencesEntry:
    """Read and check the file; `leads` are the roles and services there are.

    A set of sources without it has no readings.
    """
    if not sources.names(SENTENCES):
        return SentencesEntry()
    file = read_file(sources, SENTENCES)
    entry = validated(SentencesEntry, file, (), mistakes.append) or SentencesEntry()
    for at, reading in enumerate(entry.readings):
        for key, known in (("said", entry.kinds), ("without", entry.kinds), ("leads", leads)):
            for word in getattr(reading, key):
                if word not in known:
                    sentence = f"“{word}” is not one of the words for {key}."
                    mistakes.append(file.mistake(("readings", at, key), sentence))
    return entry
