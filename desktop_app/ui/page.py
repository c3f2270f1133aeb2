"""A page: a column of things in the middle of the window that scrolls when it must."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.qt_numbers import NEVER_A_SCROLL_BAR, NO_FOCUS

WIDEST = 1120
"""Wider lines of text are hard to read."""
SIDE = 32
BAR = 14
"""The width of a scroll bar in the style sheet."""


class ScrollPage(QScrollArea):
    """One page of the window; `column` takes what stands on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", NEVER_A_SCROLL_BAR)
        self.setProperty("focusPolicy", NO_FOCUS)
        body, inner = QWidget(), QWidget()
        body.setObjectName("body")
        inner.setObjectName("column")
        self._row = QHBoxLayout(body)
        self._row.addWidget(inner)
        self._keep_edges()
        self.verticalScrollBar().rangeChanged.connect(self._keep_edges)
        # Its height follows from its width; the height it would like without one is too much.
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inner.setMaximumWidth(WIDEST)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.setWidget(body)

    def _keep_edges(self) -> None:
        """Hold the right edge where it is on other pages, with a scroll bar and without."""
        bar = self.verticalScrollBar()
        taken = BAR if bar.maximum() > bar.minimum() else 0
        self._row.setContentsMargins(SIDE, 16, SIDE - taken, 24)

    def to_top(self) -> None:
        """Scroll back to the beginning."""
        self.verticalScrollBar().setValue(0)


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
