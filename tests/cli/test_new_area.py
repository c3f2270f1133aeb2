"""`who-to-call new-area`: a folder, or one plain sentence and nothing written."""

import errno
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.authoring.areas.test_new_area import POINTS, POSTCODES


@pytest.fixture(autouse=True)
def few_postcodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three postcodes instead of the country's."""
    postcodes = "desktop_app.authoring.places.postcodes"
    monkeypatch.setattr(f"{postcodes}.package_rows", lambda: iter(POSTCODES))
    monkeypatch.setattr(f"{postcodes}.package_points", lambda: iter(POINTS))


def test_one_command_writes_the_folder_and_says_what_is_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "two"
    asked = ["new-area", "two-counties", "--authorities", "Norfolk", "Plymouth"]
    assert main([*asked, "--folder", str(folder)]) == 0
    assert f"check --area {folder}" in capsys.readouterr().out
    assert {"area.yaml", "cases.yaml", "services", "to-find.md"} <= {
        path.name for path in folder.iterdir()
    }


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ([], "Norfolk, Plymouth and Suffolk"),
        (["--name", "  "], "Norfolk, Plymouth and Suffolk"),
        (["--name", "Here  and there"], "Here and there"),
    ],
)
def test_an_area_without_a_name_is_called_by_its_authorities(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: list[str], name: str
) -> None:
    asked = ["new-area", "three", "--authorities", "Norfolk", "Plymouth", "Suffolk", *named]
    assert main([*asked, "--folder", str(tmp_path / "three")]) == 0
    assert f"files for {name}." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Norfolk & Co", "--authorities", "Norfolk"], "An id has small letters"),
        (["é", "--authorities", "Norfolk"], "An id has small letters"),
        (["-", "--authorities", "Norfolk"], "An id has small letters"),
        (["two-", "--authorities", "Norfolk"], "An id has small letters"),
        (["national", "--authorities", "Norfolk"], "“national” means something else"),
        (["norwich", "--authorities", "Norwich"], "A district has no social services"),
        (["nowhere", "--authorities", "Atlantis"], "No council or county is called so"),
        (["x" * 81, "--authorities", "Norfolk"], "An id stands in names of files: at most 80"),
        (["two", "--authorities", "Norfolk", "--name", "x" * 81], "A name has at most 80 letters"),
        (["two", "--authorities", "Norfolk", "--name", "a\u202eb"], "all of which can be seen"),
    ],
)
def test_a_mistake_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    folder = tmp_path / "two"
    assert main(["new-area", *arguments, "--folder", str(folder)]) == 2
    assert told in capsys.readouterr().err
    assert not folder.exists()


def test_a_disk_that_is_full_leaves_nothing_that_refuses_the_next_try(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, written = tmp_path / "two", []
    write_text = Path.write_text

    def full_after_three(path: Path, text: str, **how: str) -> int:
        written.append(path)
        if len(written) > 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write_text(path, text, **how)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full_after_three)
        asked = ["new-area", "two", "--authorities", "Norfolk", "--folder", str(folder)]
        assert main(asked) == 2
    told = f"{folder} could not be written (No space left on device): nothing is there.\n"
    assert capsys.readouterr().err == told
    assert not folder.exists()
    assert main(asked) == 0


def test_a_folder_below_a_file_is_told_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "two"
    assert main(["new-area", "two", "--authorities", "Norfolk", "--folder", str(folder)]) == 2
    assert f"{folder} could not be written (" in capsys.readouterr().err
