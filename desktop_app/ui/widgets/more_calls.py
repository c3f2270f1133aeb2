"""Calls that wait: one button, and their cards once it is pressed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.widgets.flow import ColumnsBox
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight, pressed_in, tab_in_order

MORE_NUMBERS = "More numbers ({})"
FEWER_NUMBERS = "Hide these numbers"


class MoreCalls(QWidget):
    """`cards` makes the cards; it is asked when they are first wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("more-calls")
        self._cards: Callable[[], Sequence[QWidget]] = list
        self._count = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.button = IconButton("", "", "more-numbers", "link")
        self.button.clicked.connect(self.turn)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._held: ColumnsBox | None = None

    def hold(self, count: int, cards: Callable[[], Sequence[QWidget]]) -> None:
        """Hold so many calls; what was open stays open with the cards of now."""
        opened = self._held is not None
        self._cards, self._count = cards, count
        self._put_away()
        self.setVisible(count > 0)
        if opened and count:
            self._open()

    def turn(self) -> None:
        """Show the cards, or put them away."""
        if self._held is not None:
            self._put_away()
            return
        held = self._open()
        tab_in_order(self.button, *pressed_in(held))
        bring_into_sight(held)

    def _open(self) -> ColumnsBox:
        held = ColumnsBox(400, gap=10)
        held.hold(self._cards())
        self._column.addWidget(held)
        self._held = held
        self.button.setText(FEWER_NUMBERS)
        return held

    def _put_away(self) -> None:
        if self._held is not None:
            say_nothing(self._held)
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
            self._held = None
        self.button.setText(MORE_NUMBERS.format(self._count))


def say_nothing(held: QWidget) -> None:
    """Empty every label: Qt takes them down only once it comes to it."""
    for label in held.findChildren(QLabel):
        label.setText("")
