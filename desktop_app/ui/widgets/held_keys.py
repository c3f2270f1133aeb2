"""A key that is held down presses nothing twice, also where the system does not say it is held.

On X11 a held key comes as release and press again and again. Qt tells that apart only when both lie
in its queue at once, which on a busy computer they do not. No hand lets go and presses within two
milliseconds, so that is a held key too.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from desktop_app.ui.widgets.window_watcher import WindowWatcher

NO_HAND_MS = 2
KEYS = Qt.Key
ONCE = {
    *(KEYS.Key_Return, KEYS.Key_Enter, KEYS.Key_Space, KEYS.Key_Backspace),
    *(KEYS.Key_C, KEYS.Key_Q, KEYS.Key_N, KEYS.Key_I, KEYS.Key_Y, KEYS.Key_K),
    *(Qt.Key(KEYS.Key_0.value + digit) for digit in range(10)),
}
"""Keys that press, answer, copy or go back; others, such as the arrows, may go on while held."""


class HeldKeys(WindowWatcher):
    """Looks at the keys where they reach the program's windows, and keeps back what is held."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(app, parent)
        self._released = (0, -NO_HAND_MS - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back a press that nobody's hand made, unless it types."""
        del watched
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
        elif event.type() is QEvent.Type.KeyPress and event.key() in ONCE:
            return self._held(event) and not _types()
        return False

    def _held(self, event: QKeyEvent) -> bool:
        key, at = self._released
        return event.isAutoRepeat() or (
            key == event.key() and 0 <= event.timestamp() - at <= NO_HAND_MS
        )


def _types() -> bool:
    """Whether the keyboard stands in something one types in."""
    return isinstance(QApplication.focusWidget(), (QLineEdit, QTextEdit))
