"""Notices that nobody has touched the program for a while: that a key came, never which."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Unattended(QObject):
    """Counts from the last key or click in any window; `running` tells seconds nobody can set."""

    touched = Signal()

    def __init__(self, app: QApplication, running: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._running = running
        self._last = running()
        self._watched: set[QWindow] = set()
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    @property
    def seconds(self) -> float:
        """How long nobody has touched anything."""
        return self._running() - self._last

    def count_anew(self) -> None:
        """Somebody is there: no second has passed yet."""
        self._last = self._running()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there; nothing is ever held back."""
        del watched
        if event.type() in TOUCHES:
            self.count_anew()
            self.touched.emit()
        return False
