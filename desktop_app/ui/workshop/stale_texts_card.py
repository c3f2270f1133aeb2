"""Texts that may still say what was before a change: quoted, with a press that goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.flow import LINK_PADDING, Flow
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.working_copy import LookAt

LOOK = "Look at this too"
OLD_END = "{} still says “{}”: the end of the old number, {}."
OLD_TIMES = "{} says “{}”. Is that still so with the new hours?"
CHANGE, OPEN, RIGHT = "Change it", "Go there", "It is right as it is"


class StaleTextsCard(QFrame):
    """One part a text; it stands there until the text is changed or somebody finds it right."""

    wanted = Signal(object)
    """Somebody wants to change this text."""
    found_right = Signal(object)

    def __init__(self, name: str, press: str = CHANGE) -> None:
        super().__init__()
        self._name, self._press = name, press
        self._frame = card("caution", name, (16, 10, 16, 10))
        self.setObjectName(f"{name}-holder")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.hide()

    def show_texts(self, looks: Sequence[LookAt], *, read_only: bool = False) -> None:
        """Show these; nothing stands here where there are none."""
        column = column_of(self._frame)
        clear(column)
        self.setVisible(bool(looks))
        if not looks:
            return
        head = QFrame()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("warning", "caution_ink", 20))
        row.addWidget(words(LOOK, "strong"), 1)
        column.addWidget(head)
        for number, look in enumerate(looks, 1):
            column.addWidget(words(look_words(look), "body", f"{self._name}-told-{number}"))
            if look.text:
                column.addWidget(words(f"“{look.text}”", "soft"))
            if not read_only:
                column.addWidget(self._presses(look, number))

    def _presses(self, look: LookAt, number: int) -> QFrame:
        holder = QFrame()
        row = Flow(gap=4, out=LINK_PADDING)
        holder.setLayout(row)
        for text, key, signal in (
            (self._press, "change", self.wanted),
            (RIGHT, "right", self.found_right),
        ):
            if key == "change" and not look.place:
                continue
            button = IconButton(text, "", f"{self._name}-{key}-{number}", "link")
            button.setAccessibleName(f"{text}: {look_words(look)}")
            button.clicked.connect(lambda _=False, of=signal, said=look: of.emit(said))
            row.addWidget(button)
        return holder


def look_words(look: LookAt) -> str:
    """What is to be looked at, in a sentence."""
    named = f"{look.where}, {look.heading[:1].lower()}{look.heading[1:]},"
    said = "”, “".join(look.found)
    return OLD_END.format(named, said, look.was) if look.was else OLD_TIMES.format(named, said)
