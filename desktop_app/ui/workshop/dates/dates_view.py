"""Dates: certain days on which many lines are closed or have other hours, in one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, bring_into_sight, clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.widgets.typed_line import DayLine
from desktop_app.ui.workshop.dates.dated_lines import DatedHours, DatedLines
from desktop_app.ui.workshop.document_field import DocumentField
from desktop_app.ui.workshop.tick_list import Tickable, TickList
from desktop_app.ui.workshop.value_fields import chips
from desktop_app.ui.workshop.working_copy import (
    AnswerDifference,
    Choice,
    EditOutcome,
    WorkshopError,
)

if TYPE_CHECKING:
    from desktop_app.ui.workshop.working_copy import Workshop

TITLE = "Dates"
LEAD = (
    "Closed for Christmas, a training day, a move: certain days on which lines have other hours. "
    "They beat the week."
)
WHICH, WHEN, WHAT = "Which lines?", "Which days?", "What holds on these days?"
CLOSED, OPEN = "closed", "open"
WAYS = (Choice(CLOSED, "Closed all day"), Choice(OPEN, "Open at other times"))
TIMES = "The times, like 10:00-12:00"
NOTE = "A short note for the desk, if there is one"
RESTS_ON = "Which document says so?"
NO_TIMES = "Write the times, like 10:00-12:00, or choose “Closed all day”."
FROM, TO = "From", "To, that day included"
BACKWARDS = "The last day is before the first one. Put one of them right."
NO_LINE = "Tick at least one line."
KEPT, TAKEN = "Kept. One step back takes all of it back.", "Taken away. One step back puts it back."
SAME = "No first call changes on these days."
CHANGES = "{} first calls would change:"
HINT = "Words of a name, a council or a number: “elm office”"
HIGH = 260
"""Pixels: some eight lines; more of them scroll."""
MOST = 60
MORE = "and {} more"


class DatesView(Page, ScrollPage):
    """Nothing is written before Keep; what would change is shown when it is asked for."""

    kept = Signal()
    """The copy is another than it was."""

    def __init__(self, workshop: Workshop, dates: DatedLines, now: Callable[[], datetime]) -> None:
        super().__init__("dates-page")
        self._dates, self._workshop = dates, workshop
        self.lines = TickList("dates", WHICH, HINT, HIGH)
        self._first, self._last = (
            DayLine(name, heading, lambda: now().date())
            for name, heading in (("dates-first", FROM), ("dates-last", TO))
        )
        for day in (self._first, self._last):
            day.set_day(now().date())
        self._first.line.editingFinished.connect(self._follow)
        self._ways = chips(self, "dates", WAYS, WHAT)
        self._ways[CLOSED].setChecked(True)
        self._times, self._note = _line("dates-times", TIMES), _line("dates-note", NOTE)
        self._document = DocumentField(workshop.documents(), workshop.add_document)
        self._told = words("", "doubt", "dates-told")
        self._found = card("plain", "dates-differences")
        self._lay_out()
        self.renew()

    def focus_first(self) -> None:
        """Stand ready to be typed into."""
        self.to_top()
        self.lines.search.setFocus()

    def forget(self) -> None:
        """Nothing half chosen stays."""
        self.lines.untick_all()
        self._show_message("")

    def renew(self) -> None:
        """Read the lines anew; what is ticked stays so."""
        self.lines.show_things([Tickable(*each) for each in self._dates.lines()])

    def _wanted(self, document: Callable[[], str]) -> DatedHours:
        """What is asked for; ValueError with a sentence where something is missing."""
        if not self.lines.ticked:
            raise ValueError(NO_LINE)
        opens = self._ways[OPEN].isChecked()
        if opens and not self._times.text().strip():
            raise ValueError(NO_TIMES)
        if self._last.day() < self._first.day():
            raise ValueError(BACKWARDS)
        return DatedHours(
            lines=self.lines.ticked,
            first=self._first.day(),
            last=self._last.day(),
            times=self._times.text() if opens else "",
            note=" ".join(self._note.text().split()),
            document=document(),
        )

    def _preview(self) -> None:
        try:
            found = self._dates.would_change(self._wanted(self._document.value))
        except (ValueError, WorkshopError) as error:
            self._show_message(str(error))
            return
        self._show_message("")
        self._show_differences(found)

    def _keep(self) -> None:
        self._write(self._dates.keep, KEPT)

    def _take_away(self) -> None:
        self._write(self._dates.take_away, TAKEN)

    def _write(self, deed: Callable[[DatedHours], EditOutcome], done: str) -> None:
        if self._workshop.read_only:
            self._show_message(self._workshop.read_only)
            return
        try:
            outcome = deed(self._wanted(self._document.kept))
        except (ValueError, WorkshopError) as error:
            self._show_message(str(error))
            return
        if not outcome.taken:
            self._show_message(" ".join(each.sentence for each in outcome.refusals))
            return
        self._found.hide()
        self.kept.emit()
        self.renew()
        self._show_message(done)

    def _show_message(self, sentence: str) -> None:
        show_sentence(self._told, sentence, urgent=True)
        if sentence:
            bring_into_sight(self._told)

    def _show_differences(self, found: Sequence[AnswerDifference]) -> None:
        column = column_of(self._found)
        clear(column)
        column.addWidget(words(CHANGES.format(len(found)) if found else SAME, "strong"))
        for each in found[:MOST]:
            told = f"{each.asked}: {each.before or 'nobody'} → {each.after or 'nobody'}"
            column.addWidget(words(told, "body"))
        if len(found) > MOST:
            column.addWidget(words(MORE.format(len(found) - MOST), "soft"))
        self._found.show()
        bring_into_sight(self._found)

    def _follow(self) -> None:
        """The last day goes along with a first one that is typed behind it."""
        try:
            if self._last.day() >= self._first.day():
                return
        except ValueError:
            return  # what cannot be read is said below it, and stays as it was typed
        self._last.set_day(self._first.day())

    def _turn(self) -> None:
        self._times.setVisible(self._ways[OPEN].isChecked())
        if self._times.isVisible():
            self._times.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(words(LEAD, "lead"))
        self.column.addWidget(words(WHICH, "strong"))
        self.column.addWidget(self.lines)
        grid = QGridLayout()
        for at, (told, field) in enumerate(((FROM, self._first), (TO, self._last))):
            grid.addWidget(words(told, "soft", wrap=False), 0, at)
            grid.addWidget(field, 1, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2, 1)
        self.column.addWidget(words(WHEN, "strong"))
        self.column.addLayout(grid)
        ways = Flow(gap=8)
        for chip in self._ways.values():
            chip.toggled.connect(self._turn)
            ways.addWidget(chip)
        self.column.addWidget(words(WHAT, "strong"))
        self.column.addLayout(ways)
        self.column.addWidget(self._times)
        self._times.hide()
        self.column.addWidget(words(NOTE, "soft"))
        self.column.addWidget(self._note)
        self.column.addWidget(words(RESTS_ON, "strong"))
        self.column.addWidget(self._document)
        self.column.addWidget(self._told)
        self.column.addLayout(self._buttons())
        self.column.addWidget(self._found)
        self.column.addStretch(1)
        self._told.hide()
        self._found.hide()

    def _buttons(self) -> Flow:
        row = Flow(gap=8)
        for told, drawing, name, look, deed in (
            ("What would change", "search", "dates-preview", "plain", self._preview),
            ("Keep these days", "tick", "dates-keep", "strong", self._keep),
            ("Take these days away", "remove", "dates-remove", "plain", self._take_away),
        ):
            button = IconButton(told, drawing, name, look)
            button.setProperty("snug", "true")
            button.clicked.connect(deed)
            row.addWidget(button)
        return row


def _line(name: str, heading: str) -> FormField:
    line = FormField(name, heading)
    line.setPlaceholderText(heading)
    line.setMaxLength(200)
    return line
