"""`who-to-call exchange`: lists out and in, reports and quality, in a terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.cli.main import main
from desktop_app.workshop.work_file import WorkFile
from tests.exchange.workbooks import saved, workbook
from tests.working_files import small_work_file

Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*arguments: object, status: int = 0) -> str:
        assert main([str(each) for each in arguments]) == status
        captured = capsys.readouterr()
        return captured.out + captured.err

    return run


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_the_directory_goes_out_and_comes_back_unchanged(
    said: Said, tmp_path: Path, name: str
) -> None:
    assert "services were written" in said("exchange", "export", tmp_path / name)
    told = said("exchange", "import", tmp_path / name)
    assert "0 changed, 0 new, 0 missing, 0 unreadable" in told
    assert "Nothing was written" in told


@pytest.mark.parametrize("way", ["hsds", "oruk"])
def test_open_referral_data_goes_out_and_comes_back_unchanged(
    said: Said, tmp_path: Path, way: str
) -> None:
    assert "for professionals only" in said("exchange", "export", tmp_path / "o.json", "--as", way)
    told = said("exchange", "import", tmp_path / "o.json")
    assert "0 changed, 0 new, 0 missing, 0 unreadable" in told


def test_an_export_says_which_way_when_the_name_does_not(said: Said, tmp_path: Path) -> None:
    assert "--as" in said("exchange", "export", tmp_path / "out.json", status=2)
    assert not (tmp_path / "out.json").exists()


def changed_list(tmp_path: Path) -> Path:
    head = ("Service", "Line", "Phone", "Hours")
    book, _ = workbook(
        head,
        ("Town MASH", "office", "01632 960155", "Mon-Fri 9-5"),
        ("Town MASH", "out-of-hours", "01632 960102", "out of hours"),
        ("Women’s Helpline", "", "0808 157 0123", "24 hours"),
    )
    path = tmp_path / "list.xlsx"
    path.write_bytes(saved(book))
    return path


def test_a_list_is_shown_first_and_taken_only_when_asked(said: Said, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    work, listed = tmp_path / "small.wtcwork", changed_list(tmp_path)
    before = WorkFile.open(work).texts
    told = said("exchange", "import", listed, "--work", work)
    assert "[ ]    1 changed" in told
    assert "01632 960101 → 01632 960155" in told
    assert WorkFile.open(work).texts == before
    who = ("--by", "A. Steward", "--document", "page-2024")
    ticked = ("--take", "1", "--alarms-seen")
    assert "one undo" in said("exchange", "import", listed, "--work", work, *ticked, *who)
    after = WorkFile.open(work).texts
    assert sum(before[name] != after[name] for name in before) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--take", "1"), "--work"),
        (("--work", "WORK", "--take", "1"), "--by"),
        (("--work", "WORK", "--take", "1", "--by", "A", "--document", "gone"), "gone"),
        (("--work", "WORK", "--take", "x", "--by", "A", "--document", "page-2024"), "--take"),
        (("--work", "WORK", "--take", "2", "--by", "A", "--document", "page-2024"), "Row 2"),
        (("--work", "WORK", "--take", "99", "--by", "A", "--document", "page-2024"), "row 99"),
    ],
)
def test_what_cannot_be_taken_is_told_in_one_sentence(
    said: Said, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    small_work_file(tmp_path).close()
    work = tmp_path / "small.wtcwork"
    given = [str(work) if each == "WORK" else each for each in options]
    before = work.read_bytes()
    answer = said("exchange", "import", changed_list(tmp_path), *given, status=2)
    assert told in answer
    assert len(answer.strip().splitlines()) == 1
    assert work.read_bytes() == before


def test_columns_are_remembered_in_a_file(said: Said, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    options = ("--work", tmp_path / "small.wtcwork", "--columns", tmp_path / "columns.json")
    said("exchange", "import", changed_list(tmp_path), *options)
    kept = json.loads((tmp_path / "columns.json").read_text("utf-8"))
    assert kept["Contacts"]["number"] == "Phone"
    book, _ = workbook(("Team", "Dial"), ("Town MASH", "01632 960101"))
    (tmp_path / "other.xlsx").write_bytes(saved(book))
    assert "“Service”" in said("exchange", "import", tmp_path / "other.xlsx", *options, status=2)


def test_which_column_is_which_can_be_said(said: Said, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    work = ("--work", tmp_path / "small.wtcwork")
    book, _ = workbook(("Whom", "Digits"), ("Town MASH", "01632 960155"))
    (tmp_path / "odd.xlsx").write_bytes(saved(book))
    told = said("exchange", "import", tmp_path / "odd.xlsx", *work, status=2)
    assert "Say which is which" in told
    mapped = ("--map", "service=Whom", "--map", "number=Digits")
    assert "1 changed" in said("exchange", "import", tmp_path / "odd.xlsx", *work, *mapped)
    assert "FACT=HEADING" in said(
        "exchange", "import", tmp_path / "odd.xlsx", *work, "--map", "colour=Whom", status=2
    )


def test_a_list_as_json_carries_every_row(said: Said, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    work = tmp_path / "small.wtcwork"
    told = json.loads(said("exchange", "import", changed_list(tmp_path), "--work", work, "--json"))
    assert told["counted"]["changed"] == 1
    assert told["rows"][0]["offered"] is True


def test_reports_are_kept_in_the_working_file_and_read_once(said: Said, tmp_path: Path) -> None:
    small_work_file(tmp_path).close()
    work, folder = tmp_path / "small.wtcwork", tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.csv").write_text(
        "number,service,moment_uk,what_happened,in_words,release\n"
        "0808 2000 247,A helpline,2026-11-20 16:35,no_answer,Nobody answered,1\n",
        "utf-8",
    )
    (folder / "photo.png").write_bytes(b"\x89PNG")
    first = json.loads(said("exchange", "reports", folder, "--work", work, "--json"))
    again = json.loads(said("exchange", "reports", folder, "--work", work, "--json"))
    assert (first["new"], again["new"], again["again"]) == (1, 0, 1)
    assert "photo.png" in first["odd"][0]


@pytest.mark.parametrize("name", ["quality.xlsx", "quality.pdf"])
def test_the_quality_report_is_written(
    qapp: QApplication, said: Said, tmp_path: Path, name: str
) -> None:
    small_work_file(tmp_path).close()
    work = ("--work", tmp_path / "small.wtcwork")
    assert name in said("exchange", "quality", tmp_path / name, *work)
    assert (tmp_path / name).read_bytes()[:4] in {b"%PDF", b"PK\x03\x04"}
    assert ".xlsx or a .pdf" in said("exchange", "quality", tmp_path / "q.txt", status=2)


@pytest.mark.parametrize("part", ["import", "reports"])
def test_a_file_that_is_not_there_is_told(said: Said, tmp_path: Path, part: str) -> None:
    answer = said("exchange", part, tmp_path / "gone.csv", status=2)
    assert len(answer.strip().splitlines()) == 1
