"""Rows written together are the rows written one by one, each with its figure."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW

REPORTS = [
    {"id": f"r-{at}", "at": "2026-11-20T16:35", "number": "01632 960101", "state": "matched"}
    for at in range(1201)
]
CALLS = [{"id": at, "at": "2026-11-20T16:35", "by": "Amara"} for at in range(1, 41)]


def written(path: Path, table: str, *batches: Sequence[Mapping[str, object]]) -> list[object]:
    made = WorkFile.create(path, {"national/a.yaml": "a: 1\n"}, at=NOW)
    with made as work, work.changing() as change:
        for batch in batches:
            change.put_all(table, batch)
    with WorkFile.open(path) as again:
        return list(again.rows(f"SELECT * FROM {table} ORDER BY 1"))


@pytest.mark.parametrize(("table", "rows"), [("report", REPORTS[:40]), ("ring", CALLS)])
def test_rows_put_together_are_the_rows_put_one_by_one(
    tmp_path: Path, table: str, rows: Sequence[Mapping[str, object]]
) -> None:
    together = written(tmp_path / "together.wtcwork", table, rows)
    singly = written(tmp_path / "singly.wtcwork", table, *([row] for row in rows))
    assert together == singly
    assert len(together) == len(rows)


def test_more_rows_than_one_statement_holds_are_all_written(tmp_path: Path) -> None:
    assert len(written(tmp_path / "many.wtcwork", "report", REPORTS)) == len(REPORTS)


def test_a_row_put_twice_stands_once_as_it_was_last(tmp_path: Path) -> None:
    found = written(tmp_path / "twice.wtcwork", "report", [*REPORTS[:3], {"id": "r-1"}])
    assert len(found) == 3
    at = [*TABLES["report"]].index("number")
    assert [row[at] for row in found if isinstance(row, tuple)] == [
        "01632 960101",
        None,
        "01632 960101",
    ]


def test_no_rows_are_nothing(tmp_path: Path) -> None:
    assert written(tmp_path / "none.wtcwork", "report", []) == []
