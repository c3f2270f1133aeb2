"""The answer: whom to ring now, why, whom next, and how sure we are."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance
from desktop_app.ui.answer.answer_parts import Holder, offered, place_on, tell_each, time_used
from desktop_app.ui.answer.call_card import CallCard, HeroCard
from desktop_app.ui.answer.card_text import card_text
from desktop_app.ui.answer.circumstances import CircumstanceChips
from desktop_app.ui.answer.forms_and_sources import tell_forms, tell_sources
from desktop_app.ui.answer.guidance_links import GuidanceLinks
from desktop_app.ui.answer.hurting_note import HurtingNote
from desktop_app.ui.answer.number_strip import NumberStrip
from desktop_app.ui.answer.practice_note import PracticeNoteCard
from desktop_app.ui.answer.tried_bar import TriedBar
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.flow import Columns
from desktop_app.ui.widgets.page import (
    BELOW_TRAIL,
    ScrollPage,
    bring_into_sight,
    clear,
    pressed_in,
    tab_in_order,
)
from desktop_app.ui.widgets.text import words

FALLBACK = "If nobody answers"
ALSO = "Also involve"


class AdvicePage(QWidget):
    """Shows an answer; every change of it is read out."""

    circumstances_changed = Signal(object)
    both_changed = Signal(bool)

    def __init__(self, actions: CallActions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("page")
        self._shown: tuple[object, ...] = ()
        self._asked: tuple[Advice, Directory] | None = None
        self.first: HeroCard | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._strip = NumberStrip()
        self._strip.copy_requested.connect(self._actions.copy)
        self._scroll = ScrollPage("advice-page", BELOW_TRAIL)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._watch_number)
        bar.rangeChanged.connect(self._watch_number)
        outer.addWidget(self._strip)
        outer.addWidget(self._scroll, 1)
        self._time: QLabel | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        column = self._scroll.column
        self._forms, self._heroes = Holder(), Columns(400)
        self._cautions, self._notes = Holder(), Holder()
        self._fallback, self._also, self._sources = Holder(), Holder(), Holder()
        self.practice = PracticeNoteCard()
        self._reading = GuidanceLinks()
        self._reading.wanted.connect(self._actions.read)
        self._chips = CircumstanceChips()
        self._chips.circumstances_changed.connect(self.circumstances_changed)
        self._chips.both_changed.connect(self.both_changed)
        right = Holder()
        right.column.addWidget(self._chips)
        right.column.addWidget(self._also)
        right.column.addStretch()
        halves = Columns(400, gap=24)
        halves.hold([self._fallback, right])
        self._hurting = HurtingNote()
        self._tried = TriedBar(self._actions)
        self._tried.changed.connect(self._try_next)
        self._hurting.undone.connect(self._undo_hurting)
        first = (
            self._hurting,
            self._tried,
            self._forms,
            self._heroes,
            self._cautions,
            self._notes,
            self._reading,
        )
        for part in (*first, self.practice, halves, self._sources):
            column.addWidget(part)
        column.addStretch()

    def _undo_hurting(self) -> None:
        """One press, and the answer is for the person who is hurt again."""
        told = self._chips.told - {Circumstance.USING_ABUSE}
        self.circumstances_changed.emit(told)

    def nobody_answered(self) -> None:
        """The number in front was rung in vain: the next takes its place."""
        self._tried.add()

    def _try_next(self) -> None:
        if self._asked:
            self._show(*self._asked, "Next number. ")

    def show_advice(self, advice: Advice, directory: Directory) -> None:
        """Show an answer; where only the time has moved on, nothing else stirs."""
        self._asked = (advice, directory)
        self._show(advice, directory, "The answer has changed. ")

    def _show(self, told: Advice, directory: Directory, change: str) -> None:
        advice = self._tried.applied(told)
        texts = [(call.tier, card_text(call, advice, directory)) for call in advice.calls]
        shown = (advice.situation, tuple(texts), advice.warnings, advice.notes)
        if shown == self._shown and self._time:
            self._time.setText(time_used(advice))
            return
        changed_answer = bool(self._shown) and self._shown[1] != shown[1]
        self._shown = shown
        self._refill(advice, directory)
        first = card_text(advice.first, advice, directory)
        prefix = change if changed_answer else ""
        announce(self, f"{prefix}{first.spoken}", urgent=True)

    def begin(self) -> None:
        """Show the top of the answer, ready for Copy."""
        self._scroll.to_top()
        self._focus_copy()
        self._watch_number()
        QTimer.singleShot(0, self, self._show_copy)

    def forget(self) -> None:
        """Leave nothing of the answer on screen."""
        self._shown = ()
        self._asked = None
        self._tried.forget()
        self.first = self._time = None
        emptied = (
            self._forms,
            self._cautions,
            self._notes,
            self._fallback,
            self._also,
            self._sources,
        )
        for holder in emptied:
            clear(holder.column)
        self._heroes.hold([])
        self._hurting.hide()
        self.practice.forget()
        self._reading.forget()
        self._strip.forget()

    def turn_code(self) -> None:
        """Show the code that dials the first number, or hide it."""
        if self.first:
            self.first.turn_code()

    def resizeEvent(self, event: object) -> None:
        """The first number may come into view or leave it."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self._watch_number()

    def _refill(self, advice: Advice, directory: Directory) -> None:
        """Show another answer; the focus stays on the same thing, or on the first number's Copy."""
        held = QApplication.focusWidget()
        name = held.objectName() if held and self.isAncestorOf(held) else ""
        before = self.first.number.text() if self.first else ""
        if name:
            self.setFocus()  # else Qt would hand it on, from one thing that goes to the next
        self._fill(advice, directory)
        if before and self.first and before != self.first.number.text():
            self._scroll.to_top()
        if name:
            same = self.findChildren(QWidget, name) or self.findChildren(QWidget, "first-copy")
            same[-1].setFocus()

    def _fill(self, advice: Advice, directory: Directory) -> None:
        hurting = Circumstance.USING_ABUSE in advice.situation.circumstances
        self._hurting.setVisible(hurting)
        self._show_heroes(advice, directory)
        self._list(self._fallback, FALLBACK, advice.tier(Tier.FALLBACK), advice, directory)
        self._list(self._also, ALSO, advice.tier(Tier.ALSO), advice, directory)
        tell_each(
            self._cautions, [caution.text for caution in advice.warnings], "caution", "warning"
        )
        tell_each(self._notes, advice.notes, "note", "note")
        tell_sources(self._sources, [card_text(call, advice, directory) for call in advice.calls])
        self.practice.show_for(advice.situation.concern)
        self._reading.offer(directory.guidance_for(advice.situation.concern))
        self._chips.offer(advice.situation, offered(advice.situation.concern, directory))
        parts = (
            self._hurting,
            self._tried,
            self._heroes,
            self._reading,
            self._fallback,
            self._chips,
            self._also,
        )
        tab_in_order(*pressed_in(self._strip, *parts, kind=QPushButton))

    def _show_heroes(self, advice: Advice, directory: Directory) -> None:
        prominent = (advice.first, *advice.tier(Tier.BESIDE))
        code_of = self.first.number.text() if self.first and self.first.code_shown else ""
        alone = len(prominent) == 1
        tell_forms(self._forms, [card_text(call, advice, directory) for call in prominent])
        cards = []
        for place, call in enumerate(prominent):
            name = f"beside-{place}" if place else "first"
            hero = HeroCard(card_text(call, advice, directory), name, alone=alone)
            hero.copy_requested.connect(self._actions.copy)
            hero.failed_told.connect(self._actions.report)
            hero.note_wanted.connect(lambda told=call: self._actions.note(told, self._tried.rung))
            hero.dial_wanted.connect(self._actions.dial)
            hero.nobody_answered.connect(self.nobody_answered)
            cards.append(hero)
        self._heroes.hold(cards)
        self.first = cards[0]
        if code_of == self.first.number.text():
            self.first.turn_code()
        self._time = self.first.time
        self._time.setText(time_used(advice))
        self._time.show()
        self._strip.tell(card_text(advice.first, advice, directory))

    def _list(
        self,
        holder: Holder,
        heading: str,
        calls: Sequence[Call],
        advice: Advice,
        directory: Directory,
    ) -> None:
        clear(holder.column)
        holder.setVisible(bool(calls))
        if not calls:
            return
        tier = calls[0].tier
        holder.column.addWidget(words(heading, "heading", f"{tier}-heading"))
        for place, call in enumerate(calls, start=1):
            ordered = place if tier is Tier.FALLBACK else 0
            shown = CallCard(card_text(call, advice, directory), f"{tier}-{place}", ordered)
            shown.copy_requested.connect(self._actions.copy)
            shown.failed_told.connect(self._actions.report)
            holder.column.addWidget(shown)
        holder.column.addStretch()

    def _watch_number(self) -> None:
        """Keep the first number on screen in a strip while its card is out of sight.

        Reckoned without the strip itself, so that its coming and going changes nothing.
        """
        if self.first is None:
            return
        number, scroll = self.first.number, self._scroll
        top = place_on(scroll.widget(), number) - scroll.verticalScrollBar().value()
        above, below = top + number.height() // 2 < 0, top + number.height() > self.height()
        out_of_sight = above or below
        if self._strip.holds_focus and not out_of_sight:
            self._focus_copy()
        self._strip.setVisible(out_of_sight)
        if out_of_sight:
            QTimer.singleShot(0, self, self._hand_focus_up)

    def _hand_focus_up(self) -> None:
        """The keyboard must not press what cannot be seen: Copy in the strip does the same."""
        copy = self._first_copy()
        held = copy is not None and copy.hasFocus() and copy.visibleRegion().isEmpty()
        if held and self._strip.isVisible():
            self._strip.take_focus()

    def _show_copy(self) -> None:
        """Where the number is in sight, Copy below it has to be as well."""
        copy = self._first_copy()
        if copy is not None and self.first and not self._strip.isVisible():
            bring_into_sight(copy, self.first.number)

    def _focus_copy(self) -> None:
        copy = self._first_copy()
        if copy is not None:
            copy.setFocus()

    def _first_copy(self) -> QWidget | None:
        found = self.first.findChild(QWidget, "first-copy") if self.first else None
        return found if isinstance(found, QWidget) else None
