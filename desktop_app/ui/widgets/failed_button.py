"""One press and one choice: this number failed, and how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.practice.failed_number import FAILURES, WORDS, WhatHappened
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight, pressed_in, tab_in_order
from desktop_app.ui.widgets.text import words

EMERGENCY = "999"
"""No report is offered about it: nobody should stop to write about that."""
LABEL = "This number failed"
QUESTION = "What happened?"
TOLD = "Makes a slip for whoever keeps the directory right"
NOTHING = "It works after all"


class FailedButton(IconButton):
    """Opens the choices in `panel`, which its owner sets below it; there is nothing to type.

    The choices stand on the page and not in a menu, so that a screen reader finds them there.
    """

    told = Signal(object)

    def __init__(self, number: str, service: str, name: str) -> None:
        super().__init__(LABEL, "failed", f"{name}-failed", "link")
        self.setAccessibleName(f"{LABEL}: {service}, {number}")
        self.setAccessibleDescription(TOLD)
        self.panel = QFrame()
        self.panel.setObjectName(f"{name}-failed-panel")
        self.panel.hide()
        self._row: Flow | None = None
        self.clicked.connect(self.turn)

    @property
    def opened(self) -> bool:
        """Whether the choices are on screen."""
        return not self.panel.isHidden()

    def turn(self) -> None:
        """Open the choices, or put them away."""
        if self.opened:
            self._put_away()
            return
        if self._row is None:
            self._row = self._choices()
        show_choices(self.panel, QUESTION)

    def _choices(self) -> Flow:
        row = Flow(self.panel, gap=8)
        row.addWidget(words(QUESTION, "strong", wrap=False))
        for what in FAILURES:
            chip = self._chip(WORDS[what], str(what))
            chip.clicked.connect(lambda _=False, said=what: self._report(said))
            row.addWidget(chip)
        nothing = IconButton(NOTHING, "", f"{self.objectName()}-nothing", "link")
        nothing.clicked.connect(self._put_away)
        row.addWidget(nothing)
        tab_in_order(self, *pressed_in(self.panel))
        return row

    def _chip(self, text: str, what: str) -> IconButton:
        chip = IconButton(text, "", f"{self.objectName()}-{what}", "chip")
        chip.setAccessibleDescription(self.accessibleName())
        return chip

    def _report(self, what: WhatHappened) -> None:
        self._put_away()
        self.told.emit(what)

    def _put_away(self) -> None:
        self.setFocus()
        self.panel.hide()


def show_choices(panel: QFrame, question: str) -> None:
    """Open the choices below a button: the question is read out, the first takes the keyboard."""
    panel.show()
    announce(panel, question)
    first = panel.findChild(IconButton)
    if first is not None:
        first.setFocus()
        bring_into_sight(panel, first)
