"""Words a person can mark and copy: every way of copying them keeps them out of histories.

Qt's own copying puts plain text on the clipboard. What is copied here carries the marks of
`clipboard.NOT_FOR_HISTORY` from the first moment; `OwnClipboard` adds them to whatever else in
this program still copies in Qt's way.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QTextEdit, QWidget

from desktop_app.desktop.clipboard import put_marked

COPY, ALL = "Copy", "Mark everything"


class CopyLabel(QLabel):
    """Words the pointer can mark; the menu of the right button copies them.

    One label of a window at a time, so that it is clear what Ctrl + C copies.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark here; what was marked elsewhere no longer is."""
        self._unmark_others()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is marked, or else all of it."""
        words = self.selectedText() or self.text()
        menu = QMenu(self.window())  # the answer may change, and this label go, while it is open
        menu.addAction(COPY).triggered.connect(lambda: put_marked(words))
        menu.addAction(ALL).triggered.connect(self._mark_everything)
        show_menu(menu, event.globalPos())
        event.accept()

    def _mark_everything(self) -> None:
        self._unmark_others()
        self.setSelection(0, len(self.text()))

    def _unmark_others(self) -> None:
        for each in self.window().findChildren(CopyLabel):
            if each is not self and each.hasSelectedText():
                each.setSelection(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            put_marked(self.selectedText())
        else:
            super().keyPressEvent(event)


class TextField(QLineEdit):
    """A field to type in; what is copied or cut out of it carries the marks as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut in our own way; everything else in Qt's."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy) and self.hasSelectedText():
            self._copy()
        elif event.matches(keys.Cut) and self.hasSelectedText():
            self._cut()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, whose Copy and Cut do as the keys do."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            deed = {"edit-copy": self._copy, "edit-cut": self._cut}.get(action.objectName())
            if deed is not None:
                action.triggered.disconnect()
                action.triggered.connect(deed)
        show_menu(menu, event.globalPos())
        event.accept()

    def _copy(self) -> None:
        put_marked(self.selectedText())

    def _cut(self) -> None:
        put_marked(self.selectedText())
        self.insert("")  # in place of what is marked


class FormField(TextField):
    """A line of a form: its name on the page, and its heading for a screen reader."""

    def __init__(self, name: str, heading: str, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self.setProperty("field", "small")


def show_menu(menu: QMenu, place: QPoint) -> None:
    """Show a menu that is gone for good once it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def marked_in(widget: object) -> str:
    """What is marked in this one; nothing where nothing can be."""
    if isinstance(widget, (QLabel, QLineEdit)):
        return widget.selectedText()
    if isinstance(widget, QTextEdit):
        return widget.textCursor().selectedText().replace("\u2029", "\n")  # as Qt ends its lines
    return ""


def marked_words(window: QWidget) -> str:
    """What is marked in this window and can be seen: where the keyboard is, or by the pointer."""
    places = (QApplication.focusWidget(), *window.findChildren(CopyLabel))
    seen = (each for each in places if each and each.isVisible() and each.window() is window)
    return next(filter(None, map(marked_in, seen)), "")
