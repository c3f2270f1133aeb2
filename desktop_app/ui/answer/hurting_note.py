"""Says that an answer is for the person who hurts, and takes it back in one press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words

TOLD = "This answer is for the person who hurts. Lines for the people they hurt are left out."
UNDO = "Undo"
UNDONE_BY = "Brings back the answer for the person who is hurt"


class HurtingNote(QFrame):
    """Stands above such an answer and above no other."""

    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "caution")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel("warning", "caution_ink", 22))
        row.addWidget(words(TOLD, "strong", "hurting-note"), 1)
        undo = Button(UNDO)
        undo.setObjectName("undo-using-abuse")
        undo.setProperty("look", "plain")
        undo.setAutoDefault(True)
        undo.setAccessibleDescription(UNDONE_BY)
        undo.setToolTip(UNDONE_BY)
        undo.clicked.connect(self.undone)
        row.addWidget(undo)
        self.hide()
