"""`who-to-call check --area`: compiled aside, asked, and told in one list."""

import shutil
from pathlib import Path

import pytest

from desktop_app.authoring.read.source_folders import default_area
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.cli.main import main
from tests.authoring.areas.second_area import FOLDER, second_release
from tests.compiled_files import copied_postcodes

__all__ = ["copied_postcodes"]

pytestmark = pytest.mark.slow


@pytest.fixture
def compiled_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second area's file, whose cases are no part of it, is compiled once for all tests."""

    def hand_out(_sources: SourceTree, out: Path) -> ReleaseContents:
        contents, file = second_release()
        shutil.copy(file, out)
        return contents

    monkeypatch.setattr("desktop_app.authoring.compile.compile_directory", hand_out)


@pytest.mark.usefixtures("compiled_already")
def test_an_area_that_answers_says_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--area", str(FOLDER)]) == 0
    said = capsys.readouterr().out
    assert "Norfolk and Suffolk: 0 wrong" in said
    assert "* Norfolk has no night number for the adults’ front door." in said


@pytest.mark.usefixtures("copied_postcodes")
def test_the_usual_area_answers_as_its_cases_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--area", default_area()]) == 0
    assert ": 0 wrong" in capsys.readouterr().out


@pytest.mark.usefixtures("compiled_already")
def test_a_case_that_does_not_hold_is_told_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(FOLDER, folder)
    cases = folder / "cases.yaml"
    cases.write_text(cases.read_text("utf-8").replace("NR1 3JU: norfolk", "NR1 3JU: suffolk"))
    assert main(["check", "--area", str(folder)]) == 1
    assert f"{folder}/cases.yaml:12: NR1 3JU leads to norfolk" in capsys.readouterr().out


def test_a_mistake_in_the_sources_is_told_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(FOLDER, folder)
    service = folder / "services" / "leeway.yaml"
    service.write_text(service.read_text("utf-8").replace("0300 561 0077", "0300 561"))
    assert main(["check", "--area", str(folder)]) == 1
    assert f"{folder}/services/leeway.yaml:" in capsys.readouterr().out


def test_an_area_nobody_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--area", "moon"]) == 1
    assert "moon: This is neither an area nor a folder" in capsys.readouterr().out
