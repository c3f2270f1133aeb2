"""The rail at the side: one button for each page of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.theme.qt_numbers import (
    ICON_ONLY,
    TAB_FOCUS,
    TEXT_BESIDE_ICON,
    TEXT_UNDER_ICON,
)

ICONS_ALONE_FROM = 150
"""At this text size and above the words would crowd the page; names and tool tips remain."""

LARGEST_DRAWING = 36
"""Larger ones would not all stand in a window of 768 pixels at the largest text."""
SMALLEST_DRAWING, AROUND_DRAWING, GAP = 16, 20, 4
"""Pixels; the second is padding and border of a button, above and below together; the third
stands between two."""

ABOVE_WORDS = 36
"""Pixels above a word, at 100 % text, with the room for the drawing that comes later."""
BESIDE_WORDS = 45
"""Pixels of the rail that its words cannot have: margins, padding and borders."""


class Rail(QFrame):
    """Opens pages; the one in front is marked."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(GAP)
        self._buttons = {page_id: self._button(page_id, title) for page_id, title, _ in pages}
        self._shape = TEXT_UNDER_ICON
        self.words_beside = False
        """Whether a low window has the words beside the drawings, where others have them alone."""
        alone = appearance().look.percent >= ICONS_ALONE_FROM
        if not (appearance().drawn or alone):
            room = appearance().look.px(ABOVE_WORDS)
            self.setStyleSheet(f"#rail QToolButton {{ padding-top: {room}px; }}")
        self._drawings = {page_id: drawing for page_id, _, drawing in pages}
        self._column.addStretch()
        self._draw()
        appearance().changed.connect(self._draw)

    def mark(self, page_id: str) -> None:
        """Show which page is in front; none for an unknown one."""
        for each, button in self._buttons.items():
            button.setChecked(each == page_id)
        self._draw()

    def _button(self, page_id: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"page-{page_id}")
        button.setText(title)
        button.setToolTip(title)
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.setProperty("focusPolicy", TAB_FOCUS)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(page_id))
        self._column.addWidget(button)
        return button

    def _draw(self) -> None:
        look = appearance().look
        if not appearance().drawn:
            return
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QIcon

        shape = self._fitting()
        room = LARGEST_DRAWING if shape == TEXT_UNDER_ICON else self._room()
        size = min(look.px(24), LARGEST_DRAWING, room)
        for page_id, button in self._buttons.items():
            colour = look.palette.accent if button.isChecked() else look.palette.soft
            button.setIcon(QIcon(appearance().picture(self._drawings[page_id], colour, size)))
            button.setIconSize(QSize(size, size))
            button.setProperty("toolButtonStyle", shape)
        self._shape = shape
        self._take_places()
        self._keep_width()

    def _take_places(self) -> None:
        """Until now a style sheet of its own has kept the drawings' places free."""
        if self.styleSheet():
            self.setStyleSheet("")

    def _fitting(self) -> int:
        """How words and drawings stand, by the text size and the height there is."""
        if appearance().look.percent >= ICONS_ALONE_FROM:
            return ICON_ONLY
        if self.height() >= self._full_height():
            return TEXT_UNDER_ICON
        word = next(iter(self._buttons.values())).fontMetrics().height()
        low = (max(word, SMALLEST_DRAWING) + AROUND_DRAWING + GAP) * len(self._buttons) + 4 * GAP
        return TEXT_BESIDE_ICON if self.words_beside and self.height() >= low else ICON_ONLY

    def _full_height(self) -> int:
        """Pixels the rail needs for every drawing with its word below."""
        look, button = appearance().look, next(iter(self._buttons.values()))
        each = look.px(24) + button.fontMetrics().height() + AROUND_DRAWING + 2 * GAP
        return (each + GAP) * len(self._buttons) + 4 * GAP

    def minimumSizeHint(self) -> QSize:
        """It gives way to a low window: then the drawings stand alone, as small as need be."""
        from PySide6.QtCore import QSize

        least = (SMALLEST_DRAWING + AROUND_DRAWING + GAP) * len(self._buttons) + 4 * GAP
        return QSize(super().minimumSizeHint().width(), least)

    def _room(self) -> int:
        """Pixels a drawing may have so that every button stands in the rail, however low it is."""
        buttons, column = len(self._buttons), self._column
        margins = column.contentsMargins()
        free = self.height() - margins.top() - margins.bottom() - column.spacing() * buttons
        return max(SMALLEST_DRAWING, free // buttons - AROUND_DRAWING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A banner above takes room away, or gives it back."""
        super().resizeEvent(event)
        if self._shape != TEXT_UNDER_ICON or self._fitting() != TEXT_UNDER_ICON:
            self._draw()

    def _keep_width(self) -> None:
        """Room for every title in bold, so that no page stands further in than another."""
        from PySide6.QtGui import QFont, QFontMetrics

        widest = 0
        for button in () if self._shape == ICON_ONLY else self._buttons.values():
            bold = QFont(button.font())
            bold.setBold(True)
            widest = max(widest, QFontMetrics(bold).horizontalAdvance(button.text()))
        one = next(iter(self._buttons.values()))
        drawing = one.iconSize().width() + GAP if self._shape == TEXT_BESIDE_ICON else 0
        self.setMinimumWidth(widest + drawing + BESIDE_WORDS if widest else 0)


if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent
