"""One call: the number as large as it goes, what to listen for, and a key for what came of it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.copying import TextField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.calls.ring_list import Came, CheckedFact, HeardCall, RingCard

RESULTS = {
    Came.MATCHES: "It matches",
    Came.ANOTHER_NAME: "Another name answered",
    Came.MOVED: "It has moved",
    Came.RECORDED: "A recorded message",
    Came.NO_ANSWER: "Nobody answered",
    Came.NOT_IN_USE: "Not in use",
    Came.OTHER_HOURS: "Right number, other hours",
}
KEYS = {str(at): came for at, came in enumerate(RESULTS, 1)}
FACTS = {
    CheckedFact.NUMBER: "The number",
    CheckedFact.HOURS: "H   The hours",
    CheckedFact.NAME: "M   The name",
}
FACT_KEYS = {Qt.Key.Key_H: CheckedFact.HOURS, Qt.Key.Key_M: CheckedFact.NAME}
GREETING, HOURS = "Who should answer: {}", "When: {}"
ALSO = "or: {}"
WHAT_WAS_HEARD = "What did you hear? Only what is marked here is kept as checked."
ASKS = {
    Came.ANOTHER_NAME: "Who answered?",
    Came.MOVED: "The number it has moved to",
    Came.RECORDED: "What the message says",
    Came.OTHER_HOURS: "The hours they gave",
}
"""What is typed before such a call is kept; Enter keeps it."""
NEEDED = "Say it in a few words, then press Enter. Esc leaves the call as it was."
LONGEST = 200
LARGEST_NUMBER = 64


class CallCard(QFrame):
    """Keys 1 to 7 say what came of the call; H and M what was heard beside the number."""

    heard = Signal(object)
    later = Signal()
    told = Signal(str)

    def __init__(self, card: RingCard) -> None:
        super().__init__()
        self.setProperty("card", "hero")
        self.setObjectName("ring-card")
        self._number = card.number
        self._asked: Came | None = None
        self._facts: dict[CheckedFact, Button] = {}
        self._buttons: list[IconButton] = []
        self._ask, self.line = words("", "strong", "ring-ask"), TextField()
        self._typing = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        self._say(column, card)
        column.addWidget(words(WHAT_WAS_HEARD, "strong"))
        column.addLayout(self._facts_row())
        column.addLayout(self._results())
        column.addWidget(self._typed())

    def focus_first(self) -> None:
        """Stand at the first answer."""
        self._buttons[0].setFocus()

    @property
    def typing(self) -> bool:
        """Whether the keyboard types words, so that no letter is a key."""
        return self.line.hasFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; whether it means anything."""
        if event.isAutoRepeat() or self.typing:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if event.text() in KEYS:
            self.press(KEYS[event.text()])
        elif event.key() in FACT_KEYS:
            self._facts[FACT_KEYS[Qt.Key(event.key())]].toggle()
        elif event.key() == Qt.Key.Key_S:
            self.later.emit()
        else:
            return False
        return True

    def press(self, came: Came) -> None:
        """Keep what came of the call, or ask first what was said."""
        if came not in ASKS:
            self._keep(came, "")
            return
        self._asked = came
        self._ask.setText(ASKS[came])
        self.line.setAccessibleName(ASKS[came])
        self._typing.show()
        self.line.setFocus()
        bring_into_sight(self._typing)

    def event(self, event: QEvent) -> bool:
        """Esc takes back the question."""
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escaped and event.type() is QEvent.Type.KeyPress and not self._typing.isHidden():
            self._typing.hide()
            self._asked = None
            self.line.clear()
            self.focus_first()
            return True
        return super().event(event)

    def _say(self, column: QVBoxLayout, card: RingCard) -> None:
        column.addWidget(words(card.why, "doubt" if card.urgent else "eyebrow", "ring-why"))
        for each in card.asked:
            column.addWidget(words(each, "body"))
        column.addWidget(NumberLabel(card.number, "ring-number", LARGEST_NUMBER))
        first, *others = card.greetings or ("",)
        column.addWidget(words(GREETING.format(first), "strong", "ring-greeting"))
        if others:
            column.addWidget(words(ALSO.format("; ".join(others)), "body", "ring-greetings"))
        for each in card.hours:
            column.addWidget(words(HOURS.format(each), "body", "ring-hours"))
        if card.last:
            column.addWidget(words(card.last, "soft", "ring-last"))
        column.addSpacing(8)

    def _facts_row(self) -> Flow:
        row = Flow(gap=8)
        for fact, told in FACTS.items():
            chip = Button(told)
            chip.setObjectName(f"heard-{fact}")
            chip.setAccessibleName(f"Heard: {told.split('   ')[-1]}")
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setChecked(fact is CheckedFact.NUMBER)
            self._facts[fact] = chip
            row.addWidget(chip)
        return row

    def _results(self) -> Flow:
        row = Flow(gap=8)
        for key, came in KEYS.items():
            look = "strong" if came is Came.MATCHES else "plain"
            button = IconButton(f"{key}   {RESULTS[came]}", "", f"heard-{key}", look)
            button.setProperty("snug", "true")
            button.setAccessibleName(f"{RESULTS[came]}. Key: {key}")
            button.clicked.connect(lambda _=False, what=came: self.press(what))
            self._buttons.append(button)
            row.addWidget(button)
        later = IconButton("S   Later", "", "heard-later", "link")
        later.setAccessibleName("Later: the next number. Key: S")
        later.clicked.connect(self.later)
        row.addWidget(later)
        return row

    def _typed(self) -> QWidget:
        row = QHBoxLayout(self._typing)
        row.setContentsMargins(0, 0, 0, 0)
        self.line.setObjectName("ring-words")
        self.line.setMaxLength(LONGEST)
        self.line.setProperty("field", "small")
        self.line.returnPressed.connect(self._keep_typed)
        row.addWidget(self._ask)
        row.addWidget(self.line, 1)
        keep = IconButton("Keep", "tick", "ring-keep")
        keep.setProperty("snug", "true")
        keep.clicked.connect(self._keep_typed)
        row.addWidget(keep)
        self._typing.setObjectName("ring-typed")
        self._typing.hide()
        return self._typing

    def _keep_typed(self) -> None:
        typed = " ".join(self.line.text().split())
        if not typed or self._asked is None:
            self.told.emit(NEEDED)
            return
        self._keep(self._asked, typed)

    def _keep(self, came: Came, typed: str) -> None:
        facts = frozenset(fact for fact, chip in self._facts.items() if chip.isChecked())
        if came is Came.OTHER_HOURS:
            facts -= {CheckedFact.HOURS}
        elif came is not Came.MATCHES:
            facts = frozenset()
        self.heard.emit(HeardCall(self._number, came, facts, typed))
