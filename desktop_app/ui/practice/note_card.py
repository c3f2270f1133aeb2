"""Beside every answer: whom to tell in the practice, once the call is made."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.practice.card import PracticeCard, practice_note
from desktop_app.domain.situation.situation import Concern
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import words


class PracticeNoteCard(QFrame):
    """The practice's own people and extensions, in the order that fits the worry."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("practice-note")
        self.setProperty("card", "plain")
        self._card = PracticeCard()
        self._concern: Concern | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        drawing = QVBoxLayout()
        drawing.addWidget(IconLabel("practice", "accent", 28))
        drawing.addStretch()
        row.addLayout(drawing)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        row.addLayout(self._column, 1)
        self.hide()

    def show_card(self, card: PracticeCard) -> None:
        """Use this card from now on."""
        self._card = card
        if self._concern is not None:
            self.show_for(self._concern)

    def show_for(self, concern: Concern) -> None:
        """Say whom to tell about this worry."""
        self._concern = concern
        note = practice_note(self._card, concern)
        clear(self._column)
        self._column.addWidget(words(note.heading, "strong", "practice-note-heading"))
        for place, person in enumerate(note.people, start=1):
            self._column.addWidget(words(person, "heading", f"practice-note-{place}"))
        told = " ".join(note.notes)
        self._column.addWidget(words(told, "soft", "practice-note-told"))
        self.show()

    def forget(self) -> None:
        """Nothing was told any more; the card itself stays."""
        self._concern = None
        clear(self._column)
        self.hide()
