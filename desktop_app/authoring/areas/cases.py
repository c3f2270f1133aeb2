"""cases.yaml: what an area's directory must answer, written down a second time by its steward.

Numbers stand here apart from the services, so that a slip of the keyboard in one of the two is
noticed; postcodes, searches and first calls are asked of the compiled file.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated

from pydantic import Field

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.models import Entry, Id, Text
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import SourceFile, read_file
from desktop_app.authoring.read.validation_messages import validated
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.situation.situation import Concern

FILE = "cases.yaml"


class FirstCallCase(Entry):
    """Who must be the first to ring about a concern, in a place, at a moment in UK time."""

    concern: Annotated[Concern, Field(strict=False)]
    place: Text
    at: Text
    first: Text

    @property
    def moment(self) -> datetime:
        """The moment; ValueError when it is none."""
        return datetime.fromisoformat(self.at).replace(tzinfo=UK)


class CasesEntry(Entry):
    """The whole file; every part may be empty while an area is being gathered."""

    numbers: dict[Id, list[Text]] = Field(default_factory=dict)
    postcodes: dict[str, Text] = Field(default_factory=dict)
    searches: dict[str, Id] = Field(default_factory=dict)
    first_calls: list[FirstCallCase] = Field(default_factory=list)


def read_cases(area: SourceTree) -> tuple[CasesEntry, SourceFile]:
    """The cases of an area and their file; MistakesFound when it is missing or cannot be read."""
    file = read_file(area, FILE)
    mistakes: list[Mistake] = []
    entry = validated(CasesEntry, file, (), mistakes.append)
    if entry is not None:
        mistakes += _moments(entry, file)
    if mistakes or entry is None:
        raise MistakesFound(mistakes)
    return entry, file


def second_time(numbers: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Numbers by service as digits alone, in order, to be held against the directory's."""
    return {service: sorted(map(digits, given)) for service, given in numbers.items()}


def digits(number: str) -> str:
    """A number without its spaces."""
    return "".join(number.split())


def _moments(entry: CasesEntry, file: SourceFile) -> Iterator[Mistake]:
    for at, case in enumerate(entry.first_calls):
        try:
            case.moment  # noqa: B018  # raises where it is no moment
        except ValueError:
            sentence = f"“{case.at}” is not a moment like 2026-12-01 11:00."
            yield file.mistake(("first_calls", at, "at"), sentence)
