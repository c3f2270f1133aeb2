"""The directory that is printed, with the letters of the program."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.domain.services.directory import Directory
from desktop_app.store.directory.directory import open_directory
from desktop_app.ui.theme import style


@pytest.fixture(scope="module")
def directory(qapp: QApplication) -> Iterator[Directory]:
    style.load_fonts(paths.resources() / "fonts")
    with closing(open_directory(paths.directory_file())) as opened:
        yield opened
