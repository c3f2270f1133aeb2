"""The part that reads one workbook answers with a table, or with the sentence why there is none."""

from io import BytesIO
from pathlib import Path

import pytest

from desktop_app import __main__
from desktop_app.exchange.tables import workbook_part
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.exchange.tables.table_json import from_json
from desktop_app.exchange.tables.workbook_part import REFUSED, TABLE, answer

XLS = (Path(__file__).parents[2] / "data/exchange/contacts.xls").read_bytes()


def answered(content: bytes) -> bytes:
    out = BytesIO()
    answer(BytesIO(b'"list.xls"\n' + content), out)
    return out.getvalue()


def test_a_workbook_is_answered_with_its_table() -> None:
    told = answered(XLS)
    assert told.startswith(TABLE)
    assert from_json(told.removeprefix(TABLE)) == read_table("list.xls", XLS)


def test_a_file_that_is_none_is_answered_with_a_sentence() -> None:
    told = answered(XLS[:600])
    assert told.startswith(REFUSED + b"list.xls: ")
    assert told.endswith(b"Nothing was read.")


def test_a_table_with_too_much_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_part, "MOST_TOLD", 50)
    assert b"too large" in answered(XLS)


@pytest.mark.parametrize("arguments", [[], ["os"], [workbook_part.MODULE, "x"]])
def test_a_launcher_runs_this_part_and_no_other(arguments: list[str]) -> None:
    assert __main__.run_part(arguments) == 2
