"""What the window shows when the list of numbers cannot be used: plainly, with what still works."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.icons import IconLabel
from desktop_app.ui.page import ScrollPage
from desktop_app.ui.text import card, column_of, words

TITLE = "The numbers cannot be shown"
MEANWHILE = "Until this is put right"
STILL_TRUE = (
    ("999", "Emergency: police, ambulance, fire. Day and night."),
    ("101", "Police. To report or ask. If it cannot wait: 999."),
)
"""The two numbers that are the same everywhere in the UK and need no directory."""
ELSEWHERE = "Your council’s website and your practice’s safeguarding lead have the local numbers."


class FaultPage(ScrollPage):
    """Names the trouble, says what to do about it, and keeps 999 and 101 in sight."""

    def __init__(self, sentence: str, technical: str) -> None:
        super().__init__("fault-page")
        self.column.addWidget(words(TITLE, "title", "fault-title"))
        told = card("caution", "fault")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("warning", "caution_ink", 32))
        row.addWidget(words(sentence, "strong", "fault-sentence"), 1)
        column_of(told).addLayout(row)
        self.column.addWidget(told)
        self.column.addWidget(words(MEANWHILE, "heading"))
        for number, what in STILL_TRUE:
            self.column.addWidget(_still_true(number, what))
        self.column.addWidget(words(ELSEWHERE, "body", "fault-elsewhere"))
        if technical:
            told_it = f"For IT support: {technical}"
            self.column.addWidget(words(told_it, "small", "fault-technical", copies=True))
        self.column.addStretch()


def _still_true(number: str, what: str) -> QFrame:
    frame = card("plain", f"still-{number}", (24, 12, 24, 12))
    row = QHBoxLayout()
    row.setSpacing(24)
    label = words(number, "title", f"still-{number}-number", wrap=False)
    label.setAccessibleName(" ".join(number))
    row.addWidget(label)
    row.addWidget(words(what, "body"), 1)
    column_of(frame).addLayout(row)
    return frame
