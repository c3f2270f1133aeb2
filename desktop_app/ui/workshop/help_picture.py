"""A picture of a page, beside the words about it: as wide as there is room, in the same colours."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.theme.palettes import LIGHT

EDGE = 1
"""Pixels of the line around it."""
LEAST = 320
"""Pixels: narrower, nothing on it can be read."""


class HelpPicture(QLabel):
    """Never larger than it was taken; where its file is missing, what it shows is said in words."""

    def __init__(self, file: Path, shows: str) -> None:
        super().__init__()
        self._file, self._shows = file, shows
        self.setObjectName("help-picture")
        self.setAccessibleName(shows)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setScaledContents(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw()
        appearance().changed.connect(self._draw)

    def heightForWidth(self, width: int) -> int:
        """As high as the picture in this width."""
        taken = self.pixmap()
        if taken.isNull():
            return super().heightForWidth(width)
        inside = min(width, self.maximumWidth()) - 2 * EDGE
        return round(inside * taken.height() / taken.width()) + 2 * EDGE

    def _draw(self) -> None:
        """A page in dark colours is shown as such: a bright one would dazzle."""
        light = appearance().look.palette is LIGHT
        taken = QPixmap(str(self._file if light else self._file.with_suffix(".dark.png")))
        if taken.isNull():
            self.setWordWrap(True)
            self.setText(self._shows)
            return
        self.setPixmap(taken)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(taken.width() + 2 * EDGE)
