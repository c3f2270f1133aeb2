"""Help: how a steward works in this window, a key away on every page."""

import re
from pathlib import Path

from desktop_app.ui.guidance.text import Shape, blocks
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.help_picture import HelpPicture

TITLE = "Help"
VOICES = {Shape.HEADING: "heading", Shape.PARAGRAPH: "body", Shape.ITEM: "body"}
BULLET = "•  "
PICTURE = re.compile(r"^!\[(.+)\]\((.+)\)$", re.MULTILINE)
"""A line that is a picture: what it shows, and its file."""


class HelpView(Page, ScrollPage):
    """The text of a page of help and its pictures, read with the arrows and the page keys."""

    def __init__(self, text: str, pictures: Path) -> None:
        super().__init__("help-page")
        self.column.setSpacing(8)
        self.column.addWidget(words(TITLE, "title"))
        told, *rest = PICTURE.split(text)
        self._say(told)
        for shows, file, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            self.column.addWidget(HelpPicture(pictures / file, shows))
            self._say(after)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Begin at the top; the keys that turn pages scroll it."""
        self.to_top()
        self.window().setFocus()

    def _say(self, text: str) -> None:
        for block in blocks(text, {}) if text.strip() else ():
            told = f"{BULLET}{block.text}" if block.shape is Shape.ITEM else block.text
            self.column.addWidget(words(told, VOICES[block.shape], copies=True))
