"""The 999 card: on every page, in every state, also when nothing else works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from desktop_app.ui.flow import Flow
from desktop_app.ui.text import words

QUESTION = "Immediate danger?"
RING = "Ring 999"
SILENT = "Can’t speak? On a mobile, press 55 when asked"
RELAY = "Deaf? Text relay 18000"


class EmergencyCard(QFrame):
    """Says, before anything else, that danger now means 999."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("emergency")
        self.setAccessibleName(f"{QUESTION} {RING}. {SILENT}. {RELAY}.")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = Flow(self, gap=20, line_gap=4)
        row.setContentsMargins(24, 10, 24, 10)
        for text, name in (
            (QUESTION, "emergency-question"),
            (RING, "emergency-number"),
            (SILENT, "emergency-silent"),
            (RELAY, "emergency-relay"),
        ):
            label = words(text, "emergency", name, wrap=False)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label)
