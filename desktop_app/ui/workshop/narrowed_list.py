"""A list of the workshop that typing and chips narrow, and that keeps its mark meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words
from desktop_app.ui.widgets.whole_list import WholeList
from desktop_app.ui.workshop.value_fields import chips
from desktop_app.ui.workshop.working_copy import Choice

HINT = "Name or number"
KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNames:
    """What the parts are called: for tests by name, for a screen reader in words."""

    search: str
    search_said: str
    chips: str
    count: str


class WalkedList(WholeList):
    """Arrows walk it, Enter goes on to what is marked."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class NarrowedList(QWidget):
    """A box to type in, one chip for each way to narrow it, how many there are, and the list."""

    chosen = Signal(str)

    def __init__(self, names: ListNames, narrowed: Sequence[Choice], listed: WalkedList) -> None:
        super().__init__()
        self.search = FormField(names.search, names.search_said)
        self.search.setPlaceholderText(HINT)
        self.search.textChanged.connect(self._fill)
        self._chips = chips(self, names.chips, narrowed, "Show")
        self._chips[narrowed[0].id].setChecked(True)
        self._count = words("", "soft", names.count)
        self.list = listed
        self.list.currentItemChanged.connect(self._choose)
        self._lay_out()

    def _fill(self) -> None:
        """List what is to be shown now."""
        raise NotImplementedError

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

    @property
    def _typed(self) -> list[str]:
        return self.search.text().casefold().split()

    @property
    def _marked(self) -> str:
        """What is marked; empty where nothing is."""
        return self._at(self.list.currentRow()) if self.list.currentRow() >= 0 else ""

    def _at(self, place: int) -> str:
        return str(self.list.item(place).data(KEY))

    def _put(self, items: Sequence[QListWidgetItem]) -> bool:
        """List these instead, in silence; whether what was marked is among them, and still is."""
        before = self._marked
        self.list.blockSignals(True)
        self.list.clear()
        for item in items:
            self.list.addItem(item)
        places = [place for place, item in enumerate(items) if item.data(KEY) == before]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)
        return bool(places)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(KEY)))


def listed_item(text: str, key: str) -> QListWidgetItem:
    """One entry, known by its key."""
    item = QListWidgetItem(text)
    item.setData(KEY, key)
    return item
