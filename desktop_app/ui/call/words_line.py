"""The quiet line of the home page that says one may type instead of answering."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton

WORDS = "Or type words, a number or a place"
EXAMPLE = "Any letter begins it: what was said, then the town"


class WordsLine(QFrame):
    """Pressed, it brings up the one box; a letter does the same without it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = Flow(self, gap=4, line_gap=4)
        row.setContentsMargins(0, 0, 0, 0)
        button = IconButton(WORDS, "", "who-words", look="link")
        button.setToolTip(EXAMPLE)
        button.setAccessibleDescription(EXAMPLE)
        button.clicked.connect(lambda _=False: self.wanted.emit())
        row.addWidget(button)
