"""A window that one empty page can take the place of, 999 and title included, and the way there.

The way out of sight is a button that is always there, and a tab stop before every other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QCloseEvent, QFocusEvent

HIDE = "Hide"
KEYS = "Shift × 3"
NAME = "Hide this at once"
TOLD = "Shows an empty page and forgets every answer. Or press Shift three times."
STOP = "Hide this at once (or press Shift three times)"
PRESSES = 3
FULL, EMPTY = "●", "○"
OUT_OF_SIGHT = -10_000


class HideButton(Button):
    """Stands in the corner of every page; its dots count the presses of Shift."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hide-now")
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(TOLD)
        self.setToolTip(TOLD)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("hide", "ink", 22))
        row.addWidget(words(HIDE, "hide", wrap=False))
        row.addStretch()
        column.addStretch()
        column.addLayout(row)
        self._dots = words(KEYS, "hide-keys", "hide-dots", wrap=False)
        column.addWidget(self._dots)
        column.addStretch()

    def count(self, pressed: int) -> None:
        """Show how many of the presses were made; none brings the words back."""
        dots = " ".join(FULL if n < pressed else EMPTY for n in range(PRESSES))
        self._dots.setText(dots if pressed else KEYS)

    def sizeHint(self) -> QSize:
        """As large as its words ask for."""
        return self.layout().sizeHint()  # type: ignore[union-attr]  # set in __init__

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed out of sight."""
        return self.sizeHint()


class FirstStop(Button):
    """The first thing Tab reaches; in sight only while it has the focus.

    It stands then where the button in the corner stands, and does the same: it covers nothing else,
    least of all 999.
    """

    def __init__(self, frame: QWidget, corner: HideButton) -> None:
        super().__init__(HIDE, frame)
        self._frame, self._corner = frame, corner
        self.setObjectName("hide-first-stop")
        self.setProperty("look", "strong")
        self.setAccessibleName(STOP)
        self.setAccessibleDescription(TOLD)
        self.setAutoDefault(True)
        self.move(OUT_OF_SIGHT, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight over the button in the corner."""
        corner = self._corner
        self.setGeometry(QRect(corner.mapTo(self._frame, QPoint()), corner.size()))
        self.raise_()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go out of sight again."""
        self.move(OUT_OF_SIGHT, 0)
        super().focusOutEvent(event)


class CoverableWindow(QMainWindow):
    """Holds the frame and, behind it, the page that covers it. Says when somebody wants to hide."""

    hide_wanted = Signal()
    closing = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setWindowTitle(title)
        self.hide_button = HideButton()
        self.hide_button.clicked.connect(self.hide_wanted)
        self.frame = QWidget()
        self.first_stop = FirstStop(self.frame, self.hide_button)
        self.first_stop.clicked.connect(self.hide_wanted)
        self._layers = QStackedWidget()
        self._layers.addWidget(self.frame)
        self.setCentralWidget(self._layers)

    @property
    def covered(self) -> bool:
        """Whether the covering page is the only thing to be seen."""
        return self._layers.currentWidget() is not self.frame

    def keep_behind(self, page: QWidget) -> None:
        """Keep the covering page ready."""
        self._layers.addWidget(page)

    def cover(self, title: str) -> None:
        """Show the covering page and nothing else; the window takes this title."""
        self._layers.setCurrentIndex(self._layers.count() - 1)
        _name_program("")  # Qt would add the program's name to the title
        self.setWindowTitle(title)

    def uncover(self) -> None:
        """Show the frame and its pages again."""
        self._layers.setCurrentWidget(self.frame)
        _name_program(self._title)
        self.setWindowTitle(self._title)

    def beside_way_out(self, bar: QWidget) -> QHBoxLayout:
        """The bar at the top with the button to hide in the corner beside it."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(bar, 1)
        row.addWidget(self.hide_button)
        return row

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether to close or only to leave the screen."""
        self.closing.emit(event)


def _name_program(name: str) -> None:
    from PySide6.QtGui import QGuiApplication  # not before the first picture

    QGuiApplication.setApplicationDisplayName(name)
