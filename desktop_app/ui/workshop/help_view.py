"""Help: how a steward works in this window, a key away on every page."""

from desktop_app.ui.guidance.text import Shape, blocks
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import words

TITLE = "Help"
VOICES = {Shape.HEADING: "heading", Shape.PARAGRAPH: "body", Shape.ITEM: "body"}
BULLET = "•  "


class HelpView(Page, ScrollPage):
    """The text of a page of help, read with the arrows and the page keys."""

    def __init__(self, text: str) -> None:
        super().__init__("help-page")
        self.column.setSpacing(8)
        self.column.addWidget(words(TITLE, "title"))
        for block in blocks(text, {}):
            told = f"{BULLET}{block.text}" if block.shape is Shape.ITEM else block.text
            self.column.addWidget(words(told, VOICES[block.shape], copies=True))
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Begin at the top; the keys that turn pages scroll it."""
        self.to_top()
        self.window().setFocus()
