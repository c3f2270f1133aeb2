"""A made-up working copy for the workshop's window: three services, kept in memory."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.service_facts import service_facts
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Concern, Situation
from desktop_app.ui.workshop import working_copy
from desktop_app.ui.workshop.working_copy import (
    AnswerDifference,
    Choice,
    Document,
    EditOutcome,
    Fact,
    FactCard,
    FactEdit,
    FactSheet,
    FormHours,
    Kind,
    ListedService,
    LogEntry,
    LookAt,
    NewDocument,
    Preview,
    Refusal,
    Way,
    WorkshopError,
)
from tests.area import BEDFORD
from tests.ui.town import Town, at
from tests.ui.workshop.calls.calls_bench import CallsBench
from tests.ui.workshop.dates.dates_bench import DatesBench
from tests.ui.workshop.lifecycle.lifecycle_bench import MakingBench
from tests.ui.workshop.lists.lists_bench import ListsBench

WEEK = ("08:45-17:20",) * 4 + ("08:45-16:20", "", "")
NUMBER: working_copy.Place = ("services", 0, "lines", 0, "number")
HOURS: working_copy.Place = ("services", 0, "lines", 0, "hours")
KINDS = (Choice("office_hours", "Office hours line"), Choice("helpline", "Helpline"))
NOW = at("2026-12-02 10:00")
OTHER = (
    ListedService(
        "elm-adults", "Elm adult safeguarding", "Elm Council", ("01632 960002",), unchecked=True
    ),
    ListedService("fern-helpline", "Fern Helpline", "Fern", ("0808 157 0000",)),
)


class Bench:
    """Remembers every edit; refuses a number that ends in 999."""

    def __init__(self, read_only: str = "") -> None:
        self.title, self.read_only = "elm.wtcwork", read_only
        self.number, self.hours = "01632 960001", FormHours(Way.PUBLISHED, WEEK, "closed")
        self.edits: list[FactEdit] = []
        self.undone: list[FactEdit] = []
        self.kept = [Document("elm-2024", "Contacts page", "Dec 2024")]
        self.wrong: tuple[str, ...] = ()
        self.looks: list[LookAt] = []
        self.ring, self.dates, self.lists = CallsBench(), DatesBench(), ListsBench()
        self.lifecycle = MakingBench()

    def rows(self) -> Sequence[ListedService]:
        """Three services."""
        changed = bool(self.edits)
        first = ListedService(
            "elm-children", "Elm front door", "Elm Council", (self.number,), self.wrong,
            unchecked=True, changed=changed,
        )  # fmt: skip
        return first, *OTHER

    def sheet(self, service: str) -> FactSheet:
        """The same facts for each."""
        row = next(row for row in self.rows() if row.id == service)
        number = self.number if service == "elm-children" else row.numbers[0]
        told = " ".join(filter(None, self.hours.week))
        facts = (
            Fact(NUMBER, "Number", Kind.NUMBER, number, number, ("Contacts page, Dec 2024",)),
            Fact(HOURS, "Hours", Kind.HOURS, self.hours, told),
            Fact(
                (*NUMBER[:-1], "kind"), "Kind", Kind.CHOICE, "helpline", "Helpline", choices=KINDS
            ),
            Fact(
                (*NUMBER[:-1], "id"), "Id", Kind.WORDS, "office", "office", fixed="Never changes."
            ),
        )
        themes = (Choice("neglect", "Neglect"), Choice("harm", "Harm"))
        itself = (
            Fact(("services", 0, "topics"), "On", Kind.CHOICES, ("harm",), "Harm", choices=themes),
            Fact(("services", 0, "notes"), "Notes", Kind.SENTENCES, ("One.", "Two."), "One.\nTwo."),
        )  # fmt: skip
        cards = (
            FactCard("office", "Front door", facts, "never checked", doubtful=True),
            FactCard("itself", "The service itself", itself),
        )
        return FactSheet(service, row.name, row.organisation, "services/elm.yaml", row.wrong, cards)

    def documents(self) -> Sequence[Document]:
        """What was read."""
        return tuple(self.kept)

    def add_document(self, new: NewDocument) -> Document:
        """Keep one; a file called missing.pdf is not there."""
        if new.path.endswith("missing.pdf"):
            raise WorkshopError("There is no such file.")
        document = Document(new.title.casefold(), new.title, new.dated)
        self.kept.insert(0, document)
        return document

    def edit(self, edit: FactEdit) -> EditOutcome:
        """Take it, but for a number that ends in 999."""
        if str(edit.value).endswith("999"):
            return EditOutcome((Refusal("That number is not in the numbering plan.", edit.place),))
        self.edits.append(edit)
        if edit.place == NUMBER:
            self.number = str(edit.value)
        return EditOutcome()

    def to_look_at(self) -> Sequence[LookAt]:
        """What a test has put here."""
        return tuple(self.looks)

    def right_as_it_is(self, look: LookAt) -> None:
        """It goes."""
        self.looks.remove(look)

    def undo(self) -> str:
        """Drop the last edit."""
        if not self.edits:
            return ""
        self.undone.append(self.edits.pop())
        self.number = "01632 960001"
        return "Number of Elm front door"

    def redo(self) -> str:
        """Take it again."""
        if not self.undone:
            return ""
        self.edit(self.undone.pop())
        return "Number of Elm front door"

    def changes(self) -> Sequence[LogEntry]:
        """One line an edit."""
        return tuple(
            LogEntry(seq, NOW, "Amara", "Elm front door: number", "01632 960001", str(edit.value))
            for seq, edit in enumerate(self.edits)
        )

    def problems(self) -> Sequence[str]:
        """What is wrong."""
        return self.wrong

    def preview(self, service: str, at: datetime) -> Preview | None:
        """The town's own front door, whichever is asked for; none while something is wrong."""
        if self.wrong:
            return None
        town = Town()
        found = town.services()[0]
        moment = Moment(at, town.bank_holidays())
        advice = None
        if service != "fern-helpline":
            asked = Situation(Concern.CHILD, Whereabouts(WhereStatus.KNOWN, (BEDFORD,)))
            advice = advise(asked, town, at)
        return Preview(service_facts(found, town, moment), advice, town, moment)

    def differences(self) -> Sequence[AnswerDifference]:
        """One, once anything was changed."""
        told = AnswerDifference("Child, Bedford Borough, Friday 16:20", "01632 960001", self.number)
        return (told,) if self.edits else ()
