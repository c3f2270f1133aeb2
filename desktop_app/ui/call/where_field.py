"""The field that answers as one types: a postcode, part of one, or the name of a place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.places.councils import PlaceChoice, Whereabouts, WhereAnswer
from desktop_app.domain.places.words import listed
from desktop_app.ui.call.choice_button import ChoiceButton
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import TextField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight, clear, pressed_in, tab_in_order
from desktop_app.ui.widgets.text import words

LookUp = Callable[[str], WhereAnswer]
LABEL = "Or type a postcode or a place"
HINT = "Part of a postcode, a village or an estate will do. Nothing you type is kept."
EXAMPLE = "For example MK42 or Wootton"
LONGEST = 200
ANY_OF_THESE = "I can’t tell: show the numbers for all of these"
DIGIT_MEANS = "{} is {}. If it begins an address, type on."
SHORT = 120
"""Letters an answer may have to stand in bold; more than two lines of bold are hard to read."""
NOTHING_TYPED = "Nothing is typed. Type a postcode or a place, or press one of the numbers."
NO_LOOK_UP = "Postcodes and places cannot be looked up just now. Choose a council instead."


class WhereField(QFrame):
    """Says in words which council was understood, before anything is taken."""

    taken = Signal(Whereabouts)
    emptied_back = Signal()
    typed_on = Signal()
    """The digit that stood for an answer has become the beginning of an address, or is gone."""
    digit_confirmed = Signal()
    """Enter, while the digit stands for an answer."""

    def __init__(self, look_up: LookUp, answers: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._look_up = look_up
        self._answer: WhereAnswer | None = None
        self._digit = ""
        self._answers = answers
        self._waiting = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(words(LABEL, "heading"))
        column.addWidget(words(HINT, "soft"))
        self._field = self._line()
        column.addWidget(self._field)
        self._said = QWidget()
        QVBoxLayout(self._said).setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._said)
        column.addStretch()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._answer_now)

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self._field.text()

    def focus(self) -> None:
        """Wait here for a first key: a digit still answers, until somebody comes here to type."""
        self._field.setFocus()
        self._waiting = True

    def type_on(self, letters: str) -> None:
        """Take letters typed while a button had the focus."""
        self._field.setFocus()
        self._field.end(False)
        self._field.insert(letters)
        bring_into_sight(self._field)

    def paste(self) -> None:
        """Take what is on the clipboard, while a button has the focus."""
        self._field.setFocus()
        self._field.end(False)
        self._field.paste()
        bring_into_sight(self._field)

    def stand_for(self, digit: str, name: str) -> None:
        """Hold a digit that means the answer of this name, unless an address follows it."""
        self._digit = digit
        self._field.setText(digit)
        self._field.setFocus()
        self._soon.stop()
        self._answer = None
        told = DIGIT_MEANS.format(digit, name)
        self._show(told)
        announce(self._field, told)
        bring_into_sight(self._said, self._field)

    def empty(self) -> None:
        """Forget what was typed."""
        self._field.setText("")  # clear() would let Undo bring it back
        self._answer_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty field goes back; elsewhere it rubs out.

        A digit pressed a little longer is still one digit.
        """
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._waiting = False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._digit and event.isAutoRepeat():
                return True
            if self._waiting and not self._field.text() and self._answers(event):
                return True
            back = event.key() == Qt.Key.Key_Backspace and not self._field.text()
            if back and not event.isAutoRepeat():
                self.emptied_back.emit()
                return True
        return super().eventFilter(watched, event)

    def _line(self) -> QLineEdit:
        line = TextField()
        line.setObjectName("where-text")
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(EXAMPLE)
        line.setAccessibleName("Postcode or place")
        line.setAccessibleDescription(HINT)
        hints = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        line.setInputMethodHints(hints)
        line.textChanged.connect(self._soon_again)
        line.returnPressed.connect(self._take)
        line.installEventFilter(self)
        return line

    def _soon_again(self, text: str) -> None:
        if self._digit and text == self._digit:
            return
        if self._digit:
            self._digit = ""
            self.typed_on.emit()
        self._soon.start()

    def _answer_now(self) -> None:
        self._soon.stop()
        text = self._field.text().strip()
        try:
            self._answer = self._look_up(text) if text else None
            trouble = ""
        except Exception:  # whatever fails, the council buttons still work
            self._answer, trouble = None, NO_LOOK_UP
        self._show(trouble)

    def _show(self, trouble: str) -> None:
        column = self._said.layout()
        assert isinstance(column, QVBoxLayout)
        clear(column)
        if trouble or self._answer is None:
            if trouble:
                column.addWidget(words(trouble, "body", "where-answer"))
            return
        said = self._answer.said
        voice = "strong" if len(said) <= SHORT else "body"
        column.addWidget(words(said, voice, "where-answer"))
        announce(self._field, said)
        for button in self._offers(self._answer):
            column.addWidget(button)
        tab_in_order(self._field, *pressed_in(self._said))
        bring_into_sight(self._said, self._field)

    def _offers(self, answer: WhereAnswer) -> Sequence[QPushButton]:
        """One strong button where the text decides it; else every reading as an equal choice."""
        if answer.settled:
            button = IconButton(_take_words(answer.whereabouts), "tick", "where-take", "strong")
            button.clicked.connect(self._take)
            return [button]
        offers = [self._offer(n, each) for n, each in enumerate(answer.choices, start=1)]
        if len(offers) > 1 and answer.whereabouts.councils:
            every = ChoiceButton(ANY_OF_THESE, "people", "where-choice-all")
            every.clicked.connect(lambda: self.taken.emit(answer.whereabouts))
            offers.append(every)
        return offers

    def _offer(self, place: int, choice: PlaceChoice) -> ChoiceButton:
        button = ChoiceButton(choice.label, "place", f"where-choice-{place}")
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def _choose(self, choice: PlaceChoice) -> None:
        if choice.typed:
            self._field.setText(choice.typed)
            self._field.setFocus()
        else:
            self.taken.emit(choice.whereabouts)

    def _take(self) -> None:
        """Enter: takes what is settled, else leads to the choices."""
        if self._digit:
            self.digit_confirmed.emit()
            return
        if self._soon.isActive():
            self._answer_now()
        if self._answer is None:
            if not self.text.strip():
                self._show(NOTHING_TYPED)
                announce(self._field, NOTHING_TYPED)
            return
        if self._answer.settled:
            self.taken.emit(self._answer.whereabouts)
            return
        choice = self._said.findChild(ChoiceButton)
        if choice:
            choice.setFocus()


def _take_words(where: Whereabouts) -> str:
    names = listed([council.name for council in where.councils], "or")
    return f"Use {names}" if names else "Go on"
