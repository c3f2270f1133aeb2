"""What a desk would show of a service once this copy is published: at any moment."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.answer.advice_page import AdvicePage
from desktop_app.ui.directory.service_card import ServiceCard
from desktop_app.ui.widgets.call_actions import CallActions
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import SIDE
from desktop_app.ui.widgets.text import words
from desktop_app.ui.widgets.typed_line import DayLine, TimeLine
from desktop_app.ui.workshop.working_copy import Workshop

AT, TIME = "At this moment:", "The time of day"
BROKEN = "Something in this copy has to be put right before a desk could show it. See “Check”."
NO_ANSWER = "This service stands in no answer; a desk shows it in the directory only."
IN_AN_ANSWER, ON_ITS_CARD = "In an answer", "In the directory"


class PreviewPane(QWidget):
    """The real pages of a desk, filled from this copy."""

    def __init__(self, workshop: Workshop, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("workshop-preview-pane")
        self._workshop, self._now, self._service = workshop, now, ""
        actions = self._actions = CallActions()
        self.card, self.answer = ServiceCard(actions), AdvicePage(actions)
        self.answer.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # it is looked at
        self._told = words("", "lead", "preview-told")
        self._pages = QStackedWidget()
        for page in (self.answer, self.card, self._told):
            self._pages.addWidget(page)
        self._day = DayLine("preview-day", AT, lambda: now().date())
        self._time = TimeLine("preview-time", TIME)
        self._day.changed.connect(self._show)
        self._time.changed.connect(self._show)
        self._which = IconButton(ON_ITS_CARD, "directory", "preview-which", "link")
        self._which.clicked.connect(self._turn)
        self._in_answer = True
        self._lay_out()

    def show_service(self, service: str) -> None:
        """Show this service, at the real time first."""
        if not self._service:
            now = self._now()
            self._day.set_day(now.date())
            self._time.set_time(now.time())
        self._service = service
        self._show()

    def focus_first(self) -> None:
        """Take the keyboard at the moment."""
        self._day.line.setFocus()

    def _turn(self) -> None:
        self._in_answer = not self._in_answer
        self._which.setText(ON_ITS_CARD if self._in_answer else IN_AN_ANSWER)
        self._show()

    def _show(self) -> None:
        if not self._service:
            return
        try:
            shown = self._workshop.preview(self._service, self._at())
        except ValueError:
            return  # no such moment yet: what is typed is told below it, and the last answer stands
        if shown is None:
            self._say(BROKEN)
        elif not self._in_answer:
            self.card.show_facts(shown.facts, shown.moment)
            self._pages.setCurrentWidget(self.card)
        elif shown.advice is None:
            self._say(NO_ANSWER)
        else:
            self.answer.jump()
            self.answer.show_advice(shown.advice, shown.directory)
            self._pages.setCurrentWidget(self.answer)

    def _at(self) -> datetime:
        time = self._time.time()
        clock = self._now().replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)
        day = self._day.day()
        return clock.replace(year=day.year, month=day.month, day=day.day)

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.setContentsMargins(SIDE, 0, SIDE, 0)
        self._pages.setCurrentWidget(self._told)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = Flow(gap=8)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.addWidget(words(AT, "soft", wrap=False))
        row.addWidget(self._day)
        row.addWidget(self._time)
        row.addWidget(self._which)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
