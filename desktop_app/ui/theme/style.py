"""How the window looks, and what puts it on: one style sheet, filled in with colours and sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase

from desktop_app.ui.theme.appearance import SMALLEST, Drawings, Look, Scheme, appearance
from desktop_app.ui.theme.palettes import CONTRAST, DARK, LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette, QStyleHints
    from PySide6.QtWidgets import QApplication

FAMILY = "Public Sans"
"""Made for public services; bundled. Its 0 has no slash, which from afar would read as an 8."""
BODY_PX = 17
_WORD = "abcdefghijklmnopqrstuvwxyz_0123456789"
"""What a word of the template consists of: the name of a colour, or a length."""


def palette_for(scheme: Scheme, system: QPalette) -> Palette:
    """The colours for a choice; SYSTEM goes by how light the system's own colours are."""
    chosen = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}.get(scheme)
    if chosen is not None:
        return chosen
    dark = system.windowText().color().lightness() > system.window().color().lightness()
    return DARK if dark else LIGHT


def palette_for_system(hints: QStyleHints) -> Palette:
    """The colours the system asks for in so many words (high contrast from Qt 6.10 on)."""
    from PySide6.QtCore import Qt  # not before the first picture

    if hasattr(hints, "accessibility"):
        preference = hints.accessibility().contrastPreference()
        if preference is Qt.ContrastPreference.HighContrast:
            return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def stylesheet(template: str, look: Look, icons: Path) -> str:
    """The template with every `@colour` and `@16px` filled in; AttributeError for no such colour.

    `@tick` is the drawing, of the folder `icons`, of a tick that can be seen on `accent_fill`.
    """
    plain, *pieces = template.split("@")
    return plain + "".join(_filled(piece, look, icons) for piece in pieces)


def _filled(piece: str, look: Look, icons: Path) -> str:
    """What stood behind an `@`, its word filled in."""
    rest = piece.lstrip(_WORD)
    word = piece.removesuffix(rest)
    size = word.removesuffix("px")
    if size.isdigit():
        return f"{look.px(int(size))}px{rest}"
    if word == "tick":
        return f"{icons.as_posix()}/ticked-{look.palette.on_accent.removeprefix('#')}.svg{rest}"
    return f"{getattr(look.palette, word)}{rest}"


def load_fonts(folder: Path) -> None:
    """Make the bundled fonts known; without them the system's own font stands in."""
    for name in ("Regular", "Bold"):
        file = folder / f"PublicSans-{name}.ttf"
        if file.is_file():
            QFontDatabase.addApplicationFont(str(file))


def base_font(look: Look) -> QFont:
    """The font of running text."""
    font = QFont(FAMILY)
    font.setPixelSize(look.px(BODY_PX))
    return font


def qt_palette(colours: Palette) -> QPalette:
    """The same colours for what Qt draws itself: menus, selections, placeholders."""
    from PySide6.QtGui import QPalette

    palette = QPalette(QColor(colours.card), QColor(colours.paper))
    roles = QPalette.ColorRole
    for role, colour in (
        *((each, colours.ink) for each in (roles.WindowText, roles.Text, roles.ButtonText)),
        (roles.Base, colours.card),
        (roles.AlternateBase, colours.paper),
        (roles.Highlight, colours.accent_fill),
        (roles.HighlightedText, colours.on_accent),
        (roles.PlaceholderText, colours.soft),
        (roles.Link, colours.accent),
    ):
        palette.setColor(role, QColor(colour))
    return palette


class Styler(QObject):
    """Knows the style sheet, the fonts and the drawings, and sets them on the application."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__()
        self._app, self._system = app, app.palette()
        self._scheme, self._percent = Scheme.SYSTEM, SMALLEST
        self._template = _read(resources / "style.qss")
        self._appearance = appearance()
        self._icons = resources / "icons"
        self._appearance.drawings = Drawings(self._icons)
        load_fonts(resources / "fonts")

    def apply(self, scheme: Scheme, percent: int) -> None:
        """Use these colours and this text size from now on."""
        self._scheme, self._percent = scheme, percent
        self._apply(Look(palette_for(scheme, self._system), percent))

    def settle(self) -> None:
        """What can wait for the first picture: drawings, and following the system."""
        from PySide6.QtGui import QIcon

        self._appearance.drawn = True
        self._appearance.changed.emit()
        self._app.setWindowIcon(QIcon(self._appearance.picture("app", "#ffffff", 64)))
        # Kept with the application: PySide deletes what it handed out, Qt's own, once it goes.
        self._hints = self._appearance.hints = self._appearance.hints or self._app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        if hasattr(self._hints, "accessibility"):  # Qt 6.10 and later
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Use the colours the system asks for now, where nobody chose others."""
        if self._scheme is not Scheme.SYSTEM:
            return
        wanted = palette_for_system(self._hints)
        if wanted is not self._appearance.look.palette:
            self._apply(Look(wanted, self._percent))

    def _apply(self, look: Look) -> None:
        """At the start this is done once, before there is any widget to style."""
        self._appearance.look = look
        self._app.setFont(base_font(look))
        self._app.setPalette(qt_palette(look.palette))
        sheet = stylesheet(self._template, look, self._icons)
        if sheet != self._app.styleSheet():  # else Qt would style every widget anew for nothing
            self._app.setStyleSheet(sheet)
        if self._appearance.drawn:
            self._appearance.changed.emit()


def _read(path: Path) -> str:
    """The style sheet; without it the window is plain but works."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""
