"""Lists of a working file: compared, taken as one change, and nothing verified by any of it."""

import csv
import random
from pathlib import Path
from time import process_time

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.lists.lists import ListRow
from desktop_app.ui.workshop.working_copy import NewDocument, WorkshopError
from desktop_app.workshop.history import undoable
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import change
from tests.exchange.workbooks import saved, workbook
from tests.sweeps import size

HEADINGS = ("Service", "Team", "Telephone", "Hours")
NEW = "01632 960177"
WORKBOOKS = 20
"""Of so many lists one is a workbook: to read one takes a process, and no list is another's."""


def a_list(folder: Path, *rows: tuple[str, ...]) -> Path:
    book, _ = workbook(HEADINGS, *rows)
    path = folder / "council.xlsx"
    path.write_bytes(saved(book))
    return path


def a_text(folder: Path, *rows: tuple[str, ...]) -> Path:
    path = folder / "council.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def of_the_town(copy: OpenCopy, number: str) -> tuple[str, ...]:
    sheet = copy.sheet("town-mash")
    return sheet.name, sheet.cards[0].heading, number, ""


def offered(rows: tuple[ListRow, ...]) -> frozenset[int]:
    return frozenset(row.key for row in rows if row.offered)


def test_a_changed_row_is_taken_as_one_change_and_one_step_takes_it_back(
    copy: OpenCopy, work: WorkFile, tmp_path: Path
) -> None:
    before = work.texts
    found = copy.lists.compare(a_list(tmp_path, of_the_town(copy, NEW)))
    assert work.texts == before
    told = copy.lists.take(offered(found.rows), "page-2024", alarms_seen=True)
    assert told == "Changed: 2 facts in 1 row. One step back takes all of it back."
    assert NEW in [line.display for line in lines_in(work.texts)]
    assert len(undoable(work)) == 1
    copy.undo()
    assert work.texts == before


def test_a_row_is_told_by_the_names_of_its_service_and_who_answers(
    copy: OpenCopy, tmp_path: Path
) -> None:
    name, label, *_ = of_the_town(copy, NEW)
    (row,) = [
        x for x in copy.lists.compare(a_list(tmp_path, of_the_town(copy, NEW))).rows if x.offered
    ]
    assert row.about == f"{name}, {label}"


def test_the_list_itself_becomes_the_document_it_is_taken_on(
    copy: OpenCopy, tmp_path: Path
) -> None:
    path = a_list(tmp_path, of_the_town(copy, NEW))
    found = copy.lists.compare(path)
    document = copy.add_document(NewDocument("List", "Town Council", "1 Dec 2026", str(path)))
    assert copy.lists.take(offered(found.rows), document.id, alarms_seen=True)


def test_a_list_compared_before_another_change_is_compared_again(
    copy: OpenCopy, work: WorkFile, tmp_path: Path
) -> None:
    found = copy.lists.compare(a_list(tmp_path, of_the_town(copy, NEW)))
    assert copy.edit(change(copy, "Note", "Say the postcode first.")).taken
    after = work.texts
    with pytest.raises(WorkshopError, match="Compare it again"):
        copy.lists.take(offered(found.rows), "page-2024", alarms_seen=True)
    assert work.texts == after


def test_with_no_list_there_is_nothing_to_take(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="Choose a list first"):
        copy.lists.take(frozenset({1}), "page-2024", alarms_seen=True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.xlsx", b""),
        ("odd.xlsx", b"not one"),
        ("odd.json", b"{"),
        ("odd.csv", b"\xff\xfe\x00"),
        ("odd.ods", b"PK"),
        ("words.csv", b"a,b\n1,2\n"),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(
    copy: OpenCopy, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WorkshopError, match=r"\."):
        copy.lists.compare(tmp_path / name)


@pytest.mark.parametrize("path", ["gone.xlsx", ""])
def test_a_file_that_is_not_there_is_told(copy: OpenCopy, tmp_path: Path, path: str) -> None:
    with pytest.raises(WorkshopError, match="cannot be read"):
        copy.lists.compare(tmp_path / path)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(size(1, 10)))
