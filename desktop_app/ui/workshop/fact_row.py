"""One fact on the sheet of a service: what it says, what it rests on, and a button to change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.fact_editor import FactEditor
from desktop_app.ui.workshop.working_copy import Fact, Kind, Place

HEADING_PX = 150
NOTHING, CHANGE = "Nothing yet", "Change"
RESTS_ON = "Rests on: {}"
NAMED = 2


class FactRow(QWidget):
    """Reads like a line of a form; its editor opens under it."""

    change_wanted = Signal(object)

    def __init__(self, fact: Fact, card: str, *, changes: bool) -> None:
        super().__init__()
        self.fact = fact
        self.setObjectName(f"fact-{place_name(fact.place)}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        self._heading = words(fact.heading, "soft")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        number = fact.kind is Kind.NUMBER and bool(fact.value)  # it is read in one line
        voice = "heading" if number else "body" if fact.told else "soft"
        told = words(fact.told or NOTHING, voice, wrap=not number, copies=bool(fact.told))
        told.setObjectName(f"{self.objectName()}-told")
        told.setAccessibleName(f"{fact.heading}: {fact.told or NOTHING}")
        grid.addWidget(self._heading, 0, 0)
        grid.addWidget(told, 0, 1)
        below = fact.fixed or _rests_on(fact.rests_on)
        if below:
            grid.addWidget(words(below, "small"), 1, 1, 1, 2)
        self.button = self._change_button(card, changes=changes)
        grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        self._editor: FactEditor | None = None
        appearance().changed.connect(self._measure)
        self._measure()

    def _change_button(self, card: str, *, changes: bool) -> IconButton:
        button = IconButton(CHANGE, "", f"{self.objectName()}-change", "link")
        button.setAccessibleName(f"Change: {card}, {self.fact.heading}")
        if not changes:
            button.hide()  # shown before it has a parent it would be a window of its own
        button.clicked.connect(lambda: self.change_wanted.emit(self))
        return button

    def open(self, editor: FactEditor) -> None:
        """Show the editor under the fact, and give it the keyboard."""
        self._editor = editor
        self._column.addWidget(editor)
        self.button.hide()
        editor.focus_first()

    def close_editor(self) -> None:
        """Take the editor away; the keyboard stands at the button again."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.button.show()
            self.button.setFocus()

    def _measure(self) -> None:
        self._heading.setFixedWidth(appearance().look.px(HEADING_PX))


def _rests_on(documents: Sequence[str]) -> str:
    """The documents that say so: the first two by name."""
    if not documents:
        return ""
    more = len(documents) - NAMED
    told = "; ".join(documents[:NAMED]) + (f"; and {more} more" if more > 0 else "")
    return RESTS_ON.format(told)


def place_name(place: Place) -> str:
    """A place as part of a widget's name: "lines-0-number"."""
    return "-".join(map(str, place[2:]))
