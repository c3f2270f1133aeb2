"""A time of day, typed as people write times, and read back by the clock of 24 hours."""

from datetime import time

from desktop_app.domain.hours.typed_time import read_time
from desktop_app.ui.widgets.typed_line import TypedLine

WIDE = 200
"""Pixels: wide enough for a sentence below it to stand in three lines."""


class TimeLine(TypedLine):
    """Asks for a time of day."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__(name, heading, WIDE)

    def set_time(self, clock: time) -> None:
        """Have this time in the line."""
        told = f"{clock:%H:%M}"
        self._put(told, told)

    def time(self) -> time:
        """The time that is typed; ValueError with a sentence where none can be read."""
        return read_time(self.line.text())

    def _told(self) -> str:
        return f"{self.time():%H:%M}"
