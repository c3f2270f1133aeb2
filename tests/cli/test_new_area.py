"""`who-to-call new-area`: a folder, or one plain sentence and nothing written."""

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
    ],
)
def test_a_mistake_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    folder = tmp_path / "two"
    assert main(["new-area", *arguments, "--folder", str(folder)]) == 2
    assert told in capsys.readouterr().err
    assert not folder.exists()
