"""The sheet of one service: every fact that can be changed, number by number."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.page import ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.document_field import AddDocument
from desktop_app.ui.workshop.fact_editor import FactEditor
from desktop_app.ui.workshop.fact_row import FactRow
from desktop_app.ui.workshop.stale_texts_card import StaleTextsCard
from desktop_app.ui.workshop.working_copy import (
    Document,
    EditOutcome,
    FactCard,
    FactEdit,
    FactSheet,
    LookAt,
    NewDocument,
    Place,
    Value,
)

WRONG = "To be put right"
NOT_KEPT = "This is not kept yet. Keep it, or leave it as it was (Esc)."


class ServiceSheet(ScrollPage):
    """Shows a sheet; one fact at a time is changed on it, and nothing is written by itself."""

    edit_wanted = Signal(object)
    left = Signal()
    """The editor was closed, and the fact is as it was."""

    def __init__(self, add: AddDocument) -> None:
        super().__init__("workshop-sheet")
        self.setAccessibleName("Service")
        self._add = add
        self._documents: Sequence[Document] = ()
        self._last_document = ""
        self._sheet: FactSheet | None = None
        self._shown: QWidget | None = None
        self._open: FactRow | None = None
        self._editor: FactEditor | None = None
        self._asked: Place = ()
        self.looks = StaleTextsCard("sheet-look")
        self.looks.wanted.connect(self._open_look)
        self.column.addWidget(self.looks)
        self.column.addStretch(1)

    @property
    def service(self) -> str:
        """The service that is shown; empty where none is."""
        return self._sheet.id if self._sheet else ""

    def show_looks(self, looks: Sequence[LookAt], *, read_only: bool) -> None:
        """Have the texts of this service that may be of before above its facts."""
        self.looks.show_texts(looks, read_only=read_only)

    def show_sheet(
        self, sheet: FactSheet, documents: Sequence[Document], *, read_only: bool
    ) -> None:
        """Show this service; an editor that is open is closed."""
        same = self._sheet is not None and self._sheet.id == sheet.id
        place = self.verticalScrollBar().value() if same else 0
        self._sheet, self._documents = sheet, documents
        self._open = self._editor = None
        self._put(self._made(sheet, read_only=read_only))
        self.settle()
        self.verticalScrollBar().setValue(place)
        self._stand_at(self._asked if same else ())

    def close_editor(self) -> None:
        """What was typed is kept now."""
        self._editor = None

    def show_outcome(self, outcome: EditOutcome) -> None:
        """Say at the open editor why the change was refused."""
        if self._editor is not None and outcome.refusals:
            self._editor.refuse(" ".join(refusal.sentence for refusal in outcome.refusals))

    @property
    def half_typed(self) -> tuple[Place, Value] | None:
        """The fact that is being changed, and what is typed of it; none where nothing is."""
        if self._editor is None or not self._editor.half_typed:
            return None
        return self._editor.fact.place, self._editor.typed()

    def insist(self, sentence: str = NOT_KEPT) -> None:
        """What is typed is not kept yet: say so, and stand at it."""
        if self._editor is not None:
            self._editor.refuse(sentence)

    def focus_first(self) -> None:
        """Take the keyboard at the first fact that can be changed."""
        for row in self._rows():
            if not row.button.isHidden():
                row.button.setFocus()
                return

    def open_fact(self, place: Place, value: Value, document: NewDocument | None) -> None:
        """Open the editor of one fact: with this value typed in, and this document proposed."""
        for row in self._rows():
            if row.fact.place == place and not row.button.isHidden():
                self._change(row, value)
                if self._editor is not None and document is not None:
                    self._editor.propose(document)

    def _open_look(self, look: LookAt) -> None:
        """The editor of the fact in which the text stands."""
        for row in self._rows():
            if row.fact.place == look.place[: len(row.fact.place)]:
                self._change(row)

    def _rows(self) -> list[FactRow]:
        return self._shown.findChildren(FactRow) if self._shown else []

    def _made(self, sheet: FactSheet, *, read_only: bool) -> QWidget:
        body = card("none", "workshop-service", (0, 0, 0, 0))
        column = column_of(body)
        column.setSpacing(12)
        if sheet.organisation not in sheet.name:
            column.addWidget(words(sheet.organisation, "eyebrow"))
        column.addWidget(words(sheet.name, "service", "sheet-name"))
        if sheet.wrong:
            column.addWidget(_wrong(sheet.wrong))
        for each in sheet.cards:
            column.addWidget(self._card(each, read_only=read_only))
        column.addWidget(words(f"Kept in {sheet.file}", "small"))
        return body

    def _card(self, told: FactCard, *, read_only: bool) -> QFrame:
        frame = card("plain", f"facts-{told.name}", (20, 14, 20, 14))
        column = column_of(frame)
        head = QHBoxLayout()
        head.addWidget(words(told.heading, "strong"), 1)
        if told.state:
            head.addWidget(words(told.state, "doubt" if told.doubtful else "soft", wrap=False))
        column.addLayout(head)
        for fact in told.facts:
            row = FactRow(fact, told.heading, changes=not (read_only or fact.fixed))
            row.change_wanted.connect(self._change)
            column.addWidget(row)
        return frame

    def _change(self, row: FactRow, value: Value = None) -> None:
        if self.half_typed:
            self.insist()
            return
        if self._open is not None:
            self._open.close_editor()
        self._open = row
        fact = row.fact if value is None else row.fact._replace(value=value)
        editor = self._editor = FactEditor(fact, self._documents, self._add, self._last_document)
        editor.kept.connect(lambda value, document: self._ask(row, value, document))
        editor.left.connect(self._leave)
        row.open(editor)

    def _leave(self) -> None:
        row, self._open, self._editor = self._open, None, None
        if row is not None:
            row.close_editor()
        self.left.emit()

    def _ask(self, row: FactRow, value: Value, document: str) -> None:
        if self._open is not row or self._sheet is None:
            return  # an editor that was closed: its value belongs to no other fact
        self._last_document, self._asked = document, row.fact.place
        self.edit_wanted.emit(FactEdit(self._sheet.id, self._asked, value, document))

    def _stand_at(self, place: Place) -> None:
        """The keyboard goes on where the last change was made."""
        for row in self._rows() if place else ():
            if row.fact.place == place:
                row.button.setFocus()
        self._asked = ()

    def _put(self, body: QWidget) -> None:
        if self._shown is not None:
            self._shown.hide()
            self.column.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = body
        self.column.insertWidget(1, body)


def _wrong(sentences: Sequence[str]) -> QFrame:
    frame = card("caution", "sheet-wrong", (16, 10, 16, 10))
    head = QHBoxLayout()
    head.addWidget(IconLabel("warning", "caution_ink", 20))
    head.addWidget(words(WRONG, "strong"), 1)
    column_of(frame).addLayout(head)
    for sentence in sentences:
        column_of(frame).addWidget(words(sentence, "body"))
    return frame
