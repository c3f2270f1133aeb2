"""What was ticked becomes one act of the working file: checked, written once, taken back once."""

from pathlib import Path

import pytest

from desktop_app.exchange.proposal.compare import proposal
from desktop_app.exchange.proposal.rows import Proposal
from desktop_app.exchange.proposal.source_edits import source_edits
from desktop_app.exchange.tables.read_table import read_table
from desktop_app.workshop.checking import read_texts
from desktop_app.workshop.editing import edit, undo
from tests.exchange.workbooks import saved, workbook
from tests.working_files import NOW, SAID, small_work_file

ROWS = (
    ("Service", "Line", "Phone", "Hours", "Email"),
    ("Town MASH", "office", "01632 960155 ext 4", "Mon-Fri 9-5", "duty@example.org"),
    ("Town MASH", "out-of-hours", "01632 960156", "24/7", ""),
    ("Town MASH", "", "01632 960157", "Mon-Fri 10-4", ""),
    ("Women’s Helpline", "helpline", "0808 157 0124", "24 hours", ""),
)


def compared(texts: dict[str, str]) -> Proposal:
    services = [each for _, each, _ in read_texts(texts, NOW.date()).services]
    book, sheet = workbook(*ROWS)
    sheet["F1"], sheet["F4"] = "Type", "text"
    table = read_table("list.xlsx", saved(book))
    return proposal(table, services, made_up_allowed=True)


def test_everything_ticked_is_one_act_and_one_undo(tmp_path: Path) -> None:
    work = small_work_file(tmp_path)
    before = dict(work.texts)
    found = compared(before)
    offered = {row.key for row in found.rows if row.offered}
    assert len(offered) == 4
    assert work.texts == before
    taken = found.taken(offered, alarms_seen=True)
    act = edit(work, source_edits(before, taken, "page-2024"), SAID)
    assert work.texts != before
    assert undo(work, by="A. Steward", at=NOW) == act + 1
    assert work.texts == before


def test_what_was_taken_stands_in_the_directory_and_no_check_does(tmp_path: Path) -> None:
    work = small_work_file(tmp_path)
    found = compared(dict(work.texts))
    taken = found.taken({row.key for row in found.rows if row.offered}, alarms_seen=True)
    edit(work, source_edits(work.texts, taken, "page-2024"), SAID)
    services = {each.id: each for _, each, _ in read_texts(work.texts, NOW.date()).services}
    office, night, *_, new = services["town-mash"].lines
    assert (office.display, office.verified) == ("01632 960155", None)
    assert "extension 4" in office.note
    assert office.sources[-1].document == "page-2024"
    assert office.hours.statements[0].document == "page-2024"
    assert (night.display, new.display, new.kind) == ("01632 960156", "01632 960157", "text")
    assert services["town-mash"].emails[-1].text == "duty@example.org"
    assert not any(line.verified for each in services.values() for line in each.lines)


@pytest.mark.parametrize("row", range(5))
def test_each_row_alone_can_be_taken_and_taken_back(tmp_path: Path, row: int) -> None:
    work = small_work_file(tmp_path)
    before = dict(work.texts)
    found = compared(before)
    offered = [each.key for each in found.rows if each.offered]
    if row < len(offered):
        edit(work, source_edits(before, found.taken({offered[row]}, alarms_seen=True), "page-2024"),
             SAID)  # fmt: skip
        undo(work, by="A. Steward", at=NOW)
    assert work.texts == before
