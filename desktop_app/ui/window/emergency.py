"""The 999 card: on every page, in every state, also when nothing else works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import Bar

QUESTION = "Immediate danger?"
RING = "Ring 999"
SILENT = "Can’t speak? On a mobile, press 55 when asked."
RELAY = "Deaf? Text relay 18000."
NO_BREAK = "\u00a0"
"""A space at which no line ends: the second sentence stays whole."""
NARROWER = 0.75
"""How wide the words are in a narrow window, against their usual width; see the style sheet."""

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent


class EmergencyCard(Bar):
    """Says, before anything else, that danger now means 999."""

    def __init__(self) -> None:
        super().__init__("emergency", 10)
        self.setAccessibleName(f"{QUESTION} {RING}. {SILENT} {RELAY}")
        self.before.addWidget(words(QUESTION, "emergency", "emergency-question", wrap=False))
        self.before.addWidget(words(RING, "emergency", "emergency-number", wrap=False))
        self._roomy = 0
        appearance().changed.connect(self._measure_anew)
        told = f"{SILENT}  {RELAY.replace(' ', NO_BREAK)}"
        self.after.addWidget(words(told, "emergency", "emergency-silent"), 1)

    def minimumSizeHint(self) -> QSize:
        """It gives way to a window too narrow for twice the text size, but stays whole."""
        least = super().minimumSizeHint()
        if self.property("narrow"):
            return least
        least.setWidth(round(least.width() * NARROWER))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words smaller where they would not all stand in the window."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        if not self.property("narrow"):
            self._roomy = super().minimumSizeHint().width()
        self._set_narrow(self.width() < self._roomy)

    def _measure_anew(self) -> None:
        """The text size has changed."""
        self._set_narrow(False)
        self._fit_words()

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == bool(self.property("narrow")):
            return
        # Not before the first picture.
        from desktop_app.ui.theme.style_property import set_style_property

        set_style_property(self, "narrow", narrow)
