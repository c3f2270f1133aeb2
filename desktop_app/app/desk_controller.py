"""Everything the window is to the desk it stands on, beside giving answers.

Made after the first picture. It meets the practice's own file only through what it is handed.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.desktop.clipboard import HistoryGuard, OwnClipboard
from desktop_app.desktop.hotkey import hotkey_here, set_hotkey
from desktop_app.ui.practice.controller import OwnCard, Repositories
from desktop_app.ui.settings.controller import Choices
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.quick_hide import QuickHide

if TYPE_CHECKING:
    from desktop_app.desktop.tray import Tray


class DeskController(QObject):
    """Hiding, the practice's own people (`own`), the tray and the hotkey."""

    forget_wanted = Signal()
    home_wanted = Signal()

    def __init__(
        self, app: QApplication, window: MainWindow, choices: Choices, repositories: Repositories
    ) -> None:
        super().__init__(window)
        self._app, self._window, self._choices = app, window, choices
        self.own = OwnCard(repositories, choices, self)
        self.clipboard, self._guard = OwnClipboard(), HistoryGuard(self)
        self.hiding = QuickHide(app, window)
        self.hiding.hidden.connect(self.clear)
        self.hiding.shown_again.connect(self.home_wanted)
        self._tray: Tray | None = None
        self._hotkey = hotkey_here(self.come_to_front)
        window.closing.connect(self._close)
        choices.desk_changed.connect(self.settle)
        app.aboutToQuit.connect(self._leave)
        self.settle()

    # ---- leaving the screen and coming back

    def clear(self) -> None:
        """Leave nothing of what was told, on screen or on the clipboard."""
        self._clear_clipboards()
        self.forget_wanted.emit()
        self._window.forget()

    def come_to_front(self) -> None:
        """Show the window before all others; after it was away it stands at the first question."""
        window = self._window
        if self.hiding.is_hidden:
            self.hiding.come_back()
        elif not window.isVisible() or window.isMinimized():
            self.home_wanted.emit()
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def settle(self) -> None:
        """Do as the settings say: the tray and the hotkey."""
        made = self._choices.made
        troubles = [self._show_tray(made.tray), set_hotkey(self._hotkey, made.hotkey)]
        self._choices.show_desk_trouble(" ".join(each for each in troubles if each))

    def _show_tray(self, wanted: bool) -> str:
        if self._tray is None and not wanted:
            return ""
        if self._tray is None:
            from PySide6.QtGui import QIcon

            from desktop_app.desktop.tray import Tray  # most desks want none
            from desktop_app.ui.theme.appearance import appearance

            self._tray = Tray(QIcon(appearance().picture("app", "#ffffff", 64)), self)
            self._tray.open_wanted.connect(self.come_to_front)
            self._tray.end_wanted.connect(self._app.quit)
        trouble = self._tray.show(wanted)
        self._app.setQuitOnLastWindowClosed(not self._tray.shown)
        return trouble

    def _close(self, event: QCloseEvent) -> None:
        """Closing forgets; with the tray the program itself stays."""
        self.clear()
        if self._tray is not None and self._tray.shown:
            event.ignore()
            self._window.hide()

    def _clear_clipboards(self) -> None:
        """Take back what left this window: copied, cut from a field, or marked by the pointer."""
        self.clipboard.clear_if_ours()
        clipboard, modes = QGuiApplication.clipboard(), QClipboard.Mode
        if clipboard.ownsClipboard():
            clipboard.clear(modes.Clipboard)
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(modes.Selection)

    def _leave(self) -> None:
        self._clear_clipboards()
        self._hotkey.give_up()
