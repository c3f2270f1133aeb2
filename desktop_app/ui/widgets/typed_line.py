"""A line for a day or a time: read as it is typed, it says below itself how it was read."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.hours.dates import brief_day_words, day_words
from desktop_app.domain.hours.typed_day import read_day
from desktop_app.domain.hours.typed_time import read_time
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.text import words

DAY_WIDE = 260
"""Pixels: the longest day in words, "Wednesday 30 September 2026", without being cut."""
TIME_WIDE = 200
"""Pixels: wide enough for a sentence below it to stand in three lines."""


class TypedLine(QWidget):
    """Qt's own fields of a day and a time change the section the cursor stands in: "25/12" typed
    over one silently became the 26th of another month, "16:45" another hour. These read all of
    what was typed, or say so.
    """

    changed = Signal()

    def __init__(self, name: str, heading: str, wide: int) -> None:
        super().__init__()
        self._set = ""
        self.line = FormField(name, heading)
        self.line.setMinimumWidth(wide)
        self.line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._read = words("", "soft", f"{name}-read")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._read)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read_back)

    def refuse(self, sentence: str) -> None:
        """What stands here cannot be used: say why, and stand ready to be typed over."""
        self._read.setText(sentence)
        self._read.show()
        self.line.setFocus()
        self.line.selectAll()
        announce(self.line, sentence, urgent=True)

    def trouble(self) -> str:
        """Why what stands here cannot be read; empty when it can."""
        try:
            self._told()
        except ValueError as error:
            return str(error)
        return ""

    def _told(self) -> str:
        """How the line is read, in words; ValueError with a sentence where it cannot be."""
        raise NotImplementedError

    def _put(self, text: str, told: str) -> None:
        """Have this in the line, which says already what `told` says."""
        self._set = told
        if self.line.text() == text:
            self._read_back()
        self.line.setText(text)

    def _read_back(self) -> None:
        try:
            told = self._told()
        except ValueError as error:
            told = str(error)
        self._read.setText(told)
        self._read.setVisible(told != self._set)
        self.line.setAccessibleDescription(told)
        self.changed.emit()


class DayLine(TypedLine):
    """Asks for a day."""

    def __init__(self, name: str, heading: str, today: Callable[[], date]) -> None:
        super().__init__(name, heading, DAY_WIDE)
        self._today = today

    def set_day(self, day: date) -> None:
        """Have this day in the line."""
        self._put(brief_day_words(day), day_words(day))

    def day(self) -> date:
        """The day that is typed; ValueError with a sentence where none can be read."""
        return read_day(self.line.text(), self._today())

    def _told(self) -> str:
        return day_words(self.day())


class TimeLine(TypedLine):
    """Asks for a time of day."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__(name, heading, TIME_WIDE)

    def set_time(self, clock: time) -> None:
        """Have this time in the line."""
        told = f"{clock:%H:%M}"
        self._put(told, told)

    def time(self) -> time:
        """The time that is typed; ValueError with a sentence where none can be read."""
        return read_time(self.line.text())

    def _told(self) -> str:
        return f"{self.time():%H:%M}"
