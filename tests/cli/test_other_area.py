"""A list for another area than IT has set: refused by name in each command and in the window."""

import json
from pathlib import Path

import pytest

from desktop_app.app.dependencies import installed_parts
from desktop_app.cli.main import main
from desktop_app.domain.services.errors import DirectoryOfAnotherArea
from desktop_app.store.user.settings import VARIABLE
from tests.area import AREA

COMMANDS = (
    ("now", "--about", "child", "--in", "unknown"),
    ("where", "MK9 3EJ"),
    ("search", "MASH"),
    ("check", "--self"),
)


@pytest.fixture(autouse=True)
def set_to_another_area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policy.json").write_text(json.dumps({"Area": "Vale and Fen"}), "utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "policy.json"))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_no_command_answers_from_it(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert main(list(command)) != 0
    told = "".join(capsys.readouterr())
    assert AREA.name in told
    assert "Vale and Fen" in told


def test_the_window_shows_none_of_its_numbers() -> None:
    with pytest.raises(DirectoryOfAnotherArea, match="Vale and Fen"):
        installed_parts().open_directory()
