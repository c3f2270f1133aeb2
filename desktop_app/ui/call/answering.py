"""Between the questions and the live answer: what was asked goes there, what it says comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.services.errors import DirectoryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.decision.advice import Advice
    from desktop_app.domain.services.directory import Directory
    from desktop_app.domain.situation.situation import Situation
    from desktop_app.ui.answer.live_answer import LiveAnswer
    from desktop_app.ui.call.call_now import CallNow


class Answering(QObject):
    """Answers what the questions ask; `read` hands out the directory or raises DirectoryError."""

    failed = Signal(object)

    def __init__(self, call_now: CallNow, live: LiveAnswer, read: Callable[[], Directory]) -> None:
        super().__init__(live)
        self._call_now, self._live, self._read = call_now, live, read
        call_now.left.connect(live.forget)
        live.pretended.connect(lambda _moment: call_now.jump())
        live.advised.connect(self._show)
        live.failed.connect(self.failed)

    def ask(self, situation: Situation) -> None:
        """Answer this from now on."""
        self._live.ask(situation)

    def _show(self, advice: Advice) -> None:
        try:
            self._call_now.show_advice(advice, self._read())
        except DirectoryError as error:
            self.failed.emit(error)
