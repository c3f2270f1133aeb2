"""What the parts of an answer share: where a thing stands on the page, and the time it goes by."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.hours.moments import brief_moment, moment_words
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.window.bar import TWO_LINES_FROM

TIME_USED = "For {} (UK time)"


def place_on(page: QWidget | None, thing: QWidget) -> int:
    """How many pixels below the top of the page a thing begins."""
    return thing.mapTo(page, QPoint()).y() if page else 0


def time_used(advice: Advice) -> str:
    """The time the answer goes by; short where large text would not fit a narrow window."""
    large = appearance().look.percent >= TWO_LINES_FROM
    return TIME_USED.format((brief_moment if large else moment_words)(advice.moment))
