"""Things to tick, narrowed by words; what is ticked stays so while something else is looked for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.widgets.whole_list import WholeList

BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""A number stays in one line."""
COUNTED = "{} ticked; {} of {} shown"
KEY = Qt.ItemDataRole.UserRole
BUTTONS = (("Tick all shown", "all", True), ("Untick all shown", "none", False))


class Tickable(NamedTuple):
    """One thing to tick."""

    key: str
    words: str
    below: str = ""
    """What is said under it."""


class TickList(QWidget):
    """Typing narrows it, space ticks, two buttons tick or untick what is shown."""

    changed = Signal()

    def __init__(self, name: str, heading: str, hint: str, high: int) -> None:
        super().__init__()
        self._things: Sequence[Tickable] = ()
        self._ticked: set[str] = set()
        self.search = FormField(f"{name}-search", heading)
        self.search.setPlaceholderText(hint)
        self.search.textChanged.connect(self._fill)
        self.list = WholeList(f"{name}-list", f"{heading}: to tick")
        self.list.setProperty("ticks", "true")
        self.list.setMinimumHeight(high)
        self.list.itemChanged.connect(self._tick)
        self._count = words("", "soft", f"{name}-count")
        self._lay_out(name, heading)

    def show_things(self, things: Sequence[Tickable]) -> None:
        """List these; what is ticked stays ticked where it is still there."""
        self._things = things
        self._ticked &= {each.key for each in things}
        self._fill()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the list, shown or not."""
        return tuple(each.key for each in self._things if each.key in self._ticked)

    def tick_shown(self, on: bool) -> None:
        """Tick or untick everything that is shown."""
        shown = {each.key for each in self._shown()}
        self._ticked = self._ticked | shown if on else self._ticked - shown
        self._fill()
        self.changed.emit()

    def untick_all(self) -> None:
        """Nothing is ticked or looked for any more."""
        self._ticked.clear()
        self.search.clear()
        self._fill()

    def _shown(self) -> list[Tickable]:
        typed = self.search.text().casefold().split()
        return [each for each in self._things if _says(each, typed)]

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._shown():
            told = "\n".join(filter(None, (each.words, each.below)))
            item = QListWidgetItem(BETWEEN_DIGITS.sub("\u00a0", told))
            item.setData(KEY, each.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = each.key in self._ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._say_count()

    def _tick(self, item: QListWidgetItem) -> None:
        key = str(item.data(KEY))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        shown = self.list.count()
        self._count.setText(COUNTED.format(len(self._ticked), shown, len(self._things)))

    def _lay_out(self, name: str, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = Flow(gap=8)
        for told, which, on in BUTTONS:
            button = IconButton(told, "", f"{name}-{which}")
            button.setAccessibleName(f"{heading}: {told}")
            button.setProperty("snug", "true")
            button.clicked.connect(lambda _=False, ticks=on: self.tick_shown(ticks))
            row.addWidget(button)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self._count)


def _says(each: Tickable, typed: Sequence[str]) -> bool:
    said = each.words.casefold()
    digits = "".join(sign for sign in each.words if sign.isdigit())
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said for part in typed)
