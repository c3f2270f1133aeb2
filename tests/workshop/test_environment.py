"""The environment is made when it must be, and left alone when it need not be."""

import subprocess
import sys
from pathlib import Path

import pytest

from workshop import environment

ROOT = Path(__file__).parents[2]
LOCK_FILES = ["requirements.txt", "requirements-dev.txt", "requirements-data.txt"]


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a checkout whose environment is up to date."""
    for name in environment.LOCKS:
        (tmp_path / name).write_text(name, "utf-8")
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").touch()
    (venv / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n", "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "PYTHON", venv / "bin/python")
    monkeypatch.setattr(environment, "STAMP", venv / "installed-from.txt")
    environment.STAMP.write_text(environment.fingerprint(), "utf-8")
    return tmp_path


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what would be made and installed, instead of doing it."""
    acts: list[str] = []
    monkeypatch.setattr(environment, "_make", lambda: acts.append("make"))
    monkeypatch.setattr(environment, "_install", lambda: acts.append("install"))
    return acts


def test_an_environment_up_to_date_is_left_alone(ready: Path, done: list[str]) -> None:
    environment.ensure()
    assert done == []


def test_a_changed_lock_file_is_installed_once(ready: Path, done: list[str]) -> None:
    (ready / "requirements-dev.txt").write_text("newer", "utf-8")
    environment.ensure()
    environment.ensure()
    assert done == ["install"]


def test_a_missing_interpreter_means_a_new_environment(ready: Path, done: list[str]) -> None:
    environment.PYTHON.unlink()
    environment.ensure()
    assert done == ["make", "install"]


def test_an_environment_of_an_old_python_is_made_anew(ready: Path, done: list[str]) -> None:
    environment.STAMP.unlink()
    (ready / ".venv/pyvenv.cfg").write_text("version = 3.10.12\n", "utf-8")
    environment.ensure()
    assert done[0] == "make"


def test_a_failed_installation_is_tried_again(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.STAMP.unlink()
    monkeypatch.setattr(environment, "module", lambda name, arguments: 1)
    with pytest.raises(environment.CannotGoOn, match=r"requirements-data\.txt could not"):
        environment.ensure()
    assert not environment.STAMP.exists()


def test_every_package_is_installed_once_with_its_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is left out, and none is looked up without its hashes."""
    asked: list[list[str]] = []

    def install(name: str, arguments: list[str]) -> int:
        asked.append([name, *arguments])
        return 0

    monkeypatch.setattr(environment, "module", install)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    environment._install()
    (told,) = asked
    assert told[:2] == ["pip", "install"]
    assert {"--require-hashes", "--no-deps"} <= set(told)
    assert [told[at + 1] for at, each in enumerate(told) if each == "-r"] == list(environment.LOCKS)


@pytest.mark.parametrize("absent", ["venv", "ensurepip"])
def test_a_missing_venv_module_is_told_in_one_line_with_its_cure(
    ready: Path, monkeypatch: pytest.MonkeyPatch, absent: str
) -> None:
    environment.PYTHON.unlink()
    monkeypatch.setattr(environment, "find_spec", lambda name: None if name == absent else name)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(environment.CannotGoOn, match="apt-get install -y python3-venv") as told:
        environment.ensure()
    assert len(str(told.value).splitlines()) == 1


def test_a_part_that_is_not_there_is_told_plainly(ready: Path) -> None:
    with pytest.raises(environment.CannotGoOn, match="this checkout has no installers/ to run"):
        environment.part_of_the_checkout("installers", [])


@pytest.mark.parametrize("name", LOCK_FILES)
def test_lock_files_name_no_package_index(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text


def test_what_ships_is_what_was_tested() -> None:
    shipped, tested = (
        {line for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line}
        for name in LOCK_FILES[:2]
    )
    assert shipped
    assert shipped <= tested


def test_a_second_start_starts_no_other_program() -> None:
    """Loading subprocess alone would cost more than the two looks at the stamps."""
    script = "import dev, sys; sys.exit('subprocess' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
