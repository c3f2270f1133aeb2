"""The one box of the home page: words, a number or a place; answers first, then services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.situation.concern import concern_title
from desktop_app.ui.call.choice_button import ChoiceButton
from desktop_app.ui.call.question import TOO_SOON, QuestionHead
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.copying import TextField
from desktop_app.ui.widgets.page import ScrollPage, clear
from desktop_app.ui.widgets.text import words

if TYPE_CHECKING:
    from desktop_app.domain.browse.one_box import BoxAnswer
    from desktop_app.ui.call.question import InSight

TITLE = "Words, a number or a place"
HINT = "For example “husband hits her”, a comma, the town. Nothing you type is kept. Esc goes back."
LONGEST = 120
PAUSE_MS = 120
"""Places and services are looked up when the typing pauses."""
CHOOSE = "More than one answer may be meant: choose with the arrow keys."
ASKS_WHERE = "asks where it happened"
CHILDREN = "children in the home"
ALL = "Look it up in the directory"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFound:
    """What the words may mean: answers, services (id and words of each), sentences."""

    answers: Sequence[BoxAnswer] = ()
    services: Sequence[tuple[str, str]] = ()
    advice: Sequence[str] = ()


Find = Callable[[str], BoxFound]


class BoxPage(ScrollPage):
    """Lists what the words may mean. Enter takes the first answer, where it is the only one."""

    answer_taken = Signal(object)
    service_wanted = Signal(str)
    words_wanted = Signal(str)
    left = Signal()

    def __init__(self, find: Find, in_sight: InSight) -> None:
        super().__init__("box-page")
        self._find, self._in_sight = find, in_sight
        self._answers: Sequence[BoxAnswer] = ()
        self._shown = BoxFound()
        self._title = QuestionHead(TITLE, "box-title")
        self.field = TextField()
        self.field.setObjectName("box-field")
        self.field.setAccessibleName(TITLE)
        self.field.setAccessibleDescription(HINT)
        self.field.setMaxLength(LONGEST)
        hints = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        self.field.setInputMethodHints(hints)
        self.field.installEventFilter(self)
        self._lines = QWidget()
        self._rows = QVBoxLayout(self._lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        for each in (self._title, self.field, words(HINT, "soft"), self._lines):
            self.column.addWidget(each)
        self.column.addStretch()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._enter)

    def open_with(self, letters: str) -> None:
        """Take the letter that led here."""
        self.to_top()
        self._title.show_message("")
        self.field.setText(letters)
        self.field.setFocus()

    def forget(self) -> None:
        """Leave nothing of what was typed, here and on screen."""
        self._soon.stop()
        self.field.setText("")  # unlike clear(), this cannot be undone
        self._soon.stop()
        self._show(BoxFound())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field the arrow down goes to the lines; Backspace in an empty one goes back."""
        del watched
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self._move(1)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.field.text():
            if not event.isAutoRepeat():
                self.left.emit()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk the lines; Backspace and letters go on in the field."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Backspace or event.text().isalnum():
            self.field.setFocus()
            self.field.event(event)
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._title.show_message("")
        if text.strip():
            self._soon.start()
        else:
            self._soon.stop()
            self._show(BoxFound())

    def _look(self) -> None:
        self._soon.stop()
        self._show(self._find(self.field.text().strip()))

    def _show(self, found: BoxFound) -> None:
        if found == self._shown:
            return
        self._shown = found
        clear(self._rows)
        for sentence in found.advice:
            self._rows.addWidget(words(sentence, "strong"))
        if len(found.answers) > 1:
            self._rows.addWidget(words(CHOOSE, "soft", "box-choose"))
        for at, answer in enumerate(found.answers, 1):
            self._add(f"box-answer-{at}", answer_words(answer), "call", partial(self._take, answer))
        for at, (service, text) in enumerate(found.services, 1):
            self._add(f"box-service-{at}", text, "directory", partial(self._open_service, service))
        if self.field.text().strip():
            self._add("box-directory", ALL, "search", self._open_directory)
        lines = self._buttons()
        if lines:
            self._in_sight.ask(lines[0])
            announce(self.field, lines[0].accessibleName())

    def _add(self, name: str, text: str, drawing: str, act: Callable[[], None]) -> None:
        button = ChoiceButton(text, drawing, name, "answer" if drawing == "call" else "body")
        button.clicked.connect(lambda _=False: self._press(act))
        self._rows.addWidget(button)

    def _press(self, act: Callable[[], None]) -> None:
        """Do it, unless nobody can have read the line yet: then say so."""
        if self._in_sight.left_ms:
            self._title.show_message(TOO_SOON)
        else:
            act()

    def _enter(self) -> None:
        """Take the only answer; with several, or none read yet, say so."""
        if self._soon.isActive():
            self._look()
        answers = self._shown.answers
        if len(answers) > 1:
            self._title.show_message(CHOOSE)
        elif answers:
            self._press(lambda: self._take(answers[0]))
        elif self.field.text().strip():
            self._press(self._open_directory)

    def _take(self, answer: BoxAnswer) -> None:
        self.forget()
        self._in_sight.answered_by(0)
        self.answer_taken.emit(answer)

    def _open_service(self, service_id: str) -> None:
        self.forget()
        self.service_wanted.emit(service_id)

    def _open_directory(self) -> None:
        text = self.field.text().strip()
        self.forget()
        self.words_wanted.emit(text)

    def _buttons(self) -> list[ChoiceButton]:
        rows = (self._rows.itemAt(at) for at in range(self._rows.count()))
        held = (row.widget() for row in rows if row is not None)
        return [each for each in held if isinstance(each, ChoiceButton)]

    def _move(self, by: int) -> None:
        """The next line up or down; above the first one is the field."""
        if self._soon.isActive():
            self._look()
        buttons = self._buttons()
        focus = QApplication.focusWidget()
        at = next((at for at, each in enumerate(buttons) if each is focus), -1) + by
        if at < 0:
            self.field.setFocus()
        elif buttons:
            button = buttons[min(at, len(buttons) - 1)]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(button)


def answer_words(answer: BoxAnswer) -> str:
    """One reading in words: who, what more is known, and where."""
    who = concern_title(answer.concern)
    more = CHILDREN if answer.circumstances else ""
    return " · ".join(part for part in (who, more, answer.place or ASKS_WHERE) if part)
