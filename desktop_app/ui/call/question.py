"""A question at the head of a page, its large answers, and why a press did not count.

A question takes answers once it has been seen long enough (docs/decisions/0008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.theme.qt_numbers import CENTRED
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.text import words

if TYPE_CHECKING:
    from desktop_app.ui.widgets.patience import Patience

SEEN_AFTER_MS = 400
"""A question takes answers only so long after it was painted: nobody reads one sooner."""
NEVER_PAINTED_MS = 2_000
"""Where no painting is ever told, a question counts as seen so long after it was asked."""
TOO_SOON = "Too quick to have been read. Choose again."
COUNTED_ONCE = "Pressed twice: counted once. Choose again."
HOME_ABOVE = 12
"""Pixels of air above the line below the first question, which asks for the practice's council."""
WRAPS_ABOVE = 100
"""Per cent of text size up to which an answer as wide as the page stays on its line."""
ICON, ARROW = 30, 20
"""Pixels at 100 % text size."""


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


class QuestionHead(QWidget):
    """The words of the question; what is told beside them moves nothing on the page."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._name = name
        self.words = words(text, "title", name)
        self._row.addWidget(self.words)
        self._told: QLabel | None = None

    def show_message(self, sentence: str) -> None:
        """Say why a press did not count; nothing takes it away again."""
        if self._told is None:
            if not sentence:
                return
            self._told = self._make()
        self._told.setText(sentence)
        if sentence:
            from desktop_app.ui.widgets.announce import announce

            announce(self._told, sentence, urgent=True)

    def _make(self) -> QLabel:
        """The place for it: as high as the question is, so that nothing below moves."""
        from PySide6.QtCore import Qt

        told = words("", "strong", f"{self._name}-told")
        told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(told, 1)
        return told


class AnswerButton(Button):
    """One answer; pressed by pointer, by its digit or by Enter."""

    def __init__(self, name: str, key: int, title: str, hint: str = "", drawing: str = "") -> None:
        super().__init__()
        self.key = key
        self.title = title
        self._narrow = False
        self.setObjectName(name)
        self.setProperty("look", "answer")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(20)
        row.addWidget(_badge(key))
        self._row, self._drawing = row, drawing
        row.addLayout(self._words(title, hint), 1)
        appearance().changed.connect(self._rewrap)
        if appearance().drawn:
            self._draw()
        else:
            self._keep_places()

    def _words(self, title: str, hint: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch()
        wraps = self._wraps()
        self._title = words(title, "answer", wrap=wraps)
        self._hint = words(hint, "soft", wrap=wraps)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addStretch()
        if not hint:
            self._hint.hide()
        self._show_hint(hint)
        return column

    def _wraps(self) -> bool:
        """Whether the words may need a second line: measuring that takes time at the start."""
        alone_on_its_line = bool(self._drawing) and not self._narrow
        return not alone_on_its_line or appearance().look.percent > WRAPS_ABOVE

    def set_narrow(self, narrow: bool) -> None:
        """The page is too narrow for the words on one line each, or wide enough again."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._rewrap()

    def _rewrap(self) -> None:
        """The text size has changed."""
        for label in (self._title, self._hint):
            label.setWordWrap(self._wraps())

    def _draw(self) -> None:
        """Add what only decorates."""
        if self._drawing:
            self._row.insertWidget(1, IconLabel(self._drawing, "accent", ICON))
        self._row.addWidget(IconLabel("forward", "edge", ARROW))

    def _keep_places(self) -> None:
        """Decorations come after the first words are seen; nothing moves when they do."""
        look, gap = appearance().look, self._row.spacing()
        if self._drawing:
            self._row.insertSpacing(1, look.px(ICON) + gap)
        self._row.addSpacing(look.px(ARROW) + gap)
        appearance().changed.connect(self._fill_places)

    def _fill_places(self) -> None:
        appearance().changed.disconnect(self._fill_places)
        for place in (self._row.count() - 1, 1) if self._drawing else (self._row.count() - 1,):
            self._row.takeAt(place)
        self._draw()

    def set_usual(self, usual: bool, hint: str) -> None:
        """Mark it as the practice's usual answer, which Enter takes."""
        self._mark("usual", usual)
        self._hint.setVisible(bool(hint))
        self._show_hint(hint)

    def set_waiting(self, waiting: bool) -> None:
        """Mark it as pressed, while its answer waits to be given."""
        self._mark("waiting", waiting)

    def _mark(self, what: str, on: bool) -> None:
        from desktop_app.ui.theme.style_property import restyle  # not before the first picture

        self.setProperty(what, on)
        restyle((self,))

    def sizeHint(self) -> QSize:
        """As large as its words ask for."""
        return self.layout().sizeHint()  # type: ignore[union-attr]  # set in __init__

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words."""
        return self.layout().minimumSize()  # type: ignore[union-attr]  # set in __init__

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(
            f"{hint}. Press {self.key}." if hint else f"Press {self.key}."
        )


def _badge(key: int) -> QLabel:
    badge = words(str(key), "key", wrap=False)
    badge.setProperty("alignment", CENTRED)
    badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return badge
