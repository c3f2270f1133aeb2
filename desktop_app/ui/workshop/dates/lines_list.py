"""Lines to tick, narrowed by words; what is ticked stays so while something else is looked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.copying import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.dates.dated_lines import DatedLine

HINT = "Words of a name, a council or a number: “elm office”"
COUNTED = "{} ticked; {} of {} shown"
KEY = Qt.ItemDataRole.UserRole
HIGH = 260
"""Pixels: some eight lines; more of them scroll."""


class LinesList(QWidget):
    """Typing narrows it, space ticks, two buttons tick or untick what is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[DatedLine] = ()
        self._ticked: set[str] = set()
        self.search = Field()
        self.search.setObjectName("dates-search")
        self.search.setAccessibleName("Which lines")
        self.search.setPlaceholderText(HINT)
        self.search.setProperty("field", "small")
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setObjectName("dates-list")
        self.list.setAccessibleName("Lines to tick")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(HIGH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._tick)
        self._count = words("", "soft", "dates-count")
        self._lay_out()

    def show_lines(self, lines: Sequence[DatedLine]) -> None:
        """List these; what is ticked stays ticked where it is still there."""
        self._lines = lines
        self._ticked &= {line.key for line in lines}
        self._fill()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the list, shown or not."""
        return tuple(line.key for line in self._lines if line.key in self._ticked)

    def tick_shown(self, on: bool) -> None:
        """Tick or untick every line that is shown."""
        shown = {line.key for line in self._shown()}
        self._ticked = self._ticked | shown if on else self._ticked - shown
        self._fill()
        self.changed.emit()

    def _shown(self) -> list[DatedLine]:
        typed = self.search.text().casefold().split()
        return [line for line in self._lines if _says(line, typed)]

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for line in self._shown():
            item = QListWidgetItem("\n".join(filter(None, (line.words, line.dates))))
            item.setData(KEY, line.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = line.key in self._ticked
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
        self._count.setText(COUNTED.format(len(self._ticked), shown, len(self._lines)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = Flow(gap=8)
        for told, name, on in (
            ("Tick all shown", "dates-all", True),
            ("Untick all shown", "dates-none", False),
        ):
            button = IconButton(told, "", name)
            button.setProperty("snug", "true")
            button.clicked.connect(lambda _=False, ticks=on: self.tick_shown(ticks))
            row.addWidget(button)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self._count)


def _says(line: DatedLine, typed: Sequence[str]) -> bool:
    said = line.words.casefold()
    digits = "".join(each for each in line.words if each.isdigit())
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said for part in typed)
