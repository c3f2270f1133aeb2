"""A table as it was found: every cell with what a person sees, and what makes it doubtful."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.services.errors import PlainlyTold

MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""More than any list of services has: a larger sheet is something else."""
MOST_BYTES = 50_000_000
TOO_LARGE = "{}: this file is too large for a list of services. Nothing was read."
UNREADABLE = (
    "{}: this file cannot be read as {}. Open it in the program it came from, save it again as an "
    "Excel workbook (.xlsx) and take that. Nothing was read."
)


class NotRead(PlainlyTold, ValueError):
    """The file cannot be read as a table; `sentence` says what to do."""


class Oddity(StrEnum):
    """What makes a cell doubtful though it has words in it."""

    STRUCK = "struck"
    PART_STRUCK = "part_struck"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    UNSEEN = "unseen"
    """White on white: nobody who looks at the sheet sees it."""
    MERGED = "merged"
    DATE = "date"
    ERROR = "error"
    COLOURED = "coloured"
    NUMBER = "number"
    """Kept as a number: a first 0 is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: the words that hold, those that are struck out, and its comment."""

    text: str = ""
    struck: str = ""
    comment: str = ""
    colour: str = ""
    oddities: frozenset[Oddity] = frozenset()


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, under the number the spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in a column counted from 0; an empty one where the row is shorter."""
        return self.cells[column] if 0 <= column < len(self.cells) else EMPTY

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that say anything, struck out or not."""
        return tuple(cell for cell in self.cells if cell.text or cell.struck)


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet of a file."""

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Everything read from one file, and what there is to say about the reading."""

    file: str
    sheets: tuple[TableSheet, ...]
    warnings: tuple[str, ...] = ()


def in_bounds(file: str, rows: int, columns: int) -> None:
    """NotRead when a sheet is larger than any list of services."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise NotRead(TOO_LARGE.format(file))
