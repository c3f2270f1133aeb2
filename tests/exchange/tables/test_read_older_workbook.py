"""Workbooks of other kinds give their values, and say what cannot be seen in them."""

from pathlib import Path

import pytest

from desktop_app.exchange.tables.read_older_workbook import BLIND
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.sheet import NotRead

DATA = Path(__file__).parents[2] / "data/exchange"
ROWS = [
    ["Service", "Phone", "Hours"],
    ["Town MASH", "01632 960101", "Mon-Fri 9-5"],
    ["Town EDT", "1632960102", "24/7"],
]


@pytest.mark.parametrize("name", ["contacts.xls", "contacts.ods"])
def test_the_values_are_read_and_the_blindness_is_said(name: str) -> None:
    table = read_table(name, (DATA / name).read_bytes())
    assert [[cell.text for cell in row.cells] for row in table.sheets[0].rows] == ROWS
    assert table.warnings == (BLIND,)


def test_a_hidden_sheet_is_known_as_one() -> None:
    table = read_table("contacts.xls", (DATA / "contacts.xls").read_bytes())
    assert [sheet.hidden for sheet in table.sheets] == [False, True]


@pytest.mark.parametrize("name", ["contacts.xls", "contacts.ods"])
def test_a_file_cut_short_is_told(name: str) -> None:
    whole = (DATA / name).read_bytes()
    with pytest.raises(NotRead, match="Nothing was read"):
        read_table(name, whole[: len(whole) // 2])
