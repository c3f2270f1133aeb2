"""What stands where there is nothing to show: how to begin, and how to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.places.area import Area
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import ScrollPage
from desktop_app.ui.widgets.text import words

NOTHING = "Nothing found for “{}”"
NOTHING_OPEN = "Nothing in the directory fits these choices"
TRY = (
    "Fewer letters, or another word for it: “child”, “DV”, “forced marriage”.",
    "A council or a place: {}.",
    "Part of a number, with or without spaces: “{}”.",
)
TRY_CHOICES = "Some services may fit if you choose less."
EVERYTHING = "Search everything"
HARM = "Worried about somebody now?"
ASK = "Who do I call now?"
CHOOSE = "Choose a service"
CHOOSE_HINT = "Every number it has, whether it is open now, and where each fact comes from."
KEYS = (
    ("/ or Ctrl + F", "search"),
    ("Arrow keys", "walk the list"),
    ("Enter", "open a service"),
    ("Ctrl + C", "copy its number"),
    ("Esc", "one step back"),
)


class SaidToo(QWidget):
    """Sentences to read beside what was found, or instead of it; no room while there are none."""

    def __init__(self, name: str = "directory-advice") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 4)
        self._words = words("", "strong", name)
        column.addWidget(self._words)
        self.hide()

    def show_for(self, sentences: Sequence[str]) -> None:
        """Say these, or nothing."""
        self._words.setText("\n".join(sentences))
        self.setVisible(bool(sentences))


class NothingFound(ScrollPage):
    """Says that nothing was found, and what to try; the way to an answer is always there."""

    everything_wanted = Signal()
    call_wanted = Signal()

    def __init__(self, area: Area) -> None:
        super().__init__("directory-nothing")
        column = self.column
        column.setSpacing(8)
        self._title = words("", "heading", "nothing-title")
        column.addWidget(self._title)
        self._advice = SaidToo("nothing-advice")
        column.addWidget(self._advice)
        self._choices = words(TRY_CHOICES, "body", "nothing-choices")
        self._everything = IconButton(EVERYTHING, "search", "nothing-everything")
        self._everything.clicked.connect(self.everything_wanted)
        column.addWidget(self._choices)
        column.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        places = ", ".join(f"“{place}”" for place in area.places)
        texts = (TRY[0], TRY[1].format(places), TRY[2].format(area.number))
        self._tries = [words(text, "soft") for text in texts]
        for each in self._tries:
            column.addWidget(each)
        column.addSpacing(12)
        column.addWidget(words(HARM, "strong"))
        call = IconButton(ASK, "call", "nothing-call")
        call.clicked.connect(self.call_wanted)
        column.addWidget(call, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    @property
    def said(self) -> str:
        """What is said now."""
        return self._title.text()

    def _keep_edges(self) -> None:
        """It stands inside a card, whose own edges are enough."""
        self._row.setContentsMargins(16, 8, 16, 8)

    def show_for(self, text: str, *, narrowed: bool, advice: Sequence[str] = ()) -> None:
        """Nothing was found for this text, perhaps because of what was chosen as well.

        `advice` says what to do instead; whoever reads it needs no hints for the search.
        """
        self._advice.show_for(advice)
        self._title.setText(NOTHING.format(text) if text else NOTHING_OPEN)
        self._choices.setVisible(narrowed)
        self._everything.setVisible(narrowed)
        for each in self._tries:
            each.setVisible(bool(text) and not advice)


class NothingChosen(ScrollPage):
    """The place of the card before a service is chosen: what it will show, and the keys."""

    def __init__(self) -> None:
        super().__init__("directory-unchosen")
        column = self.column
        column.setSpacing(8)
        column.addStretch(1)
        icon = IconLabel("directory", "rim", 56)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, voice in ((CHOOSE, "heading"), (CHOOSE_HINT, "soft")):
            label = words(text, voice)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        each = (f"{key}: {does}".replace(" ", "\u00a0") for key, does in KEYS)  # wraps between them
        keys = words("\u00a0\u00a0·  ".join(each), "small")
        keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(keys)
        column.addStretch(2)

    def offer(self, offered: bool) -> None:
        """Say so only while there is something to choose."""
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            part = item.widget() if item else None
            if part is not None:
                part.setVisible(offered)
