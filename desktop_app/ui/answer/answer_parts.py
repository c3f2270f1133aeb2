"""What an answer is laid out with: columns that are filled and emptied, notes, offered switches."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.wording import brief_moment, moment_words
from desktop_app.domain.situation.situation import Circumstance, Concern
from desktop_app.ui.theme import style
from desktop_app.ui.widgets.icon import IconLabel
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM

TIME_USED = "For {} (UK time)"


class Holder(QWidget):
    """A column that is filled and emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)


def place_on(page: QWidget | None, thing: QWidget) -> int:
    """How many pixels below the top of the page a thing begins."""
    return thing.mapTo(page, QPoint()).y() if page else 0


def offered(concern: Concern, directory: Directory) -> tuple[Circumstance, ...]:
    """The circumstances that change something for this concern, in their own order."""
    return directory.pathways().circumstances(concern)


def tell_each(holder: Holder, texts: Sequence[str], kind: str, drawing: str) -> None:
    """One card for each thing that has to be said."""
    clear(holder.column)
    holder.setVisible(bool(texts))
    for place, text in enumerate(texts, start=1):
        frame = QFrame()
        frame.setProperty("card", kind)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(drawing, "caution_ink" if kind == "caution" else "accent", 22))
        row.addWidget(words(text, "body", f"{kind}-{place}"), 1)
        holder.column.addWidget(frame)


def time_used(advice: Advice) -> str:
    """The time the answer goes by; short where large text would not fit a narrow window."""
    large = style.dressed().percent >= TWO_LINES_FROM
    return TIME_USED.format((brief_moment if large else moment_words)(advice.moment))
