"""The export of GOV.UK's list, made up here: a row becomes a front door, or it is said why not."""

import csv
import io
from pathlib import Path

import pytest

from desktop_app.authoring.__main__ import main
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.front_doors import COLUMNS, FrontDoor
from desktop_app.authoring.read.govuk_export import (
    HeldDoors,
    doors_from,
    read_export,
    write_rows,
)
from tests.small_sources import write_sources

HEAD = "gss,name,phone,general_notes,url\n"
HELD = HeldDoors(
    bodies={"E06000001": "Upper Vale", "E06000002": "Low Fen", "E10000003": "Fenshire"},
    districts={"E07000004"},
    with_door={"E06000002"},
)


def exported(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "export.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def made(folder: Path, *rows: str) -> list[FrontDoor | Mistake]:
    return list(doors_from(read_export(exported(folder, *rows)), HELD, "gov-uk", made_up=True))


def test_a_row_becomes_a_front_door_and_its_notes_are_not_carried(tmp_path: Path) -> None:
    row = 'E06000001,Upper Vale,01632 960001,"Open 9 to 5",https://vale.example/report/'
    (door,) = made(tmp_path, row)
    assert isinstance(door, FrontDoor)
    assert (door.body, door.role, door.number) == (
        "E06000001",
        "children_front_door",
        "01632 960001",
    )
    assert (door.hours, door.document, door.standing) == ("", "gov-uk", "in_use")
    assert door.note == "Its page: vale.example/report."
    out = io.StringIO()
    write_rows([door], out)
    (read,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert tuple(read) == COLUMNS
    assert "9 to 5" not in out.getvalue()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("E07000004,A district,01632 960001,,", "a district has no social services"),
        ("E06999999,Nowhere,01632 960001,,", "no body has the code “E06999999”"),
        ("E06000002,Low Fen,01632 960001,,", "it has a number already"),
        ("E06000001,Upper Vale,,,", "no number is given"),
        ("E06000001,Upper Vale,01632 96,,", "Upper Vale: "),
        ("E06000001,Upper Vale,01632 960001 or 960002,,", "Upper Vale: "),
    ],
)
def test_a_row_that_is_none_says_why(tmp_path: Path, row: str, told: str) -> None:
    (mistake,) = made(tmp_path, row)
    assert isinstance(mistake, Mistake)
    assert told in mistake.sentence
    assert mistake.line == 2


def test_a_council_given_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    first, second = made(
        tmp_path, "E06000001,Upper Vale,01632 960001,,", "E06000001,Upper Vale,01632 960002,,"
    )
    assert isinstance(first, FrontDoor)
    assert isinstance(second, Mistake)
    assert "given twice" in second.sentence


@pytest.mark.parametrize("head", ["code,name,phone\n", ""])
def test_another_file_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(MistakesFound, match="gss, name, phone, general_notes, url"):
        read_export(exported(tmp_path, head=head))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MistakesFound, match="missing"):
        read_export(tmp_path / "gone.csv")


def test_the_command_writes_rows_and_tells_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = write_sources(tmp_path / "sources")
    path = exported(
        tmp_path,
        "E06000001,Hartlepool,01632 960001,,",
        "E07000096,Dacorum,01632 960002,,",
        "E06999999,Nowhere,01632 960003,,",
    )
    assert main(["doors", str(path), "--document", "page-2024", "--sources", str(sources)]) == 0
    said = capsys.readouterr()
    (row,) = csv.DictReader(io.StringIO(said.out))
    assert (row["body"], row["number"]) == ("E06000001", "01632 960001")
    assert "Dacorum: it has a number already" in said.err
    assert "no body has the code “E06999999”" in said.err


def test_a_document_nobody_lists_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = write_sources(tmp_path / "sources")
    path = exported(tmp_path, "E06000001,Hartlepool,01632 960001,,")
    assert main(["doors", str(path), "--document", "a-dream", "--sources", str(sources)]) == 2
    assert "“a-dream” is not a document" in capsys.readouterr().err
