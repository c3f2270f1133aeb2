"""The second question: where did it happen? The councils, two honest outs, and a field."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import HAPPENED, PlaceAsked
from desktop_app.ui.call.held_answer import HeldAnswer
from desktop_app.ui.call.offered_councils import (
    KEYS_BEFORE,
    MOST,
    OUTSIDE_KEY,
    UNKNOWN_KEY,
    offered,
)
from desktop_app.ui.call.question import COUNTED_ONCE, TOO_SOON, AnswerButton, InSight, QuestionHead
from desktop_app.ui.call.typed_keys import chorded, types_on
from desktop_app.ui.call.where_field import LookUp, WhereField
from desktop_app.ui.widgets.flow import ColumnsBox
from desktop_app.ui.widgets.page import BELOW_TRAIL, SIDE, ScrollPage, pressed_in, tab_in_order
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

    def __init__(
        self, look_up: LookUp, in_sight: InSight, area: Area, parent: QWidget | None = None
    ) -> None:
        super().__init__("where-page", BELOW_TRAIL, parent=parent)
        self._in_sight, self._area = in_sight, area
        self._held = HeldAnswer(in_sight.patience)
        self._held.due.connect(self._give_held)
        self._usual: AnswerButton | None = None
        self._digit = ""
        self._told: dict[AnswerButton, Whereabouts] = {}
        self._question = QuestionHead(HAPPENED.question, "where-question")
        self._rule = words(HAPPENED.rule, "lead", "where-rule")
        self.column.addWidget(self._question)
        self.column.addWidget(self._rule)
        self._outs = [
            self._button("where-unknown", UNKNOWN_KEY, "I don’t know", UNKNOWN),
            self._button("where-outside", OUTSIDE_KEY, "Outside this area", OUTSIDE),
        ]
        self._places: dict[Council, AnswerButton] = {}
        self._answers = QVBoxLayout()
        self._outs_holder, self._outs_row = QWidget(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._outs_on_top = False
        self.field = WhereField(look_up, self._answers_key)
        self.field.taken.connect(self.answered)
        self.field.emptied_back.connect(self.back_wanted)
        self.field.typed_on.connect(self._held.drop)
        self.field.digit_confirmed.connect(self._confirm)
        halves, parts = ColumnsBox(narrowest=380, gap=24), [self._holder(), _at_the_top(self.field)]
        halves.hold(parts if len(area.councils) <= MOST else parts[::-1])
        self.column.addWidget(halves)
        self.column.addStretch()
        self._offer(None)

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
        self._offer(home)
        self._place_outs()
        self._usual = self._places.get(home) if home else None
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
        plain = not event.isAutoRepeat() and not chorded(event)
        button = self._by_digit.get(event.text()) if plain else None
        if button:
            self._press_digit(button, event.text(), event.key())
        return button is not None

    def _press_digit(self, button: AnswerButton, digit: str, key: int) -> None:
        """Hold the answer, with its digit in the field: an address may begin with it."""
        if self._in_sight.same_again(key):
            self._question.show_message(COUNTED_ONCE)
            return
        self._question.show_message("")
        self._digit = digit
        self.field.stand_for(digit, button.title)
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
        if self._digit and self.field.text == self._digit:
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

    def _holder(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self._answers)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(8)
        self._outs_row.setContentsMargins(0, 0, 0, 0)
        self._outs_row.setSpacing(8)
        for button in self._outs:
            self._outs_row.addWidget(button)
        self._outs_holder.setLayout(self._outs_row)
        self._answers.addWidget(self._outs_holder)
        self._answers.addStretch(1)  # the buttons hold stretches too, and would grow like it
        return holder

    def _offer(self, home: Council | None) -> None:
        """Have a button for each council that is offered, above the two outs."""
        councils = offered(self._area.councils, home)
        if councils != tuple(self._places):
            for button in self._places.values():
                self._told.pop(button)
                self._answers.removeWidget(button)
                button.hide()
                button.deleteLater()
            made = (self._council(key, each) for key, each in enumerate(councils, start=1))
            self._places = dict(zip(councils, made, strict=True))
            for row, button in enumerate(self._places.values()):
                self._answers.insertWidget(row, button)
        self.buttons = [*self._places.values(), *self._outs]
        self._by_digit = dict(zip(KEYS_BEFORE, self._outs, strict=True))
        self._by_digit |= {str(button.key): button for button in self.buttons}

    def _place_outs(self) -> None:
        """Set the two outs below the councils, or above everything where that is out of sight."""
        needed = sum(each.sizeHint().height() + 8 for each in self.buttons)
        on_top = self._councils_at() + needed > self.viewport().height()
        if on_top != self._outs_on_top:
            self._outs_on_top = on_top
            held = next((each for each in self._outs if each.hasFocus()), None)
            if on_top:
                self.column.insertWidget(self.column.indexOf(self._rule) + 1, self._outs_holder)
            else:
                self._answers.insertWidget(len(self._places), self._outs_holder)
            if held:
                held.setFocus()
        wide = sum(each.minimumSizeHint().width() + 8 for each in self._outs)
        ways, beside = QBoxLayout.Direction, on_top and wide + 2 * SIDE <= self.viewport().width()
        self._outs_row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        order = [*self._outs, *self._places.values()] if on_top else self.buttons
        tab_in_order(*order, *pressed_in(self.field))

    def _councils_at(self) -> int:
        """Where the councils begin, below the question and its rule, laid out already or not."""
        margins, spacing = self.column.contentsMargins(), self.column.spacing()
        width = self.viewport().width() - margins.left() - margins.right()
        above = (self._question, self._rule)
        heights = (max(each.heightForWidth(width), each.sizeHint().height()) for each in above)
        hinted = margins.top() + sum(heights) + len(above) * spacing
        stands = self._rule.geometry()  # of some size of Qt's own while it stands nowhere
        return max(stands.bottom() + spacing, hinted) if stands.top() else hinted

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in sight changed: both outs stay in it."""
        super().resizeEvent(event)
        self._place_outs()


def _at_the_top(thing: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(thing)
    column.addStretch()
    return holder
