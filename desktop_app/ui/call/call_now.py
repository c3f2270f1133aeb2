"""The home of the program: the first question, and the walk that begins with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.ui.call.question import InSight
from desktop_app.ui.call.who_page import WhoPage
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.patience import RealPatience

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.browse.one_box import BoxAnswer
    from desktop_app.domain.decision.advice import Advice
    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.practice.card import PracticeCard
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.situation.concern import Concern
    from desktop_app.domain.situation.situation import Situation
    from desktop_app.ui.call.box_page import BoxPage, Find
    from desktop_app.ui.call.where_field import LookUp
    from desktop_app.ui.call.wizard import Wizard
    from desktop_app.ui.widgets.call_actions import CallActions
    from desktop_app.ui.widgets.patience import Patience


ANSWER_KEYS = tuple(map(ord, "CQNIYK"))
"""Letters that mean something on an answer: copy, code, nobody answered, information, yes, keep."""


class CallNow(Page, QStackedWidget):
    """Asks two questions and shows the answer it is given. Keeps nothing once started again.

    `home` tells the practice's own council and `area` what the directory is for; both are asked at
    the first answer, which may be given before anything but this page is ready. `patience` measures
    whether a question has been seen.
    """

    asked = Signal(object)
    left = Signal()
    service_wanted = Signal(str)

    def __init__(
        self,
        look_up: LookUp,
        home: Callable[[], Council | None],
        area: Callable[[], Area],
        patience: Patience | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look_up = look_up
        self._home, self._area = home, area
        self._wizard: Wizard | None = None
        self._practice: PracticeCard | None = None
        self._in_sight = InSight(patience or RealPatience())
        self._call_actions: CallActions | None = None
        self.who = WhoPage(self._in_sight)
        self.who.answered.connect(self._told_who)
        self.who.typed.connect(self._begin_box)
        self._find: Find | None = None
        self._look_for: Callable[[str], None]  # comes with `_find`
        self._box: BoxPage | None = None

    @property
    def call_actions(self) -> CallActions:
        """What the cards of an answer hand on, made when somebody first listens to it."""
        if self._call_actions is None:
            from desktop_app.ui.widgets.call_actions import CallActions

            self._call_actions = CallActions(lambda: self._in_sight.left_ms)
        return self._call_actions

    @property
    def situation(self) -> Situation | None:
        """What was told, while an answer is on screen."""
        return self._wizard.situation if self._wizard else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last answer back; on an answer C, Q, N, I and Y do as they say."""
        from PySide6.QtCore import Qt

        from desktop_app.ui.call.typed_keys import chorded

        key, plain = event.key(), not chorded(event)
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Backspace:
            self.go_back()
        elif self._wizard and self.situation and plain and key in ANSWER_KEYS:
            self._press(key)
        else:
            super().keyPressEvent(event)

    def _press(self, key: int) -> None:
        """A letter that means something on an answer, once the answer is in sight."""
        from PySide6.QtCore import Qt

        if self._in_sight.left_ms:
            return
        keys, walk = Qt.Key, self._wizard
        if walk is None:
            return
        deeds = {
            keys.Key_C: self.copy_first,
            keys.Key_Q: walk.turn_code,
            keys.Key_N: walk.nobody_answered,
            keys.Key_I: walk.turn_fold,
            keys.Key_Y: walk.say_yes,
            keys.Key_K: walk.keep_on_top,
        }
        deeds[keys(key)]()

    def ask_home(self, councils: Sequence[Council]) -> None:
        """Ask which of these that council is; hide the question without any."""
        self.who.ask_home(councils)

    def show_advice(self, advice: Advice, directory: Directory) -> None:
        """Show the answer, unless the question it answers has been left."""
        if self._wizard and advice.situation == self.situation:
            self._wizard.show_advice(advice, directory)

    @property
    def unseen(self) -> bool:
        """Whether the question in front has yet to be painted."""
        return self._in_sight.unseen

    @property
    def begun(self) -> bool:
        """Whether anything was told that should not stay on an unattended desk."""
        typed = self._box is not None and bool(self._box.field.text())
        return typed or (self._wizard is not None and self._wizard.begun)

    def ask_still(self, asks: bool) -> None:
        """Ask whether somebody is still on this call, or take the question away."""
        if self._wizard:
            self._wizard.ask_still(asks)

    def jump(self) -> None:
        """Another time was made up, or no longer."""
        if self._wizard:
            self._wizard.jump()

    def show_practice(self, practice: PracticeCard) -> None:
        """Set the practice's own people beside every answer."""
        self._practice = practice
        if self._wizard:
            self._wizard.show_practice(practice)

    def focus_first(self) -> None:
        """Give the focus to the page in front."""
        if self._wizard and self.currentWidget() is self._wizard:
            self._wizard.refocus()
        else:
            self._show_who()

    def copy_first(self) -> None:
        """Copy the number to ring, while an answer is on screen."""
        number = self._wizard.first_number if self._wizard else ""
        if number:
            self.call_actions.copy(number)

    def find_with(self, find: Find, look_for: Callable[[str], None]) -> None:
        """From now on letters typed at the first question begin the one box.

        `look_for` searches the directory for the words instead.
        """
        self._find, self._look_for = find, look_for
        self.who.offer_words()

    def go_back(self) -> bool:
        """Take the last answer back; whether there was one."""
        if self._box and self.currentWidget() is self._box:
            self.start_again()
            return True
        if not self._wizard or self.currentWidget() is not self._wizard:
            return False
        self._wizard.go_back()
        return True

    def start_again(self) -> None:
        """Forget every answer and stand at the first question."""
        if self._wizard:
            self._wizard.forget()
        if self._box:
            self._box.forget()
        self._show_who()

    def _begin_box(self, letters: str) -> None:
        """The one box comes to the front, made with the first letter."""
        if self._find is None:
            return
        if self._box is None:
            from desktop_app.ui.call.box_page import BoxPage

            self._box = BoxPage(self._find, self._in_sight)
            self._box.answer_taken.connect(self._told_in_words)
            self._box.service_wanted.connect(self.service_wanted)
            self._box.words_wanted.connect(self._look_for)
            self._box.left.connect(self.start_again)
            self.addWidget(self._box)
        self.setCurrentWidget(self._box)
        self._box.open_with(letters)

    def _told_in_words(self, answer: BoxAnswer) -> None:
        """What was typed plainly means this answer, and somebody took it."""
        walk = self._make_walk()
        self.setCurrentWidget(walk)
        area = self._area()
        walk.set_out(answer.concern, self._home(), area)
        if answer.where is not None:
            walk.go_to_answer(answer.where, answer.circumstances)

    def _show_who(self) -> None:
        """Show the first question; it is set here only now, because Qt styles it once a place."""
        self.addWidget(self.who)
        self.setCurrentWidget(self.who)
        self.who.focus_first()

    def _told_who(self, concern: Concern) -> None:
        walk = self._make_walk()
        self.setCurrentWidget(walk)
        area = self._area()  # first: it opens the directory, which knows what a council is called
        walk.set_out(concern, self._home(), area)

    def _make_walk(self) -> Wizard:
        if self._wizard is None:
            from desktop_app.ui.call.wizard import Wizard  # not before the first picture

            self._wizard = Wizard(self._look_up, self._in_sight, self.call_actions)
            self._wizard.asked.connect(self.asked)
            self._wizard.left.connect(self.left)
            self._wizard.ended.connect(self.start_again)
            if self._practice is not None:
                self._wizard.show_practice(self._practice)
            self.addWidget(self._wizard)
        return self._wizard
