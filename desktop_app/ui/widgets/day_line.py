"""One day, typed as people write days, and read back in words below it."""

from collections.abc import Callable
from datetime import date

from desktop_app.domain.hours.dates import brief_day_words, day_words
from desktop_app.domain.hours.typed_day import read_day
from desktop_app.ui.widgets.typed_line import TypedLine

WIDE = 260
"""Pixels: the longest day in words, "Wednesday 30 September 2026", without being cut."""


class DayLine(TypedLine):
    """Asks for a day."""

    def __init__(self, name: str, heading: str, today: Callable[[], date]) -> None:
        super().__init__(name, heading, WIDE)
        self._today = today

    def set_day(self, day: date) -> None:
        """Have this day in the line."""
        self._put(brief_day_words(day), day_words(day))

    def day(self) -> date:
        """The day that is typed; ValueError with a sentence where none can be read."""
        return read_day(self.line.text(), self._today())

    def _told(self) -> str:
        return day_words(self.day())
