"""The fields a fact is changed in, one for each way of writing a fact."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.theme.style import FAMILY
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.working_copy import Choice, Fact, Value

LONGEST = 600
CHIP_PX, CHIP_SIDES = 16, 38
"""Of the style sheet: the letters of a chip, and what stands around them."""
SENTENCES_HIGH = 130
"""Pixels for a handful of sentences; more of them scroll."""
ONE_A_LINE = "One sentence a line."


class ValueField(QWidget):
    """Holds the new value of one fact; `changed` tells that somebody touched it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def value(self) -> Value:
        """What is typed or chosen; ValueError with a sentence where it cannot be read."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError


class WordsField(ValueField):
    """One line of words, or a number."""

    def __init__(self, name: str, fact: Fact) -> None:
        super().__init__(name)
        self._line = FormField(f"{name}-line", fact.heading, str(fact.value or ""))
        self._line.setMaxLength(LONGEST)
        self._line.textEdited.connect(self.changed)
        self.column.addWidget(self._line)

    def value(self) -> str:
        """The words, without blanks around them."""
        return " ".join(self._line.text().split())

    def focus_first(self) -> None:
        """Take the keyboard; the old value is marked, so that typing replaces it."""
        self._line.setFocus()
        self._line.selectAll()


class SentencesField(ValueField):
    """Several sentences, one a line."""

    def __init__(self, name: str, fact: Fact) -> None:
        super().__init__(name)
        sentences = fact.value if isinstance(fact.value, tuple) else ()
        self._text = QPlainTextEdit("\n".join(map(str, sentences)))
        self._text.setObjectName(f"{name}-text")
        self._text.setAccessibleName(fact.heading)
        self._text.setAccessibleDescription(ONE_A_LINE)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(SENTENCES_HIGH)
        self._text.textChanged.connect(self.changed)
        self.column.addWidget(words(ONE_A_LINE, "soft"))
        self.column.addWidget(self._text)

    def value(self) -> tuple[str, ...]:
        """Each line that says something."""
        lines = (" ".join(line.split()) for line in self._text.toPlainText().split("\n"))
        return tuple(line for line in lines if line)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._text.setFocus()


class ChoiceField(ValueField):
    """One of a few things, chosen by its words."""

    def __init__(self, name: str, fact: Fact) -> None:
        super().__init__(name)
        self._ids = [choice.id for choice in fact.choices]
        self._box = QComboBox()
        self._box.setObjectName(f"{name}-box")
        self._box.setAccessibleName(fact.heading)
        self._box.addItems([choice.words for choice in fact.choices])
        if fact.value in self._ids:
            self._box.setCurrentIndex(self._ids.index(str(fact.value)))
        self._box.currentIndexChanged.connect(self.changed)
        self.column.addWidget(self._box)

    def value(self) -> str:
        """The id of what is chosen."""
        return self._ids[self._box.currentIndex()]

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._box.setFocus()


class ChoicesField(ValueField):
    """Any of several things, each a button that stays down."""

    def __init__(self, name: str, fact: Fact) -> None:
        super().__init__(name)
        chosen = fact.value if isinstance(fact.value, tuple) else ()
        self._chips: dict[str, Button] = {}
        row = Flow(gap=8)
        for choice in fact.choices:
            chip = _chip(f"{name}-{choice.id}", choice, fact.heading)
            chip.setChecked(choice.id in chosen)
            chip.toggled.connect(self.changed)
            self._chips[choice.id] = chip
            row.addWidget(chip)
        self._order = [*map(str, chosen), *(each for each in self._chips if each not in chosen)]
        self.column.addLayout(row)

    def value(self) -> tuple[str, ...]:
        """What is down: what was there before in its order, then what came to it."""
        return tuple(each for each in self._order if each in self._chips and self._down(each))

    def focus_first(self) -> None:
        """Take the keyboard."""
        next(iter(self._chips.values())).setFocus()

    def _down(self, choice: str) -> bool:
        return self._chips[choice].isChecked()


def chips(holder: QWidget, name: str, choices: Sequence[Choice], heading: str) -> dict[str, Button]:
    """A row of buttons of which one is down at a time."""
    made: dict[str, Button] = {}
    for choice in choices:
        chip = _chip(f"{name}-{choice.id}", choice, heading)
        chip.setAutoExclusive(True)
        chip.setParent(holder)
        made[choice.id] = chip
    return made


def _chip(name: str, choice: Choice, heading: str) -> Button:
    chip = Button(choice.words)
    chip.setObjectName(name)
    chip.setAccessibleName(f"{heading}: {choice.words}")
    chip.setProperty("look", "chip")
    chip.setCheckable(True)
    chip.setMinimumWidth(_room_for(choice.words))
    return chip


def _room_for(text: str) -> int:
    """Pixels for words that turn bold once they are chosen: Qt measures them as they are now."""
    font = QFont(FAMILY)
    font.setPixelSize(appearance().look.px(CHIP_PX))
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(text) + CHIP_SIDES
