"""What the window shows when the list of numbers cannot be used: plainly, with what still works."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop_app.domain.services.last_resort import ALWAYS
from desktop_app.ui.widgets.icon import IconButton, IconLabel
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words

TITLE = "The numbers cannot be shown"
AGAIN = "Start again"
MEANWHILE = "Until this is put right"
ELSEWHERE = "Your council’s website and your practice’s safeguarding lead have the local numbers."


class FaultPage(Page, ScrollPage):
    """Names the trouble, says what to do about it, and keeps the numbers in sight that still hold.

    `again`: whether the trouble may be over, so that a button to start again stands here.
    """

    again_wanted = Signal()

    def __init__(self, sentence: str, technical: str, *, again: bool = False) -> None:
        super().__init__("fault-page")
        self.column.addWidget(words(TITLE, "title", "fault-title"))
        told = card("caution", "fault")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("warning", "caution_ink", 32))
        row.addWidget(words(sentence, "strong", "fault-sentence"), 1)
        column_of(told).addLayout(row)
        self.column.addWidget(told)
        if again:
            button = IconButton(AGAIN, "", "fault-again", "strong")
            button.clicked.connect(self.again_wanted)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(words(MEANWHILE, "heading"))
        for number, what, _ in ALWAYS:
            self.column.addWidget(_still_true(number, what))
        self.column.addWidget(words(ELSEWHERE, "body", "fault-elsewhere"))
        if technical:
            told_it = f"For IT support: {technical}"
            self.column.addWidget(words(told_it, "small", "fault-technical", copies=True))
        self.column.addStretch()


def bare_fault(sentence: str) -> QLabel:
    """The same in plain words alone, for when not even the page can be made."""
    lines = [f"{number}   {what}" for number, what, _ in ALWAYS]
    label = QLabel("\n\n".join((TITLE, sentence, *lines)))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("bare-fault")
    label.setWordWrap(True)
    label.setMargin(32)
    return label


def _still_true(number: str, what: str) -> QFrame:
    frame = card("plain", f"still-{number.replace(' ', '')}", (24, 12, 24, 12))
    row = QHBoxLayout()
    row.setSpacing(24)
    label = words(number, "title", f"still-{number.replace(' ', '')}-number", wrap=False)
    label.setAccessibleName(" ".join(number))
    row.addWidget(label)
    row.addWidget(words(what, "body"), 1)
    column_of(frame).addLayout(row)
    return frame
