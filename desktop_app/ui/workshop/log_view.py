"""What was changed in this copy: the log, taken back or made again a step at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.moments import brief_moment
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.working_copy import LogEntry, Workshop, WorkshopError

TITLE, NOTHING = "Changes", "Nothing was changed in this copy yet."
MOST = 100
"""Lines of the log on the page; the file keeps all of them."""
MORE = "and {} earlier ones"
UNDONE, NOTHING_LEFT = "Taken back: {}", "There is nothing to take back."
REDONE, NOTHING_MORE = "Made again: {}", "There is nothing to make again."


class LogView(Page, ScrollPage):
    """Newest first; Ctrl + Z and Ctrl + Shift + Z work on every page."""

    stepped = Signal()
    """Something was taken back or made again: the other pages are renewed."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__("log-page")
        self._workshop = workshop
        self._told = words("", "strong", "log-told")
        self._body = card("plain", "log")
        self.column.addWidget(words(TITLE, "title"))
        row = Flow(gap=8)
        self._undo = IconButton("Take the last one back", "back", "log-undo")
        self._undo.setAccessibleDescription("Key: Ctrl + Z")
        self._undo.clicked.connect(self.undo)
        self._redo = IconButton("Make it again", "forward", "log-redo")
        self._redo.setAccessibleDescription("Key: Ctrl + Shift + Z")
        self._redo.clicked.connect(self.redo)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self.column.addLayout(row)
        self.column.addWidget(self._told)
        self.column.addWidget(self._body)
        self.column.addStretch(1)
        self.renew()

    def focus_first(self) -> None:
        """Stand at the button that takes the last one back."""
        self.to_top()
        self._undo.setFocus()

    def renew(self) -> None:
        """Read the log anew."""
        changes = self._workshop.changes()
        column = column_of(self._body)
        clear(column)
        if not changes:
            column.addWidget(words(NOTHING, "soft"))
        for change in changes[:MOST]:
            column.addWidget(_line(change))
        if len(changes) > MOST:
            column.addWidget(words(MORE.format(len(changes) - MOST), "soft"))

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._workshop.undo, UNDONE, NOTHING_LEFT)

    def redo(self) -> None:
        """Make the last one that was taken back again."""
        self._step(self._workshop.redo, REDONE, NOTHING_MORE)

    def forget(self) -> None:
        """Nothing that was said stays."""
        self._show_message("")

    def _step(self, step: Callable[[], str], done: str, none: str) -> None:
        try:
            what = step()
        except WorkshopError as error:
            self._show_message(str(error))
            return
        self.stepped.emit()
        self._show_message(done.format(what) if what else none)

    def _show_message(self, sentence: str) -> None:
        self._told.setText(sentence)
        announce(self._told, sentence)


def _line(change: LogEntry) -> QFrame:
    frame = card("quiet", f"change-{change.seq}", (0, 8, 0, 0))
    column = column_of(frame)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(words(change.what, "soft" if change.undone else "strong"), 1)
    when = brief_moment(change.at.astimezone(UK))
    head.addWidget(words(f"{when}, {change.by}", "small", wrap=False))
    column.addLayout(head)
    if change.undone:
        column.addWidget(words("Taken back", "small"))
        return frame
    told = QHBoxLayout()
    if change.before:
        told.addWidget(words(change.before, "struck"), 1)
    told.addWidget(words(change.after or "nothing", "body"), 1)
    column.addLayout(told)
    if change.rests_on:
        column.addWidget(words(f"Rests on: {change.rests_on}", "small"))
    return frame
