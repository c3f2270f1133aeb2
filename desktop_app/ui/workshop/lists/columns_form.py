"""Which column of a list is which: a choice of its headings for each fact."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.lists.lists import ColumnChoices

OPEN, CLOSE = "Which column is which", "Leave the columns as they are"
NOT_THERE = "Not in this list"
TOLD = "Choose the heading of each fact. It is remembered for the next list with these headings."
AGAIN = "Compare with these columns"
FEWEST = 12
"""Letters of a heading that are seen at the least."""
LEFT = Qt.AlignmentFlag.AlignLeft


class ColumnsForm(QFrame):
    """Closed below a list that was understood; open where somebody has to choose."""

    chosen = Signal(dict)
    """The heading of each fact that the list has."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists-columns")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._toggle = IconButton(OPEN, "form", "lists-columns-open", "link")
        self._toggle.clicked.connect(self._turn)
        column.addWidget(self._toggle, 0, LEFT)
        self._inner = card("none", "lists-columns-inner", (0, 0, 0, 0))
        column_of(self._inner).addWidget(words(TOLD, "soft"))
        self._table = QWidget()
        column_of(self._inner).addWidget(self._table)
        again = IconButton(AGAIN, "search", "lists-columns-again", "plain")
        again.setProperty("snug", "true")
        again.clicked.connect(lambda: self.chosen.emit(self.choice))
        column_of(self._inner).addWidget(again, 0, LEFT)
        column.addWidget(self._inner)
        self._boxes: dict[str, QComboBox] = {}
        self.hide()

    @property
    def choice(self) -> dict[str, str]:
        """The heading of each fact that has one."""
        return {
            fact: box.currentText() for fact, box in self._boxes.items() if box.currentIndex() > 0
        }

    def show_columns(self, columns: ColumnChoices, *, wanted: bool) -> None:
        """Offer these headings; open where somebody has to choose. No headings: nothing to do."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(1, 1)
        self._boxes = {}
        for row, fact in enumerate(columns.facts):
            box = self._boxes[fact.id] = _box(fact.id, fact.words, columns)
            grid.addWidget(words(fact.words, "strong", wrap=False), row, 0)
            grid.addWidget(box, row, 1, LEFT)
        column_of(self._inner).replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table
        self.setVisible(bool(columns.headings))
        self._open(wanted)
        if wanted and self._boxes:
            next(iter(self._boxes.values())).setFocus()

    def _turn(self) -> None:
        self._open(self._inner.isHidden())

    def _open(self, on: bool) -> None:
        self._inner.setVisible(on)
        self._toggle.setText(CLOSE if on else OPEN)


def _box(fact: str, heading: str, columns: ColumnChoices) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"lists-column-{fact}")
    box.setAccessibleName(f"Column: {heading}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(FEWEST)
    box.addItems([NOT_THERE, *columns.headings])
    known: Mapping[str, str] = columns.known
    if known.get(fact) in columns.headings:
        box.setCurrentIndex(1 + columns.headings.index(known[fact]))
    return box
