"""The list of services in the workshop: searched by words or digits, narrowed to what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.value_fields import chips
from desktop_app.ui.workshop.working_copy import Choice, Row

ALL, WRONG, UNCHECKED, CHANGED = "all", "wrong", "unchecked", "changed"
NARROWED = (
    Choice(ALL, "All"),
    Choice(WRONG, "To be put right"),
    Choice(UNCHECKED, "Never checked"),
    Choice(CHANGED, "Changed here"),
)
KEEPS: dict[str, Callable[[Row], bool]] = {
    ALL: lambda _row: True,
    WRONG: lambda row: bool(row.wrong),
    UNCHECKED: lambda row: row.unchecked,
    CHANGED: lambda row: row.changed,
}
COUNTED = "{} of {} services"
HINT = "Name or number"
ID = Qt.ItemDataRole.UserRole


class ServicesList(QWidget):
    """Typing narrows it, arrows walk it, Enter goes on to the sheet."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self.search = Field()
        self.search.setObjectName("workshop-search")
        self.search.setAccessibleName("Search the services")
        self.search.setPlaceholderText(HINT)
        self.search.setProperty("field", "small")
        self.search.textChanged.connect(self._fill)
        self._chips = chips(self, "narrow", NARROWED, "Show")
        self._chips[ALL].setChecked(True)
        self._count = words("", "soft", "workshop-count")
        self.list = _Walked()
        self.list.currentItemChanged.connect(self._choose)
        self._lay_out()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these; the one that was marked stays marked."""
        self._rows = rows
        self._fill()

    def mark(self, service: str) -> None:
        """Mark one service, whatever it is narrowed to."""
        if not any(self._at(place) == service for place in range(self.list.count())):
            self.search.clear()
            self._chips[ALL].setChecked(True)
        for place in range(self.list.count()):
            if self._at(place) == service:
                self.list.setCurrentRow(place)

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
        return str(self.list.item(place).data(ID))

    def _fill(self) -> None:
        wanted = next(each for each, chip in self._chips.items() if chip.isChecked())
        typed = self.search.text().casefold().split()
        shown = [row for row in self._rows if KEEPS[wanted](row) and _says(row, typed)]
        marked = self.list.currentRow()
        before = self._at(marked) if marked >= 0 else ""
        self.list.blockSignals(True)
        self.list.clear()
        for row in shown:
            self.list.addItem(_item(row))
        places = [place for place, row in enumerate(shown) if row.id == before]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)
        self._count.setText(COUNTED.format(len(shown), len(self._rows)))
        if not places and shown:
            self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(ID)))


class _Walked(QListWidget):
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workshop-list")
        self.setAccessibleName("Services")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the sheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _item(row: Row) -> QListWidgetItem:
    below = [row.organisation] if row.organisation not in row.name else []
    if row.wrong:
        below.append(f"{len(row.wrong)} to put right")
    if row.changed:
        below.append("changed here")
    item = QListWidgetItem("\n".join(filter(None, (row.name, " · ".join(below)))))
    item.setData(ID, row.id)
    return item


def _says(row: Row, typed: Sequence[str]) -> bool:
    """Whether every word stands in its names, or the digits in one of its numbers."""
    said = f"{row.name} {row.organisation} {row.id}".casefold()
    digits = " ".join("".join(number.split()) for number in row.numbers)
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said or (part.isdigit() and part in digits) for part in typed)
