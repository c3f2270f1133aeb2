"""The answer: whom to ring now, why, whom next, and how sure we are."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen import screen
from desktop_app.domain.answer.screen_parts import Screen
from desktop_app.domain.answer.turns import closing_words, turned_words
from desktop_app.domain.decision.advice import Advice, Call
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.services.dialling import number_to_dial
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.trust import release_age
from desktop_app.domain.situation.situation import Circumstance
from desktop_app.ui.answer.call_strip import CallStrip
from desktop_app.ui.answer.fold import Fold
from desktop_app.ui.answer.notice_bar import HURTING, change_bar, hurting_bar
from desktop_app.ui.answer.number_strip import NumberStrip, NumberWatch
from desktop_app.ui.answer.one_screen import OneScreen
from desktop_app.ui.answer.still_there import TOLD, still_there_bar
from desktop_app.ui.answer.tried_bar import TriedBar
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.page import ScrollPage, bring_into_sight

ABOVE, BELOW = 4, 6
"""Pixels between the trail and the first card, and between the last and the foot."""


class AdvicePage(QWidget):
    """Shows an answer; every change of it is read out."""

    circumstances_changed = Signal(object)
    both_changed = Signal(bool)
    turned = Signal()
    """Another number or worry: what stood under a hand may stand elsewhere now."""

    def __init__(self, actions: CallActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._actions, self._practice = actions, PracticeCard()
        self._shown: tuple[object, ...] = ()
        self._asked: tuple[Advice, Directory] | None = None
        self._front: Call | None = None
        self._jumped = False
        self._strip = NumberStrip()
        self._strip.copy_requested.connect(actions.copy)
        self._hurting, self._changed = hurting_bar(), change_bar()
        self._still = still_there_bar()
        self._call_strip: CallStrip | None = None
        self._tried, self._fold = TriedBar(actions), Fold(actions)
        self._body = OneScreen((self._still, self._hurting, self._changed), self._tried, self._fold)
        self._scroll = ScrollPage("advice-page", ABOVE, BELOW, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._strip)
        outer.addWidget(self._scroll, 1)
        self._scroll.column.addWidget(self._body)  # last: a page in its place is styled once
        self._scroll.column.addStretch()
        self._watch = NumberWatch(self, self._strip, self._scroll, self._body.first)
        self._connect()

    def _connect(self) -> None:
        body = self._body
        body.chips.circumstances_changed.connect(self.circumstances_changed)
        body.chips.both_changed.connect(self.both_changed)
        body.chips.opened.connect(self._fit)
        body.question.answered.connect(self._answer_question)
        body.first.nobody_answered.connect(self.nobody_answered)
        body.first.dial_wanted.connect(self._actions.dial)
        body.first.code_turned.connect(self._show_code)
        body.form.copy_wanted.connect(self._actions.copy)
        body.foot.note.clicked.connect(self._take_note)
        body.foot.fold.clicked.connect(self.turn_fold)
        for copies in (body.first, body.beside, body.next, body.involved):
            copies.copy_wanted.connect(self._actions.copy)
        self._tried.changed.connect(self._try_next)
        self._changed.pressed.connect(self._dismiss_change)
        self._hurting.pressed.connect(self._undo_hurting)
        appearance().changed.connect(self._fit)

    @property
    def first_number(self) -> str:
        """The number that stands first."""
        return self._body.first.number.text()

    def show_practice(self, practice: PracticeCard) -> None:
        """Set the practice's own name and people beside every answer from now on."""
        self._practice = practice
        if self._asked:
            self._show(*self._asked, "")

    # ---- what can be done

    def nobody_answered(self) -> None:
        """The number in front was rung in vain, if it was read: the next takes its place."""
        if not self._actions.too_soon:
            self._tried.add()

    def turn_code(self) -> None:
        """Show the code that dials the first number, or hide it."""
        self._body.first.turn_code()

    def turn_fold(self) -> None:
        """Show where the numbers come from, or hide it."""
        opened = not self._fold.opened
        self._fold.setVisible(opened)
        self._body.foot.say_fold(shown=opened)
        if opened and self._asked:
            self._show(*self._asked, "")
            self._body.keep_tab_order(self._strip)
            bring_into_sight(self._fold)
        else:
            self._fit()
            self._scroll.to_top()

    def say_yes(self) -> None:
        """The one question is answered with yes."""
        self._body.question.say_yes()

    def _answer_question(self, asked: Circumstance, so: bool) -> None:
        told = self._body.chips.told - {asked}
        self.circumstances_changed.emit(told | {asked} if so else told)

    def _undo_hurting(self) -> None:
        """One press, and the answer is for the person who is hurt again."""
        self.circumstances_changed.emit(self._body.chips.told - {Circumstance.USING_ABUSE})

    def keep_on_top(self) -> None:
        """The number in a small window above other programs, or that window put away."""
        if self._call_strip is not None:
            self._drop_strip()
        elif (shown := self._body.shown) is not None:
            strip = self._call_strip = CallStrip(self._changed)
            strip.copy_wanted.connect(self._actions.copy)
            strip.nobody_answered.connect(self.nobody_answered)
            strip.closed.connect(self._drop_strip)
            strip.show_answer(shown, self._body.first.closing)
            strip.open(self.screen())

    def _drop_strip(self) -> None:
        strip, self._call_strip = self._call_strip, None
        if strip is not None:
            strip.forget()
            strip.deleteLater()

    def ask_still(self, *, asks: bool) -> None:
        """Ask whether somebody is still on this call, or take the question away."""
        self._still.show_message(TOLD if asks else "")
        if asks:
            announce(self, TOLD, urgent=True)
            self._scroll.to_top()
        self._fit()

    def _dismiss_change(self) -> None:
        self._changed.show_message("")
        self._fit()

    def _take_note(self) -> None:
        if self._front is not None:
            self._actions.note(self._front, self._tried.rung)

    def _show_code(self, shown: bool) -> None:
        self._body.turn_code(shown=shown)
        self._fit()

    # ---- what is shown

    def jump(self) -> None:
        """Another time was made up, or no longer: what changes by it has not changed by itself."""
        self._jumped = True

    def _try_next(self) -> None:
        if self._asked:
            self._show(*self._asked, "Next number. ")

    def show_advice(self, advice: Advice, directory: Directory) -> None:
        """Show an answer; where only the time has moved on, nothing else stirs."""
        turn = self._turn_to(advice, directory)
        self._asked, self._jumped = (advice, directory), False
        self._show(advice, directory, f"{turn} " if turn else "The answer has changed. ")
        if turn:
            self._changed.show_message(turn)
            self._fit()

    def _turn_to(self, advice: Advice, directory: Directory) -> str:
        """That the answer changed by itself, and how; empty where somebody made it change."""
        if self._asked is None or self._front is None or self._jumped:
            return ""
        before, read = self._asked
        if before.situation != advice.situation or advice.moment < before.moment:
            return ""
        left = self._tried.left(advice)
        if left.first.line.number == self._front.line.number:
            return ""
        return turned_words(self._front, left, newer_list=read is not directory)

    def _show(self, told: Advice, directory: Directory, change: str) -> None:
        advice = self._tried.applied(told)
        offered = directory.pathways().circumstances(advice.situation.concern)
        release, today = directory.release(), advice.moment.astimezone(UK).date()
        age = release_age(release.dated, release.next_expected_by, today).freshness
        shown = screen(advice, offered, self._practice, tried=self._tried.said, age=age)
        closing = closing_words(advice, self._answer_at(told, directory))
        if self._fold.opened:
            self._fold.show_answer(advice, shown, directory, self._practice.name)
        key = (advice.situation, shown.texts, shown.form, closing, age, self._tried.rung)
        self._front = advice.first
        if key == self._shown:
            return
        news, before = bool(self._shown) and key[1] != self._shown[1], self._shown[:1]
        number, self._shown = self.first_number, key
        self._fill(shown, offered, closing)
        if (before, number) != (key[:1], self.first_number):
            self.turned.emit()  # a key pressed twice at one go is not heard again
        self._announce(shown, closing, change if news else "")

    def _answer_at(self, told: Advice, directory: Directory) -> Callable[[datetime], Advice]:
        def at(moment: datetime) -> Advice:
            return self._tried.left(advise(told.situation, directory, moment))

        return at

    def _fill(self, shown: Screen, offered: Sequence[Circumstance], closing: str) -> None:
        """Show another answer; the keyboard stays where it is, or goes to the first Copy."""
        before = self.first_number
        hurting = Circumstance.USING_ABUSE in shown.situation.circumstances
        self._hurting.show_message(HURTING if hurting else "")
        self._body.first.say_closing(closing)
        self._body.show_answer(shown, offered)
        first = shown.large[0]
        if before != first.number:
            self._body.turn_code(shown=False)
            self._body.script.code.set_number(
                number_to_dial(first.call.line), first.number, first.menu
            )
            self._changed.show_message("")
            self._scroll.to_top()
        self._strip.show_card(first.name, first.number)
        if self._call_strip is not None:
            self._call_strip.show_answer(shown, closing)
        self._fit()
        self._body.keep_tab_order(self._strip)
        self._keep_focus()

    def _announce(self, shown: Screen, closing: str, change: str) -> None:
        following = f" Next: {shown.next[0].words.number}." if shown.next else ""
        said = f"{change}{shown.large[0].spoken}{following} {closing}".strip()
        announce(self, said, urgent=True)

    def _fit(self) -> None:
        """Everything in sight, unless more was unfolded; a page that is shown later fits then."""
        body = self._body
        if self._fold.opened or body.chips.unfolded or body.first.code_shown:
            body.settle()
        elif self.isVisible():
            body.fit(*self._scroll.room_in(self.size()))

    def focus_first(self) -> None:
        """Show the top of the answer, ready for Copy."""
        self._scroll.to_top()
        self._body.first.copy.setFocus()
        self._watch.look()
        QTimer.singleShot(0, self._watch, self._watch.show_copy)

    def forget(self) -> None:
        """Leave nothing of the answer on screen."""
        self._shown, self._asked, self._front, self._jumped = (), None, None, False
        self._tried.forget()
        self._changed.show_message("")
        self._drop_strip()
        self._hurting.show_message("")
        self._still.show_message("")
        self._fold.forget()
        self._body.forget()
        self._strip.forget()

    def showEvent(self, event: object) -> None:
        """How much room there is can be told from now on."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """The first number may come into view or leave it."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self._fit()
        self._watch.look()

    def _keep_focus(self) -> None:
        """What had the keyboard may be gone with this answer: then Copy takes it."""
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held) and not held.isVisibleTo(self):
            self._body.first.copy.setFocus()
