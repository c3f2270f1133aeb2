"""The one question whose answer changes this one, asked in the answer itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.domain.answer.screen_parts import AskedQuestion
from desktop_app.domain.situation.situation import Circumstance
from desktop_app.ui.theme.style_property import set_style_property
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.text import Sentence

TICK = "✓ "


class QuestionRow(QFrame):
    """Yes, no, or left open: not known is an answer too. Yes adds a service."""

    answered = Signal(object, bool)
    """Which circumstance, and whether it is so."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "ask")
        self.setObjectName("question")
        self._asked: Circumstance | None = None
        self._no_said = False
        row = self._row = QHBoxLayout(self)
        flow = Flow(gap=10, line_gap=4)
        row.addLayout(flow)
        self._text = Sentence("strong", "question-text")
        self.yes = KeyButton("Yes", "Y", "question-yes", "firm")
        self.no = Button("No")
        self.no.setObjectName("question-no")
        self.no.setProperty("look", "firm")
        self.no.setAutoDefault(True)
        self._does = Sentence("what", "question-does")
        for each in (self._text, self.yes, self.no, self._does):
            flow.addWidget(each)
        self.yes.clicked.connect(self.say_yes)
        self.no.clicked.connect(self.say_no)
        self.hide()

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._row.setContentsMargins(12, around, 12, around)

    def show_question(self, question: AskedQuestion | None, *, so: bool) -> None:
        """Ask this; `so` says that it was answered with yes."""
        self.setVisible(question is not None)
        self._asked = question.circumstance if question else None
        if question is None:
            self._no_said = False
            return
        self._no_said = self._no_said and not so
        self._text.setText(question.text)
        self._does.setText(question.does)
        self.yes.setAccessibleName(f"{question.text} Yes")
        self.no.setAccessibleName(f"{question.text} No")
        self._mark(so=so)

    def say_yes(self) -> None:
        """It is so; said again, it is left open."""
        if self._asked is not None:
            self._no_said = False
            self.answered.emit(self._asked, self.yes.property("said") is not True)

    def say_no(self) -> None:
        """It is not so; said again, it is left open."""
        if self._asked is not None:
            self._no_said = not self._no_said
            self.answered.emit(self._asked, False)
            self._mark(so=False)

    def forget(self) -> None:
        """Nothing was answered."""
        self._no_said = False
        self.show_question(None, so=False)
        for label in (self._text, self._does):
            label.setText("")
        for button in (self.yes, self.no):
            button.setAccessibleName("")

    def _mark(self, *, so: bool) -> None:
        """What was said wears a tick, so that it is no matter of colour."""
        for button, word, said in ((self.yes, "Yes", so), (self.no, "No", self._no_said)):
            button.setText(f"{TICK}{word}" if said else word)
            set_style_property(button, "said", said)
        self.yes.tint("on_accent" if so else "accent")
