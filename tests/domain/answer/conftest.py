"""The directory that the answers of these tests come from."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import SqliteDirectory, open_directory


@pytest.fixture(scope="module")
def directory() -> Iterator[SqliteDirectory]:
    with closing(open_directory(directory_file())) as opened:
        yield opened
