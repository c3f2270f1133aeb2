"""What is seen after hiding: a day, a time, and empty ruled paper. It says nothing of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words

if TYPE_CHECKING:
    from datetime import datetime

TITLE = "Notes"
CLOSE = "Close notes"
EDGE = 48
RULE = 40
"""Pixels between two lines of the paper at 100 % text size."""


class DecoyPage(QWidget):
    """An empty sheet. Closing it, by its button or Escape, leads back to the first question."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notes")
        self.setAccessibleName(TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 32, EDGE, 32)
        self._head = QHBoxLayout()
        self._day = words(TITLE, "title", "notes-day")
        self._day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._time = words("", "lead", "notes-time", wrap=False)
        self._head.addWidget(self._day, 1)
        self._head.addWidget(self._time)
        column.addLayout(self._head)
        column.addStretch()
        self.close_button = IconButton(CLOSE, "", "notes-close")
        self.close_button.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def show_moment(self, moment: datetime) -> None:
        """Put the day and the time at the head of the sheet."""
        from desktop_app.domain.hours.dates import day_words  # not before the first picture
        from desktop_app.domain.hours.moments import clock_words

        self._day.setText(day_words(moment).rpartition(" ")[0])
        self._time.setText(clock_words(moment))

    def take_keyboard(self) -> None:
        """Have a screen reader read the day; a stray Enter or space does nothing there."""
        self._day.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the sheet; every other key does nothing at all."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rule the paper."""
        del event
        look = appearance().look
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.palette.card))
        painter.setPen(QPen(QColor(look.palette.line), 1))
        step = look.px(RULE)
        top = self._head.geometry().bottom() + step
        for height in range(top, self.close_button.y() - step // 2, step):
            painter.drawLine(EDGE, height, self.width() - EDGE, height)
        painter.end()
