"""What changed with a new directory: "3 numbers changed", and which."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.compare.change_kinds import ABOUT_NUMBERS, ChangeKind
from desktop_app.domain.compare.changes import Change, sections, summary
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words

TITLE = "What changed since last time"
CHECK = "If one of these numbers stands on your wall or in a phone, put it right there too."


class ChangesView(Page, ScrollPage):
    """The list of differences, the gravest first; each leads to its service."""

    service_wanted = Signal(str)
    closed = Signal()

    def __init__(self, changes: Sequence[Change], directory_words: str = "") -> None:
        super().__init__("changes-page")
        self.column.addWidget(words(TITLE, "title", "changes-title"))
        told = " ".join(part for part in (directory_words, summary(changes)) if part)
        self.column.addWidget(words(told, "lead", "changes-summary"))
        if any(change.kind in ABOUT_NUMBERS for change in changes):
            self.column.addWidget(words(CHECK, "strong", "changes-check"))
        for heading, some, more in sections(changes):
            self.column.addWidget(self._section(heading, some, more))
        close = IconButton("Done", "tick", "changes-done", "strong")
        close.clicked.connect(self.closed)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def focus_first(self) -> None:
        """Give the focus to the button that closes it."""
        done = self.findChild(IconButton, "changes-done")
        if done is not None:
            done.setFocus()

    def _section(self, heading: str, some: Sequence[Change], more: str) -> QFrame:
        frame = card("plain")
        column = column_of(frame)
        column.addWidget(words(heading, "heading"))
        for number, change in enumerate(some):
            if number:
                column.addSpacing(6)
            column.addLayout(self._change(change))
        if more:
            column.addSpacing(6)
            column.addWidget(words(more, "soft"))
        return frame

    def _change(self, change: Change) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(words(change.service, "strong"), 1)
        if change.service_id and change.kind is not ChangeKind.SERVICE_GONE:
            show = IconButton("Show", "forward", f"show-{change.service_id}", "link")
            show.setAccessibleName(f"Show {change.service} in the directory")
            show.clicked.connect(lambda: self.service_wanted.emit(change.service_id))
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if change.line:
            column.addWidget(words(change.line, "soft"))
        if change.fact:
            column.addWidget(words(change.fact_words))
        else:
            column.addLayout(_was_and_is(change))
        return column


def _was_and_is(change: Change) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    hours = change.kind is ChangeKind.HOURS_CHANGED
    if change.before:
        was = words(change.before, "soft" if hours else "struck", wrap=hours)
        was.setAccessibleName(f"Was {change.before}")
        row.addWidget(was, int(hours))
    if change.before and change.after:
        row.addWidget(IconLabel("forward", "soft", 18))
    if change.after:
        now = words(change.after, "body" if hours else "heading", wrap=hours)
        now.setAccessibleName(f"Now {change.after}")
        row.addWidget(now, int(hours))
    if not hours:
        row.addStretch()
    return row
