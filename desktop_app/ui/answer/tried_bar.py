"""Above an answer: which numbers nobody answered, when to try again, and one press to undo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.answer.tries import (
    Try,
    after_tries,
    again_due,
    again_words,
    put_back,
    set_aside,
    tried_words,
    tries_words,
    try_of,
)
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.situation.situation import Situation
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.failed_button import LABEL, FailedButton
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import Sentence

UNDO, AGAIN = "Undo", "Put it first again"
UNDONE_BY = "Nobody answered was pressed by mistake: the number comes back"


class TriedBar(QFrame):
    """Holds what was rung in vain, in memory, and only while the answer it belongs to stands."""

    changed = Signal()

    def __init__(self, actions: CallActions) -> None:
        super().__init__()
        self.setObjectName("tried")
        self.setProperty("card", "note")
        self._actions = actions
        self._tries: tuple[Try, ...] = ()
        self._told: tuple[str, ...] = ()
        self._due = ""
        self._for: tuple[object, ...] = ()
        self._advice: Advice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 5, 12, 5)
        self._column.setSpacing(1)
        self.hide()

    @property
    def rung(self) -> tuple[str, ...]:
        """What was rung in vain, one line each, for the note."""
        return tries_words(self._tries)

    @property
    def said(self) -> tuple[str, ...]:
        """Every text of it in sight, its buttons' too."""
        if self._advice is None or not self._tries:
            return ()
        moment = self._advice.moment
        buttons = (
            AGAIN if again_due(self._tries, moment) else "",
            UNDO if self._tries[-1] in set_aside(self._tries) else "",
            LABEL,
        )
        return *tried_words(self._tries), again_words(self._tries, moment), *buttons

    def applied(self, advice: Advice) -> Advice:
        """The answer with what was tried set aside; another worry or place forgets the tries."""
        asked = _asked(advice.situation)
        if asked != self._for:
            self.forget()
        self._for, self._advice = asked, advice
        self._show_tries(advice)
        return after_tries(advice, self._tries)

    def left(self, advice: Advice) -> Advice:
        """The same for an answer that does not stand on screen: nothing is told or forgotten."""
        return after_tries(advice, self._tries)

    def add(self) -> None:
        """Nobody answered the number that stands first; 999 is never set aside."""
        if self._advice is None:
            return
        first = after_tries(self._advice, self._tries).first
        tried = try_of(first, self._advice.moment)
        if tried is not None:
            self._tries = (*self._tries, tried)
            self.changed.emit()

    def forget(self) -> None:
        """Nothing was rung."""
        self._tries, self._told, self._for, self._advice = (), (), (), None
        self._due = ""
        for label in self.findChildren(QLabel):
            label.setText("")  # Qt takes them down only once it comes to it
        clear(self._column)
        self.hide()

    def _undo(self) -> None:
        self._tries = self._tries[:-1]
        self.changed.emit()

    def _again(self) -> None:
        if self._advice is not None:
            self._tries = put_back(self._tries, self._advice.moment)
            self.changed.emit()

    def _show_tries(self, advice: Advice) -> None:
        """Say it anew only where it is another thing: the keyboard may be on a button here."""
        told = (*self.rung, again_words(self._tries, advice.moment))
        if told == self._told:
            return
        self._told = told
        due = told[-1] if again_due(self._tries, advice.moment) else ""
        if due != self._due:
            announce(self, due, urgent=True)
        self._due = due
        clear(self._column)
        self.setVisible(bool(self._tries))
        if not self._tries:
            return
        lines = QWidget()
        flow = Flow(lines, gap=18, line_gap=1)
        for place, line in enumerate(tried_words(self._tries), start=1):
            label = Sentence("doubted", f"tried-{place}")
            label.setText(line)
            flow.addWidget(label)
        self._column.addWidget(lines)
        lines.show()  # Qt would show it a turn later, and until then count it as no height at all
        self._add_buttons(advice, told[-1])

    def _add_buttons(self, advice: Advice, when: str) -> None:
        held, last = QWidget(), self._tries[-1]  # a layout alone would leave its buttons behind
        row = Flow(held, gap=6, line_gap=0)
        if when:
            told_when = Sentence("line", "tried-again-words")
            told_when.setText(when)
            row.addWidget(told_when)
        if again_due(self._tries, advice.moment):
            again = IconButton(AGAIN, "restart", "tried-again", "link")
            again.clicked.connect(self._again)
            row.addWidget(again)
        if last in set_aside(self._tries):
            undo = IconButton(UNDO, "back", "tried-undo", "link")
            undo.setAccessibleDescription(UNDONE_BY)
            undo.clicked.connect(self._undo)
            row.addWidget(undo)
        failed = FailedButton(last.display, last.service, "tried")
        failed.told.connect(lambda what: self._actions.report(last.display, last.service, what))
        row.addWidget(failed)
        for button in held.findChildren(IconButton):
            button.setProperty("tight", True)
        self._column.addWidget(held)
        held.show()
        self._column.addWidget(failed.panel)


def _asked(situation: Situation) -> tuple[object, ...]:
    return (situation.concern, situation.where)
