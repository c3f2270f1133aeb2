"""Words on screen: plain text in one of a few voices, never markup."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme.qt_numbers import PLAIN_TEXT

SPARE = 4
"""Pixels beside a line, so that no rounding wraps it."""


def words(
    text: str, voice: str = "body", name: str = "", *, wrap: bool = True, copies: bool = False
) -> QLabel:
    """A label in a voice of the style sheet; `name` is how it can be found.

    With `copies` the pointer can mark its words and copy them: an address, a number.
    """
    label = _copied() if copies else QLabel()
    label.setProperty("textFormat", PLAIN_TEXT)
    label.setText(text)
    label.setProperty("voice", voice)
    label.setWordWrap(wrap)
    if name:
        label.setObjectName(name)
    return label


class Sentence(QLabel):
    """Words that like to stand in one line, and wrap where there is no room for that."""

    def __init__(self, voice: str, name: str) -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("voice", voice)
        self.setObjectName(name)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + SPARE
        return QSize(width, super().heightForWidth(width))


def _copied() -> QLabel:
    from desktop_app.ui.widgets.copying import CopyLabel  # not before the first picture

    return CopyLabel()


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
