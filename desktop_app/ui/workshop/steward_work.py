"""Everything the window needs of a working copy: what each of its pages asks for, together."""

from typing import Protocol

from desktop_app.ui.workshop.calls.ringing import RingList
from desktop_app.ui.workshop.working_copy import Workshop


class StewardWork(Workshop, Protocol):
    """A working copy with its ring list."""

    @property
    def ring(self) -> RingList:
        """The numbers to ring, and the ledger of calls."""
