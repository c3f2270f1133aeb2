"""Whether the stewards' workshop is offered at this desk, and the button that opens it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.desk_settings import BY_IT
from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.button import Chip
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words

TITLE = "For those who keep the numbers"
TOLD = (
    "Stewards change, check and publish the directory in a window of its own. Desks do not need it."
)
SWITCH, OPEN = "The workshop", "Open the workshop"
NOT_OPENED = "The workshop could not be opened. Start it from a terminal: who-to-call workshop"


class WorkshopSettings(QFrame):
    """Off until somebody switches it on; IT can fix it either way."""

    offered = Signal(bool)
    open_wanted = Signal()

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setObjectName("workshop-settings")
        by_it = policy.workshop is not None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(words(TITLE, "heading"))
        self._switch = Chip("set-workshop", SWITCH)
        self._switch.setEnabled(not by_it)
        self._switch.setAccessibleDescription(BY_IT if by_it else TOLD)
        self._switch.clicked.connect(self.offered)
        column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(BY_IT if by_it else TOLD, "soft"))
        self._open = IconButton(OPEN, "settings", "open-workshop")
        self._open.clicked.connect(self.open_wanted)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._told = words("", "strong", "workshop-opened")
        self._told.hide()
        column.addWidget(self._told)

    def show_offered(self, offered: bool) -> None:
        """Mark whether it is offered; the button is there only then."""
        self._switch.setChecked(offered)
        self._open.setVisible(offered)

    def show_message(self, sentence: str) -> None:
        """Say what came of opening it."""
        show_sentence(self._told, sentence)
