"""A made-up list of four rows for the page of lists."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.ui.workshop.lists.lists import (
    ColumnChoices,
    ColumnsWanted,
    ComparedList,
    ExportWay,
    ListRow,
)
from desktop_app.ui.workshop.working_copy import Choice, WorkshopError

UNKNOWN = "No column is known as the phone number."
UNREAD = "That file cannot be read."
ALARM = "Over a fifth of the numbers would change."
NOT_SEEN = "Say that you have looked."
ROWS = (
    ListRow(1, "unchanged", "Elm › office", "As it is.", to_look_at=False),
    ListRow(2, "unreadable", "", "Row 3: “ask Jo” is no number."),
    ListRow(
        3, "changed", "Oak › office", "Row 4.", ("number: 1 → 2",), ("It moved.",), offered=True
    ),
    ListRow(4, "changed", "Ash › office", "Row 5.", ("number: 3 → 4",), offered=True),
)


class ListsBench:
    """Remembers what was taken, read and given out; a file “odd” is refused everywhere."""

    def __init__(self) -> None:
        self.alarms: tuple[str, ...] = ()
        self.columns: list[Mapping[str, str] | None] = []
        self.taken: list[tuple[frozenset[int], str]] = []
        self.read: list[Path] = []
        self.given: list[tuple[str, Path, bool]] = []

    def compare(self, path: Path, columns: Mapping[str, str] | None = None) -> ComparedList:
        """The four rows; a file “foreign” wants its number's column told."""
        _must_not_be_odd(path)
        self.columns.append(columns)
        if path.stem == "foreign" and not columns:
            raise ColumnsWanted(UNKNOWN, ColumnChoices(("Dial",), (Choice("number", "Number"),)))
        counted = "1 unchanged, 2 changed, 1 unreadable"
        return ComparedList(path.name, counted, ROWS, self.alarms, ("A hidden sheet.",))

    def take(self, ticked: frozenset[int], document: str, *, alarms_seen: bool) -> str:
        """Keep it, where the alarms were seen."""
        if self.alarms and not alarms_seen:
            raise WorkshopError(NOT_SEEN)
        self.taken.append((ticked, document))
        return "Taken."

    def read_reports(self, path: Path) -> Sequence[str]:
        """Twenty sentences."""
        _must_not_be_odd(path)
        self.read.append(path)
        return [f"Report {number}." for number in range(20)]

    def ways_out(self) -> Sequence[ExportWay]:
        """Two of them."""
        return (
            ExportWay("xlsx", "A table", "directory.xlsx"),
            ExportWay("hsds", "Open referral", "directory.json"),
        )

    def give_out(self, way: str, path: Path, *, public: bool) -> str:
        """Remember it."""
        _must_not_be_odd(path)
        self.given.append((way, path, public))
        return "Written."


def _must_not_be_odd(path: Path) -> None:
    if path.stem == "odd":
        raise WorkshopError(UNREAD)
