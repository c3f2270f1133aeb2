"""What the workshop's window asks of a working copy: plain records, and one protocol.

The window knows no files, no YAML and no SQL; whoever puts it together hands it a `Workshop`.
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.service_facts import ServiceFacts
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.services.directory import Directory

Place = tuple[str | int, ...]
"""The way to a fact inside its file: ("services", 0, "lines", 2, "number")."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Kind(StrEnum):
    """How a fact is written, and so which field changes it."""

    WORDS = "words"
    NUMBER = "number"
    HOURS = "hours"
    CHOICE = "choice"
    CHOICES = "choices"
    SENTENCES = "sentences"


class Way(StrEnum):
    """How the hours of a line are known."""

    PUBLISHED = "published"
    ALWAYS = "always"
    ASSUMED = "assumed_office"
    NOT_PUBLISHED = "not_published"
    OUTSIDE = "outside"
    OTHER = "other"
    """Several statements, or one that begins on a day: shown in words, kept as it is."""


class FormHours(NamedTuple):
    """The hours of a line as its form shows them."""

    way: Way
    week: tuple[str, ...] = ("",) * 7
    """One text a day, Monday first: "08:45-17:20"; empty for a day on which it is closed."""
    bank_holidays: str = "not_stated"
    outside: str = ""
    """The line that it answers outside of, for `Way.OUTSIDE`."""


class Choice(NamedTuple):
    """One thing to choose: its id, and the words a person reads."""

    id: str
    words: str


Value = str | FormHours | date | tuple[str, ...] | None


class Fact(NamedTuple):
    """One fact of a service, as it stands and as it can be changed."""

    place: Place
    heading: str
    kind: Kind
    value: Value
    told: str
    """The value in words."""
    rests_on: tuple[str, ...] = ()
    """The documents that state it, each with its date."""
    choices: tuple[Choice, ...] = ()
    fixed: str = ""
    """Why it cannot be changed here; empty where it can."""


class FactCard(NamedTuple):
    """Facts that belong together: those of one number, or of the service itself."""

    name: str
    heading: str
    facts: tuple[Fact, ...]
    state: str = ""
    """How its number was checked; empty for what is no number."""
    doubtful: bool = False


class LookAt(NamedTuple):
    """A text that may still say what was before a change: somebody has to look."""

    service: str
    """Its id; empty where the text belongs to none."""
    where: str
    place: Place
    """Where the text stands; empty where no form shows it."""
    heading: str
    text: str
    found: tuple[str, ...]
    """The words it is about: "653", "16:20"."""
    was: str = ""
    """The old number; empty where hours changed."""


class FactSheet(NamedTuple):
    """Everything about one service that can be changed."""

    id: str
    name: str
    organisation: str
    file: str
    wrong: tuple[str, ...]
    cards: tuple[FactCard, ...]


class ListedService(NamedTuple):
    """One service in the list."""

    id: str
    name: str
    organisation: str
    numbers: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unchecked: bool = False
    changed: bool = False


class Document(NamedTuple):
    """Something that was read, and what facts can rest on."""

    id: str
    title: str
    dated: str


class NewDocument(NamedTuple):
    """What a person says of a document, and the file it was read from where there is one."""

    title: str
    publisher: str
    dated: str
    path: str = ""


class FactEdit(NamedTuple):
    """One change somebody wants: the new value, and what it rests on."""

    service: str
    place: Place
    value: Value
    document: str
    why: str = ""


class Refusal(NamedTuple):
    """Why an edit was not taken: a sentence, at a place where there is one."""

    sentence: str
    place: Place = ()


class EditOutcome(NamedTuple):
    """What came of an edit: taken or refused, and what is to be looked at by hand."""

    refusals: tuple[Refusal, ...] = ()
    also: tuple[str, ...] = ()
    """What else was changed with it, a sentence each."""

    @property
    def taken(self) -> bool:
        """Whether it was written."""
        return not self.refusals


class LogEntry(NamedTuple):
    """One line of the log: what was changed, by whom, when and why."""

    seq: int
    at: datetime
    by: str
    what: str
    before: str
    after: str
    rests_on: str = ""
    undone: bool = False


class Preview(NamedTuple):
    """A service as a desk would show it: its card, and an answer in which it stands."""

    facts: ServiceFacts
    advice: Advice | None
    directory: Directory
    moment: Moment


class AnswerDifference(NamedTuple):
    """One first call that differs between the directory in use and this working copy."""

    asked: str
    before: str
    after: str


class Workshop(Protocol):
    """A working copy as the window uses it."""

    @property
    def title(self) -> str:
        """The name of the file."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, in a sentence; empty where it can."""

    def rows(self) -> Sequence[ListedService]:
        """Every service."""

    def sheet(self, service: str) -> FactSheet:
        """One service; KeyError for no such service."""

    def documents(self) -> Sequence[Document]:
        """What facts may rest on, newest first."""

    def add_document(self, new: NewDocument) -> Document:
        """Keep a file as a document and as evidence; WorkshopError when it cannot be."""

    def edit(self, edit: FactEdit) -> EditOutcome:
        """Change one fact, or say why not; nothing is half changed."""

    def to_look_at(self) -> Sequence[LookAt]:
        """Every text that may still say what was before a change of this copy."""

    def right_as_it_is(self, look: LookAt) -> None:
        """Somebody looked at it: it is not told again."""

    def undo(self) -> str:
        """Take back the last change; what it was, empty where there is none."""

    def redo(self) -> str:
        """Make it again; what it was, empty where there is none."""

    def changes(self) -> Sequence[LogEntry]:
        """The log, newest first."""

    def problems(self) -> Sequence[str]:
        """Everything that would stop a compile, a sentence each."""

    def preview(self, service: str, at: datetime) -> Preview | None:
        """The service as a desk would show it then; none while the copy does not compile."""

    def differences(self) -> Sequence[AnswerDifference]:
        """Which first calls a desk would give otherwise than today."""


class WorkshopError(Exception):
    """Something a steward asked for could not be done; the message says what to do."""
