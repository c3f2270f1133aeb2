"""Changing one fact: the new value, what it rests on, and why not where it is refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.path_browser import dragged_file
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.document_field import AddDocument, DocumentField
from desktop_app.ui.workshop.hours_field import HoursField
from desktop_app.ui.workshop.value_fields import (
    ChoiceField,
    ChoicesField,
    SentencesField,
    ValueField,
    WordsField,
)
from desktop_app.ui.workshop.working_copy import Document, Fact, Kind, NewDocument, Value

RESTS_ON = "Which document says so?"
KEEP, LEAVE = "Keep the change", "Leave it as it was"
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FactEditor(QFrame):
    """Ctrl + Enter keeps the change, Esc leaves the fact as it was."""

    kept = Signal(object, str)
    """The new value, and the id of the document that says so."""
    left = Signal()

    def __init__(
        self, fact: Fact, documents: Sequence[Document], add: AddDocument, last: str
    ) -> None:
        super().__init__()
        self.setProperty("card", "ask")
        self.setObjectName("fact-editor")
        self.setAcceptDrops(True)
        self.fact = fact
        self._field = field_for("new-value", fact)
        self._document = DocumentField(documents, add)
        self._document.choose(last)
        self._told = words("", "doubt", "fact-told")
        self._told.hide()
        self._keep = IconButton(KEEP, "tick", "fact-keep", "strong")
        self._keep.setAccessibleDescription("Key: Ctrl + Enter")
        self._keep.setProperty("snug", "true")
        self._keep.clicked.connect(self._hand_over)
        self._leave = IconButton(LEAVE, "clear", "fact-leave")
        self._leave.setAccessibleDescription("Key: Esc")
        self._leave.clicked.connect(self.left)
        self._before = self.typed()
        self._lay_out()
        for part in (self._field, self._document):
            part.changed.connect(lambda: self.refuse(""))

    @property
    def half_typed(self) -> bool:
        """Whether something is typed or chosen here that would be lost."""
        return self._document.half_typed or self.typed() != self._before

    def focus_first(self) -> None:
        """Take the keyboard at the value."""
        self._field.focus_first()
        bring_into_sight(self)

    def propose(self, document: NewDocument) -> None:
        """What it may rest on: one press keeps it, as any document is kept."""
        self._document.propose(document)
        self._field.focus_first()

    def refuse(self, sentence: str) -> None:
        """Say why the change was not taken; what was typed stays, the keyboard at it."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            self._field.focus_first()
            announce(self._told, sentence, urgent=True)
            bring_into_sight(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys that end it."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTERS and control and not event.isAutoRepeat():
            self._hand_over()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be let go here: it is what the change rests on."""
        if dragged_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It becomes a document once it has a title and a date."""
        if path := dragged_file(event):
            event.acceptProposedAction()
            self._document.take_file(str(path))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(words(RESTS_ON, "strong"))
        column.addWidget(self._document)
        row = Flow(gap=8)
        row.addWidget(self._keep)
        row.addWidget(self._leave)
        column.addWidget(self._told)
        column.addLayout(row)

    def typed(self) -> Value:
        """The value, or why it cannot be read."""
        try:
            return self._field.value()
        except ValueError as error:
            return str(error)

    def _hand_over(self) -> None:
        try:
            value = self._field.value()
        except ValueError as error:
            self.refuse(str(error))
            return
        try:
            document = self._document.kept()
        except ValueError as error:
            self.refuse(str(error))
            self._document.focus_first()
            return
        self.kept.emit(value, document)


def field_for(name: str, fact: Fact) -> ValueField:
    """The field that changes this fact."""
    kinds: dict[Kind, Callable[[str, Fact], ValueField]] = {
        Kind.WORDS: WordsField,
        Kind.NUMBER: WordsField,
        Kind.SENTENCES: SentencesField,
        Kind.CHOICE: ChoiceField,
        Kind.CHOICES: ChoicesField,
        Kind.HOURS: HoursField,
    }
    return kinds[fact.kind](name, fact)
