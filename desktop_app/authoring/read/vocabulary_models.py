"""What the vocabulary may say: every role, audience and topic, and the words typed for them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from desktop_app.authoring.read.models import Entry, Once, TermId, Text
from desktop_app.domain.services.service import LineKind


class TermEntry(Entry):
    """A role, audience or topic: its id, its name in words, and what else people type for it."""

    id: TermId
    name: Text
    words: list[Text] = Field(default_factory=list)
    test_calls: bool = True  # roles: false where nobody may ring a line just to try it
    leads: list[str] = Field(default_factory=list)
    """The roles whose services come first in a search for it."""


class LineWordsEntry(Entry):
    """What people type when they mean a kind of line: "OOH" is the out-of-hours line."""

    id: Annotated[LineKind, Field(strict=False)]
    name: Text
    words: list[Text] = Field(default_factory=list)
    leads: list[str] = Field(default_factory=list)
    """The roles whose services come first in a search for it."""


class AdviceEntry(Entry):
    """Words that mean no service, and a sentence that says what to do instead."""

    words: Annotated[list[Text], Field(min_length=1)]
    text: Text


class VocabularyEntry(Entry):
    """Every role, audience and topic there is, and what else may be typed into the search."""

    roles: Once[TermEntry]
    audiences: Once[TermEntry]
    topics: Once[TermEntry]
    lines: Once[LineWordsEntry] = Field(default_factory=list)
    advice: list[AdviceEntry] = Field(default_factory=list)
