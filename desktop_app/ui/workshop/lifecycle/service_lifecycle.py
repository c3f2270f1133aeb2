"""What the page of new services asks of a working copy: plain records, and one protocol."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.ui.workshop.working_copy import Choice, EditOutcome, FormHours


class FormWords(NamedTuple):
    """What the form lets somebody choose from, by words."""

    organisations: tuple[str, ...]
    roles: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    serves: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    kinds: tuple[Choice, ...]


class NewService(NamedTuple):
    """What is known of a new service."""

    name: str
    summary: str
    organisation: str
    roles: tuple[str, ...]
    areas: tuple[str, ...]
    serves: tuple[str, ...]
    topics: tuple[str, ...]
    number: str = ""
    label: str = ""
    kind: str = ""
    hours: FormHours | None = None
    document: str = ""


class Made(NamedTuple):
    """What came of it: the id of the new service, or why there is none."""

    service: str
    outcome: EditOutcome = EditOutcome()


class ServiceLifecycle(Protocol):
    """Services that begin and end."""

    def words(self) -> FormWords:
        """What may be chosen."""

    def make(self, new: NewService) -> Made:
        """Put it into the copy as one change, or say at which field why not."""

    def services(self) -> Sequence[Choice]:
        """Every service that has not ended, by its name."""

    def end(self, service: str, day: date, instead: str, document: str) -> EditOutcome:
        """It answers no more since a day: its numbers are never offered again."""
