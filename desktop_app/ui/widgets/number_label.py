"""A phone number, as large as its place allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.copying import CopyLabel
from desktop_app.ui.widgets.text import spelled

SMALLEST = 20
SPARE = 4
"""Pixels beside a number, so that no rounding clips it."""


class NumberLabel(CopyLabel):
    """A phone number as large as its place allows, to be read from across a room."""

    def __init__(self, number: str, name: str, largest: int = 72) -> None:
        super().__init__(number)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setProperty("voice", "number")
        self.setAccessibleName(spelled(number))
        self._largest = largest
        self._measured: dict[int, tuple[QFont, int, int]] = {}
        """Of this number, by pixels: its font, width and height; kept while it stands here."""
        appearance().changed.connect(self._refit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_number(self, number: str) -> None:
        """Show another number."""
        if number != self.text():
            self.setText(number)
            self.setAccessibleName(spelled(number))
            self._refit()

    def grow_to(self, largest: int) -> None:
        """Be so many pixels high at most, at 100 % text size."""
        if largest != self._largest:
            self._largest = largest
            self._refit()

    def sizeHint(self) -> QSize:
        """As wide as the number at its largest."""
        _, width, height = self._at(self.fitting(None).pixelSize())
        return QSize(width + SPARE, height)

    def minimumSizeHint(self) -> QSize:
        """It shrinks before it is cut off."""
        return QSize(min(120, self.sizeHint().width()), 24)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the smaller the number, and the lower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the number is when it fills this width."""
        return self._at(self.fitting(width).pixelSize())[2]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the number to its new place."""
        self.setFont(self.fitting(event.size().width()))
        super().resizeEvent(event)

    def _refit(self) -> None:
        """The text size has changed."""
        self._measured.clear()
        self.setFont(self.fitting(self.width()))
        self.updateGeometry()

    def fitting(self, width: int | None) -> QFont:
        """The largest font, up to the one the text size asks for, whose number fits the width."""
        largest = appearance().look.px(self._largest)
        font, needed, _ = self._at(largest)
        if width is None or needed + SPARE <= width:
            return font
        return self._at(max(SMALLEST, largest * (width - SPARE) // (needed + SPARE)))[0]

    def _at(self, pixels: int) -> tuple[QFont, int, int]:
        """The number so many pixels high: its font, how wide it is, and how high."""
        if pixels not in self._measured:
            font = style.base_font(appearance().look)
            font.setBold(True)
            font.setPixelSize(pixels)
            font.setWordSpacing(pixels / 10)  # so that the groups stay groups
            metrics = QFontMetrics(font)
            wide = metrics.horizontalAdvance(self.text())
            self._measured[pixels] = (font, wide, metrics.height())
        return self._measured[pixels]
