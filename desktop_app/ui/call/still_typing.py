"""After a digit gave an answer: whoever was typing an address slowly goes on in the field.

A slow hand takes longer between two keys than a digit waits for. What it types next falls on the
answer, where a space would press Copy; caught here it leads back to the field instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.ui.call.typed_keys import chorded

if TYPE_CHECKING:
    from desktop_app.ui.widgets.patience import Patience

LISTENS_MS = 2_000
GOES_ON = frozenset(" ,-0123456789abdefABDEF")
"""What follows the first digit of an address ("3 Mill Lane", "45", "1a"); none of it means anything
else on an answer but the space, which would press Copy."""
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class StillTyping(QObject):
    """Listens to the window for a moment; `went_on` hands over the digit and what followed.

    Keys are watched where they reach the window, not at the program as a whole: that would look at
    every event of every widget, those that are just being taken apart included.
    """

    went_on = Signal(str)

    def __init__(self, page: QWidget, patience: Patience) -> None:
        super().__init__(page)
        self._page = page
        self._window: QWindow | None = None
        self._digit = ""
        self._wait = patience.countdown(self.stop, self)

    def listen(self, digit: str) -> None:
        """The digit gave an answer just now."""
        self.stop()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._digit = digit
            self._window.installEventFilter(self)
            self._wait.start(LISTENS_MS)

    def stop(self) -> None:
        """Something else was done, or nothing for long enough: the answer was meant."""
        self._digit = ""
        self._wait.stop()
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the next key if it goes on with an address; any other press ends the listening."""
        del watched
        if not self._digit:
            return False
        if event.type() in MOUSE:
            self.stop()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._hear(event)
        return False

    def _hear(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            return False
        digit, text = self._digit, event.text()
        self.stop()
        if text not in GOES_ON or chorded(event):
            return False
        self.went_on.emit(digit + text)
        return True
