"""The banner that never lets a made-up time be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words

if TYPE_CHECKING:
    from datetime import datetime

BANNER = "What if… it were {}. This is not now."


class PretendBanner(QFrame):
    """Stays in sight for as long as the time is made up."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pretending")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 32, 10)
        row.setSpacing(16)
        self._words = words("", "banner", "pretend-words")
        row.addWidget(self._words, 1)
        stop = IconButton("Back to now", "restart", "pretend-stop", "banner")
        stop.tinted("pretend_ink")
        stop.clicked.connect(self.stop_wanted)
        row.addWidget(stop)
        self.hide()

    def show_moment(self, moment: datetime | None) -> None:
        """Say which moment is made up; none takes the banner away."""
        self.setVisible(moment is not None)
        if moment is not None:
            from desktop_app.domain.hours.moments import moment_words

            self._words.setText(BANNER.format(moment_words(moment)))
