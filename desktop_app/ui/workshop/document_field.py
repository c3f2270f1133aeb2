"""What a change rests on: a document that was read, chosen from those kept or added here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import FormField, TextField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.path_browser import PathBrowser
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.working_copy import Document, NewDocument, WorkshopError

CHOOSE = "Choose the document that says so"
ADD = "Add a document"
NEW = {
    "title": "What it is",
    "publisher": "Who wrote or published it",
    "dated": "Its date, as it is printed there",
    "path": "The file, if you have one",
}
ASKED = ("title", "publisher", "dated")
DROP = "A mail, a PDF or a picture can be dropped here."
ANY_FILE = ("*",)
FEWEST = 8
"""Letters of a title that are seen at the least."""
NEEDED = "Choose the document that says so, or add one: nothing is kept without."
UNTITLED = "Say what the document is, whose it is and which date it has."


AddDocument = Callable[[NewDocument], Document]
"""Keeps a document; WorkshopError when it cannot be."""


class DocumentField(QWidget):
    """Chooses a document by typing part of its title; a file let go here becomes one."""

    changed = Signal()

    def __init__(self, documents: Sequence[Document], add: AddDocument) -> None:
        super().__init__()
        self.setObjectName("rests-on")
        self._add = add
        self._documents = list(documents)
        self.box = QComboBox()
        self.box.setObjectName("rests-on-box")
        self.box.setAccessibleName(CHOOSE)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        shrinks = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(shrinks)  # a long title must not widen the sheet
        self.box.setMinimumContentsLength(FEWEST)
        typed = TextField()
        typed.setPlaceholderText(CHOOSE)
        typed.setAccessibleName(CHOOSE)  # a screen reader stands in the line, not in the box
        self.box.setLineEdit(typed)
        self._fill("")
        self.box.currentIndexChanged.connect(self.changed)
        self.box.currentIndexChanged.connect(lambda: typed.setCursorPosition(0))
        self._new = QWidget()
        self._lines = {key: FormField(f"document-{key}", heading) for key, heading in NEW.items()}
        self._told = words("", "strong", "rests-on-told")
        self._lay_out()

    def choose(self, document_id: str) -> None:
        """Stand at this document, where it is one of those kept."""
        ids = [document.id for document in self._documents]
        self.box.setCurrentIndex(ids.index(document_id) if document_id in ids else -1)

    def focus_first(self) -> None:
        """Take the keyboard, to type part of a title."""
        self.box.setFocus()

    def value(self) -> str:
        """The id of the document; ValueError where none is chosen."""
        typed = self.box.currentText().strip()
        found = [each.id for each in self._documents if typed and _told(each) == typed]
        if not found:
            raise ValueError(NEEDED)
        return found[0]

    def kept(self) -> str:
        """The id of the document; one that is typed in here, and was not kept, is kept now.

        ValueError where none is chosen, or where something of the new one is missing.
        """
        if self.half_typed:
            self._keep()
            if self._told.text():
                raise ValueError(self._told.text())
        return self.value()

    def take_file(self, path: str) -> None:
        """A file was let go here: ask what it is and which date it has."""
        self._open_new()
        self._lines["path"].setText(path)

    def propose(self, document: NewDocument) -> None:
        """Have this one typed in, ready to be kept; one of the same title and date is chosen."""
        told = f"{document.title}, {document.dated}"
        if found := [each.id for each in self._documents if _told(each) == told]:
            self.choose(found[0])
            return
        self._open_new()
        for key, text in document._asdict().items():
            self._lines[key].setText(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        add = IconButton(ADD, "add", "rests-on-add", "link")
        add.clicked.connect(self._open_new)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        inner = QVBoxLayout(self._new)
        inner.setContentsMargins(0, 0, 0, 0)
        for key, heading in NEW.items():
            line = self._lines[key]
            line.returnPressed.connect(self._go_on)
            inner.addWidget(words(heading, "soft"))
            inner.addWidget(PathBrowser(line, ANY_FILE) if key == "path" else line)
        inner.addWidget(words(DROP, "soft"))
        keep = IconButton("Keep this document", "tick", "rests-on-keep")
        keep.clicked.connect(self._keep)
        inner.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._new.hide()
        self._told.hide()
        column.addWidget(self._new)
        column.addWidget(self._told)

    def _open_new(self) -> None:
        self._new.show()
        self._lines["title"].setFocus()

    @property
    def half_typed(self) -> bool:
        """Whether something of a new document is typed in here and waits to be kept."""
        typed = any(line.text().strip() for line in self._lines.values())
        return typed and not self._new.isHidden()

    def _go_on(self) -> None:
        """Enter: to the first thing that is missing, and where nothing is, keep the document."""
        empty = [self._lines[key] for key in ASKED if not self._lines[key].text().strip()]
        if empty:
            empty[0].setFocus()
        else:
            self._keep()

    def _keep(self) -> None:
        new = NewDocument(**{key: line.text().strip() for key, line in self._lines.items()})
        if not all(self._lines[key].text().strip() for key in ASKED):
            self._show_message(UNTITLED)
            return
        try:
            document = self._add(new)
        except WorkshopError as error:
            self._show_message(str(error))
            return
        self._documents.insert(0, document)
        self._fill(document.id)
        for line in self._lines.values():
            line.clear()
        self._new.hide()
        self._show_message("")
        self.changed.emit()

    def _show_message(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _fill(self, chosen: str) -> None:
        self.box.clear()
        self.box.addItems([_told(each) for each in self._documents])
        self.choose(chosen)
        completer = QCompleter([_told(each) for each in self._documents], self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)


def _told(document: Document) -> str:
    return f"{document.title}, {document.dated}"
