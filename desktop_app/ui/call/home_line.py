"""The one quiet line of the first run: where is the practice?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.places.councils import Council
from desktop_app.ui.call.offered_councils import MOST
from desktop_app.ui.call.question import HOME_ABOVE
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words


class HomeLine(QFrame):
    """Asks once which council the practice is in; any other time it is in the settings."""

    chosen = Signal(object)

    def __init__(self, councils: Sequence[Council]) -> None:
        super().__init__()
        self.setObjectName("home-line")
        self.setProperty("card", "quiet")
        row = Flow(self, gap=4, line_gap=4)
        row.setContentsMargins(0, HOME_ABOVE, 0, 0)
        row.addWidget(words("Which council is your practice in?", "soft", wrap=False))
        few = councils if len(councils) <= MOST else ()
        if not few:
            row.addWidget(words("Settings lists them all.", "soft", wrap=False))
        choices: list[tuple[Council | None, str]] = [(each, each.name) for each in few]
        for council, text in [*choices, (None, "Not now")]:
            name = f"home-{council.slug}" if council else "home-skip"
            button = IconButton(text, "", name, look="link")
            button.setAccessibleDescription("Offers this council first from now on")
            button.clicked.connect(lambda _=False, told=council: self.chosen.emit(told))
            row.addWidget(button)
