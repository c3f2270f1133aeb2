"""Asks whether somebody is still on the call, and takes everything away when nobody is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.practice.unattended import LEAVE_AFTER, Untouched, untouched
from desktop_app.ui.answer.notice_bar import NoticeBar
from desktop_app.ui.window.unattended import Unattended

QUESTION = "Still on this call?"
TOLD = f"{QUESTION} Press any key. In {LEAVE_AFTER} minutes this answer goes."
YES = "Still here"


def still_there_bar() -> NoticeBar:
    """The question, above an answer; any key or click answers it, so its button does nothing."""
    bar = NoticeBar("still-there-words", "clock")
    bar.offer(YES, "still-there-yes")
    return bar


class StillThere(QObject):
    """Looks at each tick of the clock how long nobody has touched an answer."""

    asked = Signal(bool)
    """Ask, or take the question away."""
    left = Signal()

    def __init__(
        self, desk: Unattended, minutes: Callable[[], int], standing: Callable[[], bool]
    ) -> None:
        super().__init__(desk)
        self._desk, self._minutes, self._standing = desk, minutes, standing
        self._asks = False
        desk.touched.connect(self._take_back)

    def look(self) -> None:
        """Ask, leave, or let it be; `standing` says whether there is anything to leave."""
        if not self._standing():
            self._take_back()
            return
        state = untouched(self._desk.seconds, self._minutes())
        if state is Untouched.LEAVE:
            self._desk.count_anew()  # leaving reads the clock again: once is enough
            self._take_back()
            self.left.emit()
        elif state is Untouched.ASK and not self._asks:
            self._asks = True
            self.asked.emit(True)

    def _take_back(self) -> None:
        if self._asks:
            self._asks = False
            self.asked.emit(False)
