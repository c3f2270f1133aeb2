"""A working file of a small directory, made anew for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.workshop.work_file import WorkFile
from tests.working_files import small_work_file


@pytest.fixture
def work(tmp_path: Path) -> Iterator[WorkFile]:
    with small_work_file(tmp_path) as opened:
        yield opened
