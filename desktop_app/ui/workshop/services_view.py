"""Services: the list at the left, the sheet of one at the right, and how a desk would show it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.directory.panes import Panes
from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.flow import LINK_PADDING
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, Page
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.calls.ring_list import Lead
from desktop_app.ui.workshop.preview import PreviewPane
from desktop_app.ui.workshop.service_sheet import ServiceSheet
from desktop_app.ui.workshop.services_list import ServicesList
from desktop_app.ui.workshop.working_copy import (
    EditOutcome,
    FactEdit,
    LookAt,
    Refusal,
    Workshop,
    WorkshopError,
)

PREVIEW, SHEET = "As a desk shows it", "Back to the facts"
KEPT = "Kept. It reaches no desk before it is published."
LOOK_HERE = "Look at the text marked below."
LOOK_ELSEWHERE = "Look also at {}."


class ServicesView(Page, QWidget):
    """Where facts are changed; every change is written before the next can begin."""

    def __init__(self, workshop: Workshop, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workshop, self._behind = workshop, False
        self.services = ServicesList()
        self.sheet = ServiceSheet(workshop.add_document)
        self.preview = PreviewPane(workshop, now)
        self._turns = [self._turn("workshop-preview"), self._turn("workshop-preview-narrow")]
        self._told = words("", "strong", "workshop-told")
        self._told_narrow = words("", "strong", "workshop-told-narrow")
        self._told_narrow.setContentsMargins(LINK_PADDING, 0, 0, LINK_PADDING)
        self._told_narrow.hide()
        self._panes = Panes(self._head(), self.services, self._way_back())
        self._right = self._panes.right
        self._right.addWidget(self.sheet)
        self._right.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panes)
        self.services.chosen.connect(self.show_service)
        self.services.search.returnPressed.connect(self._go_on)
        self.services.list.entered.connect(self._go_on)
        self.services.list.itemClicked.connect(lambda _item: self._panes.read(True))
        self.sheet.edit_wanted.connect(self._edit)
        self.sheet.left.connect(self._catch_up)
        self.sheet.looks.found_right.connect(self._found_right)
        self.renew()

    def focus_first(self) -> None:
        """Stand ready to be typed into."""
        self.services.search.setFocus()
        self.services.search.selectAll()

    def forget(self) -> None:
        """Put away whatever is half typed."""
        if self.sheet.service:
            self._show(self.sheet.service)

    def renew(self) -> None:
        """The working copy is another than it was: list it anew, and show the same service.

        What somebody types of a fact is not taken from under their hands.
        """
        try:
            self._behind = self.sheet.half_typed is not None
            self.services.show_rows(self._workshop.rows())
            if self.sheet.service and not self._behind:
                self._show(self.sheet.service)
        except WorkshopError as error:  # what was shown stays until it can be read again
            self.show_message(str(error))

    def open_service(self, service: str) -> None:
        """Show one service, whatever the list was narrowed to."""
        self.services.mark(service)

    def open_fact(self, lead: Lead) -> None:
        """Show a fact with its editor open, and what a call says of it typed in."""
        if self._right.currentWidget() is self.preview:
            self.turn_preview()
        self.services.mark(lead.service)
        self._panes.read(True)
        self.sheet.open_fact(lead.place, lead.value, lead.document)

    def show_service(self, service: str) -> None:
        """The list stands at another service."""
        if service == self.sheet.service:
            return
        if self.sheet.half_typed:
            self.services.mark(self.sheet.service)
            self.sheet.insist()
            return
        self.show_message("")
        self._show(service)

    def turn_preview(self) -> None:
        """From the facts to what a desk shows, or back."""
        shown = self._right.currentWidget() is self.preview
        self._right.setCurrentWidget(self.sheet if shown else self.preview)
        for turn in self._turns:
            turn.setText(PREVIEW if shown else SHEET)
        self._panes.read(True)
        self.services.setVisible(shown and not self._panes.narrow)  # it needs a desk's room
        if not shown:
            self.preview.show_service(self.sheet.service)

    def _show(self, service: str) -> None:
        try:
            sheet = self._workshop.sheet(service)
        except KeyError:  # undone: it was only ever there in this copy
            return
        read_only = bool(self._workshop.read_only)
        self.sheet.show_sheet(sheet, self._workshop.documents(), read_only=read_only)
        self._show_looks()
        if self._right.currentWidget() is self.preview:
            self.preview.show_service(service)

    def _go_on(self) -> None:
        self._panes.read(True)
        if self._right.currentWidget() is self.preview:
            self.preview.focus_first()
        else:
            self.sheet.focus_first()

    def _edit(self, edit: FactEdit) -> None:
        try:
            outcome = self._workshop.edit(edit)
        except WorkshopError as error:
            outcome = EditOutcome((Refusal(str(error), edit.place),))
        if not outcome.taken:
            self.sheet.show_outcome(outcome)
            return
        self.sheet.close_editor()
        self.renew()
        self.show_message(" ".join((KEPT, *outcome.also, *self._to_look_at())))

    def _catch_up(self) -> None:
        """An editor was left: what changed meanwhile is shown."""
        if self._behind:
            self.renew()

    def _to_look_at(self) -> Iterator[str]:
        """Which texts may still say what was before: here, and in other services by name."""
        looks = self._workshop.to_look_at()
        if any(each.service == self.sheet.service for each in looks):
            yield LOOK_HERE
        elsewhere = (each.where for each in looks if each.service != self.sheet.service)
        if named := "; ".join(dict.fromkeys(elsewhere)):
            yield LOOK_ELSEWHERE.format(named)

    def _found_right(self, look: LookAt) -> None:
        self._workshop.right_as_it_is(look)
        self._show_looks()

    def _show_looks(self) -> None:
        here = [x for x in self._workshop.to_look_at() if x.service == self.sheet.service]
        self.sheet.show_looks(here, read_only=bool(self._workshop.read_only))

    def show_message(self, sentence: str) -> None:
        """Say what came of something, above the sheet, also where it stands alone."""
        show_sentence(self._told, sentence)
        self._told_narrow.setText(sentence)
        self._told_narrow.setVisible(bool(sentence))

    def _turn(self, name: str) -> IconButton:
        turn = IconButton(PREVIEW, "what-if", name, "plain")
        turn.setProperty("snug", "true")
        turn.clicked.connect(self.turn_preview)
        return turn

    def _way_back(self) -> QWidget:
        """Where there is room for one of the two: back to the list, and the other side of it."""
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self._told_narrow)
        back = IconButton("Back to the list", "back", "workshop-back", "link")
        back.clicked.connect(self._to_list)
        row.addWidget(back)
        row.addWidget(self._turns[1])
        row.addStretch(1)
        return holder

    def _to_list(self) -> None:
        self._panes.read(False)
        self.services.list.setFocus()

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        row = QHBoxLayout()
        row.addWidget(words(self._workshop.title, "heading", "workshop-title"))
        row.addWidget(self._told, 1)
        row.addWidget(self._turns[0], 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        if self._workshop.read_only:
            column.addWidget(words(self._workshop.read_only, "doubt", "workshop-read-only"))
        return head
