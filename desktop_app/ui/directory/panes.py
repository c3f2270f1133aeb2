"""The room of the directory: list and card side by side, or one at a time where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.page import SIDE

BESIDE_FROM = 820
"""Pixels at 100 % text from which list and card stand side by side."""
LINK_PADDING = 8


class Panes(QWidget):
    """Search above, list at the left, card at the right."""

    def __init__(self, top: QWidget, left: QWidget, back: QWidget) -> None:
        super().__init__()
        self._top, self._left, self._back = top, left, back
        self.reading = False
        """Whether the card is what is being read; it matters where there is room for one."""
        self.right = QStackedWidget()
        self._beside = _column(back, self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(left, 5)
        self._row.addWidget(self._beside, 6)
        column.addWidget(top)
        column.addLayout(self._row, 1)
        appearance().changed.connect(self.arrange)

    @property
    def narrow(self) -> bool:
        """Whether there is room for one of the two only."""
        return self.width() < appearance().look.px(BESIDE_FROM)

    def read(self, reading: bool) -> None:
        """Go to the card, or back to the list."""
        self.reading = reading
        self.arrange()

    def arrange(self) -> None:
        """Give the room to what is looked at."""
        card_alone = self.narrow and self.reading
        list_alone = self.narrow and not self.reading
        self._left.setVisible(not card_alone)
        self._top.setVisible(not card_alone)
        self._beside.setVisible(not list_alone)
        self._back.setVisible(card_alone)
        self._row.setContentsMargins(0 if card_alone else SIDE, 0, SIDE if list_alone else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go from side by side to one at a time, or back."""
        super().resizeEvent(event)
        self.arrange()


def _column(back: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    beside = QHBoxLayout()
    beside.setContentsMargins(SIDE - LINK_PADDING, 0, SIDE, 0)
    whole = back.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
    beside.addWidget(back, int(whole))
    beside.addStretch(int(not whole))
    column.addLayout(beside)
    column.addWidget(right, 1)
    return holder
