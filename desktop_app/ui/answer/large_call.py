"""One number to ring now: who answers, the number, its state, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.domain.answer.call_words import CallWords, short_name
from desktop_app.domain.answer.screen_parts import CODE, NOBODY, SCAN_FORM
from desktop_app.domain.services.dialling import number_to_dial
from desktop_app.domain.services.trust import Freshness
from desktop_app.ui.theme.style_property import set_style_property
from desktop_app.ui.widgets.dial_code import HIDE, DialButton, Phone
from desktop_app.ui.widgets.failed_button import EMERGENCY
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.state_badge import StateBadge
from desktop_app.ui.widgets.text import Sentence, words

COPY = "Copy"
COPIES = "Puts only the number on the clipboard"
AGES = {Freshness.AMBER: "amber", Freshness.RED: "red"}
"""How a card is marked when a newer directory is due, and when it is long overdue."""
APART, CLOSE = 10, 2
"""Pixels between what can be pressed, usually and in the smallest windows."""


class LargeCall(QFrame):
    """The number, large enough to read from across the room; made once and filled again."""

    copy_wanted = Signal(str)
    dial_wanted = Signal(str)
    nobody_answered = Signal()
    code_turned = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", "hero")
        self.setObjectName(name)
        first = name == "first"
        self._column = QVBoxLayout(self)
        self._when = words("", "eyebrow", f"{name}-when")
        self._who = words("", "who", f"{name}-service")
        self.number = NumberLabel("", f"{name}-number")
        self._menu = words("", "menu", f"{name}-menu", wrap=False)
        self._state = StateBadge(f"{name}-state")
        self._reason = Sentence("reason", f"{name}-reason")
        self._closing = words("", "closing", f"{name}-closing")
        self.copy = IconButton(COPY, "copy", f"{name}-copy", "strong" if first else "plain")
        self.copy.setProperty("snug", True)
        self.copy.setToolTip("Copy the number")
        self.copy.setAccessibleDescription(COPIES)
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self.number.text()))
        self._nobody = KeyButton(NOBODY, "N", f"{name}-nobody", "firm")
        self._nobody.setAccessibleDescription("The next number takes its place. Key: N")
        self._nobody.clicked.connect(self.nobody_answered)
        self._dialled = self._of = ""
        self._dial = DialButton("", "", name)
        self._dial.clicked.connect(lambda: self.dial_wanted.emit(self._dialled))
        self.code = KeyButton(CODE, "Q", f"{name}-code", "firm")
        self.code.setAccessibleDescription("A QR code to scan with a phone. Key: Q")
        self.code.clicked.connect(self.turn_code)
        self.code_shown, self._alone, self._large, self._snug = False, True, False, False
        self._call: CallWords | None = None
        self._place, self._code = "", CODE
        self._lay_out()

    def _lay_out(self) -> None:
        self._states, self._deeds = Flow(gap=APART, line_gap=4), Flow(gap=APART, line_gap=6)
        self._numbers = QHBoxLayout()
        self._numbers.setSpacing(14)
        self._numbers.addWidget(self.number)
        self._numbers.addWidget(self._menu)
        self._numbers.addStretch()
        for each in (self._when, self._who):
            self._column.addWidget(each)
        for row in (self._numbers, self._states):
            self._column.addLayout(row)
        self._column.addWidget(self._closing)
        self._closing.hide()
        self._column.addLayout(self._deeds)
        self._column.addStretch()
        self._arrange()

    def _arrange(self) -> None:
        """Where the text is large Copy stands by the number, Nobody answered by the state.

        Snugly, everything follows the number in its line while there is room, the state last.
        """
        first, large, snug = self.objectName() == "first", self._large, self._snug
        deeds = (self._nobody, self.code, self._dial) if first else ()
        for each in (self._state, self._reason, self.copy, *deeds):
            for row in (self._numbers, self._states, self._deeds):
                row.removeWidget(each)
        self._numbers.removeWidget(self.number)
        self._states.removeWidget(self.number)
        if snug:
            self._states.addWidget(self.number)
            self._states.addWidget(self.copy)
        else:
            self._numbers.insertWidget(0, self.number)
            if large:
                self._numbers.insertWidget(1, self.copy)
            else:
                self._deeds.addWidget(self.copy)
            self._states.addWidget(self._state)
        for place, each in enumerate(deeds):
            (self._states if large and not place else self._deeds).addWidget(each)
        if snug:
            self._states.addWidget(self._state)
        self._states.addWidget(self._reason)
        for each in () if first else (self._nobody, self.code, self._dial):
            each.setParent(self)
            each.hide()
        self._reason.setVisible(not large)

    def set_large(self, *, large: bool) -> None:
        """The text is large, or no longer: what is not needed to ring waits behind the fold."""
        if large != self._large:
            self._large = large
            self._arrange()

    def set_snug(self, *, snug: bool) -> None:
        """Take the fewest lines: large text beside another number leaves no room for more."""
        if snug != self._snug:
            self._snug = snug
            set_style_property(self._who, "voice", "who-snug" if snug else "who")
            self.copy.setText("" if snug else COPY)
            self._arrange()
            self._say_who()

    def _say_who(self) -> None:
        """Whom it is for stands in a line of its own, or snugly before the name."""
        call = self._call
        if call is None:
            return
        name = short_name(call) if self._large else call.who
        whose = f"{call.when}: " if self._snug and call.when else ""
        self._who.setText(f"{self._place}{whose}{name}")
        _say(self._when, "" if self._snug else call.when)

    def set_paired(self, *, another: bool) -> None:
        """Beside another number there is no room for every button; the keys do the same."""
        self._alone = not another

    def name_code(self, *, shortly: bool) -> None:
        """Say "Code" where the window is so small that the whole words would take a second line."""
        code = SCAN_FORM if shortly else CODE
        if code != self._code:
            self._code = code
            self._deeds.setSpacing(CLOSE if shortly else APART)
            self._show_code_state(shown=self.code_shown)

    def set_padding(self, around: int, gap: int, largest: int) -> None:
        """Stand loosely or closely: pixels around, between, and of the number at 100 %."""
        self._column.setContentsMargins(around + 6, around, around + 6, around)
        self._column.setSpacing(gap)
        self.number.grow_to(largest)

    def show_call(
        self, call: CallWords, *, place: str = "", age: Freshness = Freshness.FRESH
    ) -> None:
        """Show this call; `place` is its place where the order counts: "1 · "."""
        set_style_property(self, "age", AGES.get(age, ""))
        self._call, self._place = call, place
        self._say_who()
        self.number.set_number(call.number)
        _say(self._menu, call.menu)
        self._state.set_state(call.badge, call.state)
        self._reason.setText(call.reason)
        self._reason.setVisible(not self._large)
        self.copy.setAccessibleName(f"Copy the number of {call.name}")
        self._nobody.setAccessibleName(f"{NOBODY}: {call.name}, {call.number}")
        dialled = number_to_dial(call.call.line)
        if self.objectName() == "first":
            self._offer(call, dialled)

    def _offer(self, call: CallWords, dialled: str) -> None:
        """What the first number offers: 999 is neither passed over nor scanned."""
        self._nobody.setVisible(call.number != EMERGENCY)
        room = bool(dialled) and self._alone and not self._large
        self._dial.setVisible(room and Phone.here())
        self.code.setVisible(self.code_shown or (room and not Phone.here()))
        if dialled != self._dialled:
            self._dialled = dialled
            self._of = f"{call.number}, {call.name}"
            self.hide_code()
            self._dial.set_number(call.name, call.number)

    def turn_code(self) -> None:
        """Show the code that dials the number, or hide it; nothing where there is none."""
        if self._dialled:
            self._show_code_state(shown=not self.code_shown)
            self.code_turned.emit(self.code_shown)

    def hide_code(self) -> None:
        """The code is not shown any more."""
        self._show_code_state(shown=False)

    def _show_code_state(self, *, shown: bool) -> None:
        self.code_shown = shown
        self.code.setText(HIDE if shown else self._code)
        self.code.setAccessibleName(f"{HIDE if shown else CODE}: {self._of}")

    @property
    def closing(self) -> str:
        """That the line closes soon, as it is said now."""
        return self._closing.text()

    def say_closing(self, said: str) -> None:
        """Say that the line closes soon, and who answers then."""
        _say(self._closing, said)

    def forget(self) -> None:
        """Hold no words any more."""
        for label in (self._when, self._who, self._menu, self._reason, self._closing):
            label.setText("")
        self.number.set_number("")
        self._call, self._place = None, ""
        self._dialled = self._of = ""
        self.code_shown = False
        for button in (self.copy, self._nobody, self.code, self._dial):
            button.setAccessibleName("")


def _say(label: QLabel, text: str) -> None:
    """Words where there is something to say, and no empty line where there is not."""
    label.setText(text)
    label.setVisible(bool(text))
