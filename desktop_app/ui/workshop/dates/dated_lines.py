"""What the page of dates asks of a working copy: plain records, and one protocol."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.ui.workshop.working_copy import AnswerDifference, EditOutcome


class DatedLine(NamedTuple):
    """One line that may have other hours on certain days."""

    key: str
    words: str
    """The service, who answers, and the number."""
    dates: str = ""
    """The days of which something is said already, in words."""


class DatedHours(NamedTuple):
    """What shall hold of these lines on these days."""

    lines: tuple[str, ...]
    first: date
    last: date
    times: str = ""
    """As somebody typed them, "10-12"; empty for closed all day."""
    note: str = ""
    document: str = ""


class DatedLines(Protocol):
    """The lines of a working copy by their days."""

    def lines(self) -> Sequence[DatedLine]:
        """Every line in use, in the order of the services' names."""

    def would_change(self, wanted: DatedHours) -> Sequence[AnswerDifference]:
        """Which first calls would differ; WorkshopError where it cannot be done."""

    def keep(self, wanted: DatedHours) -> EditOutcome:
        """Write it as one change, or say why not."""

    def take_away(self, wanted: DatedHours) -> EditOutcome:
        """Take away whatever is said of these days of these lines, as one change."""
