"""A table goes through JSON and comes back the same, with everything that makes a cell doubtful."""

import pytest

from desktop_app.exchange.tables.sheet import Cell, Oddity, SheetRow, Table, TableSheet
from desktop_app.exchange.tables.table_json import as_json, from_json

CELLS = (
    Cell(),
    Cell(text="01632 960101"),
    Cell(text="[1]"),
    Cell(struck="01632 960102", oddities=frozenset({Oddity.STRUCK, Oddity.HIDDEN_ROW})),
    Cell(text="a\n“b”\0", comment="ask", colour="FFFF00", oddities=frozenset({Oddity.COLOURED})),
    Cell(comment="nothing but this"),
)
TABLE = Table(
    "Liste ä.xlsx",
    (TableSheet("One", (SheetRow(1, CELLS), SheetRow(7, ()))), TableSheet("Two", (), hidden=True)),
    ("Look at it.",),
)


def test_a_table_comes_back_the_same() -> None:
    assert from_json(as_json(TABLE)) == TABLE


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"file":"a","warnings":[],"sheets":[1]}', "1"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)
