"""What the page of lists asks of a working copy: plain records, and one protocol."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_app.ui.workshop.working_copy import Choice, WorkshopError


class ListRow(NamedTuple):
    """One row of a list, held against the copy."""

    key: int
    verdict: str
    about: str
    """The service and line it is about; empty where nobody knows."""
    sentence: str
    differences: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    offered: bool = False
    to_look_at: bool = True


class ColumnChoices(NamedTuple):
    """Which column of a list is which: its headings, the facts, and the heading of each known."""

    headings: tuple[str, ...] = ()
    facts: tuple[Choice, ...] = ()
    known: Mapping[str, str] = {}


class ColumnsWanted(WorkshopError):
    """Somebody has to say which column of a list is which."""

    def __init__(self, sentence: str, columns: ColumnChoices) -> None:
        super().__init__(sentence)
        self.columns = columns


class ComparedList(NamedTuple):
    """A whole list: what it would change, and what to look at before."""

    file: str
    counted: str
    rows: tuple[ListRow, ...]
    alarms: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    columns: ColumnChoices = ColumnChoices()


class ExportWay(NamedTuple):
    """One way in which the directory is given out."""

    id: str
    words: str
    file_name: str


class Lists(Protocol):
    """Lists in and out of a working copy; WorkshopError where something cannot be done."""

    def compare(self, path: Path, columns: Mapping[str, str] | None = None) -> ComparedList:
        """What a list would change: xlsx, xls, ods, csv or open referral JSON. Nothing written.

        `columns`: the heading of each fact, as somebody chose them; they are remembered for the
        next list with the same headings. ColumnsWanted where they cannot be told.
        """

    def take(self, ticked: frozenset[int], document: str, *, alarms_seen: bool) -> str:
        """Write the ticked rows of the last comparison as one change; what was done."""

    def read_reports(self, path: Path) -> Sequence[str]:
        """Keep the reports of one file, or of a folder of files; what was found, in sentences."""

    def ways_out(self) -> Sequence[ExportWay]:
        """In which ways the directory is given out."""

    def give_out(self, way: str, path: Path, *, public: bool) -> str:
        """Write it there as this copy has it; what was done."""
