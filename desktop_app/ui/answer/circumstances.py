"""Switches for what else is known. None is ever required; each one only widens the answer."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain.answer.screen_parts import ALSO_TRUE, MORE, Screen
from desktop_app.domain.answer.switches import WIDENS_TO_BOTH, full_title, switch_title
from desktop_app.domain.situation.situation import Circumstance, Concern
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words

ALL, FEW = "All circumstances", "Fewer"


class SwitchChip(Button):
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


class CircumstanceChips(QFrame):
    """The few that are most often true, and all of them behind More; flipped by Space or Enter."""

    circumstances_changed = Signal(object)
    both_changed = Signal(bool)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("circumstances")
        self.setProperty("card", "plain")
        self._offered: frozenset[Circumstance] = frozenset()
        self._few: tuple[Circumstance | None, ...] = ()
        self._all = self._both_fits = False
        self._margins = QVBoxLayout(self)
        holder = QWidget()
        self._row = Flow(holder, gap=8, line_gap=6)
        self._margins.addWidget(holder)
        self._row.addWidget(words(ALSO_TRUE, "next", wrap=False))
        self._chips = {each: self._chip(each) for each in (None, *Circumstance)}
        self._more = Button(MORE)
        self._more.setObjectName("circumstances-more")
        self._more.setProperty("look", "link")
        self._more.setAutoDefault(True)
        self._more.setAccessibleName(ALL)
        self._more.clicked.connect(self.turn)
        self._row.addWidget(self._more)

    def set_padding(self, around: int) -> None:
        """Stand loosely or closely."""
        self._margins.setContentsMargins(12, around, 12, around)

    def offer(self, shown: Screen, offered: Sequence[Circumstance]) -> None:
        """Show the switches of this screen, set as the situation has them."""
        situation = shown.situation
        asked = frozenset({shown.question.circumstance}) if shown.question else frozenset()
        self._offered = (frozenset(offered) | situation.circumstances) - asked
        self._few = shown.switches
        for switch, chip in self._chips.items():
            both = situation.concern is Concern.BOTH
            self._set(
                chip, switch, on=both if switch is None else switch in situation.circumstances
            )
        self._both_fits = situation.concern in WIDENS_TO_BOTH
        self.setVisible(shown.offered)
        self._show_chips()

    def turn(self) -> None:
        """All of them, or the few again."""
        self._all = not self._all
        self._show_chips()
        self.opened.emit()

    def forget(self) -> None:
        """Nothing is ticked, and the few stand again."""
        self._all = False
        for switch, chip in self._chips.items():
            self._set(chip, switch, on=False)

    @property
    def unfolded(self) -> bool:
        """Whether all of them stand there."""
        return self._all

    @property
    def told(self) -> frozenset[Circumstance]:
        """The switches that are on."""
        return frozenset(each for each, chip in self._chips.items() if each and chip.isChecked())

    def _show_chips(self) -> None:
        for switch, chip in self._chips.items():
            every = self._both_fits if switch is None else switch in self._offered
            chip.setVisible(every if self._all else switch in self._few)
        self._more.setText(FEW if self._all else MORE)

    def _chip(self, switch: Circumstance | None) -> SwitchChip:
        chip = SwitchChip(switch_title(switch))
        chip.setObjectName("also-both" if switch is None else f"circumstance-{switch}")
        chip.setProperty("look", "chip")
        chip.setProperty("snug", True)
        chip.setCheckable(True)
        chip.setAutoDefault(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setAccessibleName(full_title(switch))
        chip.setToolTip(full_title(switch))
        chip.setAccessibleDescription("Switch: adds whoever else can help")
        chip.toggled.connect(lambda on: self._told(chip, switch, on=on))
        self._row.addWidget(chip)
        return chip

    def _set(self, chip: SwitchChip, switch: Circumstance | None, *, on: bool) -> None:
        """Set a switch without telling anybody that a person flipped it."""
        if chip.isChecked() != on:
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
            _tick(chip, switch, on=on)

    def _told(self, chip: SwitchChip, switch: Circumstance | None, *, on: bool) -> None:
        _tick(chip, switch, on=on)
        if switch is None:
            self.both_changed.emit(on)
        else:
            self.circumstances_changed.emit(self.told)


def _tick(chip: SwitchChip, switch: Circumstance | None, *, on: bool) -> None:
    title = switch_title(switch)
    chip.setText(f"✓ {title}" if on else title)
