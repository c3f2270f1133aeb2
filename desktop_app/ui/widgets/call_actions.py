"""What can be done with a number on a card: handed down to every card, heard in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.domain.decision.advice import Call
    from desktop_app.domain.practice.failed_number import WhatHappened


class CallActions(QObject):
    """Copies, dials, notes and reports; whoever can do it listens to the signals.

    A press that was meant for the page before does nothing: `unread` says how many milliseconds
    a page still has to stand in sight before it is heard; a page that is chosen is heard at once.
    """

    copy_wanted = Signal(str)
    note_wanted = Signal(object, object)
    dial_wanted = Signal(str)
    failed_told = Signal(str, str, object)
    works_told = Signal(str, str, str)
    """A number of a service works, and who of the practice rang it."""
    guidance_wanted = Signal(str)

    def __init__(self, unread: Callable[[], int] = lambda: 0) -> None:
        super().__init__()
        self._unread = unread
        self.tried: Callable[[str, str], bool] = lambda _number, _service: False
        """Whether somebody here rings this number of a service to see that it is right."""
        self.people: Callable[[], Sequence[str]] = tuple
        """Who they may be: the names of the practice's card."""
        self.rung: Callable[[str, str], str] = lambda _number, _service: ""
        """When a number of a service was last rung from here and worked, in words."""

    @property
    def too_soon(self) -> bool:
        """Whether a press was meant for what stood there before: nobody can have read this."""
        return self._unread() > 0

    def copy(self, text: str) -> None:
        """Put a number, or the address of a form, on the clipboard."""
        if not self.too_soon:
            self.copy_wanted.emit(text)

    def note(self, call: Call, rung: Sequence[str] = ()) -> None:
        """Put the note for the record on the clipboard; `rung` are the lines of what was tried."""
        self.note_wanted.emit(call, tuple(rung))

    def dial(self, number: str) -> None:
        """Hand the number to the program of this computer that makes calls."""
        self.dial_wanted.emit(number)

    def report(self, number: str, service: str, what: WhatHappened) -> None:
        """Report that number failed, and how."""
        self.failed_told.emit(number, service, what)

    def works(self, number: str, service: str, by: str) -> None:
        """Report that somebody here rang the number to see, and that it is right."""
        self.works_told.emit(number, service, by)

    def read(self, page_id: str) -> None:
        """Open a page of guidance."""
        self.guidance_wanted.emit(page_id)
