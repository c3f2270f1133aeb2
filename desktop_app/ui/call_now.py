"""Who do I call now: the walk from the first question to the answer."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.advice import Advice
from desktop_app.domain.area import Council, Whereabouts
from desktop_app.domain.directory import Directory
from desktop_app.domain.situation import Circumstance, Concern, Interview, Question, Situation
from desktop_app.ui.trail import Trail
from desktop_app.ui.where_field import LookUp
from desktop_app.ui.who_page import WhoPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.ui.advice_page import AdvicePage
    from desktop_app.ui.where_page import WherePage


class CallNow(QWidget):
    """Asks two questions and shows the answer it is given. Keeps nothing once started again."""

    asked = Signal(Situation)
    left = Signal()
    copy_requested = Signal(str)
    home_chosen = Signal(object)

    def __init__(self, look_up: LookUp) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look_up = look_up
        self._interview = Interview()
        self._before_both: Concern | None = None
        self._where: WherePage | None = None
        self._answer: AdvicePage | None = None
        self._trail = Trail()
        self._trail.back_wanted.connect(self.go_back)
        self._trail.restart_wanted.connect(self.start_again)
        self._who = WhoPage()
        self._who.answered.connect(self._told_who)
        self._who.home_chosen.connect(self.home_chosen)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._who)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trail)
        column.addWidget(self._pages, 1)
        self._show_question()

    @property
    def situation(self) -> Situation | None:
        """What was told, while an answer is on screen."""
        return self._interview.situation

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last answer back; C copies the number."""
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        elif event.key() == Qt.Key.Key_C and self.situation:
            self.copy_first()
        else:
            super().keyPressEvent(event)

    def set_home(self, home: Council | None, *, ask: bool) -> None:
        """Learn the practice's own council; `ask` shows the line that asks for it."""
        self._interview = replace(self._interview, home=home)
        self._who.ask_home(ask)

    def show_advice(self, advice: Advice, directory: Directory) -> None:
        """Show the answer, unless the question it answers has been left."""
        if advice.situation == self.situation:
            self._answer_page().show_advice(advice, directory)

    def begin(self) -> None:
        """Give the focus to the page in front."""
        if self._interview.question is Question.WHO:
            self._who.begin()
        elif self._answer and self.situation:
            self._answer.begin()

    def copy_first(self) -> None:
        """Copy the number to ring, while an answer is on screen."""
        if self.situation and self._answer and self._answer.first:
            self.copy_requested.emit(self._answer.first.number.text())

    def go_back(self) -> None:
        """Take the last answer back."""
        self._interview = self._interview.back()
        self._before_both = None
        self._show_question()

    def start_again(self) -> None:
        """Forget every answer and stand at the first question."""
        self._interview = Interview(home=self._interview.home)
        self._before_both = None
        if self._where:
            self._where.field.empty()
        self._show_question()

    def _told_who(self, concern: Concern) -> None:
        self._interview = self._interview.about(concern)
        self._show_question()

    def _told_where(self, where: Whereabouts) -> None:
        self._interview = self._interview.happened(where)
        self._show_question()

    def _told_more(self, circumstances: frozenset[Circumstance]) -> None:
        self._interview = self._interview.with_circumstances(circumstances)
        self._ask()

    def _told_both(self, both: bool) -> None:
        """On, the rule for a child and an adult holds; off, what was said first."""
        said = self._interview.concern
        if both:
            self._before_both, said = said, Concern.BOTH
        else:
            said = self._before_both or Concern.UNSURE
        self._interview = replace(self._interview, concern=said)
        self._trail.tell(self._interview)
        self._ask()

    def _show_question(self) -> None:
        question = self._interview.question
        self._trail.setVisible(question is not Question.WHO)
        self._trail.tell(self._interview)
        if question is Question.ANSWER:
            page = self._answer_page()
            self._ask()
            self._pages.setCurrentWidget(page)
            page.begin()
            return
        if self._answer:
            self._answer.forget()
        self.left.emit()
        self._show_page(question)

    def _show_page(self, question: Question) -> None:
        if question is Question.WHERE:
            where = self._where_page()
            self._pages.setCurrentWidget(where)
            where.begin(self._interview.home)
        else:
            self._pages.setCurrentWidget(self._who)
            self._who.begin()

    def _ask(self) -> None:
        if self.situation:
            self.asked.emit(self.situation)

    def _where_page(self) -> "WherePage":
        if self._where is None:
            from desktop_app.ui.where_page import WherePage  # not before it is needed

            self._where = WherePage(self._look_up)
            self._where.answered.connect(self._told_where)
            self._where.back_wanted.connect(self.go_back)
            self._pages.addWidget(self._where)
        return self._where

    def _answer_page(self) -> "AdvicePage":
        if self._answer is None:
            from desktop_app.ui.advice_page import AdvicePage  # not before needed

            self._answer = AdvicePage()
            self._answer.copy_requested.connect(self.copy_requested)
            self._answer.circumstances_changed.connect(self._told_more)
            self._answer.both_changed.connect(self._told_both)
            self._pages.addWidget(self._answer)
        return self._answer
