"""Switches for what else is known. None is ever required; each one only widens the answer."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.domain.situation.situation_words import circumstance_title, concern_title
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words

HEADING = "Does any of this apply?"
HINT = "You can leave this out. Each one brings in whoever else can help."
WIDENS_TO_BOTH = (Concern.CHILD, Concern.ADULT, Concern.UNSURE, Concern.BOTH)


class Chip(Button):
    """A switch as wide as its words: ticked they are bold, which Qt's own hint leaves out."""

    def sizeHint(self) -> QSize:
        """The usual size, and what bold words need more."""
        hint = super().sizeHint()
        if self.isChecked():
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.Bold)
            words_now = self.fontMetrics().horizontalAdvance(self.text())
            more = QFontMetrics(bold).horizontalAdvance(self.text()) - words_now
            hint.setWidth(hint.width() + max(0, more))
        return hint


class CircumstanceChips(QWidget):
    """A row of switches, reached by Tab, flipped by Space or Enter."""

    circumstances_changed = Signal(object)
    both_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("circumstances")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(words(HEADING, "heading"))
        column.addWidget(words(HINT, "soft"))
        holder = QWidget()
        self._row = Flow(holder, gap=8, line_gap=8)
        column.addWidget(holder)
        self._both = self._chip("also-both", concern_title(Concern.BOTH))
        self._both.toggled.connect(self.both_changed)
        self._chips = {each: self._circumstance(each) for each in Circumstance}

    def offer(self, situation: Situation, offered: Sequence[Circumstance]) -> None:
        """Show the switches that change something here, set as the situation has them."""
        self._set(self._both, on=situation.concern is Concern.BOTH)
        self._both.setVisible(situation.concern in WIDENS_TO_BOTH)
        for circumstance, chip in self._chips.items():
            told = circumstance in situation.circumstances
            self._set(chip, on=told)
            chip.setVisible(circumstance in offered or told)
        self.setVisible(bool(offered) or self._both.isVisibleTo(self))

    def _circumstance(self, circumstance: Circumstance) -> QPushButton:
        chip = self._chip(f"circumstance-{circumstance}", circumstance_title(circumstance))
        chip.toggled.connect(self._told)
        return chip

    def _chip(self, name: str, title: str) -> QPushButton:
        chip = Chip(title)
        chip.setObjectName(name)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setAccessibleName(title)
        chip.setAccessibleDescription("Switch: adds whoever else can help")
        chip.toggled.connect(lambda on: chip.setText(f"✓ {title}" if on else title))
        self._row.addWidget(chip)
        return chip

    def _set(self, chip: QPushButton, *, on: bool) -> None:
        """Set a switch without telling anybody that a person flipped it."""
        if chip.isChecked() == on:
            return
        chip.blockSignals(True)
        chip.setChecked(on)
        chip.blockSignals(False)
        chip.setText(f"✓ {chip.accessibleName()}" if on else chip.accessibleName())

    @property
    def told(self) -> frozenset[Circumstance]:
        """The switches that are on."""
        on = [circumstance for circumstance, chip in self._chips.items() if chip.isChecked()]
        return frozenset(on)

    def _told(self) -> None:
        self.circumstances_changed.emit(self.told)
