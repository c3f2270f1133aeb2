"""Line drawings in the colour of the text beside them, from resources/icons."""

from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QLabel

from desktop_app.ui.theme import style
from desktop_app.ui.theme.qt_numbers import CENTRED
from desktop_app.ui.widgets.button import Button

_SHARPEST = 2.0
"""Drawn for twice the size, so that they stay crisp on dense screens."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap


class Icons:
    """The folder of drawings."""

    folder = Path()
    wanted = False
    """Not before the first words are on screen: loading what draws them takes 10 ms."""

    @classmethod
    def source(cls, name: str) -> str:
        """The drawing as text; empty when the file is missing: words always stand beside."""
        try:
            return (cls.folder / f"{name}.svg").read_text("utf-8")
        except OSError:
            return ""


GAP = 6
"""Pixels between a drawing on a button and the words after it, beyond what Qt leaves."""


@cache
def picture(name: str, colour: str, size: int, knockout: str = "none", gap: int = 0) -> "QPixmap":
    """One drawing at `size` logical pixels; `knockout` colours what is cut out of a filled one.

    `gap` leaves that many pixels free after it.
    """
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    side = round(size * _SHARPEST)
    pixmap = QPixmap(side + round(gap * _SHARPEST), side)
    pixmap.fill(QColor(0, 0, 0, 0))
    text = Icons.source(name).replace("currentColor", colour).replace("knockout", knockout)
    if text:
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
    pixmap.setDevicePixelRatio(_SHARPEST)
    return pixmap


class IconLabel(QLabel):
    """A drawing beside words; it says nothing itself, so a screen reader passes over it."""

    def __init__(self, name: str, colour: str = "accent", size: int = 24, ground: str = "") -> None:
        super().__init__()
        self._drawing = (name, colour, size, ground)
        self.setProperty("alignment", CENTRED)
        self._draw()
        style.MIRROR.turned.connect(self._draw)

    def _draw(self) -> None:
        """Draw it, or keep its place free: drawings can wait until the first words are seen."""
        name, colour, size, ground = self._drawing
        look = style.dressed()
        self.setFixedSize(look.px(size), look.px(size))
        if not Icons.wanted:
            return
        knockout = getattr(look.palette, ground) if ground else "none"
        self.setPixmap(picture(name, getattr(look.palette, colour), look.px(size), knockout))


class IconButton(Button):
    """A button with a drawing before its words; Enter presses it as Space does."""

    def __init__(self, text: str, drawing: str, name: str, look: str = "plain") -> None:
        super().__init__(text)
        self._drawing = drawing
        self._colour = "on_accent" if look == "strong" else "accent"
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setAutoDefault(True)
        if drawing:
            self._draw()
            style.MIRROR.turned.connect(self._draw)

    def tinted(self, colour: str) -> None:
        """Draw it in another colour of the palette."""
        self._colour = colour
        self._draw()

    def _draw(self) -> None:
        if not Icons.wanted:
            return
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QIcon

        look = style.dressed()
        size = look.px(20)
        gap = GAP if self.text() else 0
        colour = getattr(look.palette, self._colour)
        self.setIcon(QIcon(picture(self._drawing, colour, size, gap=gap)))
        self.setIconSize(QSize(size + gap, size))
