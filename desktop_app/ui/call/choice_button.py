"""One of several readings of what was typed; long words wrap, so that none is cut off."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words


class ChoiceButton(Button):
    """A plain button whose words may take more than one line."""

    def __init__(self, text: str, drawing: str, name: str, voice: str = "body") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "plain")
        self.setAutoDefault(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 9, 14, 9)
        self._row.setSpacing(12)
        self._row.addWidget(IconLabel(drawing, "accent", 20))
        self._row.addWidget(words(text, voice), 1)

    def sizeHint(self) -> QSize:
        """As large as its words ask for."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words when they wrap."""
        return self._row.minimumSize()
