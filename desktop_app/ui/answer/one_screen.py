"""The answer laid out: all that is needed to act, in one screen, as loosely as it has room."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.answer.fitting import shorter
from desktop_app.domain.answer.screen_parts import FALLBACK, INVOLVE, Screen
from desktop_app.domain.situation.situation import Circumstance
from desktop_app.ui.answer.circumstances import CircumstanceChips
from desktop_app.ui.answer.doubts_bar import DoubtsBar
from desktop_app.ui.answer.form_bar import FormBar
from desktop_app.ui.answer.large_call import LargeCall
from desktop_app.ui.answer.lead_and_note import LeadAndNote
from desktop_app.ui.answer.question_row import QuestionRow
from desktop_app.ui.answer.script_panel import ScriptPanel
from desktop_app.ui.answer.small_call import SmallCalls
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.page import pressed_in, tab_in_order
from desktop_app.ui.window.bar import TWO_LINES_FROM


class Density(NamedTuple):
    """How close things stand: pixels around words, between lines, between cards; the number."""

    around: int
    gap: int
    between: int
    alone: int
    """Pixels of a number that stands alone, at 100 % text size."""
    paired: int


LEVELS = (
    Density(14, 6, 10, 68, 46),
    Density(8, 4, 8, 56, 42),
    Density(6, 3, 6, 50, 40),
    Density(4, 2, 4, 44, 36),
    Density(2, 1, 3, 38, 30),
)
LARGE = (Density(3, 1, 3, 40, 30), Density(3, 0, 3, 26, 26), Density(1, 0, 2, 24, 22))
"""Where the text is large, loosest first; all but the first stand snugly (see `LargeCall`)."""
FAR_OVER = 60
"""Pixels; the next level saves no more."""
NUMBER_TO_SCRIPT = (20, 11)


class OneScreen(QWidget):
    """Holds every part of an answer, in reading order; made once and filled again.

    `above` are the bars that come and go above the numbers, `below` what stands right below them.
    """

    def __init__(self, above: Sequence[QWidget], below: QWidget, end: QWidget) -> None:
        super().__init__()
        self.setObjectName("one-screen")
        self.doubts, self.form = DoubtsBar(), FormBar()
        self.first, self.beside = LargeCall("first"), LargeCall("beside-1")
        self.script, self.question = ScriptPanel(), QuestionRow()
        self.next = SmallCalls(FALLBACK, "fallback")
        self.involved = SmallCalls(INVOLVE, "also")
        self.chips, self.foot = CircumstanceChips(), LeadAndNote()
        self._large, self._pair = False, False
        self._shown: Screen | None = None
        self._filled: Screen | None = None
        self._offered: Sequence[Circumstance] = ()
        self._front = QWidget()
        for number in (self.first, self.beside, self.script):
            number.setParent(self._front)
        self._grid = QGridLayout(self._front)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._bars = (*above, self.doubts, self.form)
        self._below = (below, self.question, self.next, self.involved, self.chips, self.foot)
        self._end = end
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (*self._bars, self._front, *self._below, end):
            self._column.addWidget(part)
        self._column.addStretch()
        self._place()
        parts = (*self._bars, self._front, *self._below)
        held = (each for part in parts for each in (part, *part.findChildren(QWidget)))
        self._holders = [(each, found) for each in held if (found := each.layout()) is not None]
        """What holds other things, with its layout; the fold is left out, it is seldom open."""
        self._rows = [row for part in parts for row in part.findChildren(QLayout)]
        """Every layout within, rows inside of columns too: each keeps what it measured last."""

    def show_answer(self, shown: Screen, offered: Sequence[Circumstance]) -> None:
        """Show this answer; `offered` are the circumstances that change something.

        It is laid out by `fit` or by `settle`, once it can be seen.
        """
        self._shown, self._offered = shown, offered
        pair = len(shown.large) > 1
        if pair != self._pair:
            self._pair = pair
            self._place()
        self._fill(shown)

    @property
    def shown(self) -> Screen | None:
        """What stands there: perhaps less than there is to say."""
        return self._filled

    def fit(self, width: int, room: int) -> None:
        """Stand as loosely as the room allows; where it is too little, the least needed goes.

        Where the text is large the page scrolls below the first numbers instead.
        """
        if self._shown is None:
            return
        self._turn()
        self.foot.stand_in(width)
        self.first.name_code(shortly=False)
        if self._filled is not self._shown:
            self._fill(self._shown)
        if self._large:
            self._tighten(width, room)
        elif not self._loosen(width, room):
            self._shorten(self._shown, width, room)
        self.settle()

    def _loosen(self, width: int, room: int) -> bool:
        """Stand as loosely as there is room; whether there is room at all."""
        over = 0
        for density in LEVELS:
            if over > FAR_OVER and density is not LEVELS[-1]:
                continue  # it would not do either
            self._breathe(density)
            over = self._needed(width) - room
            if over <= 0:
                return True
        return False

    def _tighten(self, width: int, room: int) -> None:
        """Stand as loosely as leaves the numbers and the first to try next on the first screen."""
        for density in LARGE:
            self._breathe(density)
            self._needed(width)
            if self._needed_first(width) <= room:
                return

    def _needed_first(self, width: int) -> int:
        """Pixels down to the end of the first number to try next."""
        bars = (each for each in self._bars if self._column.indexOf(each) < self._front_place)
        above = [each for each in (*bars, self._front) if not each.isHidden()]
        down = sum(each.heightForWidth(width) + self._column.spacing() for each in above)
        return down + self.next.first_number_ends(width)

    @property
    def _front_place(self) -> int:
        return self._column.indexOf(self._front)

    def _shorten(self, shown: Screen, width: int, room: int) -> None:
        """Leave out what is needed least, one thing at a time, until the rest has room.

        What to say comes back as far as it costs no height.
        """
        self.first.name_code(shortly=True)
        less, high = shown, self._needed(width)
        for less in () if high <= room else shorter(shown):
            self._fill(less)
            high = self._needed(width)
            if high <= room:
                break
        for lines in range(len(shown.script.lines), len(less.script.lines), -1):
            self._fill(less._replace(script=less.script._replace(lines=shown.script.lines[:lines])))
            if self._needed(width) <= max(high, room):
                return
        self._fill(less)

    def turn_code(self, *, shown: bool) -> None:
        """The code that dials the first number, in place of what to say."""
        self.script.turn_code(shown=shown)

    def forget(self) -> None:
        """Hold no words any more."""
        self._shown, self._filled, self._offered = None, None, ()
        for part in (self.doubts, self.form, self.first, self.beside, self.script, self.question):
            part.forget()
        for each in (self.next, self.involved, self.chips, self.foot):
            each.forget()

    def keep_tab_order(self, *before: QWidget) -> None:
        """Tab goes down the page as it is read."""
        parts = (
            *before,
            *self._bars,
            self.first,
            self.beside,
            self.script,
            *self._below,
            self._end,
        )
        tab_in_order(*pressed_in(*parts, kind=QPushButton))

    def _fill(self, shown: Screen) -> None:
        """Fill every part; nothing is laid out until all of them are filled."""
        layouts = [self._column, *(layout for _, layout in self._holders)]
        for layout in layouts:
            layout.setEnabled(False)
        self._fill_parts(shown)
        for layout in layouts:
            layout.setEnabled(True)

    def settle(self) -> None:
        """Lay out what was filled while its layout was off: Qt does not ask for it again.

        Such a bar kept the width of the words before, and cut the new ones off.
        """
        for part, layout in self._holders:
            if not part.isHidden():
                layout.activate()

    def _fill_parts(self, shown: Screen) -> None:
        self._filled = shown
        self.doubts.show_doubts(shown)
        self.form.show_form(shown.form)
        for place, card in enumerate((self.first, self.beside), start=1):
            card.setVisible(place <= len(shown.large))
            card.set_paired(another=self._pair)
            if place <= len(shown.large):
                ordered = f"{place} · " if shown.ordered and self._pair else ""
                card.show_call(shown.large[place - 1], place=ordered, age=shown.age)
            else:
                card.forget()
        self.script.show_script(shown.script, over_lines=not self._pair)
        asked = shown.question.circumstance if shown.question else None
        self.question.show_question(shown.question, so=asked in shown.situation.circumstances)
        self.next.show_calls(shown.next)
        self.involved.show_calls(shown.involved)
        self.chips.offer(shown, self._offered)
        self.foot.show_people(shown.people)

    def _turn(self) -> None:
        large = appearance().look.percent >= TWO_LINES_FROM
        if large != self._large:
            self._large = large
            for card in (self.first, self.beside):
                card.set_large(large=large)
            self._place()
            if self._shown is not None:
                self._fill(self._shown)

    def _place(self) -> None:
        """The script beside one number, below two; below the next numbers where text is large."""
        grid = self._grid
        moved = (self.doubts, self.form, self._below[0], self.question)
        for each in (self.first, self.beside, self.script, *moved):
            grid.removeWidget(each)
            self._column.removeWidget(each)
        front = self._front_place
        for bar in (self.form, self.doubts):  # the numbers come first where the text is large
            place = self._column.indexOf(self.next) + 1 if self._large else front
            self._column.insertWidget(place, bar)
        below = self._column.indexOf(self.next)
        for part in (self.question, self._below[0]):
            self._column.insertWidget(below + 1 if self._large else below, part)
        grid.addWidget(self.first, 0, 0)
        if self._large:
            grid.addWidget(self.beside, 1, 0)
            self._column.insertWidget(below + 2, self.script)
        elif self._pair:
            grid.addWidget(self.beside, 0, 1)
            grid.addWidget(self.script, 1, 0, 1, 2)
        else:
            grid.addWidget(self.script, 0, 1)
        across = (1, 0) if self._large else (1, 1) if self._pair else NUMBER_TO_SCRIPT
        for column, share in enumerate(across):
            grid.setColumnStretch(column, share)

    def _breathe(self, density: Density) -> None:
        around = density.around
        self._column.setSpacing(density.between)
        self._grid.setSpacing(density.between)
        number = density.paired if self._pair else density.alone
        snug = density in LARGE[1:]
        for card in (self.first, self.beside):
            card.set_snug(snug=snug)
            card.set_padding(around, density.gap, number)
        for part in (self.doubts, self.form, self.question, self.chips, self.foot):
            part.set_padding(max(2, around // 2))
        for calls in (self.next, self.involved):
            calls.set_padding(max(1, around // 2))
            calls.set_snug(snug=snug)
        self.involved.say_heading(shown=density is not LEVELS[-1])
        self.next.say_heading(shown=density not in LARGE)
        self.script.set_padding(max(4, around - 4))

    def _needed(self, width: int) -> int:
        """Pixels down that everything needs now; Qt would find that out one layout a turn."""
        for row in self._rows:
            row.invalidate()
        for part, layout in self._holders:
            if not part.isHidden():
                layout.invalidate()
                part.updateGeometry()
        self._column.invalidate()
        return self._column.heightForWidth(width)
