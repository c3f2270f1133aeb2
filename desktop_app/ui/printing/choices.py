"""What the print page lets somebody choose: cards of chips, each with a heading and a hint."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop_app.ui.widgets.button import Chip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import card, column_of, words


def choice(heading: str, chips: list[QPushButton], below: list[QWidget]) -> QFrame:
    """A card with a heading, the chips side by side, and what has to be said below them."""
    frame = card("plain")
    column_of(frame).addWidget(words(heading, "heading"))
    row = Flow(gap=8)
    for chip in chips:
        chip.setAccessibleName(f"{heading}: {chip.text()}")
        row.addWidget(chip)
    column_of(frame).addLayout(row)
    for widget in below:
        column_of(frame).addWidget(widget)
    return frame


class MarkedChip(Chip):
    """A choice that can be marked; it keeps room for its words in bold, as they are when marked."""

    def sizeHint(self) -> QSize:
        """As large as it is when marked."""
        bold = QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text())
        more -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more) + 2, 0)
