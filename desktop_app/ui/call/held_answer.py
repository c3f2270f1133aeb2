"""An answer that was pressed and waits a moment in sight, so that it can still be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.call.question import AnswerButton

if TYPE_CHECKING:
    from desktop_app.ui.widgets.patience import Patience


class HeldAnswer(QObject):
    """Marks the button that was pressed, and presses it once the time has come."""

    due = Signal(object)

    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self._button: AnswerButton | None = None
        self._wait = patience.countdown(self._take, self)

    @property
    def button(self) -> AnswerButton | None:
        """The answer that waits, if one does."""
        return self._button

    def hold(self, button: AnswerButton, ms: int) -> None:
        """Mark this answer, in place of any other, and give it in so many milliseconds."""
        self.drop()
        self._button = button
        button.set_waiting(True)
        self._wait.start(ms)

    def drop(self) -> None:
        """Something else was done: give no answer."""
        self._wait.stop()
        if self._button is not None:
            self._button.set_waiting(False)
            self._button = None

    def _take(self) -> None:
        button = self._button
        self.drop()
        if button is not None:
            self.due.emit(button)
