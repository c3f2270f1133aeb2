"""Two stewards on a share in a terminal."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.working_files import small_work_file

CITE = ("--document", "page-2024")
LABEL = "town-mash/office/label"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    with small_work_file(tmp_path) as work:
        path = work.path
    assert main(["workshop", "share", str(path), str(tmp_path / "share"), "--by", "Ann"]) == 0
    return tmp_path / "share/small.wtcwork"


def run(step: str, path: Path, *more: str, by: str = "Ann") -> int:
    named = () if step == "shared" else ("--by", by)
    return main(["workshop", step, str(path), *more, *named])


def test_what_both_changed_goes_over_the_share(
    share: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ann, bob = tmp_path / "ann.wtcwork", tmp_path / "bob.wtcwork"
    assert run("take", ann, str(share)) == 0
    assert run("take", bob, str(share), "--copy", by="Bob") == 0
    assert run("edit", ann, LABEL, "Front door", *CITE) == 0
    assert run("edit", bob, LABEL, "Front desk", *CITE, by="Bob") == 0
    assert run("put", ann) == 0
    capsys.readouterr()
    assert run("put", bob, by="Bob") == 2
    told = capsys.readouterr()
    assert "mine: Front desk; theirs: Front door" in told.out
    assert "--choose" in told.err
    assert run("shared", bob) == 0
    assert "To put: 1 fact. To receive: 1 fact." in capsys.readouterr().out
    assert run("put", bob, "--choose", "1=mine", by="Bob") == 0
    assert "State 3: 1 fact put, 1 fact received." in capsys.readouterr().out


def test_somebody_who_has_it_is_named(
    share: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("take", tmp_path / "ann.wtcwork", str(share)) == 0
    assert run("take", tmp_path / "bob.wtcwork", str(share), by="Bob") == 2
    assert "Ann has it since" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--choose", "1"), "is no choice"),
        (("--choose", "7=mine"), "no clash 7"),
    ],
)
def test_a_choice_that_is_none_is_told(
    share: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, str],
    sentence: str,
) -> None:
    assert run("take", tmp_path / "ann.wtcwork", str(share)) == 0
    assert run("put", tmp_path / "ann.wtcwork", *more) == 2
    assert sentence in capsys.readouterr().err
