"""`who-to-call check --self`: what works is said, what does not is named."""

import re
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.cli import self_check
from desktop_app.cli.opening import checked_directory
from desktop_app.cli.provenance import origin, signature
from desktop_app.domain.practice.policy import policy_of
from desktop_app.store.user.settings import read_file
from tests.area import AREA
from tests.updates.lab import Lab
from tests.updates.releases.planted import plant


def test_this_checkout_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_check.run_self_check() == 0
    said = capsys.readouterr().out
    assert (said.count("passed"), said.count("FAILED")) == (12, 0)


def test_the_sqlite_that_answers_is_named_by_version(capsys: pytest.CaptureFixture[str]) -> None:
    self_check.run_self_check()
    line = re.search(
        r"^passed  database: SQLite (\S+) in Python (\S+)$", capsys.readouterr().out, re.MULTILINE
    )
    assert line is not None
    assert line.groups() == (sqlite3.sqlite_version, ".".join(map(str, sys.version_info[:3])))


@pytest.mark.parametrize("name", ["\x1b[2Jgone", "two\nlines", "turned\u202eback", "\udce4"])
def test_no_path_turns_a_line_or_commands_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("WHO_TO_CALL_DIRECTORY", str(tmp_path / name))
    assert self_check.run_self_check() == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)


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
        if name == "desktop_app.store.search.search":
            raise ImportError("no such part")

    monkeypatch.setattr(self_check, "import_module", broken)
    with pytest.raises(
        self_check.Broken, match=r"desktop_app\.store\.search\.search cannot be loaded"
    ):
        self_check.modules()


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ('{"HomeCouncil": "Atlantis"}', "HomeCouncil is set to 'Atlantis'"),
        ('{"HomeCouncl": "luton"}', "HomeCouncl is not a setting"),
        ('{"Theme": "pink"}', "system, light, dark, contrast"),
        ('{"UpdateFolder": "%NOWHERE%/updates"}', "%NOWHERE% means nothing on this computer."),
        ('{"UpdateFolder": "~nobody-at-all/x"}', "There is no home folder for ~nobody-at-all."),
        ("{", "cannot be read"),
    ],
)
def test_a_policy_that_is_not_understood_fails(tmp_path: Path, held: str, told: str) -> None:
    (tmp_path / "policy.json").write_text(held, "utf-8")
    with pytest.raises(self_check.Broken, match=re.escape(told)):
        self_check.settings_from_it(read_file(tmp_path / "policy.json"), AREA)


def test_a_policy_that_is_understood_passes() -> None:
    policy = policy_of({"HomeCouncil": "bedford-borough", "Tray": "1"})
    assert self_check.settings_from_it(policy, AREA) == "2 in force"


def said_of(lab: Lab, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """What the check says of where the directory comes from, and of who signed it."""
    in_use = checked_directory()
    for name, part in {
        "origin": lambda: origin(in_use),
        "signature": lambda: signature(in_use, lab.place.user_folder),
    }.items():
        self_check._works(name, part)
    first, second = capsys.readouterr().out.splitlines()
    return first, second


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    lab = Lab(tmp_path)
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return lab


def test_it_names_the_programs_own_directory_and_its_signature(
    lab: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said_of(lab, capsys) == (
        f"passed  origin: release 1 came with the program: {lab.place.bundled}",
        "passed  signature: release 1, by the steward whose keys came with the program",
    )


def test_it_names_an_update_and_its_signature(lab: Lab, capsys: pytest.CaptureFixture[str]) -> None:
    lab.release(2)
    path = lab.take(lab.file()).in_use.path
    assert said_of(lab, capsys) == (
        f"passed  origin: release 2 is the update taken last: {path}",
        "passed  signature: release 2, by the steward whose keys came with the program",
    )


def test_a_planted_release_does_not_work(lab: Lab, capsys: pytest.CaptureFixture[str]) -> None:
    place = plant(lab)
    first, second = said_of(lab, capsys)
    assert first.startswith("passed  origin: release 1 came with the program")
    assert second.startswith("FAILED  signature: The list of numbers that was in use is not signed")
    assert second.endswith(str(place))


def test_a_planted_release_does_not_work_without_keys_either(
    lab: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(lab.place.trust)
    plant(lab)
    _, second = said_of(lab, capsys)
    assert second.startswith("FAILED  signature: Lists of numbers lie in this account’s folder")


def test_no_keys_are_told_and_are_no_fault(lab: Lab, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(lab.place.trust)
    _, second = said_of(lab, capsys)
    assert second.startswith("passed  signature: nobody can tell: this copy came without")


def test_a_forged_program_directory_fails(lab: Lab, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(lab.directory(7), lab.place.bundled)
    _, second = said_of(lab, capsys)
    assert second.startswith(f"FAILED  signature: {lab.place.bundled} is not what the lists in")
