"""A bar across the window: a few things, then words, which go below when the text is large."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from desktop_app.ui.theme.appearance import appearance

TWO_LINES_FROM = 150
"""Per cent of text size from which the words would be squeezed beside the things."""


class Bar(QFrame):
    """`before` takes the things that keep their size, `after` the words that may wrap."""

    def __init__(self, name: str, margin: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(24, margin, 24, margin)
        self.before, self.after = QHBoxLayout(), QHBoxLayout()
        for row in (self.before, self.after):
            row.setSpacing(20)
        self._before_words = QHBoxLayout()
        self._before_words.addLayout(self.before)
        self._before_words.addStretch()
        self._rows.addLayout(self._before_words)
        self._rows.addLayout(self.after, 1)
        self._turn()
        appearance().changed.connect(self._turn)

    def _turn(self) -> None:
        """Beside each other, or one below the other."""
        ways = QBoxLayout.Direction
        large = appearance().look.percent >= TWO_LINES_FROM
        self._rows.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        self._rows.setSpacing(4 if large else 20)
