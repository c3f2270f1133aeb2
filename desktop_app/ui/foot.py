"""The foot of the window: which directory this is, the time it goes by, and "What if…?"."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from desktop_app.domain.directory import Release
from desktop_app.domain.wording import date_words, moment_words
from desktop_app.ui.flow import Flow
from desktop_app.ui.icons import IconButton
from desktop_app.ui.text import words


class Foot(QFrame):
    """Small, but always there: how old the numbers are and what time the answer used."""

    what_if_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = Flow(self, gap=24, line_gap=2)
        row.setContentsMargins(24, 6, 24, 6)
        self._release = words("", "foot", "foot-release", wrap=False)
        self._tested = words("", "foot", "foot-tested", wrap=False)
        self._told = words("", "foot", "foot-told")
        self._clock = words("", "foot", "foot-clock", wrap=False)
        what_if = IconButton("What if…?", "what-if", "what-if", "link")
        what_if.setAccessibleDescription("Shows the answer for another time. Key: Ctrl + T")
        what_if.clicked.connect(self.what_if_wanted)
        for each in (self._clock, what_if, self._release, self._tested, self._told):
            row.addWidget(each)
        self._told.hide()

    def show_release(self, release: Release, checked: int, numbers: int) -> None:
        """Say which edition this is and how many of its numbers somebody has checked."""
        made = date_words(release.dated)
        self._release.setText(f"Directory release {release.number}, made {made}")
        self._tested.setText(f"{checked} of {numbers} numbers test-called")

    def show_moment(self, moment: datetime) -> None:
        """Say the time the program goes by."""
        self._clock.setText(moment_words(moment))

    def tell(self, sentence: str) -> None:
        """Say one plain line, such as that settings cannot be kept; nothing takes it away."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
