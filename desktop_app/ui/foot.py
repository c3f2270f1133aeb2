"""The foot of the window: which directory this is, the time it goes by, and what-if."""

from PySide6.QtCore import Signal

from desktop_app.ui.bar import Bar
from desktop_app.ui.icons import IconButton
from desktop_app.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.directory import Release


class Foot(Bar):
    """Small, but always there: how old the numbers are and what time the answer used."""

    what_if_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("foot", 6)
        self._release = words("", "foot", "foot-release")
        self._told = words("", "foot", "foot-told")
        self._clock = words("", "foot", "foot-clock", wrap=False)
        what_if = IconButton("What if…?", "what-if", "what-if", "link")
        what_if.setAccessibleDescription("Shows the answer for another time. Key: Ctrl + T")
        what_if.clicked.connect(self.what_if_wanted)
        self.before.addWidget(self._clock)
        self.before.addWidget(what_if)
        self.after.addWidget(self._release, 1)
        self.after.addWidget(self._told, 1)
        self._told.hide()

    def show_release(self, release: "Release", checked: int, numbers: int) -> None:
        """Say which edition this is and how many of its numbers somebody has checked."""
        from desktop_app.domain.wording import date_words  # not before the first picture

        made = f"Directory release {release.number}, made {date_words(release.dated)}."
        self._release.setText(f"{made}  {checked} of {numbers} numbers test-called.")

    def show_moment(self, moment: "datetime") -> None:
        """Say the time the program goes by."""
        from desktop_app.domain.wording import moment_words  # not before the first picture

        self._clock.setText(moment_words(moment))

    def hush(self) -> None:
        """Take away what was told."""
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say one plain line, such as that settings cannot be kept; nothing takes it away."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._release.setVisible(not sentence)
