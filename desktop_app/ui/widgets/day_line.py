"""One day, typed as people write days, and read back in words below it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.hours.dates import brief_day_words, day_words
from desktop_app.domain.hours.typed_day import read_day
from desktop_app.ui.widgets.copying import Field
from desktop_app.ui.widgets.text import words

WIDE = 260
"""Pixels: the longest day in words, "Wednesday 30 September 2026", without being cut."""


class DayLine(QWidget):
    """Qt's own field of a day changes the section the cursor stands in: "25/12" typed into it
    silently became the 26th of another month. This one reads all of what was typed, or says so.
    """

    changed = Signal()

    def __init__(self, name: str, heading: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today, self._set = today, ""
        self.line = Field()
        self.line.setObjectName(name)
        self.line.setAccessibleName(heading)
        self.line.setProperty("field", "small")
        self.line.setMinimumWidth(WIDE)
        self.line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._read = words("", "soft", f"{name}-read")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._read)
        self.line.textChanged.connect(self._read_back)

    def set_day(self, day: date) -> None:
        """Have this day in the line."""
        self._set = day_words(day)  # it stands there in words already
        self.line.setText(brief_day_words(day))

    def day(self) -> date:
        """The day that is typed; ValueError with a sentence where none can be read."""
        return read_day(self.line.text(), self._today())

    def _read_back(self) -> None:
        try:
            told = day_words(self.day())
        except ValueError as error:
            told = str(error)
        self._read.setText(told)
        self._read.setVisible(told != self._set)
        self.line.setAccessibleDescription(told)
        self.changed.emit()
