"""Looks at what reaches the program's windows, each from the moment on that it has the focus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication


class WindowWatcher(QObject):
    """Whoever derives from it says in `eventFilter` what it looks for."""

    def __init__(self, app: QApplication, parent: QObject | None) -> None:
        super().__init__(parent)
        self._watched: set[QWindow] = set()
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Look at one more window."""
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))
