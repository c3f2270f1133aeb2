"""One line above an answer that has to be read, with one thing to press at its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words

HURTING = "This answer is for the person who hurts. Lines for the people they hurt are left out."
UNDO = "Undo"
UNDONE_BY = "Brings back the answer for the person who is hurt"
SEEN = "I have seen this"


class NoticeBar(QFrame):
    """Hidden until there is something to say; `name` is how its words are found."""

    pressed = Signal()
    turned = Signal(str)
    """What it says from now on; nothing once it is gone."""

    def __init__(self, name: str, drawing: str) -> None:
        super().__init__()
        self.setProperty("card", "caution")
        self.setObjectName(f"{name}-bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(10)
        self._row.addWidget(IconLabel(drawing, "caution_ink", 20))
        self._words = words("", "doubted", name)
        self._row.addWidget(self._words, 1)
        self.hide()

    def offer(self, text: str, name: str, told: str = "") -> None:
        """Have this to press."""
        button = Button(text)
        button.setObjectName(name)
        button.setProperty("look", "link")
        button.setAutoDefault(True)
        button.setAccessibleDescription(told)
        button.setToolTip(told)
        button.clicked.connect(self.pressed)
        self._row.addWidget(button)

    def show_message(self, said: str) -> None:
        """Say this; nothing takes the bar away."""
        self._words.setText(said)
        self.setVisible(bool(said))
        self.turned.emit(said)

    @property
    def said(self) -> str:
        """What it says now."""
        return self._words.text()


def hurting_bar() -> NoticeBar:
    """Says that an answer is for the person who hurts, and takes it back in one press."""
    bar = NoticeBar("hurting-note", "warning")
    bar.offer(UNDO, "undo-using-abuse", UNDONE_BY)
    return bar


def change_bar() -> NoticeBar:
    """Says that the answer changed by itself; it stays until somebody has seen it."""
    bar = NoticeBar("changed-words", "clock")
    bar.offer(SEEN, "changed-seen")
    return bar
