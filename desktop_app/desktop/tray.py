"""A small picture beside the clock, for those who want one: it opens the window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

TIP = "Who to Call"
NONE_HERE = "This desktop has no place for small pictures beside the clock."


class Tray(QObject):
    """Neutral in name and picture; it never says what was looked up."""

    open_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(TIP)
        self._menu = QMenu()
        self._menu.addAction("Open").triggered.connect(self.open_wanted)
        self._menu.addAction("Close the program").triggered.connect(self.end_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._pressed)

    @property
    def shown(self) -> bool:
        """Whether the picture is there, so that the window may leave the screen altogether."""
        return self._icon.isVisible()

    def show(self, wanted: bool) -> str:
        """Show or take away the picture; the sentence to tell when there is no place for it."""
        if wanted and not QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.hide()
            return NONE_HERE
        self._icon.setVisible(wanted)
        return ""

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:
            self.open_wanted.emit()
