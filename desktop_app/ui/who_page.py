"""The first question, which is the home of the program: who are you worried about?"""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.concern import Concern
from desktop_app.domain.situation_words import concern_hint, concern_title
from desktop_app.ui.answer_button import AnswerButton
from desktop_app.ui.page import ScrollPage
from desktop_app.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

QUESTION = "Who are you worried about?"
ASKED = (
    Concern.CHILD,
    Concern.ADULT,
    Concern.DOMESTIC_ABUSE,
    Concern.UNSURE,
    Concern.ALLEGATION,
)
"""The answers in the order of their keys. "Both" is a switch on the answer page: whoever is not
sure is shown both services anyway, and the switch says that both have to be told."""


def pressed_answer(buttons: Iterable[AnswerButton], event: "QKeyEvent") -> AnswerButton | None:
    """The answer whose digit was pressed, if any."""
    return next((each for each in buttons if event.text() == str(each.key)), None)


class WhoPage(ScrollPage):
    """Five answers, a key each."""

    answered = Signal(object)
    home_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("who-page")
        self.column.addWidget(words(QUESTION, "title", "who-question"))
        self.buttons = []
        for key, concern in enumerate(ASKED, start=1):
            title, hint = concern_title(concern), concern_hint(concern)
            button = AnswerButton(f"who-{concern}", key, title, hint, str(concern))
            button.clicked.connect(lambda _=False, told=concern: self.answered.emit(told))
            self.column.addWidget(button)
            self.buttons.append(button)
        self._setup: QWidget | None = None
        self.column.addStretch()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """A digit answers."""
        button = pressed_answer(self.buttons, event)
        if button:
            button.click()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Stand ready for the first key."""
        self.to_top()
        self.buttons[0].setFocus()

    def ask_home(self, ask: bool) -> None:
        """Show or hide the one quiet line that asks where the practice is."""
        if ask and self._setup is None:
            from desktop_app.ui.home_line import HomeLine

            self._setup = HomeLine()
            self._setup.chosen.connect(self.home_chosen)
            self.column.insertWidget(self.column.count() - 1, self._setup)
        if self._setup is not None:
            self._setup.setVisible(ask)
