"""Notices that nobody has touched the program for a while: that a key came, never which."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.window_watcher import WindowWatcher

TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Unattended(WindowWatcher):
    """Counts from the last key or click in any window; `running` tells seconds nobody can set."""

    touched = Signal()

    def __init__(self, app: QApplication, running: Callable[[], float], parent: QObject) -> None:
        super().__init__(app, parent)
        self._running = running
        self._last = running()

    @property
    def seconds(self) -> float:
        """How long nobody has touched anything."""
        return self._running() - self._last

    def count_anew(self) -> None:
        """Somebody is there: no second has passed yet."""
        self._last = self._running()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there; nothing is ever held back."""
        del watched
        if event.type() in TOUCHES:
            self.count_anew()
            self.touched.emit()
        return False
