"""Check: what stops this copy from being published, and which answers it changes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import Page, ScrollPage, clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.stale_texts_card import OPEN, StaleTextsCard
from desktop_app.ui.workshop.working_copy import AnswerDifference, LookAt, Workshop, WorkshopError

TITLE = "Check"
SOUND = "Nothing stops this copy from being published."
STOPS = "These have to be put right first:"
ANSWERS = "Which first calls change"
ASK = "Compare the answers"
SAME = "No first call changes."
NOT_SOUND = "The answers can be compared once nothing stops the copy."
MOST = 200
MORE = "and {} more"


class CheckView(Page, ScrollPage):
    """Looks when it is opened; comparing every answer is asked for, because it takes seconds."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__("check-page")
        self._workshop = workshop
        self._problems = card("plain", "check-problems")
        self._answers = card("plain", "check-answers")
        self._compare = IconButton(ASK, "search", "check-compare")
        self._compare.clicked.connect(self._show_differences)
        self.column.addWidget(words(TITLE, "title"))
        self.column.addWidget(self._problems)
        self.looks = StaleTextsCard("check-look", OPEN)
        self.looks.found_right.connect(self._found_right)
        self.column.addWidget(self.looks)
        self.column.addWidget(words(ANSWERS, "heading"))
        self.column.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._answers)
        self.column.addStretch(1)
        self.renew()

    def focus_first(self) -> None:
        """Look anew, and stand at the comparison."""
        self.renew()
        self.to_top()
        self._compare.setFocus()

    def renew(self) -> None:
        """Look at the copy as it is now."""
        problems = self._workshop.problems()
        self._fill(self._problems, STOPS if problems else SOUND, problems)
        self.looks.show_texts(self._workshop.to_look_at())
        self._compare.setEnabled(not problems)
        self._answers.setVisible(bool(problems))
        if problems:
            self._fill(self._answers, NOT_SOUND, ())

    def _found_right(self, look: LookAt) -> None:
        self._workshop.right_as_it_is(look)
        self.looks.show_texts(self._workshop.to_look_at())

    def _show_differences(self) -> None:
        try:
            found = self._workshop.differences()
        except WorkshopError as error:
            self._fill(self._answers, str(error), ())
        else:
            told = [_told(each) for each in found]
            self._fill(self._answers, "" if told else SAME, told)
        self._answers.show()

    def _fill(self, frame: QFrame, head: str, sentences: Sequence[str]) -> None:
        column = column_of(frame)
        clear(column)
        if head:
            column.addWidget(words(head, "strong"))
        for sentence in sentences[:MOST]:
            column.addWidget(words(sentence, "body"))
        if len(sentences) > MOST:
            column.addWidget(words(MORE.format(len(sentences) - MOST), "soft"))


def _told(each: AnswerDifference) -> str:
    return f"{each.asked}: {each.before or 'nobody'} → {each.after or 'nobody'}"
