"""The status bar of the window: which directory this is, the time it goes by, and what-if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM, Bar

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QProgressBar

    from desktop_app.domain.services.directory import Release
    from desktop_app.domain.services.trust import Age


NO_BREAK = "\N{NO-BREAK SPACE}"
DRAWING, AROUND = 20, 8
"""Pixels of the drawing beside “What if…?”, and above and below it together."""


class StatusBar(Bar):
    """Small, but always there: how old the numbers are and what time the answer used."""

    what_if_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("foot", 2)
        self._release = words("", "foot", "foot-release")
        self._told = words("", "foot", "foot-told")
        self._clock = words("", "foot", "foot-clock", wrap=False)
        what_if = IconButton("What if…?", "what-if", "what-if", "link")
        what_if.setAccessibleDescription("Shows the answer for another time. Key: Ctrl + T")
        what_if.clicked.connect(self.what_if_wanted)
        what_if.setMinimumHeight(appearance().look.px(DRAWING) + AROUND)
        self.before.addWidget(what_if)
        self.before.addWidget(self._clock)  # it comes after the first picture and moves nothing
        self.after.addWidget(self._release, 1)
        self.after.addWidget(self._told, 1)
        self._told.hide()
        self._release_words = ("", "")
        self._moment_words = ("", "")
        appearance().changed.connect(self._show_release)
        appearance().changed.connect(self._show_moment)
        self._bar: QProgressBar | None = None
        self._changes: IconButton | None = None

    def show_release(
        self, release: Release, checked: int, numbers: int, late: Age | None = None
    ) -> None:
        """Say which release this is, how many of its numbers somebody checked, if it is late."""
        from desktop_app.domain.hours.dates import date_words  # not before the first picture

        day = date_words(release.dated)
        made = f"Directory {_piece(f'release {release.number}')}, made {_piece(day)}."
        told = f"{made}  {_piece(f'{checked} of {numbers} numbers')} test-called."
        short = f"Release {release.number}, {day}. {checked} test-called."
        if late is not None:
            told, short = f"{told}  {late.text}", late.brief
        self._release_words = told, short
        self._show_release()

    def _show_release(self) -> None:
        """In full, or in one line where the text is large: the answer needs the room."""
        large = appearance().look.percent >= TWO_LINES_FROM
        self._release.setText(self._release_words[large])
        self._release.setAccessibleName(self._release_words[0].replace(NO_BREAK, " "))

    def show_share(self, share: float | None) -> None:
        """Show how much of an update is taken, from 0 to 1; none takes the bar away."""
        if share is None:
            if self._bar is not None:
                self._bar.hide()
            return
        if self._bar is None:
            self._bar = _progress_bar()
            self.before.addWidget(self._bar)
        self._bar.setValue(round(100 * share))
        self._bar.show()

    def offer_changes(self, offered: bool) -> None:
        """Offer the list of what a newer directory changed, or no longer."""
        if self._changes is None:
            if not offered:
                return
            self._changes = IconButton("Show what changed", "note", "foot-changes", "link")
            self._changes.clicked.connect(self.changes_wanted)
            self.before.addWidget(self._changes)
        self._changes.setVisible(offered)

    def show_moment(self, moment: datetime) -> None:
        """Say the time the program goes by."""
        from desktop_app.domain.hours.moments import (  # not before the first picture
            brief_moment,
            moment_words,
        )

        full = moment_words(moment)
        self._moment_words = full, brief_moment(moment)
        self._show_moment()

    def _show_moment(self) -> None:
        """In full, or short where the text is large and the window may be narrow."""
        large = appearance().look.percent >= TWO_LINES_FROM
        self._clock.setText(self._moment_words[large])
        self._clock.setAccessibleName(self._moment_words[0])

    def clear_message(self) -> None:
        """Take away what was told."""
        self.show_message("")

    def show_message(self, sentence: str) -> None:
        """Say one plain line, such as that settings cannot be kept; nothing takes it away."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._release.setVisible(not sentence)


def _piece(said: str) -> str:
    """The same in one piece: "0" alone at the end of a line is misread."""
    return said.replace(" ", NO_BREAK)


def _progress_bar() -> QProgressBar:
    from PySide6.QtWidgets import QProgressBar  # almost never needed

    bar = QProgressBar()
    bar.setObjectName("foot-progress")
    bar.setAccessibleName("Taking an update")
    bar.setRange(0, 100)
    bar.setTextVisible(False)
    bar.setFixedWidth(160)
    return bar
