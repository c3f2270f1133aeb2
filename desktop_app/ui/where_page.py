"""The second question: where did it happen? Four councils, two honest outs, and a field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.area import COUNCILS, Council, Whereabouts, WhereStatus
from desktop_app.domain.situation_words import HAPPENED, PlaceAsked
from desktop_app.ui.answer_button import AnswerButton
from desktop_app.ui.flow import Columns
from desktop_app.ui.page import BELOW_TRAIL, ScrollPage
from desktop_app.ui.text import words
from desktop_app.ui.where_field import LookUp, WhereField
from desktop_app.ui.who_page import pressed_answer

USUAL = "Your practice’s council: press Enter"
UNKNOWN = Whereabouts(WhereStatus.UNKNOWN)
OUTSIDE = Whereabouts(WhereStatus.OUTSIDE)


class WherePage(ScrollPage):
    """Four councils, "I don't know", "outside this area", and a postcode or place typed."""

    answered = Signal(Whereabouts)
    back_wanted = Signal()

    def __init__(self, look_up: LookUp) -> None:
        super().__init__("where-page", BELOW_TRAIL)
        self._usual: AnswerButton | None = None
        self._question = words(HAPPENED.question, "title", "where-question")
        self._rule = words(HAPPENED.rule, "lead", "where-rule")
        self.column.addWidget(self._question)
        self.column.addWidget(self._rule)
        self.buttons = [self._council(key, each) for key, each in enumerate(COUNCILS, start=1)]
        self.buttons += [
            self._button("where-unknown", 5, "I don’t know", UNKNOWN),
            self._button("where-outside", 6, "Outside this area", OUTSIDE),
        ]
        self.field = WhereField(look_up)
        self.field.taken.connect(self.answered)
        self.field.emptied_back.connect(self.back_wanted)
        halves = Columns(narrowest=380, gap=24)
        halves.hold([self._answers(), _at_the_top(self.field)])
        self.column.addWidget(halves)
        self.column.addStretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers; a letter goes to the field, whichever button has the focus."""
        button = pressed_answer(self.buttons, event)
        modified = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if button:
            button.click()
        elif event.text().isalpha() and not modified:
            self.field.type_on(event.text())
        else:
            super().keyPressEvent(event)

    def begin(self, home: Council | None, asked: PlaceAsked = HAPPENED) -> None:
        """Ask anew; the practice's own council stands ready for Enter."""
        self._question.setText(asked.question)
        self._rule.setText(asked.rule)
        self.to_top()
        self.field.empty()
        if self._usual:
            self._usual.set_usual(False, "")
        places = dict(zip(COUNCILS, self.buttons, strict=False))
        self._usual = places.get(home) if home else None
        if self._usual:
            self._usual.set_usual(True, USUAL)
        (self._usual or self.buttons[0]).setFocus()

    def _council(self, key: int, council: Council) -> AnswerButton:
        told = Whereabouts(WhereStatus.KNOWN, (council,))
        return self._button(f"where-{council.slug}", key, council.name, told)

    def _button(self, name: str, key: int, title: str, told: Whereabouts) -> AnswerButton:
        button = AnswerButton(name, key, title)
        button.clicked.connect(lambda: self.answered.emit(told))
        return button

    def _answers(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for row, button in enumerate(self.buttons):
            grid.addWidget(button, row, 0)
        grid.setRowStretch(len(self.buttons), 1)
        return holder


def _at_the_top(thing: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(thing)
    column.addStretch()
    return holder
