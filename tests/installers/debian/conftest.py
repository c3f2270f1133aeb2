"""A bare Debian for each test module; without packages to try nothing is collected."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.debian.bare import Bare, made
from tests.installers.screen import virtual_screen

NEW = "INSTALLERS_UNDER_TEST"
PICTURES = Path(__file__).parents[2] / ".pictures"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave these tests out where there is nothing to try them on."""
    return True if NEW not in os.environ and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def new() -> Path:
    return Path(os.environ[NEW])


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    with (
        virtual_screen() as screen,
        made(tmp_path_factory.mktemp("bare") / "root", screen) as bare,
    ):
        for folder in [*bare.root.parents][:3]:  # an ordinary user must get through
            folder.chmod(0o755)
        yield bare


@pytest.fixture
def pictures() -> Path:
    PICTURES.mkdir(exist_ok=True)
    return PICTURES
