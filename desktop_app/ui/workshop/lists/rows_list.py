"""Rows of a list to tick, one by one: none is ticked before somebody has looked at it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from desktop_app.ui.widgets.whole_list import WholeList
from desktop_app.ui.workshop.lists.lists import ListRow

KEY = Qt.ItemDataRole.UserRole
HIGH = 300
VERDICTS = {
    "unchanged": "Unchanged",
    "changed": "Changed",
    "new": "New",
    "missing": "Missing from the list",
    "unreadable": "Cannot be read",
}


class RowsList(WholeList):
    """Space ticks; a row that cannot be taken has no box."""

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__("rows-list", "Rows of the list")
        self.setProperty("ticks", "true")
        self.setMinimumHeight(HIGH)
        self.itemChanged.connect(lambda _item: self.ticked_changed.emit())

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """List what there is to look at, what can be taken first."""
        self.blockSignals(True)
        self.clear()
        for row in sorted(rows, key=lambda each: not each.offered):
            if row.to_look_at:
                self.addItem(_item(row))
        self.blockSignals(False)
        self.ticked_changed.emit()

    @property
    def ticked(self) -> frozenset[int]:
        """The keys of the rows that are ticked."""
        return frozenset(
            int(item.data(KEY))
            for item in map(self.item, range(self.count()))
            if item.checkState() is Qt.CheckState.Checked
        )

    def tick_all(self, on: bool) -> None:
        """Tick every row that can be taken, or none."""
        self.blockSignals(True)
        for item in map(self.item, range(self.count())):
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked_changed.emit()


def _item(row: ListRow) -> QListWidgetItem:
    head = f"{VERDICTS.get(row.verdict, row.verdict)}: {row.about}".rstrip(": ")
    doubts = (f"Look at this: {each}" for each in row.doubts)
    item = QListWidgetItem("\n".join((head, row.sentence, *row.differences, *doubts)))
    item.setData(KEY, row.key)
    flags = item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable
    if row.offered:
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
    else:
        item.setFlags(flags)
    return item
