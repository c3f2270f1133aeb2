"""One person of the practice card: the part they play, their name, their extension."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.practice import LONGEST, ROLES, Contact
from desktop_app.ui.icons import IconButton


class ContactRow(QWidget):
    """Three fields and a button that takes the person out."""

    changed = Signal()
    taken_out = Signal()

    def __init__(self, contact: Contact, place: int) -> None:
        super().__init__()
        self.setObjectName(f"contact-{place}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
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
        remove = IconButton("", "remove", f"contact-{place}-remove")
        remove.setAccessibleName(f"Take out person {place}")
        remove.setToolTip("Take out")
        remove.clicked.connect(self.taken_out)
        row.addWidget(self._role, 3)
        row.addWidget(self._name, 5)
        row.addWidget(self._extension, 2)
        row.addWidget(remove)

    def contact(self) -> Contact:
        """The person as typed."""
        return Contact(self._role.currentText(), self._name.text(), self._extension.text())

    def begin(self) -> None:
        """Take the keyboard."""
        self._name.setFocus()

    def _line(self, text: str, said: str, hint: str, kind: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(said)
        line.setPlaceholderText(hint)
        line.setMaxLength(LONGEST[kind])
        line.setProperty("field", "small")
        line.textEdited.connect(self.changed)
        return line
