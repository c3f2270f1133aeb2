"""Compiled directories, made once for a run: the real one, and a small one."""

from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.paths import sources
from tests.small_sources import councils_only, write_sources


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of four services, without postcodes."""
    folder = tmp_path_factory.mktemp("small")
    out = folder / "directory.sqlite"
    compile_directory(write_sources(folder / "sources"), out, councils_only)
    return out


@pytest.fixture(scope="session")
def real_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of db/sources, compiled afresh."""
    out = tmp_path_factory.mktemp("real") / "directory.sqlite"
    compile_directory(sources(), out)
    return out
