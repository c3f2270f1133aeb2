"""Between the questions and the live answer: what was asked goes there, what it says comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.call.call_now import CallNow

if TYPE_CHECKING:
    from desktop_app.domain.decision.advice import Advice
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.situation.situation import Situation
    from desktop_app.ui.answer.live_answer import LiveAnswer


class Answering(QObject):
    """Answers what the questions ask, once there is a directory to answer from."""

    failed = Signal(object)
    wanted = Signal()
    """Something is asked: the directory has to be opened if it is not."""

    def __init__(self, call_now: CallNow) -> None:
        super().__init__()
        self._call_now = call_now
        self._directory: Directory | None = None
        self._live: LiveAnswer | None = None
        call_now.asked.connect(self._answer)
        call_now.left.connect(self.forget)

    def begin(self, directory: Directory, live: LiveAnswer) -> None:
        """Answer from this directory by this clock."""
        self._directory, self._live = directory, live
        live.advised.connect(self._show)
        live.failed.connect(self.failed)

    def use(self, directory: Directory) -> None:
        """A newer directory came: what is on screen is answered from it at once."""
        self._directory = directory
        if self._live is not None:
            self._live.use(directory)

    def forget(self) -> None:
        """Answer nothing any more."""
        if self._live is not None:
            self._live.forget()

    def look_at_clock(self) -> None:
        """The window came back to the front: perhaps the computer slept."""
        if self._live is not None:
            self._live.ticker.look()

    def _answer(self, situation: Situation) -> None:
        self.wanted.emit()
        if self._live is not None:
            self._live.ask(situation)

    def _show(self, advice: Advice) -> None:
        from desktop_app.domain.services.errors import DirectoryError

        if self._directory is None:
            return
        try:
            self._call_now.show_advice(advice, self._directory)
        except DirectoryError as error:
            self.failed.emit(error)
