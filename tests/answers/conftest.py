"""The answers over the real directory, as `dev.py compile` makes it."""

import pytest

from desktop_app.paths import directory_file
from desktop_app.store.directory import SqliteDirectory, open_directory


@pytest.fixture(scope="session")
def directory() -> SqliteDirectory:
    return open_directory(directory_file())
