"""The list of numbers to ring: searched by words or digits, in an order that never jumps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.calls.ringing import RingCard
from desktop_app.ui.workshop.value_fields import chips
from desktop_app.ui.workshop.working_copy import Choice

DUE, EVERY = "due", "every"
NARROWED = (Choice(DUE, "Due now"), Choice(EVERY, "Every number"))
HINT = "Name or number"
NUMBER = Qt.ItemDataRole.UserRole
WALKS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home}


class CallList(QWidget):
    """Typing narrows it, arrows walk it, Enter goes on to the call."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: Sequence[RingCard] = ()
        self.search = Field()
        self.search.setObjectName("ring-search")
        self.search.setAccessibleName("Search the numbers to ring")
        self.search.setPlaceholderText(HINT)
        self.search.setProperty("field", "small")
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.entered)
        self._chips = chips(self, "ring-narrow", NARROWED, "Show")
        self._chips[DUE].setChecked(True)
        self._count = words("", "soft", "ring-count")
        self.list = _Walked()
        self.list.currentItemChanged.connect(self._choose)
        self.list.entered.connect(self.entered)
        self._lay_out()

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
        return self._at(self.list.currentRow()) if self.list.currentRow() >= 0 else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = Flow(gap=6)
        for chip in self._chips.values():
            chip.setProperty("snug", "true")
            chip.toggled.connect(lambda down: self._fill() if down else None)
            row.addWidget(chip)
        column.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)

    def _at(self, place: int) -> str:
        return str(self.list.item(place).data(NUMBER))

    def _fill(self) -> None:
        due_only = self._chips[DUE].isChecked()
        typed = self.search.text().casefold().split()
        shown = [each for each in self._cards if (each.due or not due_only) and _says(each, typed)]
        before = self.number
        self.list.blockSignals(True)
        self.list.clear()
        for card in shown:
            self.list.addItem(_item(card))
        places = [place for place, card in enumerate(shown) if card.number == before]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)
        self._count.setText(_counted(sum(each.due for each in self._cards), len(self._cards)))
        if not places:
            self.list.setCurrentRow(0 if shown else -1)
            if not shown:
                self.chosen.emit("")

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(NUMBER)))


class _Walked(QListWidget):
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ring-list")
        self.setAccessibleName("Numbers to ring")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the call; digits and letters belong to the page, not to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in WALKS or not event.text().strip():
            super().keyPressEvent(event)
        else:
            event.ignore()


def _item(card: RingCard) -> QListWidgetItem:
    told = [card.number, card.greetings[0] if card.greetings else "", card.why]
    if card.last:
        told.append(card.last)
    item = QListWidgetItem("\n".join(filter(None, told)))
    item.setData(NUMBER, card.number)
    return item


def _says(card: RingCard, typed: Sequence[str]) -> bool:
    said = " ".join(card.greetings).casefold()
    digits = "".join(card.number.split())
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said for part in typed)


def _counted(due: int, every: int) -> str:
    return f"{due} of {every} numbers {'is' if due == 1 else 'are'} due for a call"
