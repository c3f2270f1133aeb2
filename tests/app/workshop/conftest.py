"""A small file of a steward's, and the same opened as the window opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.working_files import NOW, small_work_file


@pytest.fixture
def work(tmp_path: Path) -> Iterator[WorkFile]:
    with small_work_file(tmp_path) as made:
        yield made


@pytest.fixture
def copy(work: WorkFile) -> Iterator[OpenCopy]:
    opened = OpenCopy(work, by="Amara", now=lambda: NOW, open_in_use=nothing_in_use)
    yield opened
    opened.close()
