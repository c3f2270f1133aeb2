"""The wheel is whole: installed alone, in an empty folder, it answers."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from email.parser import Parser
from pathlib import Path

import pytest

from desktop_app.paths import DIRECTORY_VARIABLE, compiled_here
from tests.authoring.areas.second_area import second_release
from tests.benchmarks.country_sources import DOORS, EVERY_AUTHORITY, compiled_country
from tests.updates.lab import Lab
from tests.updates.real_lab import RealLab

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def tried(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that sees nothing of this checkout."""
    surroundings = {name: each for name, each in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


def run(*command: str | Path, cwd: Path) -> str:
    done = tried(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the locked hatchling, without the network."""
    return built(ROOT, tmp_path_factory.mktemp("wheel"))


def built(checkout: Path, folder: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=checkout)
    (wheel,) = folder.glob("who_to_call-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it in a new environment; its dependencies are lent by this one."""
    return installed_from(wheel, tmp_path_factory.mktemp("installed"))


def installed_from(wheel: Path, folder: Path) -> Path:
    run(sys.executable, "-m", "venv", "--without-pip", "venv", cwd=folder)
    python = folder / "venv/bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", wheel, cwd=folder)
    (site,) = folder.glob("venv/lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return folder


def test_it_carries_the_directory_and_the_resources(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "desktop_app/_bundle/directory.sqlite" in names
    assert "desktop_app/_bundle/resources/style.qss" in names
    assert "desktop_app/py.typed" in names


def test_it_carries_nothing_else(wheel: Path) -> None:
    roots = {name.partition("/")[0].partition("-")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert roots == {"desktop_app", "who_to_call"}


def test_it_says_its_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    said = Parser().parsestr(archive.read(metadata).decode("utf-8"))
    assert said["License-Expression"] == "MIT"
    assert [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]


def test_installed_alone_it_answers(installed: Path) -> None:
    program = installed / "venv/bin/who-to-call"
    question = ["now", "--about", "child", "--in", "luton", "--at", "2026-03-04T11:00"]
    assert "01582" in run(program, *question, cwd=installed)


def test_the_answer_came_from_the_installed_copy(installed: Path) -> None:
    ask = "import desktop_app; print(desktop_app.__file__)"
    said = run(installed / "venv/bin/python", "-c", ask, cwd=installed)
    assert Path(said.strip()).is_relative_to(installed)


@pytest.mark.parametrize(
    ("area", "place", "said"),
    [
        ("first", "LU1 2BQ", "Luton"),
        ("second", "NR1 3JU", "Norfolk"),
        ("country", "GU1 1AA", "Surrey"),
    ],
)
def test_one_wheel_serves_three_areas(
    wheel: Path, installed: Path, monkeypatch: pytest.MonkeyPatch, area: str, place: str, said: str
) -> None:
    """The program holds no area: another list of numbers is all that another area needs."""
    before = hashlib.sha256(wheel.read_bytes()).hexdigest()
    files: dict[str, Callable[[], Path]] = {
        "first": compiled_here,
        "second": lambda: second_release()[1],
        "country": lambda: compiled_country(EVERY_AUTHORITY, len(DOORS)),
    }
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(files[area]()))
    program = installed / "venv/bin/who-to-call"
    question = ["now", "--about", "child", "--in", place, "--at", "2026-12-01T11:00", "--json"]
    answer = json.loads(run(program, *question, cwd=installed))
    assert answer["where"]["status"] == "known"
    assert said in answer["calls"][0]["service"]["name"]
    assert "999" in {call["line"]["number"] for call in answer["calls"]}
    assert "This installation works." in run(program, "check", "--self", cwd=installed)
    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == before


@pytest.fixture
def steward(tmp_path: Path) -> Lab:
    """A steward with real keys, who signed the real directory."""
    return RealLab(tmp_path / "lab")


@pytest.fixture
def checkout(steward: Lab, tmp_path: Path) -> Path:
    """The checkout as it is after the ceremony: db/trust holds what the steward signed."""
    folder = tmp_path / "checkout"
    ours = shutil.ignore_patterns("__pycache__")
    for name in ("desktop_app", "resources", "installers"):
        shutil.copytree(ROOT / name, folder / name, ignore=ours)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for name in ("db/national", "db/areas"):
        shutil.copytree(ROOT / name, folder / name)
    for schema in (ROOT / "db").glob("*.sql"):
        shutil.copy(schema, folder / "db")
    (folder / "db/build").mkdir(parents=True)
    shutil.copy(steward.place.bundled, folder / "db/build")
    shutil.copytree(steward.place.trust, folder / "db/trust")
    return folder


@pytest.mark.parametrize("lost", ["the directory", "targets.json", "root.json"])
def test_a_directory_that_the_lists_do_not_sign_is_not_packed(
    steward: Lab, checkout: Path, tmp_path: Path, lost: str
) -> None:
    if lost == "the directory":
        shutil.copy(steward.directory(2), checkout / "db/build/directory.sqlite")
    else:
        (checkout / "db/trust" / lost).write_text("{}", encoding="utf-8")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "made")
    done = tried(*command, cwd=checkout)
    assert done.returncode != 0
    said = "does not sign" if lost == "the directory" else f"{lost} is missing or is no signed list"
    assert said.replace("does not sign", "not the one that db/trust signs") in done.stderr
    assert not list(tmp_path.rglob("*.whl"))


def test_after_the_ceremony_it_carries_the_keys_and_takes_signed_updates_alone(
    steward: Lab, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = installed_from(built(checkout, tmp_path), tmp_path) / "venv/bin/who-to-call"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    steward.release(2)
    assert "Release 2 is in use now." in run(program, "update", steward.file(), cwd=tmp_path)
    stranger = Lab.stranger(tmp_path / "stranger")
    stranger.release(3)
    refused = tried(program, "update", stranger.file(), cwd=tmp_path)
    assert refused.returncode == 2
    assert "not signed by the people who look after the directory" in refused.stderr
