"""Lists: what somebody sent is compared and taken row by row; reports come in, exports go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, bring_into_sight, clear
from desktop_app.ui.widgets.path_browser import dragged_file
from desktop_app.ui.widgets.path_field import OpenPlace, SavePlace
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.document_field import DocumentField
from desktop_app.ui.workshop.lists.columns_form import ColumnsForm
from desktop_app.ui.workshop.lists.lists import ColumnsWanted, ComparedList, Lists
from desktop_app.ui.workshop.lists.rows_list import RowsList
from desktop_app.ui.workshop.value_fields import chips
from desktop_app.ui.workshop.working_copy import Choice, WorkshopError

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.ui.workshop.working_copy import Workshop

TITLE = "Lists"
LEAD = (
    "What others send, row by row, and what you give out. Nothing here marks a number as checked."
)
IN, IN_TOLD = (
    "Compare a list",
    "xlsx, xls, ods, csv, or open referral data. It can be dropped here.",
)
REPORTS = "Read what desks reported"
REPORTS_TOLD = "One file of reports, or a folder of them. What was read before counts once."
OUT = "Give the directory out"
OUT_TOLD = "As this copy has it now. A table for people, or open referral data for other programs."
ALARMS = "I have looked at this, and it is meant."
PUBLIC = "Leave out what is for professionals only"
WHICH = "Which document is this list?"
NOTHING_TICKED = "Tick the rows to take."
NO_ROWS = "no row below its headings names a service and a number"
TICKED = "{} of {} rows ticked"
TICKS = (("Tick all", "lists-all", True), ("Untick all", "lists-none", False))
MOST = 12
LIST_FILES = ("*.xlsx", "*.xlsm", "*.xls", "*.ods", "*.csv", "*.json")
LEFT = Qt.AlignmentFlag.AlignLeft


class ListsView(Page, ScrollPage):
    """Nothing is written before “Take the ticked rows”; one step back takes all of them back."""

    kept = Signal()
    """The copy is another than it was."""

    def __init__(self, workshop: Workshop, lists: Lists) -> None:
        super().__init__("lists-page")
        self._lists, self._workshop = lists, workshop
        self._compared: ComparedList | None = None
        self._path = Path()
        self._columns = ColumnsForm()
        self._columns.chosen.connect(lambda chosen: self.compare(self._path, chosen))
        self.setAcceptDrops(True)
        self._told = words("", "strong", "lists-told")
        self._told.hide()
        self._list_place = OpenPlace("lists-open", *LIST_FILES)
        self._report_place = OpenPlace("lists-reports", "*.csv", folders=True)
        self.rows = RowsList()
        self.rows.ticked_changed.connect(self._say_count)
        self._count = words("", "soft", "lists-count")
        self._notes = QVBoxLayout()
        self._meant = QCheckBox(ALARMS)
        self._meant.setObjectName("lists-seen")
        self._document = DocumentField(workshop.documents(), workshop.add_document)
        self._found = self._comparison()
        ways = [Choice(each.id, each.words) for each in lists.ways_out()]
        self._ways = chips(self, "lists-way", ways, OUT)
        next(iter(self._ways.values())).setChecked(True)
        self._public = QCheckBox(PUBLIC)
        self._public.setObjectName("lists-public")
        self._save = SavePlace("lists-save", "directory.xlsx")
        self._lay_out()

    def focus_first(self) -> None:
        """Stand at the way in."""
        self.to_top()
        self._ask.setFocus()

    def forget(self) -> None:
        """A list that was compared is put away; nothing of it was written."""
        self._put_away()
        self._show_message("")

    def renew(self) -> None:
        """The copy is another: what was compared with the old one is compared again when asked."""

    def compare(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Compare a file with the copy and show its rows; the columns as somebody chose them."""
        self._path = path
        try:
            compared = self._compared = self._lists.compare(path, columns)
        except WorkshopError as error:
            self._put_away()
            self._show_message(str(error))
            if isinstance(error, ColumnsWanted):
                self._columns.show_columns(error.columns, wanted=True)
            return
        self._columns.show_columns(compared.columns, wanted=False)
        clear(self._notes)
        for sentence in compared.alarms:
            self._notes.addWidget(words(sentence, "doubt"))
        for sentence in compared.warnings[:MOST]:
            self._notes.addWidget(words(sentence, "soft"))
        self._meant.setChecked(False)
        self._meant.setVisible(bool(compared.alarms))
        self.rows.show_rows(compared.rows)
        self._found.show()
        self._show_message(f"{compared.file}: {compared.counted or NO_ROWS}.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be let go here."""
        if dragged_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is compared; nothing of it is written."""
        if path := dragged_file(event):
            event.acceptProposedAction()
            self.compare(path)

    def _take(self) -> None:
        ticked = self.rows.ticked
        if not ticked:
            self._show_message(NOTHING_TICKED)
            return
        if self._workshop.read_only:
            self._show_message(self._workshop.read_only)
            return
        try:
            document = self._document.kept()
            told = self._lists.take(ticked, document, alarms_seen=self._meant.isChecked())
        except (ValueError, WorkshopError) as error:
            self._show_message(str(error))
            return
        self._put_away()
        self.kept.emit()
        self._show_message(told)

    def _read(self, path: Path) -> None:
        if self._workshop.read_only:
            self._show_message(self._workshop.read_only)
            return
        try:
            found = self._lists.read_reports(path)
        except WorkshopError as error:
            self._show_message(str(error))
            return
        more = len(found) - MOST
        told = [*found[:MOST], *([f"and {more} more"] if more > 0 else [])]
        self.kept.emit()
        self._show_message("\n".join(told))

    def _give_out(self, path: Path) -> None:
        try:
            told = self._lists.give_out(self._way, path, public=self._public.isChecked())
        except WorkshopError as error:
            self._show_message(str(error))
            return
        self._save.forget()
        self._show_message(told)

    @property
    def _way(self) -> str:
        return next(each for each, chip in self._ways.items() if chip.isChecked())

    def _ask_where(self) -> None:
        ways: Sequence[tuple[str, str]] = [
            (each.id, each.file_name) for each in self._lists.ways_out()
        ]
        self._save.propose(dict(ways)[self._way])

    def _put_away(self) -> None:
        self._compared = None
        self._columns.hide()
        self.rows.show_rows(())
        self._found.hide()

    def _say_count(self) -> None:
        offered = sum(row.offered for row in self._compared.rows) if self._compared else 0
        self._count.setText(TICKED.format(len(self.rows.ticked), offered))

    def _show_message(self, sentence: str) -> None:
        show_sentence(self._told, sentence)
        if sentence:
            bring_into_sight(self._told)

    def _lay_out(self) -> None:
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(words(LEAD, "lead"))
        self.column.addWidget(self._told)
        first = self._part("lists-in", IN, IN_TOLD)
        self._ask = self._button("Choose a list", "folder", "lists-ask", "strong")
        self._ask.clicked.connect(self._list_place.ask)
        self._list_place.chosen.connect(self.compare)
        column_of(first).addWidget(self._ask, 0, LEFT)
        column_of(first).addWidget(self._list_place)
        column_of(first).addWidget(self._columns)
        column_of(first).addWidget(self._found)
        second = self._part("lists-in-reports", REPORTS, REPORTS_TOLD)
        ask = self._button("Choose a file or folder", "folder", "lists-reports-ask", "plain")
        ask.clicked.connect(self._report_place.ask)
        self._report_place.chosen.connect(self._read)
        column_of(second).addWidget(ask, 0, LEFT)
        column_of(second).addWidget(self._report_place)
        third = self._part("lists-out", OUT, OUT_TOLD)
        row = Flow(gap=8)
        for chip in self._ways.values():
            row.addWidget(chip)
        column_of(third).addLayout(row)
        column_of(third).addWidget(self._public)
        out = self._button("Choose where to write it", "save", "lists-out-ask", "plain")
        out.clicked.connect(self._ask_where)
        self._save.chosen.connect(self._give_out)
        column_of(third).addWidget(out, 0, LEFT)
        column_of(third).addWidget(self._save)
        self.column.addStretch(1)

    def _part(self, name: str, heading: str, told: str) -> QFrame:
        frame = card("plain", name, (20, 14, 20, 14))
        column_of(frame).addWidget(words(heading, "heading"))
        column_of(frame).addWidget(words(told, "soft"))
        self.column.addWidget(frame)
        return frame

    def _comparison(self) -> QFrame:
        frame = card("none", "lists-found", (0, 8, 0, 0))
        column = column_of(frame)
        column.addLayout(self._notes)
        column.addWidget(self._meant)
        column.addWidget(self.rows)
        column.addWidget(self._count)
        row = Flow(gap=8)
        for told, name, on in TICKS:
            button = self._button(told, "", name, "plain")
            button.clicked.connect(lambda _=False, ticks=on: self.rows.tick_all(ticks))
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(words(WHICH, "strong"))
        column.addWidget(self._document)
        take = self._button("Take the ticked rows", "tick", "lists-take", "strong")
        take.clicked.connect(self._take)
        column.addWidget(take, 0, LEFT)
        frame.hide()
        return frame

    def _button(self, told: str, drawing: str, name: str, look: str) -> IconButton:
        button = IconButton(told, drawing, name, look)
        button.setProperty("snug", "true")
        return button
