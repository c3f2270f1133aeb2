"""How the window looks: one style sheet, filled in with a theme's colours and a text size."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase

from desktop_app.ui.theme.appearance import Look, Scheme
from desktop_app.ui.theme.palettes import CONTRAST, DARK, LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette, QStyleHints

FAMILY = "Public Sans"
"""Made for public services; bundled. Its 0 has no slash, which from afar would read as an 8."""
BODY_PX = 17
_TOKEN = re.compile(r"@(?:(?P<size>\d+)px|(?P<name>[a-z_]+))")


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
    """The template with every `@colour` and `@16px` filled in; KeyError for an unknown colour.

    `@tick` is the drawing, of the folder `icons`, of a tick that can be seen on `accent_fill`.
    """

    def filled(token: re.Match[str]) -> str:
        if token["size"]:
            return f"{look.px(int(token['size']))}px"
        if token["name"] == "tick":
            return f"{icons.as_posix()}/ticked-{look.palette.on_accent.removeprefix('#')}.svg"
        colour: str = getattr(look.palette, token["name"])
        return colour

    return _TOKEN.sub(filled, template)


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
