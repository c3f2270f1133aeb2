"""Line drawings in the colour of the text beside them, from resources/icons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

_SHARPEST = 2.0
"""Drawn for twice the size, so that they stay crisp on dense screens."""

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap


class Drawings:
    """The drawings of one folder; each is drawn once for a colour and a size, and kept."""

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
