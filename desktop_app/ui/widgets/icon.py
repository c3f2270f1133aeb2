"""Labels and buttons that carry a line drawing beside their words."""

from PySide6.QtWidgets import QLabel

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.theme.qt_numbers import CENTRED
from desktop_app.ui.widgets.button import Button

GAP = 6
"""Pixels between a drawing on a button and the words after it, beyond what Qt leaves."""


class IconLabel(QLabel):
    """A drawing beside words; it says nothing itself, so a screen reader passes over it."""

    def __init__(self, name: str, colour: str = "accent", size: int = 24, ground: str = "") -> None:
        super().__init__()
        self._drawing = (name, colour, size, ground)
        self.setProperty("alignment", CENTRED)
        self._draw()
        appearance().changed.connect(self._draw)

    def turn_to(self, name: str, colour: str, ground: str = "") -> None:
        """Show another drawing of the same size."""
        drawing = (name, colour, self._drawing[2], ground)
        if drawing != self._drawing:
            self._drawing = drawing
            self._draw()

    def _draw(self) -> None:
        """Draw it, or keep its place free: drawings can wait until the first words are seen."""
        name, colour, size, ground = self._drawing
        look = appearance().look
        self.setFixedSize(look.px(size), look.px(size))
        if not appearance().drawn:
            return
        knockout = getattr(look.palette, ground) if ground else "none"
        self.setPixmap(
            appearance().picture(name, getattr(look.palette, colour), look.px(size), knockout)
        )


class IconButton(Button):
    """A button with a drawing before its words; Enter presses it as Space does."""

    def __init__(self, text: str, drawing: str, name: str, look: str = "plain") -> None:
        super().__init__(text)
        self._drawing = drawing
        self._colour = "on_accent" if look == "strong" else "accent"
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setAutoDefault(True)
        if drawing:
            self._draw()
            appearance().changed.connect(self._draw)

    def tinted(self, colour: str) -> None:
        """Draw it in another colour of the palette."""
        self._colour = colour
        self._draw()

    def _draw(self) -> None:
        if not appearance().drawn:
            return
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QIcon

        look = appearance().look
        size = look.px(20)
        gap = GAP if self.text() else 0
        colour = getattr(look.palette, self._colour)
        self.setIcon(QIcon(appearance().picture(self._drawing, colour, size, gap=gap)))
        self.setIconSize(QSize(size + gap, size))
