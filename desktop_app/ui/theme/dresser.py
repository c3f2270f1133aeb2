"""Dresses the program: the colours and text size chosen, or those of the system as they change."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import SMALLEST, Look, Scheme, appearance
from desktop_app.ui.theme.icons import Drawings


class Dresser(QObject):
    """Knows the style sheet, the fonts and the drawings, and puts them on the application."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__()
        self._app, self._system = app, app.palette()
        self._scheme, self._percent = Scheme.SYSTEM, SMALLEST
        self._template = _read(resources / "style.qss")
        self._appearance = appearance()
        self._icons = resources / "icons"
        self._appearance.drawings = Drawings(self._icons)
        style.load_fonts(resources / "fonts")

    def wear(self, scheme: Scheme, percent: int) -> None:
        """Put on these colours and this text size."""
        self._scheme, self._percent = scheme, percent
        self._dress(Look(style.palette_for(scheme, self._system), percent))

    def settle(self) -> None:
        """What can wait for the first picture: drawings, and following the system."""
        from PySide6.QtGui import QIcon

        self._appearance.drawn = True
        self._appearance.changed.emit()
        self._app.setWindowIcon(QIcon(self._appearance.picture("app", "#ffffff", 64)))
        self._hints = self._app.styleHints()  # kept by name: what it hands out dies with it
        self._hints.colorSchemeChanged.connect(self._follow)
        if hasattr(self._hints, "accessibility"):  # Qt 6.10 and later
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Wear what the system asks for now, if that is what was chosen and it is not worn."""
        if self._scheme is not Scheme.SYSTEM:
            return
        wanted = style.palette_for_system(self._hints)
        if wanted is not self._appearance.look.palette:
            self._dress(Look(wanted, self._percent))

    def _dress(self, look: Look) -> None:
        """Put a look on; at the start that is done once, before there is anything to dress."""
        self._appearance.look = look
        self._app.setFont(style.base_font(look))
        self._app.setPalette(style.qt_palette(look.palette))
        sheet = style.stylesheet(self._template, look, self._icons)
        if sheet != self._app.styleSheet():  # else Qt would dress every widget anew for nothing
            self._app.setStyleSheet(sheet)
        if self._appearance.drawn:
            self._appearance.changed.emit()


def _read(path: Path) -> str:
    """The style sheet; without it the window is plain but works."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""
