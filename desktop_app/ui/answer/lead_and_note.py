"""Below the numbers: whom to tell in the practice, the note, and where the numbers come from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen_parts import FOLD, MOST_PEOPLE, NOTE, TELL, WRITE
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM

NOTE_TOLD = "When you looked, the service, the number and why. Nothing about anybody."
SHARES = (7, 10)
"""How the two cards share the width: the second has two links in a row."""
ROOM_PX = 580
"""Pixels across, at 100 % text, in which both have room."""
HIDE = "Hide where they come from"


class LeadAndNote(QWidget):
    """Two cards beside each other; made once and filled again."""

    def __init__(self) -> None:
        super().__init__()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self._columns: list[QVBoxLayout] = []
        self._narrow = False
        lead, note = self._card(TELL), self._card(WRITE)
        self._people = [
            words("", "line", f"practice-note-{place}") for place in range(1, MOST_PEOPLE + 2)
        ]
        for label in self._people:
            lead.addWidget(label)
        self.note = IconButton(NOTE, "", "first-copy-note", "link")
        self.note.setAccessibleDescription(NOTE_TOLD)
        self.note.setToolTip(NOTE_TOLD)
        self.fold = KeyButton(FOLD, "I", "fold-open", "link")
        self.fold.setAccessibleDescription("Documents, checks and longer reasons. Key: I")
        held = QWidget()
        flow = Flow(held, gap=14, line_gap=0)
        for each in (self.note, self.fold):
            each.setProperty("tight", True)
            flow.addWidget(each)
        note.addWidget(held)
        for column in (lead, note):
            column.addStretch()
        self._turn()
        appearance().changed.connect(self._turn)

    def _card(self, heading: str) -> QVBoxLayout:
        frame = QFrame()
        frame.setProperty("card", "plain")
        column = QVBoxLayout(frame)
        column.setSpacing(1)
        column.addWidget(words(heading, "next", wrap=False))
        self._cards.addWidget(frame, SHARES[len(self._columns)])
        self._columns.append(column)
        return column

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        for column in self._columns:
            column.setContentsMargins(12, around, 12, around)

    def show_people(self, people: Sequence[str]) -> None:
        """Say whom to tell."""
        for place, label in enumerate(self._people):
            label.setText(people[place] if place < len(people) else "")
            label.setVisible(place < len(people))

    def say_fold(self, *, shown: bool) -> None:
        """What the button of the fold does now."""
        self.fold.setText(HIDE if shown else FOLD)

    def forget(self) -> None:
        """Hold no names any more."""
        self.show_people(())
        self.say_fold(shown=False)

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        below = self._narrow or appearance().look.percent >= TWO_LINES_FROM
        self._cards.setDirection(ways.TopToBottom if below else ways.LeftToRight)

    def stand_in(self, width: int) -> None:
        """One below the other where the page is too narrow for both."""
        self._narrow = width < appearance().look.px(ROOM_PX)
        self._turn()
