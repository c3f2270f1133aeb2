"""The rail at the side: one button for each page of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.icons import Icons, picture
from desktop_app.ui.qt_numbers import ICON_ONLY, TAB_FOCUS, TEXT_UNDER_ICON

ICONS_ALONE_FROM = 150
"""At this text size and above the words would crowd the page; names and tool tips remain."""

LARGEST_DRAWING = 36
"""Larger ones would not all stand in a window of 768 pixels at the largest text."""


class Rail(QFrame):
    """Opens pages; the one in front is marked."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(4)
        self._buttons = {page_id: self._button(page_id, title) for page_id, title, _ in pages}
        self._drawings = {page_id: drawing for page_id, _, drawing in pages}
        self._column.addStretch()
        self._draw()
        theme.MIRROR.turned.connect(self._draw)

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
        look = theme.dressed()
        if not Icons.wanted:
            return
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QIcon

        style = ICON_ONLY if look.percent >= ICONS_ALONE_FROM else TEXT_UNDER_ICON
        size = min(look.px(24), LARGEST_DRAWING)
        for page_id, button in self._buttons.items():
            colour = look.palette.accent if button.isChecked() else look.palette.soft
            button.setIcon(QIcon(picture(self._drawings[page_id], colour, size)))
            button.setIconSize(QSize(size, size))
            button.setProperty("toolButtonStyle", style)
