"""A number to try next: who, the number, and whether it answers, in three short lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen_parts import MOST_NEXT, Small
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM

BORDER = 1
"""Pixels of the style sheet around such a card."""


class SmallCall(QFrame):
    """One of the numbers to try next; made once and filled again."""

    copy_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._what = words("", "what", f"{name}-what")
        self.number = NumberLabel("", f"{name}-number", 22)
        self._copy = IconButton("", "copy", f"{name}-copy", "link")
        self._copy.setProperty("tight", True)
        self._copy.setAccessibleDescription("Puts only the number on the clipboard")
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self.number.text()))
        self._mark = IconLabel("unknown", "unknown_ink", 15, "card")
        self._state = words("", "what", f"{name}-state")
        numbers = QHBoxLayout()
        numbers.setSpacing(2)
        numbers.addWidget(self.number)
        numbers.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignVCenter)
        numbers.addStretch()
        states = QHBoxLayout()
        states.setSpacing(5)
        states.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        states.addWidget(self._state, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(0)
        self._head.addWidget(self._what)
        self._head.addLayout(numbers)
        self._column.addLayout(self._head)
        self._column.addLayout(states)
        self._column.addStretch()

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._column.setContentsMargins(12, around, 8, around)

    def set_snug(self, *, snug: bool) -> None:
        """The number, and behind it in the same line whose it is."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.RightToLeft if snug else ways.TopToBottom)
        self._head.setSpacing(10 if snug else 0)
        self._head.setStretch(0, 1 if snug else 0)

    def number_ends(self, width: int) -> int:
        """Pixels down to the end of the number, in a card so wide."""
        edges = self._column.contentsMargins()
        inner = width - edges.left() - edges.right() - 2 * BORDER
        return BORDER + edges.top() + self._head.heightForWidth(inner)

    def show_call(self, call: Small) -> None:
        """Show this call."""
        said = call.words
        self._what.setText(call.what)
        self.number.set_number(said.number)
        self._copy.setAccessibleName(f"Copy the number of {said.name}")
        self._copy.setToolTip("Copy the number")
        self._state.setText(call.line)
        self._mark.setVisible(call.line.endswith(said.state))
        self._mark.turn_to(str(said.badge), f"{said.badge}_ink", "card")

    def forget(self) -> None:
        """Hold no words any more."""
        for label in (self._what, self._state):
            label.setText("")
        self.number.set_number("")
        self._copy.setAccessibleName("")


class SmallCalls(QWidget):
    """A heading and a row of such numbers; below each other where the text is large."""

    copy_wanted = Signal(str)

    def __init__(self, heading: str, name: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._heading = words(heading, "next", f"{name}-heading", wrap=False)
        self._column.addWidget(self._heading)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        self._cards = [SmallCall(f"{name}-{place}") for place in range(1, MOST_NEXT + 1)]
        for card in self._cards:
            card.copy_wanted.connect(self.copy_wanted)
            self._row.addWidget(card, 1)
        self._column.addLayout(self._row)
        self._turn()
        appearance().changed.connect(self._turn)

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        for card in self._cards:
            card.set_padding(around)

    def set_snug(self, *, snug: bool) -> None:
        """Take the fewest lines."""
        for card in self._cards:
            card.set_snug(snug=snug)

    def first_number_ends(self, width: int) -> int:
        """Pixels down to the end of the first number, where they stand below each other."""
        return self._cards[0].number_ends(width)

    def say_heading(self, *, shown: bool) -> None:
        """The heading may go where there is no room: each card says what it is for."""
        self._heading.setVisible(shown)

    def show_calls(self, calls: Sequence[Small]) -> None:
        """Show these calls, three at most."""
        self.setVisible(bool(calls))
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(calls))
            if place < len(calls):
                card.show_call(calls[place])
            else:
                card.forget()

    def forget(self) -> None:
        """Hold no words any more."""
        self.show_calls(())

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        large = appearance().look.percent >= TWO_LINES_FROM
        self._row.setDirection(ways.TopToBottom if large else ways.LeftToRight)
