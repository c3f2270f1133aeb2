"""Hides everything at once: by the button, the first tab stop, or Shift three times within 5 s.

Keys are watched where they reach the program, at its windows, so that it works from every dialog,
menu and preview that is ours without looking at every event of every widget.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.window_watcher import WindowWatcher
from desktop_app.ui.window.coverable import PRESSES
from desktop_app.ui.window.decoy_page import TITLE, DecoyPage
from desktop_app.ui.window.main_window import MainWindow

WITHIN_MS = 5_000
MORE = {1: "Press Shift 2 more times to hide.", 2: "Press Shift once more to hide."}


class ShiftPresses(WindowWatcher):
    """Counts Shift pressed alone; any other key, or 5 seconds, begins again."""

    counted = Signal(int)

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(app, parent)
        self._pressed = 0
        self._alone = False
        self.patience = QTimer(self, singleShot=True, interval=WITHIN_MS)
        self.patience.timeout.connect(self.begin_again)

    def begin_again(self) -> None:
        """Forget the presses so far."""
        self.patience.stop()
        if self._pressed:
            self._pressed = 0
            self.counted.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a key on its way; nothing is ever held back."""
        del watched
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            shift = event.key() == Qt.Key.Key_Shift
            if event.type() is QEvent.Type.KeyPress:
                self._alone = shift
                if not shift:
                    self.begin_again()
            elif event.type() is QEvent.Type.KeyRelease and shift and self._alone:
                self._alone = False
                self._count()
        return False

    def _count(self) -> None:
        if not self._pressed:
            self.patience.start()
        self._pressed += 1
        self.counted.emit(self._pressed)
        if self._pressed >= PRESSES:
            self.begin_again()


class QuickHide(QObject):
    """Puts the empty page in front of everything; `hidden` tells the others to forget."""

    hidden = Signal()
    shown_again = Signal()

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page = DecoyPage()
        window.keep_behind(self.page)
        self.presses = ShiftPresses(app, self)
        self.presses.counted.connect(self._count)
        self.page.closed.connect(self.come_back)
        window.hide_wanted.connect(self.hide)

    @property
    def is_hidden(self) -> bool:
        """Whether the empty page is in front."""
        return self._window.covered

    def hide(self) -> None:
        """Show the empty page now; only then forget, close and clear."""
        if not self.is_hidden:
            self._window.cover(TITLE)
        _close_everything_but(self._window)
        self._window.repaint()
        self.hidden.emit()
        # Last, because whoever forgets may hand the keyboard to another page.
        self.page.take_keyboard()

    def come_back(self) -> None:
        """Take the empty page away; the first question stands behind it."""
        self._window.uncover()
        self.shown_again.emit()

    def _count(self, pressed: int) -> None:
        self._window.hide_button.count(pressed)
        if pressed >= PRESSES:
            self.hide()
        elif pressed:
            announce(self._window, MORE[pressed], urgent=True)


def _close_everything_but(window: MainWindow) -> None:
    """Take away menus, dialogs and previews; the loop of a dialog ends with it."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
        popup.close()
    for each in QApplication.topLevelWidgets():
        if each is window or not each.isVisible():
            continue
        each.hide()
        if isinstance(each, QDialog):
            each.reject()
        else:
            each.close()
