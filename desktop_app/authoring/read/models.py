"""What one service may say in YAML: every key, and what may stand behind it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from desktop_app.authoring.read.numbers import extension, single_keys
from desktop_app.authoring.read.weeks import read_day, read_week
from desktop_app.domain.hours.statements import HolidayRule
from desktop_app.domain.services.service import CheckedHow, LineKind, ServiceStatus, Standing

Date = date


def _tidy(text: object) -> object:
    """One line of text, however the YAML file folds it; nothing at all is empty text."""
    if text is None:
        return ""
    return " ".join(text.split()) if isinstance(text, str) else text


def _never(value: object) -> object:
    return None if value == "never" else value


def _checked_week(weekly: dict[str, str]) -> dict[str, str]:
    read_week(weekly)
    return weekly


def _checked_day(text: str) -> str:
    read_day(text)
    return text


def _kind_of_hours(value: object) -> str:
    """Which of the four ways of stating hours this is; the way decides which keys may follow."""
    if isinstance(value, list):
        return "statements"
    if isinstance(value, dict):
        return "outside" if "outside" in value else "always"
    return "word"


AnyOf = TypeVar("AnyOf")


def _each_once(given: list[AnyOf]) -> list[AnyOf]:
    """Refuse a list in which one value, or one entry's id, stands twice."""
    names = [getattr(one, "id", one) for one in given]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise ValueError(f"“{name}” is given twice; keep one.")
    return given


Once = Annotated[list[AnyOf], AfterValidator(_each_once)]
Words = Annotated[str, BeforeValidator(_tidy)]
Text = Annotated[str, BeforeValidator(_tidy), Field(min_length=1)]
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, Field(pattern=ID)]
TermId = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
"""Of a role, an audience or a topic."""
Keys = Annotated[str, AfterValidator(single_keys)]
Extension = Annotated[str, AfterValidator(extension)]


class Entry(BaseModel):
    """Unknown keys are mistakes, and nothing is turned into something else on the quiet."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SourceEntry(Entry):
    """One document and what it says about the fact."""

    document: Id
    states: Text


class PublishedHours(Entry):
    """One claim about the hours of a line."""

    basis: Literal["published", "assumed"]
    weekly: Annotated[dict[str, str], AfterValidator(_checked_week), Field(min_length=1)]
    bank_holidays: Annotated[HolidayRule, Field(strict=False)] = HolidayRule.NOT_STATED
    document: Id | None = None
    valid_from: date | None = None
    name: Words = ""  # narrow or wide, where an assumption is made


class OutsideHours(Entry):
    """It answers whenever that other line does not, and in hours stated for itself as well."""

    outside: Id
    stated: list[PublishedHours] = []


class AlwaysHours(Entry):
    """Round the clock, every day."""

    always: Literal[True]
    document: Id | None = None


StatedHours = Annotated[
    Annotated[Literal["assumed_office", "always", "not_published"], Tag("word")]
    | Annotated[OutsideHours, Tag("outside")]
    | Annotated[AlwaysHours, Tag("always")]
    | Annotated[list[PublishedHours], Field(min_length=1), Tag("statements")],
    Discriminator(_kind_of_hours),
]


class ExceptionEntry(Entry):
    """The hours of one date: open at these times, or closed all day."""

    date: Date
    open: Annotated[str, AfterValidator(_checked_day)] | None = None
    closed: Literal[True] | None = None
    document: Id | None = None
    note: Words = ""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.open is None) == (self.closed is None):
            raise ValueError("An exception says either `open` with times or `closed: true`.")
        return self


class VerifiedEntry(Entry):
    """A deliberate check of one number."""

    on: date
    by: Text
    how: Annotated[CheckedHow, Field(strict=False)]
    hours: bool = True  # false: whoever checked it did not hear its hours


class LineEntry(Entry):
    """One number."""

    id: Id
    kind: Annotated[LineKind, Field(strict=False)]
    label: Text
    number: Text
    menu_option: Keys = ""
    extension: Extension = ""
    hours: StatedHours
    exceptions: list[ExceptionEntry] = []
    standing: Annotated[Standing, Field(strict=False)] = Standing.IN_USE
    note: Words = ""
    verified: Annotated[VerifiedEntry | None, BeforeValidator(_never)] = None
    sources: list[SourceEntry] = []


class FormEntry(Entry):
    """One form professionals send."""

    name: Text
    how: Text
    compulsory: bool = False
    address: Words = ""
    note: Words = ""
    sources: list[SourceEntry] = []


class AddressEntry(Entry):
    """One email or web address."""

    address: Text
    note: Words = ""
    sources: list[SourceEntry] = []


class DisputeEntry(Entry):
    """Sources that cannot all be right."""

    about: Text
    text: Text
    sources: list[SourceEntry] = []


class ServiceEntry(Entry):
    """One service."""

    id: Id
    name: Text
    summary: Text
    aliases: list[Text] = []
    roles: list[str] = []
    rank: int = 100
    areas: Annotated[list[str], Field(min_length=1)]
    serves: list[str] = []
    topics: list[str] = []
    status: Annotated[ServiceStatus, Field(strict=False)]
    staff_only: bool = False
    lines: list[LineEntry] = []
    forms: list[FormEntry] = []
    emails: list[AddressEntry] = []
    web: list[AddressEntry] = []
    cost: Words = ""
    languages: Words = ""
    notes: list[Text] = []
    gaps: list[Text] = []
    disputes: list[DisputeEntry] = []
    sources: list[SourceEntry] = []


class OrganisationEntry(Entry):
    """Who runs the services of a file."""

    id: Id
    name: Text
    other_names: list[Text] = []


class DocumentEntry(Entry):
    """Something that was read."""

    id: Id
    title: Text
    publisher: Text
    dated: Text
    address: Words = ""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    read: date | None = None
    """The day on which it was last read for this directory, where that was written down."""


class ReleaseEntry(Entry):
    """The release being compiled."""

    number: Annotated[int, Field(ge=1)]
    dated: date
    next_expected_by: date
    note: Words = ""
    made_up_numbers: bool = False  # true in tests only: lets Ofcom's numbers for drama in
    unfinished: bool = False  # an area being gathered: it compiles with front doors missing

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.next_expected_by <= self.dated:
            raise ValueError("`next_expected_by` must be a day after `dated`.")
        return self


class AssumptionsEntry(Entry):
    """The weeks that stand in for office hours nobody published."""

    assumed_office: Annotated[list[PublishedHours], Field(min_length=1)]


class AttributionEntry(Entry):
    """Whose data is in the directory, and the line its licence asks for."""

    name: Text
    text: Text
    licence: Text
