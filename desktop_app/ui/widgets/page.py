"""A page: a column of things in the middle of the window that scrolls when it must."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.qt_numbers import NEVER_A_SCROLL_BAR, NO_FOCUS, TAB_FOCUS

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

WIDEST = 1120
"""Wider lines of text are hard to read."""
DEEP = 3
"""Layouts within layouts: what the inner ones need is asked of the outer ones the next time."""
SIDE, TOP, AROUND = 24, 16, 12
BELOW_TRAIL = 8
"""Above a page that stands below the trail, which leaves as much itself."""
BAR = 14
"""The width of a scroll bar in the style sheet."""


class Page:
    """What the window asks of each page that stands in it; a page answers what it can.

    A second base beside the widget's own: Qt's classes allow no `typing.Protocol` among theirs.
    """

    def focus_first(self) -> None:
        """Take the keyboard where a person goes on."""

    def forget(self) -> None:
        """Leave nothing of what was said or typed."""

    def go_back(self) -> bool:
        """Go one step back; whether there was one."""
        return False

    def copy_first(self) -> None:
        """Copy the number that stands first."""


class ScrollPage(QScrollArea):
    """One page of the window; `column` takes what stands on it.

    Made inside of its `parent` it is styled once: Qt styles all within anew at each new place.
    """

    def __init__(
        self, name: str, top: int = TOP, below: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._top, self._room_below = top, below
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", NEVER_A_SCROLL_BAR)
        self.setProperty("focusPolicy", NO_FOCUS)
        # One that is known here: asked for Qt's own, PySide looks through every kind of widget
        # there is for what that one may be, which takes 15 ms.
        self._seen = QWidget()
        self.setViewport(self._seen)
        body = self._body = QWidget(self._seen)
        inner = QWidget(body)
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
        self._row.setContentsMargins(SIDE, self._top, SIDE - taken, self._room_below)

    def room_in(self, size: QSize) -> tuple[int, int]:
        """Pixels across and down that its things have in this size before the page would scroll."""
        across = min(size.width() - 2 * SIDE, WIDEST)
        return across, size.height() - self._top - self._room_below

    def settle(self) -> None:
        """Find out now how long the page is, which Qt would put off."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        for _ in range(DEEP):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def scroll_to(self, thing: QWidget) -> None:
        """Scroll as little as shows the whole of a thing, or else its top.

        Qt's own way shows no more of a field than its cursor.
        """
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top = thing.mapTo(self._body, thing.rect().topLeft()).y() - AROUND
        least = top + thing.height() + 2 * AROUND - view
        bar.setValue(min(max(bar.value(), least), top))

    def to_top(self) -> None:
        """Scroll back to the beginning."""
        self.verticalScrollBar().setValue(0)


def bring_into_sight(*things: QWidget) -> None:
    """Scroll the page they stand on until they can be seen, once their places are known.

    Where there is no room for all of them it is the last that is seen for certain.
    """
    from PySide6.QtCore import QTimer

    page: QWidget | None = things[-1]
    while page is not None and not isinstance(page, ScrollPage):
        page = page.parentWidget()
    if page is None:
        return

    def scroll(page: ScrollPage = page, *, again: bool = True) -> None:
        page.settle()
        for thing in things:
            page.scroll_to(thing)
        if again:  # what stands above the page may have come or gone with the scrolling
            QTimer.singleShot(0, things[-1], lambda: scroll(again=False))

    QTimer.singleShot(0, things[-1], scroll)


def tab_in_order(*things: QWidget) -> None:
    """Have Tab go from one to the next as they are read: Qt goes by when each was made."""
    for one, next_one in pairwise(things):
        QWidget.setTabOrder(one, next_one)


def pressed_in(*parts: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """What Tab stops at within these parts, in the order of the parts; only of this kind."""
    return [
        each
        for part in parts
        for each in (part, *part.findChildren(kind))
        if each.focusPolicy().value & TAB_FOCUS and each.window() is part.window()
    ]


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
