"""A list whose headings nobody knows: somebody says once which column is which."""

from pathlib import Path

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.app.workshop.remembered_columns import RememberedColumns
from desktop_app.ui.workshop.lists.lists import ColumnsWanted
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.app.workshop.test_open_lists import NEW, of_the_town
from tests.working_files import NOW

ODD = "Wer;Wählen;Wann"
CHOSEN = {"service": "Wer", "number": "Wählen", "hours": "Wann"}


def odd_list(folder: Path, copy: OpenCopy, headings: str = ODD) -> Path:
    service, _, number, hours = of_the_town(copy, NEW)
    path = folder / "list.csv"
    path.write_text(f"{headings}\n{service};{number};{hours}\n", "utf-8")
    return path


def test_a_list_with_odd_headings_asks_which_column_is_which(
    copy: OpenCopy, tmp_path: Path
) -> None:
    with pytest.raises(ColumnsWanted) as asked:
        copy.lists.compare(odd_list(tmp_path, copy))
    assert asked.value.columns.headings == ("Wer", "Wählen", "Wann")
    assert "number" in [fact.id for fact in asked.value.columns.facts]


def test_the_columns_that_were_chosen_are_compared(copy: OpenCopy, tmp_path: Path) -> None:
    found = copy.lists.compare(odd_list(tmp_path, copy), CHOSEN)
    assert [row.verdict for row in found.rows if row.to_look_at][:1] == ["changed"]
    assert found.columns.known == CHOSEN


def test_without_a_number_there_is_nothing_to_compare(copy: OpenCopy, tmp_path: Path) -> None:
    with pytest.raises(ColumnsWanted, match="phone number"):
        copy.lists.compare(odd_list(tmp_path, copy), {"service": "Wer"})


def test_a_column_that_was_guessed_wrongly_can_be_chosen_anew(
    copy: OpenCopy, tmp_path: Path
) -> None:
    path = odd_list(tmp_path, copy, "Service;Phone;Second phone")
    assert copy.lists.compare(path).columns.known["number"] == "Phone"
    with pytest.raises(ColumnsWanted):
        copy.lists.compare(path, {"number": "No such heading"})


def test_a_choice_is_remembered_for_the_next_list(work: WorkFile, tmp_path: Path) -> None:
    def opened() -> OpenCopy:
        columns = RememberedColumns(tmp_path / "columns.json")
        return OpenCopy(
            work, by="Amara", now=lambda: NOW, open_in_use=nothing_in_use, columns=columns
        )

    path = odd_list(tmp_path, opened())
    opened().lists.compare(path, CHOSEN)
    assert opened().lists.compare(path).columns.known == CHOSEN


def test_a_remembered_fact_nobody_knows_is_passed_over(work: WorkFile, tmp_path: Path) -> None:
    columns = RememberedColumns(tmp_path / "columns.json")
    copy = OpenCopy(work, by="Amara", now=lambda: NOW, open_in_use=nothing_in_use, columns=columns)
    columns.keep(("Wer", "Wählen", "Wann"), {**CHOSEN, "fax": "Wann"})
    assert copy.lists.compare(odd_list(tmp_path, copy)).columns.known == CHOSEN


def test_a_list_without_headings_is_told(copy: OpenCopy, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text(f"Town MASH;{NEW}\nTown EDT;01632 960102\n", "utf-8")
    with pytest.raises(WorkshopError, match="phone number") as told:
        copy.lists.compare(path)
    assert isinstance(told.value, ColumnsWanted)
    assert told.value.columns.headings == ()
