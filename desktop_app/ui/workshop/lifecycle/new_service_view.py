"""New: a service that begins, with what has to be known of it; and one that ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, bring_into_sight
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.widgets.typed_line import DayLine
from desktop_app.ui.workshop.document_field import DocumentField
from desktop_app.ui.workshop.hours_field import HoursField
from desktop_app.ui.workshop.lifecycle.service_lifecycle import NewService, ServiceLifecycle
from desktop_app.ui.workshop.tick_list import Tickable, TickList
from desktop_app.ui.workshop.value_fields import ChoiceField
from desktop_app.ui.workshop.working_copy import (
    Choice,
    Fact,
    FormHours,
    Kind,
    Refusal,
    Way,
    WorkshopError,
)

if TYPE_CHECKING:
    from desktop_app.ui.workshop.working_copy import Workshop

TITLE, LEAD = "A new service", "It reaches no desk before it is published."
TEXTS = {
    "name": "What it is called",
    "summary": "What it is for, in one sentence",
    "organisation": "Who runs it",
    "number": "Its number, if it has one",
    "label": "Who answers there",
}
TICKS = {
    "roles": "Which part it plays",
    "areas": "Where it works",
    "serves": "For whom",
    "topics": "What it is about",
}
KIND, HOURS = "What kind of line it is", "When somebody answers"
RESTS_ON = "Which document says so?"
MAKE, MADE = "Add the service", "Added. Look at it as a desk shows it before it is published."
END_TITLE = "A service that ended"
END_LEAD = "Its numbers stay to be recognised and are never offered again. One step back undoes it."
WHICH, SINCE, INSTEAD = "Which service?", "Since when?", "Whom to ring instead"
END, ENDED = "It has ended", "Kept. It is never offered again."
NO_SERVICE = "Choose the service that ended."
HINT = "Type a word"
HIGH = 150
LONGEST = 400


class NewServiceView(Page, ScrollPage):
    """Nothing is written before “Add the service”; each refusal stands at its field."""

    made = Signal(str)
    """A service was added: its id."""
    kept = Signal()
    """The copy is another than it was."""

    def __init__(
        self, workshop: Workshop, lifecycle: ServiceLifecycle, now: Callable[[], datetime]
    ) -> None:
        super().__init__("new-page")
        self._lifecycle, self._workshop = lifecycle, workshop
        self._refused: dict[str, QLabel] = {}
        said = lifecycle.words()
        self._texts = {key: _line(f"new-{key}", told) for key, told in TEXTS.items()}
        self._runs = QComboBox()
        self._runs.setObjectName("new-organisations")
        self._runs.setEditable(True)
        self._runs.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._runs.setAccessibleName(TEXTS["organisation"])
        self._runs.setLineEdit(self._texts["organisation"])
        _shrinks(self._runs)
        self._runs.addItems([*said.organisations])
        self._runs.setCurrentIndex(-1)
        self._ticks = {key: TickList(f"new-{key}", told, HINT, HIGH) for key, told in TICKS.items()}
        for key, choices in zip(
            TICKS, (said.roles, said.areas, said.serves, said.topics), strict=True
        ):
            self._ticks[key].show_things([Tickable(each.id, each.words) for each in choices])
        self._kind = ChoiceField("new-kind", _fact(KIND, Kind.CHOICE, None, said.kinds))
        self._hours = HoursField("new-hours", _fact(HOURS, Kind.HOURS, FormHours(Way.ASSUMED), ()))
        self._document = DocumentField(workshop.documents(), workshop.add_document)
        self._service, self._instead = QComboBox(), _line("end-instead", INSTEAD)
        self._day = DayLine("end-day", SINCE, lambda: now().date())
        self._day.set_day(now().date())
        self._ends_on = DocumentField(workshop.documents(), workshop.add_document)
        self._lay_out()
        self.renew()

    @property
    def half_typed(self) -> tuple[object, ...]:
        """What is typed and ticked here and was not added; empty where nothing is."""
        typed = tuple(line.text().strip() for line in self._texts.values())
        ticked = tuple(each.ticked for each in self._ticks.values())
        return (*typed, *ticked) if any(typed) or any(ticked) else ()

    def insist(self, sentence: str) -> None:
        """What is typed is not kept yet: say so, and stand at it."""
        self._refuse([Refusal(sentence)])

    def focus_first(self) -> None:
        """Stand at the name."""
        self.to_top()
        self._texts["name"].setFocus()

    def forget(self) -> None:
        """Nothing half typed stays."""
        for line in self._texts.values():
            line.clear()
        for ticks in self._ticks.values():
            ticks.untick_all()
        self._refuse([])

    def renew(self) -> None:
        """Read the services that can end anew."""
        self._services = [*self._lifecycle.services()]
        self._service.clear()
        self._service.addItems([each.words for each in self._services])
        self._service.setCurrentIndex(-1)

    def _make(self) -> None:
        if self._workshop.read_only:
            self._refuse([Refusal(self._workshop.read_only)])
            return
        try:
            new = self._typed()
            made = self._lifecycle.make(new)
        except (ValueError, WorkshopError) as error:
            self._refuse([Refusal(str(error))])
            return
        if not made.outcome.taken:
            self._refuse(made.outcome.refusals)
            return
        self.forget()
        self.kept.emit()
        self.made.emit(made.service)

    def _typed(self) -> NewService:
        texts = {key: " ".join(line.text().split()) for key, line in self._texts.items()}
        return NewService(
            name=texts["name"],
            summary=texts["summary"],
            organisation=texts["organisation"],
            roles=self._ticks["roles"].ticked,
            areas=self._ticks["areas"].ticked,
            serves=self._ticks["serves"].ticked,
            topics=self._ticks["topics"].ticked,
            number=texts["number"],
            label=texts["label"],
            kind=self._kind.value(),
            hours=self._hours.value() if texts["number"] else None,
            document=self._document.kept(),
        )

    def _end(self) -> None:
        at = self._service.currentIndex()
        if self._workshop.read_only or at < 0:
            self._refuse([Refusal(self._workshop.read_only or NO_SERVICE, ("end",))])
            return
        instead = " ".join(self._instead.text().split())
        try:
            document = self._ends_on.kept()
            ended = self._services[at].id
            outcome = self._lifecycle.end(ended, self._day.day(), instead, document)
        except (ValueError, WorkshopError) as error:
            self._refuse([Refusal(str(error), ("end",))])
            return
        if not outcome.taken:
            self._refuse([Refusal(each.sentence, ("end",)) for each in outcome.refusals])
            return
        self._instead.clear()
        self.kept.emit()
        self.renew()
        self._refuse([Refusal(ENDED, ("end",))])

    def _refuse(self, refusals: list[Refusal] | tuple[Refusal, ...]) -> None:
        """Each sentence at its field; what belongs to no field stands above the button."""
        told: dict[str, list[str]] = {key: [] for key in self._refused}
        for each in refusals:
            keys = [str(step) for step in reversed(each.place) if str(step) in told]
            told[keys[0] if keys else ""].append(each.sentence)
        shown = []
        for key, label in self._refused.items():
            label.setText(" ".join(dict.fromkeys(told[key])))
            label.setVisible(bool(told[key]))
            shown += [label] if told[key] else []
        if shown:
            announce(shown[0], shown[0].text(), urgent=True)
            bring_into_sight(shown[0])

    def _lay_out(self) -> None:
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(words(LEAD, "lead"))
        for key in ("name", "summary", "organisation"):
            self._put_field(
                key, TEXTS[key], self._runs if key == "organisation" else self._texts[key]
            )
        for key, told in TICKS.items():
            self._put_field(key, told, self._ticks[key])
        for key in ("number", "label"):
            self._put_field(key, TEXTS[key], self._texts[key])
        self._put_field("kind", KIND, self._kind)
        self._put_field("hours", HOURS, self._hours)
        self._put_field("document", RESTS_ON, self._document)
        self._refused[""] = self._told("")
        self.column.addWidget(self._refused[""])
        self.column.addWidget(self._button(MAKE, "add", "new-make", self._make), 0, LEFT)
        self.column.addWidget(self._ending())
        self.column.addStretch(1)

    def _put_field(self, key: str, told: str, field: QWidget) -> None:
        self.column.addWidget(words(told, "strong"))
        self.column.addWidget(field)
        self._refused[key] = self._told(key)
        self.column.addWidget(self._refused[key])

    def _ending(self) -> QWidget:
        frame = card("plain", "end-card", (20, 14, 20, 14))
        column = column_of(frame)
        column.addWidget(words(END_TITLE, "heading"))
        column.addWidget(words(END_LEAD, "soft"))
        self._service.setObjectName("end-service")
        self._service.setAccessibleName(WHICH)
        _shrinks(self._service)
        self._refused["end"] = self._told("end")
        for told, field in (
            (WHICH, self._service),
            (SINCE, self._day),
            (INSTEAD, self._instead),
            (RESTS_ON, self._ends_on),
        ):
            column.addWidget(words(told, "strong"))
            column.addWidget(field)
        column.addWidget(self._refused["end"])
        column.addWidget(self._button(END, "closed", "end-keep", self._end), 0, LEFT)
        return frame

    def _told(self, key: str) -> QLabel:
        label = words("", "doubt", f"new-told-{key}")
        label.hide()
        return label

    def _button(self, told: str, drawing: str, name: str, deed: Callable[[], None]) -> IconButton:
        look = "strong" if name == "new-make" else "plain"
        button = IconButton(told, drawing, name, look)
        button.setProperty("snug", "true")
        button.clicked.connect(deed)
        return button


LEFT = Qt.AlignmentFlag.AlignLeft
FEWEST = 8
"""Letters of a name that are seen at the least."""


def _shrinks(box: QComboBox) -> None:
    """A long name in it must not widen the page."""
    box.setMinimumContentsLength(FEWEST)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


def _line(name: str, heading: str) -> FormField:
    line = FormField(name, heading)
    line.setMaxLength(LONGEST)
    return line


def _fact(heading: str, kind: Kind, value: FormHours | None, choices: tuple[Choice, ...]) -> Fact:
    return Fact((), heading, kind, value, "", choices=choices)
