"""Where the keyboard goes when what it stood on goes away: to the page, never to hiding it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.ui.window.main_window import MainWindow


class StrayFocus(QObject):
    """Qt hands the focus of what is hidden on to the next tab stop, which may be the first of all;
    there the next Enter would blank the program. Only Tab leads there.
    """

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        app.focusChanged.connect(self._look)

    def _look(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not self._window.first_stop or old is None:
            return
        if not isValid(old) or not old.isVisible() or not old.isEnabled():
            self._window.first_stop.clearFocus()
            QTimer.singleShot(0, self, self._hand_back)

    def _hand_back(self) -> None:
        """Let the page in front take the keyboard, unless it has by now."""
        if self._window.focusWidget() is None and not self._window.covered:
            self._window.focus_first()
