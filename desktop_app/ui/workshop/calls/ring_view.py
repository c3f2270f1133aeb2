"""Calls: the numbers to ring at the left, one call at the right, and the ledger below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.moments import brief_moment
from desktop_app.ui.directory.panes import Panes
from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE, Page, ScrollPage, clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.calls.call_card import CallCard
from desktop_app.ui.workshop.calls.call_list import RingListView
from desktop_app.ui.workshop.calls.ring_list import HeardCall, Lead, LedgerLine, RingCard, RingList
from desktop_app.ui.workshop.working_copy import WorkshopError

if TYPE_CHECKING:
    from desktop_app.ui.widgets.patience import Patience

TITLE = "Calls"
HOW_TO = "Ring in working hours. Say who you are, and that nobody is in danger: it is a test call."
NONE_DUE = "No number is due for a call. “Every number” lists the others."
LEDGER, NO_CALLS = "The last calls", "Nobody has rung a number from this copy yet."
TAKEN_BACK, TAKE_BACK = "Taken back: {}", "U   Take the last call back"
TOO_QUICK = "Too quick to have been read. Press again."
READ_MS = 400
"""So long a number stands before a press counts for it: a key pressed twice counts once."""
SHOWN = 12


class RingView(Page, QWidget):
    """The digits are the answers wherever the keyboard stands, but where something is typed."""

    lead_wanted = Signal(object)
    """Something a call threw doubt on is to be changed: a `Lead`."""
    kept = Signal()
    """The copy is another than it was."""

    def __init__(self, ring: RingList, patience: Patience, read_only: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self._ring, self._patience, self._read_only = ring, patience, read_only
        self._cards: Sequence[RingCard] = ()
        self._shown_at = 0
        self.calls = RingListView()
        self._call: CallCard | None = None
        self._page = ScrollPage("ring-page", top=0)
        self._place = QVBoxLayout()
        self._leads, self._offered = Flow(gap=8), list[IconButton]()
        self._told = words("", "strong", "ring-told")
        self._ledger = card("quiet", "ring-ledger", (0, 12, 0, 0))
        self._panes = Panes(self._head(), self.calls, self._way_back())
        self._panes.right.addWidget(self._page)
        self._lay_out()
        self.calls.chosen.connect(self._show)
        self.calls.search.returnPressed.connect(self._go_on)
        self.calls.list.entered.connect(self._go_on)
        self.calls.list.itemClicked.connect(lambda _item: self._panes.read(True))
        self.renew()

    def focus_first(self) -> None:
        """Stand at the answers of the call; where there is room for one, the call is shown."""
        if self._call is not None:
            self._panes.read(True)
            self._call.focus_first()
        else:
            self.calls.search.setFocus()

    def forget(self) -> None:
        """Nothing half typed stays."""
        self._show_message("")
        self._show(self.calls.number)

    def renew(self) -> None:
        """Read the list and the ledger anew; the call in front stays in front."""
        self._cards = self._ring.cards()
        self.calls.show_cards(self._cards, self.calls.number)
        self._fill_ledger(self._ring.ledger())

    def take_back(self) -> None:
        """Take the last call back; it is in front again."""
        try:
            number = self._ring.take_back()
        except WorkshopError as error:
            self._show_message(str(error))
            return
        self.kept.emit()
        self.renew()
        self.calls.mark(number)
        self._show_message(TAKEN_BACK.format(number))

    def event(self, event: QEvent) -> bool:
        """Keys of the call, wherever on the page the keyboard stands."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> bool:
        if self.calls.search.hasFocus() or event.isAutoRepeat():
            return False
        seen = self._call is not None and self._call.isVisible()
        if seen and self._call is not None and self._call.take_key(event):
            return True
        if event.modifiers() or (self._call is not None and self._call.typing):
            return False
        if event.key() == Qt.Key.Key_U:
            self.take_back()
        elif event.key() == Qt.Key.Key_E and self._offered:
            self._offered[0].click()
        else:
            return False
        return True

    def _keep(self, heard: HeardCall) -> None:
        if self._patience.now() - self._shown_at < READ_MS:
            self._show_message(TOO_QUICK)
            return
        if self._read_only:
            self._show_message(self._read_only)
            return
        following = self.calls.after(heard.number)
        try:
            kept = self._ring.keep(heard)
        except WorkshopError as error:
            self._show_message(str(error))
            return
        self.kept.emit()
        self.renew()
        self.calls.mark(following)
        self._show_message(kept.told)
        self._offer(kept.leads)
        self.focus_first()

    def _later(self) -> None:
        self.calls.mark(self.calls.after(self.calls.number))
        self._show_message("")
        self.focus_first()

    def _show(self, number: str) -> None:
        found = next((each for each in self._cards if each.number == number), None)
        clear(self._place)
        self._call = None
        self._shown_at = self._patience.now()
        if found is None:
            self._place.addWidget(words(NONE_DUE, "lead", "ring-none"))
            return
        self._call = CallCard(found)
        self._call.heard.connect(self._keep)
        self._call.later.connect(self._later)
        self._call.told.connect(self._show_message)
        self._place.addWidget(self._call)
        self._page.to_top()

    def _go_on(self) -> None:
        self._panes.read(True)
        self.focus_first()

    def _offer(self, leads: Sequence[Lead]) -> None:
        for at, lead in enumerate(leads):
            button = IconButton(f"E   {lead.words}" if not at else lead.words, "", f"lead-{at + 1}")
            button.setAccessibleName(f"{lead.words}. Key: E" if not at else lead.words)
            button.setProperty("snug", "true")
            button.clicked.connect(lambda _=False, told=lead: self.lead_wanted.emit(told))
            self._leads.addWidget(button)
            self._offered.append(button)

    def _show_message(self, sentence: str) -> None:
        """Say what came of it; what the call before led to is no longer offered."""
        while self._offered:
            button = self._offered.pop()
            self._leads.removeWidget(button)
            button.hide()
            button.deleteLater()
        show_sentence(self._told, sentence)

    def _fill_ledger(self, lines: Sequence[LedgerLine]) -> None:
        column = column_of(self._ledger)
        clear(column)
        column.addWidget(words(LEDGER, "heading"))
        if not lines:
            column.addWidget(words(NO_CALLS, "soft"))
        for at, line in enumerate(lines[:SHOWN], 1):
            column.addWidget(_told(line, at))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panes)
        column = self._page.column
        self._told.hide()
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addLayout(self._leads)
        column.addLayout(self._place)
        back = IconButton(TAKE_BACK, "back", "ring-undo", "link")
        back.setAccessibleName("Take the last call back. Key: U, or Ctrl + Z")
        back.clicked.connect(self.take_back)
        column.addWidget(self._ledger)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(4)
        column.addWidget(words(TITLE, "heading"))
        column.addWidget(words(HOW_TO, "soft"))
        return head

    def _way_back(self) -> QWidget:
        back = IconButton("Back to the list", "back", "ring-back", "link")
        back.clicked.connect(self._to_list)
        return back

    def _to_list(self) -> None:
        self._panes.read(False)
        self.calls.list.setFocus()


def _told(line: LedgerLine, at: int) -> QFrame:
    frame = card("quiet", f"ledger-{at}", (0, 6, 0, 0))
    column = column_of(frame)
    column.setSpacing(2)
    voice = "soft" if line.taken_back else "body"
    gone = "Taken back. " if line.taken_back else ""
    said = f": {line.words}" if line.words else ""
    column.addWidget(words(f"{gone}{line.number}  {line.what}{said}", voice))
    column.addWidget(words(f"{brief_moment(line.at.astimezone(UK))}, {line.by}", "small"))
    return frame
