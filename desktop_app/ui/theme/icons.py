"""Line drawings in the colour of the text beside them, from resources/icons."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

_SHARPEST = 2.0
"""Drawn for twice the size, so that they stay crisp on dense screens."""

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


@cache
def picture(name: str, colour: str, size: int, knockout: str = "none", gap: int = 0) -> QPixmap:
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
