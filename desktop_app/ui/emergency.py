"""The 999 card: on every page, in every state, also when nothing else works."""

from desktop_app.ui.bar import Bar
from desktop_app.ui.text import words

QUESTION = "Immediate danger?"
RING = "Ring 999"
SILENT = "Can’t speak? On a mobile, press 55 when asked."
RELAY = "Deaf? Text relay 18000."
NO_BREAK = "\u00a0"
"""A space at which no line ends: the second sentence stays whole."""


class EmergencyCard(Bar):
    """Says, before anything else, that danger now means 999."""

    def __init__(self) -> None:
        super().__init__("emergency", 10)
        self.setAccessibleName(f"{QUESTION} {RING}. {SILENT} {RELAY}")
        self.before.addWidget(words(QUESTION, "emergency", "emergency-question", wrap=False))
        self.before.addWidget(words(RING, "emergency", "emergency-number", wrap=False))
        told = f"{SILENT}  {RELAY.replace(' ', NO_BREAK)}"
        self.after.addWidget(words(told, "emergency", "emergency-silent"), 1)
