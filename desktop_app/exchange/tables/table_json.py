"""A table as JSON and back: how a process that reads workbooks hands over what it found."""

import json
from typing import Any

from desktop_app.exchange.tables.sheet import EMPTY, Cell, Oddity, SheetRow, Table, TableSheet


def as_json(table: Table) -> str:
    """A table in words: a plain cell is its text, any other one a list."""
    sheets = [
        {
            "name": sheet.name,
            "hidden": sheet.hidden,
            "rows": [[row.number, *map(_cell_told, row.cells)] for row in sheet.rows],
        }
        for sheet in table.sheets
    ]
    told = {"file": table.file, "warnings": table.warnings, "sheets": sheets}
    return json.dumps(told, separators=(",", ":"))


def from_json(text: str | bytes) -> Table:
    """The table again; ValueError, KeyError or TypeError for anything else."""
    told = json.loads(text)
    sheets = tuple(
        TableSheet(
            name=str(sheet["name"]),
            rows=tuple(
                SheetRow(int(number), tuple(map(_cell, cells))) for number, *cells in sheet["rows"]
            ),
            hidden=bool(sheet["hidden"]),
        )
        for sheet in told["sheets"]
    )
    return Table(str(told["file"]), sheets, tuple(map(str, told["warnings"])))


def _cell_told(cell: Cell) -> str | list[Any]:
    if cell == Cell(text=cell.text):
        return cell.text
    return [cell.text, cell.struck, cell.comment, cell.colour, sorted(cell.oddities)]


def _cell(told: str | list[Any]) -> Cell:
    if isinstance(told, str):
        return Cell(text=told) if told else EMPTY
    text, struck, comment, colour, oddities = told
    return Cell(
        text=str(text),
        struck=str(struck),
        comment=str(comment),
        colour=str(colour),
        oddities=frozenset(map(Oddity, oddities)),
    )
