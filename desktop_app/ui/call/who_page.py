"""The first question, which is the home of the program: who are you worried about?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.situation.concern import Concern, concern_hint, concern_title
from desktop_app.ui.call.question import HOME_ABOVE, TOO_SOON, AnswerButton, QuestionHead
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.domain.places.councils import Council
    from desktop_app.ui.call.question import InSight
    from desktop_app.ui.call.words_line import WordsLine

QUESTION = "Who are you worried about?"
LINE_PX = 27
"""Height of the line that says one may type, at 100 % text: it comes after the first picture."""
ROOM_PX = 840
"""Width of a page, in pixels at 100 % text, in which the longest answer stands on one line."""
ASKED = (
    Concern.CHILD,
    Concern.ADULT,
    Concern.DOMESTIC_ABUSE,
    Concern.UNSURE,
    Concern.ALLEGATION,
)
"""The answers in the order of their keys. "Both" is a switch on the answer page: whoever is not
sure is shown both services anyway, and the switch says that both have to be told."""


def pressed_answer(buttons: Iterable[AnswerButton], event: QKeyEvent) -> AnswerButton | None:
    """The answer whose digit was pressed, and not merely held down, if any."""
    from desktop_app.ui.call.typed_keys import chorded  # not before the first picture

    if event.isAutoRepeat() or chorded(event):
        return None
    return next((each for each in buttons if event.text() == str(each.key)), None)


def begins_words(event: QKeyEvent) -> bool:
    """Whether a key begins words or a number: a letter, or the nought that answers nothing."""
    from desktop_app.ui.call.typed_keys import chorded

    plain = event.text().isalpha() or event.text() == "0"
    return plain and not event.isAutoRepeat() and not chorded(event)


class WhoPage(ScrollPage):
    """Five answers, a key each."""

    answered = Signal(object)
    typed = Signal(str)
    home_chosen = Signal(object)

    def __init__(self, in_sight: InSight) -> None:
        super().__init__("who-page")
        self._in_sight = in_sight
        self._question = QuestionHead(QUESTION, "who-question")
        self.column.addWidget(self._question)
        self.buttons = []
        for key, concern in enumerate(ASKED, start=1):
            title, hint = concern_title(concern), concern_hint(concern)
            button = AnswerButton(f"who-{concern}", key, title, hint, str(concern))
            button.clicked.connect(lambda _=False, by=button, told=concern: self._take(by, told))
            self.column.addWidget(button)
            self.buttons.append(button)
        self.column.addSpacing(self.column.spacing() + appearance().look.px(LINE_PX))
        self._setup: QWidget | None = None
        self._words: WordsLine | None = None
        self._place_kept = False
        self.column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the answers go on in a second line: none lies past the edge."""
        narrow = event.size().width() < appearance().look.px(ROOM_PX)
        for button in self.buttons:
            button.set_narrow(narrow)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers."""
        button = pressed_answer(self.buttons, event)
        if button:
            button.pressed_by = event.key()
            button.click()
        elif begins_words(event):
            self._begin_words(event.text())
        else:
            super().keyPressEvent(event)

    def _begin_words(self, letter: str) -> None:
        """A letter begins the one box; what is typed as the page appears was not meant for it."""
        if self._in_sight.left_ms:
            self._question.show_message(TOO_SOON)
        else:
            self.typed.emit(letter)

    def offer_words(self) -> None:
        """Say that one may type instead, once there is somebody to ask: after the first picture."""
        if self._words is None:
            from desktop_app.ui.call.words_line import WordsLine

            self._words = WordsLine()
            self._words.wanted.connect(lambda: self._begin_words(""))
            self.column.takeAt(len(self.buttons) + 1)  # the room kept for it: nothing moves
            self.column.insertWidget(len(self.buttons) + 1, self._words)

    def focus_first(self) -> None:
        """Stand ready for the first key."""
        self.to_top()
        self._question.show_message("")
        self._in_sight.ask(self._question.words)
        self.buttons[0].setFocus()

    def _take(self, button: AnswerButton, concern: Concern) -> None:
        """Answer, unless nobody can have read the question yet: then say so."""
        if self._in_sight.left_ms:
            self._question.show_message(TOO_SOON)
            return
        self._in_sight.answered_by(button.pressed_by)
        button.pressed_by = 0
        self.answered.emit(concern)

    def keep_place_of_home(self) -> None:
        """Leave room for that line, which comes after the first picture, so that nothing moves."""
        self._place_kept = True
        room = appearance().look.px(28) + HOME_ABOVE + self.column.spacing()
        self.column.insertSpacing(self.column.count() - 1, room)

    def ask_home(self, councils: Sequence[Council]) -> None:
        """Show the one quiet line that asks where the practice is; without councils, hide it."""
        ask = bool(councils)
        if self._place_kept:
            self._place_kept = False
            self.column.takeAt(self.column.count() - 2)
        if ask and self._setup is None:
            from desktop_app.ui.call.home_line import HomeLine

            self._setup = HomeLine(councils)
            self._setup.chosen.connect(self.home_chosen)
            self.column.insertWidget(self.column.count() - 1, self._setup)
        if self._setup is not None:
            held: QWidget | None = self.window().focusWidget()
            if not ask and held is not None and self._setup.isAncestorOf(held):
                self.buttons[0].setFocus()  # before what has the focus goes away
            self._setup.setVisible(ask)
