"""The field the directory is searched with: it answers while one types and keeps nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui import theme
from desktop_app.ui.icons import picture

NAME = "Search the directory"
HINT = "Name, old name, topic, place, or part of a number"
LONGEST = 120


class SearchField(QLineEdit):
    """Type to search; the keys that walk a list walk the results."""

    walked = Signal(int)
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("directory-search")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(HINT)
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(f"{HINT}. Arrow keys walk the results, Enter opens one.")
        hints = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints)
        self._glass = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction("Clear the search", self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_cross)
        self.installEventFilter(self)
        self._draw()
        theme.MIRROR.turned.connect(self._draw)

    def type_on(self, letters: str) -> None:
        """Take the focus, and the letter typed elsewhere."""
        self.setFocus()
        self.end(False)
        self.insert(letters)

    def begin(self) -> None:
        """Stand ready: whatever was typed is marked, so that the next letter replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list; Ctrl+C without marked letters copies the number."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
                self.copy_wanted.emit()
                return True
            walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if event.key() in walking and not event.modifiers():
                self.walked.emit(event.key())
                return True
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        look = theme.dressed()
        self._glass.setIcon(QIcon(picture("search", look.palette.accent, look.px(20))))
        self._show_cross(self.text())

    def _show_cross(self, text: str) -> None:
        look = theme.dressed()
        drawing = picture("clear", look.palette.soft, look.px(20))
        self._cross.setIcon(QIcon(drawing) if text else QIcon())
        self._cross.setVisible(bool(text))
