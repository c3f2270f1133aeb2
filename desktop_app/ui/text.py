"""Words on screen: plain text in one of a few voices, never markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui import theme

SPARE = 4
"""Pixels beside a number, so that no rounding clips it."""


def words(text: str, voice: str = "body", name: str = "", *, wrap: bool = True) -> QLabel:
    """A label in a voice of the style sheet; `name` is how it can be found."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("voice", voice)
    label.setWordWrap(wrap)
    if name:
        label.setObjectName(name)
    return label


def copyable(label: QLabel) -> QLabel:
    """Let the pointer select the words: an address, a number."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def card(
    kind: str, name: str = "", margins: tuple[int, int, int, int] = (24, 24, 24, 24)
) -> QFrame:
    """A card with a column inside it; `card.layout()` takes what stands on it."""
    frame = QFrame()
    frame.setProperty("card", kind)
    if name:
        frame.setObjectName(name)
    column = QVBoxLayout(frame)
    column.setContentsMargins(*margins)
    column.setSpacing(8)
    return frame


def column_of(frame: QWidget) -> QVBoxLayout:
    """The column inside a card."""
    layout = frame.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("This widget has no column of things in it.")
    return layout


def spelled(number: str) -> str:
    """A number the way it is read aloud, one digit at a time: "0 1 6 3 2, 9 6 0 …"."""
    return ", ".join(" ".join(group) for group in number.split())


class NumberLabel(QLabel):
    """A phone number as large as its place allows, to be read from across a room."""

    def __init__(self, number: str, name: str, largest: int = 72) -> None:
        super().__init__(number)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setProperty("voice", "number")
        self.setAccessibleName(spelled(number))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._largest = largest
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As wide as the number at its largest."""
        metrics = QFontMetrics(self.fitting(None))
        return QSize(metrics.horizontalAdvance(self.text()) + SPARE, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It shrinks before it is cut off."""
        return QSize(min(120, self.sizeHint().width()), 24)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the smaller the number, and the lower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the number is when it fills this width."""
        return QFontMetrics(self.fitting(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the number to its new place."""
        self.setFont(self.fitting(event.size().width()))
        super().resizeEvent(event)

    def fitting(self, width: int | None) -> QFont:
        """The largest font, up to the one the text size asks for, whose number fits the width."""
        look = theme.dressed()
        font = theme.base_font(look)
        font.setBold(True)
        font.setPixelSize(look.px(self._largest))
        font.setWordSpacing(look.px(self._largest) / 10)  # so that the groups stay groups
        needed = QFontMetrics(font).horizontalAdvance(self.text()) + SPARE
        if width is not None and needed > width:
            font.setPixelSize(max(20, font.pixelSize() * width // needed))
        return font
