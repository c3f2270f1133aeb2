"""Everything the window needs of a working copy: what each of its pages asks for, together."""

from typing import Protocol

from desktop_app.ui.workshop.calls.ring_list import RingList
from desktop_app.ui.workshop.dates.dated_lines import DatedLines
from desktop_app.ui.workshop.lifecycle.service_lifecycle import ServiceLifecycle
from desktop_app.ui.workshop.lists.lists import Lists
from desktop_app.ui.workshop.working_copy import Workshop


class StewardWork(Workshop, Protocol):
    """A working copy with its ring list, its days, its lists and its services."""

    @property
    def ring(self) -> RingList:
        """The numbers to ring, and the ledger of calls."""

    @property
    def dates(self) -> DatedLines:
        """The lines, by the days on which they have other hours."""

    @property
    def lists(self) -> Lists:
        """What others send, and what is given out."""

    @property
    def lifecycle(self) -> ServiceLifecycle:
        """Services that begin and end."""