def test_lists_of_any_kind_verify_nothing(
    copy: OpenCopy, work: WorkFile, tmp_path: Path, batch: int
) -> None:
    chance = random.Random(14 + batch)
    checks = [line.verified for line in lines_in(work.texts) if line.verified]
    for at in range(size(25, 100)):
        number = f"01632 960{chance.randrange(100, 999)}"
        hours = chance.choice(["", "9-5", "Mon-Fri 9am-5pm", "office hours", "24 hours"])
        row = (*of_the_town(copy, number)[:3], hours)
        path = a_list(tmp_path, row) if at % WORKBOOKS == 0 else a_text(tmp_path, row)
        found = copy.lists.compare(path)
        if taken := offered(found.rows):
            copy.lists.take(taken, "page-2024", alarms_seen=True)
        found_checks = [line.verified for line in lines_in(work.texts) if line.verified]
        assert all(check in checks for check in found_checks), at
        assert len(found_checks) <= len(checks)


def reports(folder: Path, files: int, rows: int) -> Path:
    folder.mkdir()
    for file in range(files):
        lines = ["number,service,moment_uk,what_happened,in_words,release,id,service_id,line_id"]
        lines += [
            f"01632 960101,Town MASH,2026-11-{1 + row % 28:02} 10:{row % 60:02},no_answer,,1,"
            f"r-{file}-{row},town-mash,office"
            for row in range(rows)
        ]
        (folder / f"desk-{file:03}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_reports_of_four_hundred_desks_are_read_once(
    copy: OpenCopy, work: WorkFile, tmp_path: Path
) -> None:
    folder = reports(tmp_path / "desks", 400, 25)
    copy.rows()  # the copy itself is read once, whatever is asked of it
    began = process_time()
    told = copy.lists.read_reports(folder)
    taken = process_time() - began
    assert told[0].startswith("400 files: 10000 new reports, 0 known before, 0 about no line")
    assert copy.lists.read_reports(folder)[0].startswith("400 files: 0 new reports, 10000 known")
    assert [each for (each,) in work.rows("SELECT count(*) FROM report")] == [10_000]
    assert taken <= 2, f"{taken:.1f} s of processor time"
    assert copy.ring.cards()[0].number == "01632 960101"


def test_a_folder_with_nothing_in_it_is_told(copy: OpenCopy, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(WorkshopError, match="nothing to read"):
        copy.lists.read_reports(tmp_path / "none")


@pytest.mark.parametrize("way", ["xlsx", "csv", "hsds", "oruk"])
def test_the_directory_is_given_out_as_the_copy_has_it(
    copy: OpenCopy, tmp_path: Path, way: str
) -> None:
    assert copy.edit(change(copy, "Number", NEW)).taken
    path = tmp_path / f"out.{way}"
    assert "services were written" in copy.lists.give_out(way, path, public=False)
    assert path.stat().st_size > 500
    if way != "xlsx":
        assert NEW[-6:] in path.read_text("utf-8-sig")


@pytest.mark.usefixtures("qapp")
def test_the_quality_report_is_given_out_with_the_calls_of_the_copy(
    copy: OpenCopy, tmp_path: Path
) -> None:
    for kind, begins in (("xlsx", b"PK"), ("pdf", b"%PDF")):
        path = tmp_path / f"quality.{kind}"
        assert "report was written" in copy.lists.give_out(f"quality-{kind}", path, public=False)
        assert path.read_bytes().startswith(begins)


def test_what_is_for_professionals_is_said_or_left_out(copy: OpenCopy, tmp_path: Path) -> None:
    whole = copy.lists.give_out("csv", tmp_path / "a.csv", public=False)
    public = copy.lists.give_out("csv", tmp_path / "b.csv", public=True)
    assert whole.endswith("for professionals only.")
    assert not public.endswith("for professionals only.")


def test_a_place_that_takes_no_file_is_told(copy: OpenCopy, tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="folder"):
        copy.lists.give_out("csv", tmp_path / "gone" / "a.csv", public=False)
