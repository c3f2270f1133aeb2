"""The second question: where did it happen? The councils, two honest outs, and a field."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.situation.situation_words import HAPPENED, PlaceAsked
from desktop_app.ui.call.answer_button import AnswerButton
from desktop_app.ui.call.held_answer import HeldAnswer
from desktop_app.ui.call.in_sight import InSight
from desktop_app.ui.call.question import COUNTED_ONCE, TOO_SOON, Question
from desktop_app.ui.call.typed_keys import types_on
from desktop_app.ui.call.where_field import LookUp, WhereField
from desktop_app.ui.call.who_page import pressed_answer
from desktop_app.ui.widgets.flow import Columns
from desktop_app.ui.widgets.page import BELOW_TRAIL, ScrollPage
from desktop_app.ui.widgets.text import words

USUAL = "Your practice’s council: press Enter"
UNKNOWN = Whereabouts(WhereStatus.UNKNOWN)
OUTSIDE = Whereabouts(WhereStatus.OUTSIDE)
TYPES_ON_MS = 600
"""A digit answers when nothing follows it so long: a house number is followed by more."""


class WherePage(ScrollPage):
    """The area's councils, "I don't know", "outside this area", and a postcode or place typed."""

    answered = Signal(Whereabouts)
    answered_by_digit = Signal(str)
    """Just before that, where a digit gave the answer: it may have been the start of an address."""
    back_wanted = Signal()

    def __init__(self, look_up: LookUp, in_sight: InSight, area: Area) -> None:
        super().__init__("where-page", BELOW_TRAIL)
        self._in_sight, self._area = in_sight, area
        self._held = HeldAnswer(in_sight.patience)
        self._held.due.connect(self._give_held)
        self._usual: AnswerButton | None = None
        self._told: dict[AnswerButton, Whereabouts] = {}
        self._question = Question(HAPPENED.question, "where-question")
        self._rule = words(HAPPENED.rule, "lead", "where-rule")
        self.column.addWidget(self._question)
        self.column.addWidget(self._rule)
        self.buttons = [self._council(key, each) for key, each in enumerate(area.councils, start=1)]
        self.buttons += [
            self._button("where-unknown", 5, "I don’t know", UNKNOWN),
            self._button("where-outside", 6, "Outside this area", OUTSIDE),
        ]
        self.field = WhereField(look_up, self._answers_key)
        self.field.taken.connect(self.answered)
        self.field.emptied_back.connect(self.back_wanted)
        self.field.typed_on.connect(self._held.drop)
        self.field.digit_confirmed.connect(self._confirm)
        halves = Columns(narrowest=380, gap=24)
        halves.hold([self._answers(), _at_the_top(self.field)])
        self.column.addWidget(halves)
        self.column.addStretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers; what is typed or pasted goes to the field, whatever has the focus."""
        if not self.field.text and self._answers_key(event):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._held.drop()
            self.field.paste()
        elif types_on(event) and not event.isAutoRepeat():
            self._held.drop()
            self.field.type_on(event.text())
        else:
            super().keyPressEvent(event)

    def focus_first(self, home: Council | None, asked: PlaceAsked = HAPPENED) -> None:
        """Ask anew; the practice's own council is ready for Enter, else the field for typing."""
        self._held.drop()
        self._question.words.setText(asked.question)
        self._rule.setText(asked.rule)
        self.to_top()
        self.field.empty()
        self._question.show_message("")
        self._in_sight.ask(self._question.words)
        if self._usual:
            self._usual.set_usual(False, "")
        places = dict(zip(self._area.councils, self.buttons, strict=False))
        self._usual = places.get(home) if home else None
        if self._usual:
            self._usual.set_usual(True, USUAL)
        if self._usual:
            self._usual.setFocus()
        else:  # Enter, pressed from habit, must not choose some other practice's council
            self.field.focus()

    def forget(self) -> None:
        """Leave nothing of what was typed or pressed."""
        self._held.drop()
        self.field.empty()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front: nothing is answered behind it."""
        self._held.drop()
        super().hideEvent(event)

    def _answers_key(self, event: QKeyEvent) -> bool:
        """Whether the key is the digit of an answer; then it is pressed."""
        button = pressed_answer(self.buttons, event)
        if button:
            self._press_digit(button, event.key())
        return button is not None

    def _press_digit(self, button: AnswerButton, key: int) -> None:
        """Hold the answer, with its digit in the field: an address may begin with it."""
        if self._in_sight.same_again(key):
            self._question.show_message(COUNTED_ONCE)
            return
        self._question.show_message("")
        self.field.stand_for(str(button.key), button.title)
        self._held.hold(button, max(TYPES_ON_MS, self._in_sight.left_ms))

    def _confirm(self) -> None:
        """Enter after a digit: no address follows, so nothing need be waited for."""
        button, left = self._held.button, self._in_sight.left_ms
        if button is None:
            return
        if left:
            self._held.hold(button, left)
        else:
            self._held.drop()
            self._give(button)

    def _press(self, button: AnswerButton) -> None:
        """A button was pressed; too soon only Enter for the usual council waits its turn."""
        key, left = button.pressed_by, self._in_sight.left_ms
        button.pressed_by = 0
        self._held.drop()
        if not left:
            self._give(button)
        elif key and button is self._usual and not self._in_sight.same_again(key):
            self._held.hold(button, left)
        else:
            self._question.show_message(
                COUNTED_ONCE if self._in_sight.same_again(key) else TOO_SOON
            )

    def _give_held(self, button: AnswerButton) -> None:
        """The time has come: nothing was typed after the digit."""
        if self.field.text == str(button.key):
            self.answered_by_digit.emit(self.field.text)
        self._give(button)

    def _give(self, button: AnswerButton) -> None:
        self.answered.emit(self._told[button])

    def _council(self, key: int, council: Council) -> AnswerButton:
        told = Whereabouts(WhereStatus.KNOWN, (council,))
        return self._button(f"where-{council.slug}", key, council.name, told)

    def _button(self, name: str, key: int, title: str, told: Whereabouts) -> AnswerButton:
        button = AnswerButton(name, key, title)
        self._told[button] = told
        button.clicked.connect(lambda: self._press(button))
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
