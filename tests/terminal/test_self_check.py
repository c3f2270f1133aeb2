"""`who-to-call check --self`: what works is said, what does not is named."""

import re
from pathlib import Path

import pytest

from desktop_app.domain.policy import policy_of
from desktop_app.store.policy import read_file
from desktop_app.terminal import self_check


def test_this_checkout_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_check.run_self_check() == 0
    said = capsys.readouterr().out
    assert (said.count("passed"), said.count("FAILED")) == (9, 0)


def test_missing_directory_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WHO_TO_CALL_DIRECTORY", str(tmp_path / "gone.sqlite"))
    assert self_check.run_self_check() == 1
    assert "FAILED  list of numbers" in capsys.readouterr().out


def test_missing_style_sheet_fails(tmp_path: Path) -> None:
    with pytest.raises(self_check.Broken, match="no style sheet"):
        self_check.window(tmp_path)


def test_module_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        if name == "desktop_app.store.search":
            raise ImportError("no such part")

    monkeypatch.setattr(self_check, "import_module", broken)
    with pytest.raises(self_check.Broken, match=r"desktop_app\.store\.search cannot be loaded"):
        self_check.modules()


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ('{"HomeCouncil": "Atlantis"}', "HomeCouncil is set to 'Atlantis'"),
        ('{"HomeCouncl": "luton"}', "HomeCouncl is not a setting"),
        ('{"Theme": "pink"}', "system, light, dark, contrast"),
        ("{", "cannot be read"),
    ],
)
def test_a_policy_that_is_not_understood_fails(tmp_path: Path, held: str, told: str) -> None:
    (tmp_path / "policy.json").write_text(held, "utf-8")
    with pytest.raises(self_check.Broken, match=re.escape(told)):
        self_check.settings_from_it(read_file(tmp_path / "policy.json"))


def test_a_policy_that_is_understood_passes() -> None:
    policy = policy_of({"HomeCouncil": "bedford-borough", "Tray": "1"})
    assert self_check.settings_from_it(policy) == "2 in force"
