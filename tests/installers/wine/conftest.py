"""One Windows for all tests; the packages to try are named by the environment.

Run by `python3 -m installers.check`; where there are no packages to try, nothing is collected.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.screen import virtual_screen
from tests.installers.wine.desk import TOO_OLD, Desk

NEW, OLD = "INSTALLERS_UNDER_TEST", "OLDER_INSTALLERS"
PICTURES = Path(__file__).parents[2] / ".pictures"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave these tests out where there is nothing to try them on."""
    return True if NEW not in os.environ and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def new() -> Path:
    return Path(os.environ[NEW])


@pytest.fixture(scope="session")
def old() -> Path:
    return Path(os.environ[OLD])


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Windows 10 on one screen for the whole session: wine makes its desktop on it, once."""
    with virtual_screen() as screen:
        desk = Desk(tmp_path_factory.mktemp("wine"), screen)
        desk.make()
        yield desk
        desk.end()


@pytest.fixture(params=TOO_OLD, ids=lambda each: f"{each[0]} {each[1] or ''}".strip())
def old_windows(desk: Desk, request: pytest.FixtureRequest) -> Iterator[None]:
    """Each Windows that Qt does not run on, one after the other."""
    desk.be(*request.param)
    yield
    desk.be("win10")


@pytest.fixture
def pictures() -> Path:
    PICTURES.mkdir(exist_ok=True)
    return PICTURES
