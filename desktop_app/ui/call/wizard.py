"""The walk from the second question to the answer, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.places.area import NO_AREA
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.situation.situation import (
    HAPPENED,
    Concern,
    Interview,
    Question,
    place_asked,
)
from desktop_app.ui.call.breadcrumb import Breadcrumb
from desktop_app.ui.call.still_typing import StillTyping
from desktop_app.ui.call.where_page import WherePage

if TYPE_CHECKING:
    from desktop_app.domain.decision.advice import Advice
    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import Council, Whereabouts
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.situation.situation import Circumstance, Situation
    from desktop_app.ui.answer.advice_page import AdvicePage
    from desktop_app.ui.call.question import InSight
    from desktop_app.ui.call.where_field import LookUp
    from desktop_app.ui.widgets.call_actions import CallActions

PAINTED_MS = 60
"""So long after the second question is shown it is painted. For 400 ms it takes no answer (decision
0008), and the page of the answer is made meanwhile: nobody waits for it."""


class Wizard(QWidget):
    """Holds what was told, and only until it is forgotten; pages are made when first wanted."""

    asked = Signal(object)
    left = Signal()
    ended = Signal()

    def __init__(self, look_up: LookUp, in_sight: InSight, actions: CallActions) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look_up, self._in_sight, self._actions = look_up, in_sight, actions
        self._still_typing = StillTyping(self, in_sight.patience)
        self._still_typing.went_on.connect(self._go_on_typing)
        self._interview = Interview()
        self._before_both: Concern | None = None
        self._area = NO_AREA
        self._where: WherePage | None = None
        self._answer: AdvicePage | None = None
        self._practice = PracticeCard()
        self._breadcrumb = Breadcrumb()
        self._breadcrumb.back_wanted.connect(self.go_back)
        self._breadcrumb.restart_wanted.connect(self.ended)
        self._breadcrumb.keep_wanted.connect(self.keep_on_top)
        self._pages = QStackedWidget()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._breadcrumb)
        column.addWidget(self._pages, 1)

    @property
    def situation(self) -> Situation | None:
        """What was told, while an answer is on screen."""
        return self._interview.situation

    @property
    def begun(self) -> bool:
        """Whether anything was told."""
        return self._interview.concern is not None

    @property
    def first_number(self) -> str:
        """The number to ring, while an answer is on screen."""
        return self._answer.first_number if self._answer and self.situation else ""

    def set_out(self, concern: Concern, home: Council | None, area: Area) -> None:
        """Begin with the answer to the first question; `area` is what the directory is for."""
        if area != self._area:
            self._area = area
            self._drop_where()
        self._before_both = None
        self._go(Interview(home=home).about(concern))

    def go_to_answer(
        self, where: Whereabouts, circumstances: frozenset[Circumstance] = frozenset()
    ) -> None:
        """Where it happened was said with who it is about: go straight to the answer."""
        self._go(self._interview.happened(where).with_circumstances(circumstances))

    def go_back(self) -> None:
        """Take the last answer back; from the second question this ends the walk."""
        self._before_both = None
        self._go(self._interview.back())

    def forget(self) -> None:
        """Leave nothing of what was told, neither here nor on screen."""
        self._interview = Interview()
        self._before_both = None
        self._breadcrumb.show_interview(self._interview)
        self._still_typing.stop()
        if self._where:
            self._where.forget()
        if self._answer:
            self._answer.forget()
        self.left.emit()

    def show_practice(self, practice: PracticeCard) -> None:
        """Set the practice's own people beside every answer."""
        self._practice = practice
        if self._answer:
            self._answer.show_practice(practice)

    def turn_code(self) -> None:
        """Show the code that dials the number on screen, or hide it."""
        if self._answer and self.situation:
            self._answer.turn_code()

    def nobody_answered(self) -> None:
        """The number on screen was rung in vain: the next takes its place."""
        if self._answer and self.situation:
            self._answer.nobody_answered()

    def turn_fold(self) -> None:
        """Show where the numbers on screen come from, or hide it."""
        if self._answer and self.situation:
            self._answer.turn_fold()

    def say_yes(self) -> None:
        """The one question asked in the answer is answered with yes."""
        if self._answer and self.situation:
            self._answer.say_yes()

    def ask_still(self, asks: bool) -> None:
        """Ask whether somebody is still on this call, or take the question away."""
        if self._answer and self.situation:
            self._answer.ask_still(asks=asks)

    def keep_on_top(self) -> None:
        """Keep the number in a small window above other programs, or put that away."""
        if self._answer and self.situation:
            self._answer.keep_on_top()

    def jump(self) -> None:
        """Another time was made up, or no longer."""
        if self._answer:
            self._answer.jump()

    def refocus(self) -> None:
        """Give the focus to the page in front."""
        if self._answer and self.situation:
            self._answer.focus_first()

    def show_advice(self, advice: Advice, directory: Directory) -> None:
        """Show the answer to what was told."""
        self._answer_page().show_advice(advice, directory)

    def _go(self, interview: Interview) -> None:
        self._interview = interview
        self._breadcrumb.show_interview(interview)
        if interview.question is Question.WHO:
            self.ended.emit()
        elif interview.question is Question.WHERE:
            self._show_where()
        else:
            self._show_answer()

    def _show_where(self) -> None:
        if self._answer:
            self._answer.forget()
        self.left.emit()
        page = self._where_page()
        self._pages.setCurrentWidget(page)
        concern = self._interview.concern
        page.focus_first(self._interview.home, place_asked(concern) if concern else HAPPENED)
        if self._answer is None:
            QTimer.singleShot(PAINTED_MS, self, self._load_answer)

    def _load_answer(self) -> None:
        """Load what the answer needs before it is asked for; then make its page, in another turn.

        Between the two a key, a press of 999 or of Hide is heard.
        """
        import desktop_app.domain.decision.decision
        import desktop_app.ui.answer.advice_page  # noqa: F401  # the first is for `LiveAnswer`

        QTimer.singleShot(0, self, self._answer_page)

    def _show_answer(self) -> None:
        page = self._answer_page()
        self.asked.emit(self.situation)
        self._settle_breadcrumb()
        self._pages.setCurrentWidget(page)
        page.focus_first()
        self._in_sight.ask(self._breadcrumb)

    def _settle_breadcrumb(self) -> None:
        """Give it its height now: a page whose place changes below it is laid out twice."""
        self._breadcrumb.settle()
        self._column.activate()

    def _go_on_typing(self, text: str) -> None:
        """The digit that was taken for an answer began an address: back to the field with both."""
        if self._where and self.situation:
            self.go_back()
            self._where.field.type_on(text)

    def _told_where(self, where: Whereabouts) -> None:
        self._go(self._interview.happened(where))

    def _told_more(self, circumstances: frozenset[Circumstance]) -> None:
        self._interview = self._interview.with_circumstances(circumstances)
        self._breadcrumb.show_interview(self._interview)
        self.asked.emit(self.situation)

    def _told_both(self, both: bool) -> None:
        """On, the rule for a child and an adult holds; off, what was said first."""
        said = self._interview.concern
        if both:
            self._before_both, said = said, Concern.BOTH
        else:
            said = self._before_both or Concern.UNSURE
        self._interview = self._interview._replace(concern=said)
        self._breadcrumb.show_interview(self._interview)
        self.asked.emit(self.situation)

    def _drop_where(self) -> None:
        """The directory names other councils now: the question is made anew."""
        if self._where is not None:
            self._pages.removeWidget(self._where)
            self._where.deleteLater()
            self._where = None

    def _where_page(self) -> WherePage:
        if self._where is None:
            self._where = WherePage(self._look_up, self._in_sight, self._area, self._pages)
            self._where.answered.connect(self._told_where)
            self._where.answered_by_digit.connect(self._still_typing.listen)
            self._where.back_wanted.connect(self.go_back)
            self._pages.addWidget(self._where)
        return self._where

    def _answer_page(self) -> AdvicePage:
        if self._answer is None:
            from desktop_app.ui.answer.advice_page import AdvicePage

            self._answer = AdvicePage(self._actions, self._pages)
            self._answer.show_practice(self._practice)
            self._answer.circumstances_changed.connect(self._told_more)
            self._answer.both_changed.connect(self._told_both)
            self._answer.turned.connect(lambda: self._in_sight.ask(self._breadcrumb))
            self._pages.addWidget(self._answer)
        return self._answer
