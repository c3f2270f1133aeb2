"""How the program looks now: one object of the application, found where Qt's own palette is.

Qt hands palette, font and style sheet down through the application. This one stands beside them:
every widget finds it there, so that no module keeps any of it.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.ui.theme.palettes import LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QStyleHints

SMALLEST, LARGEST, STEP = 100, 200, 25
"""Per cent of text size."""
_PROPERTY = "who-to-call-appearance"
_SHARPEST = 2.0
"""Drawn for twice the size, so that they stay crisp on dense screens."""


class Scheme(StrEnum):
    """Which colours: the system's choice, or one the person made."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Look(NamedTuple):
    """A palette and a text size in per cent."""

    palette: Palette = LIGHT
    percent: int = 100

    def px(self, size: int) -> int:
        """A length at 100 % in pixels at this text size."""
        return round(size * self.percent / 100)


def clamp_percent(percent: int) -> int:
    """The nearest text size offered: 100 to 200 % in steps of 25."""
    return round(max(SMALLEST, min(LARGEST, percent)) / STEP) * STEP  # a file may hold any number


class Drawings:
    """The line drawings of one folder, in the colour of the words beside them.

    Each is drawn once for a colour and a size, and kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, str, int], QPixmap] = {}

    def picture(
        self, name: str, colour: str, size: int, knockout: str = "none", gap: int = 0
    ) -> QPixmap:
        """One drawing at `size` logical pixels; `knockout` colours what is cut out of a filled one.

        `gap` leaves that many pixels free after it.
        """
        asked = (name, colour, size, knockout, gap)
        if asked not in self._drawn:
            text = self._source(name).replace("currentColor", colour).replace("knockout", knockout)
            self._drawn[asked] = _painted(text, size, gap)
        return self._drawn[asked]

    def _source(self, name: str) -> str:
        """The drawing as text; empty when the file is missing: words always stand beside."""
        try:
            return (self._folder / f"{name}.svg").read_text("utf-8")
        except OSError:
            return ""


class Appearance(QObject):
    """The look and the drawings in use; only the styler sets others."""

    changed = Signal()
    """There is another look: whatever draws or measures itself does so anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.look = Look()
        self.drawings = Drawings(Path())
        self.hints: QStyleHints | None = None
        """What the system asks for, once somebody follows it."""
        self.drawn = False
        """Whether drawings are shown: not before the first words, loading them takes 10 ms."""

    def picture(
        self, name: str, colour: str, size: int, knockout: str = "none", gap: int = 0
    ) -> QPixmap:
        """A drawing in a colour and size, as `Drawings.picture` tells."""
        return self.drawings.picture(name, colour, size, knockout, gap)


def appearance() -> Appearance:
    """How the application looks; light, at 100 % and without drawings until it is dressed."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application yet, so nothing has a look.")
    found = app.property(_PROPERTY)
    if not isinstance(found, Appearance):
        found = Appearance(app)
        app.setProperty(_PROPERTY, found)
    return found


def _painted(text: str, size: int, gap: int) -> QPixmap:
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    side = round(size * _SHARPEST)
    pixmap = QPixmap(side + round(gap * _SHARPEST), side)
    pixmap.fill(QColor(0, 0, 0, 0))
    if text:
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
    pixmap.setDevicePixelRatio(_SHARPEST)
    return pixmap
