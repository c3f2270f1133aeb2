"""The first number again, in one line at the top, while its card is scrolled out of sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from desktop_app.ui.answer.card_text import CardText
from desktop_app.ui.theme import style
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, WIDEST
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM


class NumberStrip(QFrame):
    """Keeps the number to ring on screen, however far the page is scrolled."""

    copy_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "strip")
        self.setObjectName("strip")
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SIDE, 8, SIDE, 8)
        outer.addWidget(inner)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._service = words("", "soft", "strip-service")
        self._number = words("", "service", "strip-number", wrap=False)
        self._copy = IconButton("Copy", "copy", "strip-copy")
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self._number.text()))
        row.addWidget(self._number)
        row.addWidget(self._copy)
        row.addStretch()
        self._rows.addWidget(self._service, 1)
        self._rows.addLayout(row)
        self._turn()
        style.MIRROR.turned.connect(self._turn)
        self.hide()

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard would press its button."""
        return self._copy.hasFocus()

    def take_focus(self) -> None:
        """Let the keyboard press its button."""
        self._copy.setFocus()

    def _turn(self) -> None:
        """Beside each other, or one below the other where the text is large."""
        ways, large = QBoxLayout.Direction, style.dressed().percent >= TWO_LINES_FROM
        self._rows.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        self._rows.setSpacing(0 if large else 16)

    def forget(self) -> None:
        """Hold no words any more."""
        for label in (self._service, self._number):
            label.setText("")
        self._copy.setAccessibleName("")
        self.hide()

    def tell(self, text: CardText) -> None:
        """Hold the words of a new answer."""
        self._service.setText(text.service)
        self._number.setText(text.number)
        self._copy.setAccessibleName(f"Copy the number of {text.service}")
