"""Whether a question has been seen long enough to be answered (docs/decisions/0008)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.widgets.patience import Patience

SEEN_AFTER_MS = 400
"""A question takes answers only so long after it was painted: nobody reads one sooner."""
NEVER_PAINTED_MS = 2_000
"""Where no painting is ever told, a question counts as seen so long after it was asked."""


class InSight(QObject):
    """One question at a time: when it came to be seen, and which key led to it."""

    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self.patience = patience
        self._question: QWidget | None = None
        self._asked = 0
        self._painted: int | None = None
        self._led_by = 0

    def ask(self, question: QWidget) -> None:
        """A question comes to the front; it is seen once its words have been painted."""
        if self._question is not question:
            if self._question is not None:
                self._question.removeEventFilter(self)
            question.installEventFilter(self)
            self._question = question
        self._asked, self._painted = self.patience.now(), None
        question.update()  # asked anew it may stand there already, and nothing would paint it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take down when the words are painted."""
        del watched
        if self._painted is None and event.type() is QEvent.Type.Paint:
            self._painted = self.patience.now()
        return False

    @property
    def left_ms(self) -> int:
        """Milliseconds until the question takes answers; 0 from then on."""
        if self._painted is None:
            ready = self._asked + NEVER_PAINTED_MS
        else:
            ready = self._painted + SEEN_AFTER_MS
        return max(0, ready - self.patience.now())

    @property
    def unseen(self) -> bool:
        """Whether the question has yet to be painted; not for longer than one may be waited for."""
        return self.left_ms > SEEN_AFTER_MS

    def answered_by(self, key: int) -> None:
        """A question was answered by this key (0: by the pointer); it leads to the next page."""
        self._led_by = key

    def same_again(self, key: int) -> bool:
        """Whether the key that led here was pressed twice at one go, like a double click."""
        return bool(key) and key == self._led_by and self.left_ms > 0
