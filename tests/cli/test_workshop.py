"""A steward's work in a terminal, from an empty folder to a directory that carries the change."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.read.source_folders import default_area
from desktop_app.cli.main import main
from desktop_app.paths import national_sources
from desktop_app.store.directory.directory import open_directory
from desktop_app.workshop.work_file import WorkFile
from tests.compiled_files import real_file

__all__ = ["real_file"]
BY = ["--by", "A. Steward"]
MASH = "01582 547653"
MAIL = ["--title", "Mail", "--publisher", "Luton Council", "--dated", "1 Dec 2026"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "mine.wtcwork"
    folder = str(national_sources().parent)
    wanted = ["workshop", "new", str(made), "--from", folder, "--area", default_area()]
    assert main(wanted) == 0
    return made


def said(capsys: pytest.CaptureFixture[str], step: str, path: Path, *more: str) -> str:
    capsys.readouterr()
    assert main(["workshop", step, str(path), *more]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], step: str, path: Path, *more: str) -> str:
    capsys.readouterr()
    assert main(["workshop", step, str(path), *more]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_number_goes_from_a_mail_into_a_directory(
    path: Path, tmp_path: Path, real_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"New number")
    said(capsys, "document", path, "mail-2026", *MAIL, "--file", str(mail), *BY)
    told = said(capsys, "number", path, MASH, "01582 547654", "--document", "mail-2026", *BY)
    assert "Look at this yourself" in told
    out = tmp_path / "out.sqlite"
    said(capsys, "compile", path, str(out), "--directory", str(real_file))
    with closing(open_directory(out)) as directory:
        shown = {line.display for service in directory.services() for line in service.lines}
    assert "01582 547654" in shown
    assert MASH not in shown


def test_evidence_is_listed_and_comes_out_as_it_went_in(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"New number\x00")
    said(capsys, "document", path, "mail-2026", *MAIL, "--file", str(mail), *BY)
    sha256, document, name = said(capsys, "evidence", path).split()
    assert (document, name) == ("mail-2026", "mail.eml")
    said(capsys, "evidence", path, "--save", sha256, "--to", str(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == mail.read_bytes()


def test_a_page_is_changed_as_a_whole(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with WorkFile.open(path) as work:
        page = next(name for name in work.texts if name.endswith("what-to-record.md"))
        new = (work.text(page) or "") + "\nSign it.\n"
    (tmp_path / "new.md").write_text(new, "utf-8")
    cite = ("--document", "blmk-icb-2024")
    said(capsys, "text", path, page, str(tmp_path / "new.md"), *cite, *BY)
    with WorkFile.open(path) as work:
        assert work.text(page) == new


def test_one_field_is_changed_told_and_taken_back(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cite = ["--document", "blmk-icb-2024", "--why", "a slip", *BY]
    said(capsys, "edit", path, "luton-adults/office/label", "Adults desk", *cite)
    (line,) = said(capsys, "log", path).splitlines()
    assert re.search(
        r"A\. Steward changed luton-adults › lines › office › label: .* → Adults", line
    )
    assert "a slip [blmk-icb-2024]" in line
    assert "took back" in said(capsys, "undo", path, *BY)
    assert "did again" in said(capsys, "redo", path, *BY)
    assert len(said(capsys, "log", path).splitlines()) == 3


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("nobody/office/number", "1", "--document", "x"), "No service has the id “nobody”"),
        (("luton-adults/office/number", '"0158"', "--document", "blmk-icb-2024"), "Not saved."),
        (("luton-adults/office/note", "x"), "Say which document"),
        (("luton-adults/office/note", "--document", "x"), "Say the new value"),
        (("luton-adults/office/note", "[", "--document", "x"), "not readable YAML"),
    ],
)
def test_what_cannot_be_saved_is_one_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(capsys, "edit", path, *more, *BY)
    assert said(capsys, "log", path) == "Nothing was changed yet.\n"


def test_without_a_name_nothing_is_changed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = ("luton-adults/office/note", "x", "--document", "blmk-icb-2024", "--by", "")
    assert "Say who" in refused(capsys, "edit", path, *more)


def test_a_call_is_kept_and_the_number_leaves_the_list(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert MASH in said(capsys, "ring", path)
    told = said(capsys, "record", path, MASH, "matches", "--heard", "number,hours", *BY)
    assert "verified on every line" in told
    assert MASH not in said(capsys, "ring", path)
    assert "never rung to try it" in refused(capsys, "record", path, "999", "no_answer", *BY)
    wrong = refused(capsys, "record", path, MASH, "matches", "--heard", "mood", *BY)
    assert "Facts: number, hours, name" in wrong


def test_the_folder_that_is_written_is_the_checkouts(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "0 files" in said(capsys, "export", path, str(national_sources().parent))
    said(capsys, "export", path, str(tmp_path / "out"))
    for folder in ("national", f"areas/{default_area()}"):
        for kept in (national_sources().parent / folder).rglob("*"):
            if kept.is_file():
                name = kept.relative_to(national_sources().parent)
                assert (tmp_path / "out" / name).read_bytes() == kept.read_bytes()


def test_the_file_is_said_to_be_sound_and_a_damaged_one_is_not(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "sound" in said(capsys, "open", path)
    assert "can be compiled" in said(capsys, "check", path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"01582 547653", b"01582 547659"))
    assert "is damaged" in refused(capsys, "open", path)


def test_a_mistake_is_told_with_its_place(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"areas/{default_area()}/services/luton-council.yaml"
    with WorkFile.open(path) as work, work.changing() as change:
        text = (work.text(name) or "").replace(MASH, "01582 54765")
        change.put("source", {"name": name, "text": text})
    capsys.readouterr()
    assert main(["workshop", "check", str(path)]) == 1
    assert f"{name}:" in capsys.readouterr().err


def test_help_says_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["workshop", "--help"])
    text = capsys.readouterr().out
    for step in ("new", "edit", "number", "undo", "log", "export", "check", "compile", "ring"):
        assert re.search(rf"^    {step} ", text, re.MULTILINE), step
