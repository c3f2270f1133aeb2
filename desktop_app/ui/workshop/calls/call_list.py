"""The list of numbers to ring: searched by words or digits, in an order that never jumps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from desktop_app.ui.workshop.calls.ring_list import RingCard
from desktop_app.ui.workshop.narrowed_list import (
    ListNames,
    NarrowedList,
    WalkedList,
    listed_item,
)
from desktop_app.ui.workshop.working_copy import Choice

DUE, EVERY = "due", "every"
NARROWED = (Choice(DUE, "Due now"), Choice(EVERY, "Every number"))
NAMES = ListNames(
    search="ring-search",
    search_said="Search the numbers to ring",
    chips="ring-narrow",
    count="ring-count",
)
WALKS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home}


class RingListView(NarrowedList):
    """Typing narrows it, arrows walk it, Enter goes on to the call."""

    def __init__(self) -> None:
        super().__init__(NAMES, NARROWED, _Walked("ring-list", "Numbers to ring"))
        self._cards: Sequence[RingCard] = ()

    def show_cards(self, cards: Sequence[RingCard], number: str) -> None:
        """List these, and mark this number; the next one below it where it is no longer due."""
        before = [self._at(place) for place in range(self.list.count())]
        self._cards = cards
        after = before[before.index(number) + 1 :] if number in before else []
        self._fill()
        there = [self._at(place) for place in range(self.list.count())]
        wanted = next((each for each in (number, *after) if each in there), there[:1] and there[0])
        self.mark(wanted or "")

    def mark(self, number: str) -> None:
        """Mark this number, where it is listed."""
        for place in range(self.list.count()):
            if self._at(place) == number:
                self.list.setCurrentRow(place)

    def after(self, number: str) -> str:
        """The number below this one; the first where it is the last; empty in an empty list."""
        there = [self._at(place) for place in range(self.list.count())]
        if not there:
            return ""
        return there[(there.index(number) + 1) % len(there)] if number in there else there[0]

    @property
    def number(self) -> str:
        """The number that is marked; empty where none is."""
        return self._marked

    def _fill(self) -> None:
        due_only, typed = self._chips[DUE].isChecked(), self._typed
        shown = [each for each in self._cards if (each.due or not due_only) and _says(each, typed)]
        kept = self._put([_item(card) for card in shown])
        self._count.setText(_counted(sum(each.due for each in self._cards), len(self._cards)))
        if not kept:
            self.list.setCurrentRow(0 if shown else -1)
            if not shown:
                self.chosen.emit("")


class _Walked(WalkedList):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on once; digits and letters belong to the page, not to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                super().keyPressEvent(event)
        elif event.key() in WALKS or not event.text().strip():
            super().keyPressEvent(event)
        else:
            event.ignore()


def _item(card: RingCard) -> QListWidgetItem:
    told = [card.number, card.greetings[0] if card.greetings else "", card.why]
    if card.last:
        told.append(card.last)
    return listed_item("\n".join(filter(None, told)), card.number)


def _says(card: RingCard, typed: Sequence[str]) -> bool:
    said = " ".join(card.greetings).casefold()
    digits = "".join(card.number.split())
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said for part in typed)


def _counted(due: int, every: int) -> str:
    return f"{due} of {every} numbers {'is' if due == 1 else 'are'} due for a call"
