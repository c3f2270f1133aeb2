"""The field the directory is searched with: it answers while one types and keeps nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.copying import TextField
from desktop_app.ui.widgets.icon import IconButton, IconLabel

NAME = "Search the directory"
HINT = "Name, topic, place or number"
LONGEST = 120
GLASS_PX, CROSS_PX, EDGE = 22, 40, 14
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchField(TextField):
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
        self._glass = IconLabel("search", "accent", GLASS_PX)
        self._glass.setParent(self)
        self._cross = IconButton("", "clear", "directory-clear", "link")
        self._cross.setParent(self)
        self._cross.setAccessibleName("Clear the search")
        self._cross.setToolTip("Clear the search")
        self._cross.clicked.connect(self._empty)
        self._cross.hide()
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self.installEventFilter(self)
        appearance().changed.connect(self._place)

    def type_on(self, letters: str) -> None:
        """Take the focus, and the letter typed elsewhere."""
        self.setFocus()
        self.end(False)
        self.insert(letters)

    def focus_first(self) -> None:
        """Stand ready: whatever was typed is marked, so that the next letter replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list; Ctrl+C without marked letters copies the number."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
                self.copy_wanted.emit()
                return True
            if event.key() in WALKING and not event.modifiers():
                self.walked.emit(event.key())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawings at the two ends."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        look = appearance().look
        glass, cross = look.px(GLASS_PX), look.px(CROSS_PX)
        self.setTextMargins(glass + EDGE // 2, 0, cross, 0)
        self._glass.setGeometry(EDGE, (self.height() - glass) // 2, glass, glass)
        left = self.width() - cross - EDGE // 2
        self._cross.setGeometry(left, (self.height() - cross) // 2, cross, cross)

    def _empty(self) -> None:
        self.clear()
        self.setFocus()
