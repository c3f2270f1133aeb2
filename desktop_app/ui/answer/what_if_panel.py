"""Chooses another date and time, for training."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.widgets.typed_line import DayLine, TimeLine
from desktop_app.ui.window.bar import TWO_LINES_FROM

TITLE = "What if it were another time?"
HINT = "For training. Every answer goes by that time until you stop it, or for 10 minutes."
OWN, READY = "Type a date and a time", "Or press one of these"


class WhatIfPanel(Page, ScrollPage):
    """Chooses the made-up moment, in UK wall-clock time; it lies over the page in front."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__("what-if-panel")
        self.setAccessibleName(TITLE)
        self.column.addWidget(words(TITLE, "title"))
        if appearance().look.percent < TWO_LINES_FROM:  # else the fields need the room
            self.column.addWidget(words(HINT, "lead"))
        self._day = DayLine("what-if-day", "Made-up date", now.date)
        self._time = TimeLine("what-if-time", "Made-up time of day")
        self._day.set_day(now.date())
        self._time.set_time(now.time())
        frame = card("plain", "what-if-own")
        column_of(frame).addWidget(words(OWN, "heading"))
        column_of(frame).addLayout(self._own())
        self.column.addWidget(frame)
        frame = card("plain", "what-if-presets")
        column_of(frame).addWidget(words(READY, "heading"))
        column_of(frame).addLayout(self._presets(now.replace(tzinfo=None)))
        self.column.addWidget(frame)
        close = IconButton("Close", "", "what-if-close")
        close.clicked.connect(self.closed)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def focus_first(self) -> None:
        """Stand ready to be typed into."""
        self._day.line.setFocus()
        self._day.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the answer; Escape closes the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_moment()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _own(self) -> Flow:
        row = Flow(gap=12)
        show = IconButton("Show the answer", "what-if", "what-if-show", "strong")
        show.clicked.connect(self._choose_moment)
        for each in (self._day, self._time, show):
            row.addWidget(each)
        return row

    def _presets(self, now: datetime) -> Flow:
        row = Flow(gap=8)
        for place, (text, moment) in enumerate(presets(now), start=1):
            button = IconButton(text, "", f"what-if-preset-{place}", "chip")
            button.clicked.connect(lambda _=False, at=moment: self.chosen.emit(at))
            row.addWidget(button)
        return row

    def _choose_moment(self) -> None:
        """Go by what is typed; the first line that cannot be read says so instead."""
        for line in (self._day, self._time):
            if sentence := line.trouble():
                line.refuse(sentence)
                return
        self.chosen.emit(datetime.combine(self._day.day(), self._time.time()))


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
