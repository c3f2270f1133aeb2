"""The directory that is asked, one area after another."""

from pathlib import Path

import pytest

from desktop_app.paths import DIRECTORY_VARIABLE
from desktop_app.store.directory.directory import SqliteDirectory
from tests.any_area.tested import AREAS, FILES, directory_of
from tests.ui.conftest import kept_window, open_window

__all__ = ["kept_window", "open_window"]


@pytest.fixture(scope="session", params=AREAS)
def area(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def directory(area: str) -> SqliteDirectory:
    return directory_of(area)


@pytest.fixture
def file(area: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The area's file, which every command of this test opens."""
    path = FILES[area]()
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(path))
    return path
