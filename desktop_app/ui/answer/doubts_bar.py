"""Above the number: doubts that change what to do, and what must be known before ringing."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.domain.answer.screen_parts import Screen
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import Sentence

MOST = 8
"""More than ever stand together: clock, order, day, place, directory, two warnings, one before."""


class DoubtsBar(QFrame):
    """One bar, a short sentence for each; made once and filled again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "caution")
        self.setObjectName("doubts")
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", "caution_ink", 20))
        flow = Flow(gap=14, line_gap=2)
        row.addLayout(flow, 1)
        self._words = [Sentence("doubted", f"doubt-{place}") for place in range(1, MOST + 1)]
        for label in self._words:
            flow.addWidget(label)

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._row.setContentsMargins(12, around, 12, around)

    def show_doubts(self, shown: Screen) -> None:
        """Say what is in doubt; nothing where nothing is."""
        said = (*shown.before, *shown.doubts, *shown.warned)[:MOST]
        self.setVisible(bool(said))
        for place, label in enumerate(self._words):
            label.setText(said[place] if place < len(said) else "")
            label.setVisible(place < len(said))

    def forget(self) -> None:
        """Hold no words any more."""
        for label in self._words:
            label.setText("")
        self.hide()
