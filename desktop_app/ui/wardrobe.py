"""Dresses the program: the colours and text size chosen, or those of the system as they change."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.ui import theme
from desktop_app.ui.icons import Icons, picture
from desktop_app.ui.theme import Look, Scheme


class Wardrobe(QObject):
    """Knows the style sheet, the fonts and the icons, and puts them on."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__()
        self._app = app
        self._scheme, self._percent = Scheme.SYSTEM, theme.SMALLEST
        self._template = _read(resources / "style.qss")
        Icons.folder = resources / "icons"
        theme.load_fonts(resources / "fonts")
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        if hasattr(self._hints, "accessibility"):  # Qt 6.10 and later
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self._follow)

    def wear(self, scheme: Scheme, percent: int) -> None:
        """Put on these colours and this text size."""
        self._scheme, self._percent = scheme, percent
        theme.apply(self._app, self._template, Look(theme.palette_for(scheme), percent))

    def hang_sign(self) -> None:
        """Give the program its picture in the task bar; done after the first picture."""
        self._app.setWindowIcon(QIcon(picture("app", "#ffffff", 64)))

    def _follow(self) -> None:
        """The system turned dark, or light, or to high contrast."""
        if self._scheme is Scheme.SYSTEM:
            self.wear(self._scheme, self._percent)


def _read(path: Path) -> str:
    """The style sheet; without it the window is plain but works."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""
