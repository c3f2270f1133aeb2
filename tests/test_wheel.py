"""The wheel is whole: installed alone, in an empty folder, it answers."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    surroundings = {name: each for name, each in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the locked hatchling, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("who_to_call-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it in a new environment; its dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("installed")
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
