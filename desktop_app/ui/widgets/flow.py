"""Two ways to let things wrap where the window is narrow or the text large."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop_app.ui.theme.appearance import appearance

MOST_ACROSS = 2
LINK_PADDING = 8
"""Pixels of the style sheet: a row of links stands out so far, to align with words."""


class Flow(QLayout):
    """Sets its things in a row and goes on in the next row where they do not fit."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 8, out: int = 0
    ) -> None:
        super().__init__(parent)
        self._out = out
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width, until something changes: the layouts around ask for the same few many times."""
        self._line_gap = line_gap
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more thing, at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many things stand here."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One thing by its place; nothing past the end, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one thing back."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grows in neither direction by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the rows are at this width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in here has another size, came or went: Qt says so before it asks again."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Set the things in their rows."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        margins = self.contentsMargins()
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """Room for the widest single thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins).adjusted(-self._out, 0, 0, 0)
        top = inner.top()
        for row in self._rows(inner.width()):
            heights = [self._height(item, inner.width()) for item in row]
            tallest, left = max(heights), inner.left()
            for item, height in zip(row, heights, strict=True):
                width = min(item.sizeHint().width(), inner.width())
                if move:
                    middle = top + (tallest - height) // 2
                    _place(item, QRect(QPoint(left, middle), QSize(width, height)))
                left += width + self.spacing()
            top += tallest + self._line_gap
        used = top - self._line_gap if self._shown() else top
        return used - rect.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._shown():
            needed = min(item.sizeHint().width(), width)
            if used + self.spacing() + needed > width or not rows:
                rows.append([])
                used = -self.spacing()
            rows[-1].append(item)
            used += self.spacing() + needed
        return rows

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        wanted = min(item.sizeHint().width(), width)
        return item.heightForWidth(wanted) if item.hasHeightForWidth() else item.sizeHint().height()


def _place(item: QLayoutItem, where: QRect) -> None:
    """Set a thing where it belongs; an item of Qt's would cut off what stands out at the left."""
    thing = item.widget()
    if thing is None:
        item.setGeometry(where)
    else:
        thing.setGeometry(where)


class ColumnsBox(QWidget):
    """Its things two and two side by side while each has room, else one below the other.

    `narrowest` is the room each needs in pixels at 100 % text size.
    """

    def __init__(self, narrowest: int, gap: int = 16) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._things: list[QWidget] = []
        self._across = 0
        appearance().changed.connect(self._rearrange)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, things: Sequence[QWidget]) -> None:
        """Set these things here, in this order, in place of those before."""
        for thing in self._things:
            self._grid.removeWidget(thing)
            thing.hide()
            thing.deleteLater()
        self._things = list(things)
        self._across = 0
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go from beside to below, or back."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _rearrange(self) -> None:
        """Larger text needs more room."""
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        narrowest = appearance().look.px(self._narrowest)
        fit = max(1, min(MOST_ACROSS, width // narrowest, len(self._things)))
        if fit == self._across or not self._things:
            return
        self._across = fit
        for thing in self._things:
            self._grid.removeWidget(thing)
        for column in range(MOST_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < fit else 0)
        for place, thing in enumerate(self._things):
            self._grid.addWidget(thing, place // fit, place % fit)
