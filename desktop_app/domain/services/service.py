"""Who can be rung, for what, and how we know: services, their lines, and their sources."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.hours.statements import Bearing, Hours


class LineKind(StrEnum):
    """What sort of number a line is; it decides when the line is offered first."""

    OFFICE_HOURS = "office_hours"
    OUT_OF_HOURS = "out_of_hours"
    HELPLINE = "helpline"
    EMERGENCY = "emergency"
    TEXTPHONE = "textphone"
    TEXT = "text"
    FAX = "fax"


class Standing(StrEnum):
    """How far a fact can be leant on: in use, disputed between sources, or replaced."""

    IN_USE = "in_use"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"


class ServiceStatus(StrEnum):
    """Whether a service is one to ring, one to know about, or one nobody has confirmed."""

    IN_USE = "in_use"
    REFERENCE = "reference"
    UNCONFIRMED = "unconfirmed"


class CheckedHow(StrEnum):
    """How a number was checked: only these three deliberate acts count."""

    RANG_IT = "rang_it"
    EMAIL = "email"
    WEB_PAGE = "web_page"


ANSWERS_ALWAYS = frozenset({"999", "18000"})
"""The emergency number and its textphone: whatever is old or never checked, they answer."""


class Document(NamedTuple):
    """Something we read: a page, a report, a news item, and the date it carries."""

    id: str
    title: str
    publisher: str
    dated: str  # in words, as honest as the document: "about 20 Dec 2024", "undated archived copy"
    address: str = ""  # shown as text, never opened
    year: int | None = None  # for ordering and for ageing; None when the document shows no date


class Citation(NamedTuple):
    """One document and, in our own words, what it says about the fact it stands behind."""

    document: str
    states: str


class Verification(NamedTuple):
    """Who checked a number, when and how. Set only by a deliberate act, never by an import."""

    on: date
    by: str
    how: CheckedHow
    hours: bool = True  # false: the number was heard, its hours were not


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number of a service: its kind, its hours, and how far it can be trusted."""

    id: str  # unique in its service: "office", "out-of-hours"
    kind: LineKind
    label: str  # what to ask for, or who picks up: "Emergency Duty Team"
    number: str  # E.164 ("+441582547653") or a short code ("999", "18001 101" as "18001101")
    display: str  # as read aloud: "01582 547653"
    hours: Hours
    standing: Standing = Standing.IN_USE
    note: str = ""
    sources: tuple[Citation, ...] = ()
    verified: Verification | None = None
    menu_option: str = ""  # what to press once it answers, key by key: "2", "1 4"
    extension: str = ""  # whom to be put through to: "214"

    def __post_init__(self) -> None:
        """Tell the hours whose they are, so that no reading of them forgets it."""
        bearing = Bearing(
            self.kind is LineKind.OFFICE_HOURS,
            self.standing is Standing.DISPUTED,
            self.verified.on if self.verified and self.verified.hours else None,
            self.number in ANSWERS_ALWAYS,
        )
        if self.hours.bearing != bearing:
            object.__setattr__(self, "hours", replace(self.hours, bearing=bearing))

    @property
    def recommendable(self) -> bool:
        """Whether this line may ever be offered: never a fax, never a replaced number."""
        return self.kind is not LineKind.FAX and self.standing is not Standing.SUPERSEDED

    @property
    def digits(self) -> str:
        """What is keyed within the UK: "01582547653", "999"."""
        return self.number.replace("+44", "0", 1)


class Form(NamedTuple):
    """A form professionals send; where it is compulsory it comes before the number."""

    name: str
    how: str  # "online", "Word form by email"
    compulsory: bool = False
    address: str = ""
    note: str = ""
    sources: tuple[Citation, ...] = ()


class Address(NamedTuple):
    """An email or web address, shown as text, with any doubt about it."""

    text: str
    note: str = ""
    sources: tuple[Citation, ...] = ()


class Dispute(NamedTuple):
    """Two or more sources that cannot all be right, said plainly."""

    about: str
    text: str
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One team, helpline, board or scheme: what it is for, where it works, how to reach it."""

    id: str
    name: str
    organisation: str
    summary: str
    areas: frozenset[str]  # council codes; all of the area for a national service
    national: bool = False
    status: ServiceStatus = ServiceStatus.IN_USE
    kept: bool = True  # false: a door elsewhere, not kept by this directory's steward
    compared: date | None = None  # such a door: the day its documents were last read
    staff_only: bool = False  # never on a poster or a patient card
    roles: tuple[str, ...] = ()  # the parts it plays in pathways: "children_front_door"
    rank: int = 100  # order among services in the same role; smaller first
    serves: tuple[str, ...] = ()  # audiences: "children", "women", "professionals"
    topics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    forms: tuple[Form, ...] = ()
    emails: tuple[Address, ...] = ()
    web: tuple[Address, ...] = ()
    cost: str = ""
    languages: str = ""
    notes: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[Citation, ...] = field(default=())

    @property
    def callable_lines(self) -> tuple[Line, ...]:
        """The lines that may be recommended, in the order the directory keeps them."""
        return tuple(line for line in self.lines if line.recommendable)
