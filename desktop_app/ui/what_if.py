"""Chooses another date and time, for training."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QDateEdit, QFrame, QTimeEdit, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.bar import TWO_LINES_FROM
from desktop_app.ui.flow import Flow
from desktop_app.ui.icons import IconButton
from desktop_app.ui.text import words

TITLE = "What if it were another time?"
HINT = "For training. Type a date and time, or press one below. Ends after 10 minutes."


ROOM = 12
"""Pixels between the edge of a field and its text."""


class WhatIfPanel(QFrame):
    """Chooses the made-up moment, in UK wall-clock time."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what-if-panel")
        self.setProperty("card", "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        column.addWidget(words(TITLE, "heading"))
        self._hint = words(HINT, "soft")
        column.addWidget(self._hint)
        self._day, self._time = QDateEdit(), QTimeEdit()
        self._name_fields()
        fields, chips = QWidget(), QWidget()
        self._row = Flow(fields, gap=12)
        self._row.addWidget(self._day)
        self._row.addWidget(self._time)
        self._presets = Flow(chips, gap=8)
        column.addWidget(fields)
        column.addWidget(chips)
        self._add_buttons()
        self.hide()

    def ask(self, now: datetime) -> None:
        """Open on a real moment, with a few others a press away."""
        self._set(now.replace(tzinfo=None))
        self._hint.setVisible(theme.dressed().percent < TWO_LINES_FROM)  # the fields matter more
        while self._presets.count():
            item = self._presets.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.deleteLater()
        for place, (text, moment) in enumerate(presets(now.replace(tzinfo=None)), start=1):
            button = IconButton(text, "", f"what-if-preset-{place}", "chip")
            button.clicked.connect(lambda _=False, at=moment: self.chosen.emit(at))
            self._presets.addWidget(button)
        self.show()
        self._day.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the answer; Escape closes the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _name_fields(self) -> None:
        self._day.setObjectName("what-if-day")
        self._day.setAccessibleName("Made-up date")
        self._day.setDisplayFormat("ddd d MMM yyyy")
        self._day.setDateRange(QDate(2020, 1, 1), QDate(2098, 12, 31))
        self._time.setObjectName("what-if-time")
        self._time.setAccessibleName("Made-up time of day")
        self._time.setDisplayFormat("HH:mm")
        for field in (self._day, self._time):
            field.lineEdit().setTextMargins(ROOM, 0, ROOM, 0)  # its padding is not heeded

    def _add_buttons(self) -> None:
        show = IconButton("Show the answer", "what-if", "what-if-show", "strong")
        show.clicked.connect(self._tell)
        close = IconButton("Close", "", "what-if-close")
        close.clicked.connect(self.closed)
        self._row.addWidget(show)
        self._row.addWidget(close)

    def _set(self, moment: datetime) -> None:
        self._day.setDate(QDate(moment.year, moment.month, moment.day))
        self._time.setTime(QTime(moment.hour, moment.minute))

    def _tell(self) -> None:
        day, clock = self._day.date(), self._time.time()
        self.chosen.emit(datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute()))


def presets(now: datetime) -> tuple[tuple[str, datetime], ...]:
    """A few moments worth training for, the next of each after `now` (UK wall-clock time)."""
    tonight = datetime.combine(now.date() + timedelta(days=1), time(2))
    friday = now.date() + timedelta(days=(4 - now.weekday()) % 7)
    sunday = now.date() + timedelta(days=(6 - now.weekday()) % 7)
    boxing = date(now.year, 12, 26)
    if boxing < now.date():
        boxing = date(now.year + 1, 12, 26)
    return (
        ("2 in the morning", tonight),
        ("Friday 16:30", datetime.combine(friday, time(16, 30))),
        ("Sunday 11:00", datetime.combine(sunday, time(11))),
        ("Boxing Day 02:00", datetime.combine(boxing, time(2))),
    )
