"""A button that shows the key which does the same: the letter stands in a cap behind the words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.button import Button

CAP, SHARPEST, GAP = 22, 2.0, 8
"""Pixels of the cap at 100 % text size; how much denser it is drawn; pixels before it."""


class KeyButton(Button):
    """Words, and the key for them; a screen reader hears the key in the description."""

    def __init__(self, text: str, key: str, name: str, look: str) -> None:
        super().__init__(text)
        self._key = key
        self._colour = "on_accent" if look == "strong" else "accent"
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setAutoDefault(True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cap behind the words
        self._draw()
        appearance().changed.connect(self._draw)

    def tint(self, colour: str) -> None:
        """Draw the cap in another colour of the palette."""
        if colour != self._colour:
            self._colour = colour
            self._draw()

    def _draw(self) -> None:
        look = appearance().look
        side = look.px(CAP)
        self.setIcon(QIcon(_cap(self._key, getattr(look.palette, self._colour), side)))
        self.setIconSize(QSize(side + GAP, side))


def _cap(key: str, colour: str, side: int) -> QPixmap:
    picture = QPixmap(round((side + GAP) * SHARPEST), round(side * SHARPEST))
    picture.setDevicePixelRatio(SHARPEST)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), side / 14))
    box = QRectF(GAP + 1, 1, side - 2, side - 2)
    painter.drawRoundedRect(box, side / 5, side / 5)
    font = style.base_font(appearance().look)
    font.setBold(True)
    font.setPixelSize(round(side * 0.64))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.end()
    return picture
