"""A bare Debian for each test module; without packages to try nothing is collected."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.debian.bare import Bare, bootstrap, entered
from tests.installers.screen import virtual_screen

NEW = "INSTALLERS_UNDER_TEST"
PICTURES = Path(__file__).parents[2] / ".pictures"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave these tests out where there is nothing to try them on."""
    return True if NEW not in os.environ and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def new() -> Path:
    return Path(os.environ[NEW])


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare system to copy from: making it takes a minute, copying it seconds."""
    root = tmp_path_factory.mktemp("untouched") / "root"
    bootstrap(root)
    return root


@pytest.fixture(scope="module")
def bare(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    root = tmp_path_factory.mktemp("bare") / "root"
    subprocess.run(["cp", "--archive", untouched, root], check=True)
    with virtual_screen() as screen, entered(root, screen) as bare:
        for folder in [*bare.root.parents][:3]:  # an ordinary user must get through
            folder.chmod(0o755)
        yield bare


@pytest.fixture
def pictures() -> Path:
    PICTURES.mkdir(exist_ok=True)
    return PICTURES
