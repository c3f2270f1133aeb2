"""Compiled directories, made once: the real one, and a small one."""

from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.paths import compiled_here
from tests.small_sources import councils_only, small_tree


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of four services, without postcodes."""
    folder = tmp_path_factory.mktemp("small")
    out = folder / "directory.sqlite"
    compile_directory(small_tree(folder / "sources"), out, councils_only)
    return out


@pytest.fixture(scope="session")
def real_file() -> Path:
    """The directory of the default area as `dev.py` compiled it: to be read, never to be written.

    tests/authoring/test_compile.py compiles it afresh and holds it against this, byte for byte.
    """
    return compiled_here()
