"""The line above a page: back, what was told so far, and start again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.places.councils import WhereStatus
from desktop_app.domain.places.words import listed
from desktop_app.domain.situation.situation import Interview, answer_title
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import BELOW_TRAIL, SIDE, TOP, WIDEST
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.bar import TWO_LINES_FROM

KEEP = "Keep on top"
KEPT = "A small window above other programs: 999, the number, what to say. Key: K"


class Breadcrumb(QFrame):
    """Shows the way here and the way back."""

    back_wanted = Signal()
    restart_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer = self._outer = QHBoxLayout(self)
        outer.setContentsMargins(SIDE, 8, SIDE, TOP - BELOW_TRAIL - 4)
        outer.addWidget(inner)
        row = self._row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._back = IconButton("Back", "back", "back")
        self._back.setAccessibleDescription("Takes the last answer back. Key: Backspace")
        self._back.clicked.connect(self.back_wanted)
        self._told = words("", "soft", "trail")
        self._words = ""
        appearance().changed.connect(self._fit)
        self._restart = IconButton("Start again", "restart", "start-again")
        self._restart.setAccessibleDescription("Forgets every answer. Key: Escape")
        self._restart.clicked.connect(self.restart_wanted)
        self._keep = IconButton(KEEP, "", "keep-on-top")
        self._keep.setAccessibleDescription(KEPT)
        self._keep.setToolTip(KEPT)
        self._keep.clicked.connect(self.keep_wanted)
        self._answered = False
        for button in (self._back, self._keep, self._restart):
            button.setProperty("snug", True)
        row.addWidget(self._back)
        row.addWidget(self._told, 1)
        row.addWidget(self._keep)
        row.addWidget(self._restart)

    def show_interview(self, interview: Interview) -> None:
        """Say what was told so far."""
        self._words = "  ›  ".join(told_so_far(interview))
        self._answered = interview.situation is not None
        self._fit()

    def settle(self) -> None:
        """Find out now how high it is, which Qt would put off."""
        for layout in (self._row, self._outer):
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words get more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Over lines, or cut to one where the text is large: the number below needs the room."""
        large, told = appearance().look.percent >= TWO_LINES_FROM, self._told
        told.setWordWrap(not large)
        self._keep.setVisible(self._answered and not large)  # its key does the same
        told.setAccessibleName(self._words)
        policies = QSizePolicy.Policy
        told.setSizePolicy(policies.Ignored if large else policies.Preferred, policies.Preferred)
        cut = Qt.TextElideMode.ElideRight
        shown = told.fontMetrics().elidedText(self._words, cut, told.width())
        told.setText(shown if large else self._words)
        told.setMinimumHeight(0 if large else max(0, told.heightForWidth(told.width())))


def told_so_far(interview: Interview) -> list[str]:
    """The answers so far, each as short words."""
    told = []
    if interview.concern:
        told.append(answer_title(interview.concern, interview.circumstances))
    where = interview.where
    if where is None:
        return told
    names = listed([council.name for council in where.councils], "or")
    if where.status is WhereStatus.UNKNOWN:
        return [*told, "Place not known"]
    if where.status is WhereStatus.OUTSIDE:
        return [*told, f"Outside this area{f' ({names})' if names else ''}"]
    return [*told, names]
