"""A button that is pressed once: by a click, by a double click, by a key that is held down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget


class Button(QPushButton):
    """Knows which key pressed it last; whatever the hand does twice by accident counts once.

    The second half of a double click falls on whatever stands there by then, perhaps on the answer
    to a question nobody has read, and a key held down goes on pressing what has the focus by then.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)  # given as an argument it loads all of QIcon, to tell it from a drawing
        self.pressed_by = 0
        """The key of the last press, by Qt's number; 0 for the pointer or another program."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space press once, however long they are held."""
        from PySide6.QtCore import Qt  # not before the first picture

        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            if event.isAutoRepeat():
                event.accept()
                return
            self.pressed_by = event.key()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pointer presses it."""
        self.pressed_by = 0
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first half has pressed already, here or on the page before."""
        event.accept()


class Chip(Button):
    """A choice that is on or off; Enter presses it as Space does."""

    def __init__(self, name: str, text: str) -> None:
        from PySide6.QtCore import Qt  # not before the first picture

        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
