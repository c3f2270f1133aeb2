"""How the window looks: one style sheet, filled in with a theme's colours and a text size."""

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.palettes import CONTRAST, DARK, LIGHT, Palette

FAMILY = "Public Sans"
"""Made for public services; bundled. Its 0 has no slash, which from afar would read as an 8."""
BODY_PX = 17
SMALLEST, LARGEST, STEP = 100, 200, 25
_TOKEN = re.compile(r"@(?:(?P<size>\d+)px|(?P<name>[a-z_]+))")


class Scheme(StrEnum):
    """Which colours: the system's choice, or one the person made."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Look:
    """A palette and a text size in per cent."""

    palette: Palette = LIGHT
    percent: int = 100

    def px(self, size: int) -> int:
        """A length at 100 % in pixels at this text size."""
        return round(size * self.percent / 100)


_worn = [Look()]


def clamp_percent(percent: int) -> int:
    """The nearest text size offered: 100 to 200 % in steps of 25."""
    return max(SMALLEST, min(LARGEST, round(percent / STEP) * STEP))


def palette_for(scheme: Scheme) -> Palette:
    """The colours for a choice; SYSTEM asks the system whether it is dark or high in contrast."""
    chosen = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}.get(scheme)
    if chosen:
        return chosen
    if _system_wants_contrast():
        return CONTRAST
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def stylesheet(template: str, look: Look) -> str:
    """The template with every `@colour` and `@16px` filled in; KeyError for an unknown colour."""
    colours = asdict(look.palette)

    def filled(token: re.Match[str]) -> str:
        size = token["size"]
        return f"{look.px(int(size))}px" if size else colours[token["name"]]

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


def dressed() -> Look:
    """The look the program wears now."""
    return _worn[-1]


def apply(app: QApplication, template: str, look: Look) -> None:
    """Dress the whole program in a look."""
    _worn[:] = [look]
    app.setFont(base_font(look))
    app.setPalette(_qt_palette(look.palette))
    app.setStyleSheet(stylesheet(template, look))


def _qt_palette(colours: Palette) -> QPalette:
    """The same colours for what Qt draws itself: calendars, menus, selections."""
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


def _system_wants_contrast() -> bool:
    """Whether the system asks for high contrast (told by Qt 6.10 and later)."""
    hints = QGuiApplication.styleHints()  # kept by name: what it hands out dies with it
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)
