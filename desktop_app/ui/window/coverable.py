"""A window that one empty page can take the place of, 999 and title included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop_app.ui.window.hide_button import FirstStop, HideButton

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


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
