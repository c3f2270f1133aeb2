"""The list of services in the workshop: searched by words or digits, narrowed to what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.ui.workshop.narrowed_list import (
    ListNames,
    NarrowedList,
    WalkedList,
    listed_item,
)
from desktop_app.ui.workshop.working_copy import Choice, ListedService

ALL, WRONG, UNCHECKED, CHANGED = "all", "wrong", "unchecked", "changed"
NARROWED = (
    Choice(ALL, "All"),
    Choice(WRONG, "To be put right"),
    Choice(UNCHECKED, "Never checked"),
    Choice(CHANGED, "Changed here"),
)
KEEPS: dict[str, Callable[[ListedService], bool]] = {
    ALL: lambda _row: True,
    WRONG: lambda row: bool(row.wrong),
    UNCHECKED: lambda row: row.unchecked,
    CHANGED: lambda row: row.changed,
}
COUNTED = "{} of {} services"
NAMES = ListNames(
    search="workshop-search",
    search_said="Search the services",
    chips="narrow",
    count="workshop-count",
)


IN_THE_MIDDLE = QListWidget.ScrollHint.PositionAtCenter


class ServicesList(NarrowedList):
    """Typing narrows it, arrows walk it, Enter goes on to the sheet."""

    def __init__(self) -> None:
        super().__init__(NAMES, NARROWED, WalkedList("workshop-list", "Services"))
        self._rows: Sequence[ListedService] = ()

    def show_rows(self, rows: Sequence[ListedService]) -> None:
        """List these; the one that was marked stays marked."""
        self._rows = rows
        self._fill()

    def mark(self, service: str) -> None:
        """Mark one service, whatever it is narrowed to."""
        if not any(self._at(place) == service for place in range(self.list.count())):
            self.search.clear()
            self._chips[ALL].setChecked(True)
        for place in range(self.list.count()):
            if self._at(place) == service:
                self.list.setCurrentRow(place)
                self.list.scrollToItem(self.list.item(place), IN_THE_MIDDLE)

    def _fill(self) -> None:
        wanted = next(each for each, chip in self._chips.items() if chip.isChecked())
        typed = self._typed
        shown = [row for row in self._rows if KEEPS[wanted](row) and _says(row, typed)]
        kept = self._put([_item(row) for row in shown])
        self._count.setText(COUNTED.format(len(shown), len(self._rows)))
        if not kept and shown:
            self.list.setCurrentRow(0)


def _item(row: ListedService) -> QListWidgetItem:
    below = [row.organisation] if row.organisation not in row.name else []
    if row.wrong:
        below.append(f"{len(row.wrong)} to put right")
    if row.changed:
        below.append("changed here")
    return listed_item("\n".join(filter(None, (row.name, " · ".join(below)))), row.id)


def _says(row: ListedService, typed: Sequence[str]) -> bool:
    """Whether every word stands in its names, or the digits in one of its numbers."""
    said = f"{row.name} {row.organisation} {row.id}".casefold()
    digits = " ".join("".join(number.split()) for number in row.numbers)
    if typed and all(part.isdigit() for part in typed):
        return "".join(typed) in digits
    return all(part in said or (part.isdigit() and part in digits) for part in typed)
