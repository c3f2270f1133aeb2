"""One person of the practice card: the part they play, their name, their extension."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop_app.domain.practice.card import LONGEST, ROLES, Contact
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.copying import TextField
from desktop_app.ui.widgets.icon import IconButton

NARROW = 480
"""Pixels at 100 % text size below which a name would be cut off beside the part."""


class ContactRow(QWidget):
    """Three fields and a button that takes the person out."""

    changed = Signal()
    taken_out = Signal()

    def __init__(self, contact: Contact, place: int) -> None:
        super().__init__()
        self.setObjectName(f"contact-{place}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._role = QComboBox()
        self._role.setObjectName(f"contact-{place}-role")
        self._role.setAccessibleName(f"Person {place}: part")
        self._role.addItems(ROLES)
        self._role.setCurrentText(contact.role)
        self._role.currentTextChanged.connect(self.changed)
        self._name = self._line(contact.name, f"Person {place}: name", "Name", "name")
        self._extension = self._line(
            contact.extension, f"Person {place}: extension", "Extension", "extension"
        )
        self._name.setObjectName(f"contact-{place}-name")
        self._extension.setObjectName(f"contact-{place}-extension")
        self._remove = IconButton("", "remove", f"contact-{place}-remove")
        self._remove.setAccessibleName(f"Take out person {place}")
        self._remove.setToolTip("Take out")
        self._remove.clicked.connect(self.taken_out)
        for column, share in enumerate((3, 5, 2)):
            self._grid.setColumnStretch(column, share)
        self._narrow: bool | None = None
        appearance().changed.connect(self._arrange)
        self._arrange()

    def contact(self) -> Contact:
        """The person as typed."""
        return Contact(self._role.currentText(), self._name.text(), self._extension.text())

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go from one line to two, or back."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The part beside the name, or above it where that would be cut off."""
        narrow = self.width() < appearance().look.px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        fields = (self._role, self._name, self._extension, self._remove)
        for field in fields:
            self._grid.removeWidget(field)
        below = int(narrow)
        self._grid.addWidget(self._role, 0, 0, 1, 4 if narrow else 1)
        self._grid.addWidget(self._name, below, 0 if narrow else 1, 1, 2 if narrow else 1)
        self._grid.addWidget(self._extension, below, 2)
        self._grid.addWidget(self._remove, below, 3)

    def _line(self, text: str, said: str, hint: str, kind: str) -> QLineEdit:
        line = TextField(text)
        line.setAccessibleName(said)
        line.setPlaceholderText(hint)
        line.setMaxLength(LONGEST[kind])
        line.setProperty("field", "small")
        line.textEdited.connect(self.changed)
        return line
