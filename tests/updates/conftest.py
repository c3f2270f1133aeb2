"""Every test checks signatures as the window does: in pure Python, without `cryptography`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.updates.lab import Lab
from tests.updates.pure import pure_python


@pytest.fixture(autouse=True)
def as_in_the_window() -> Iterator[None]:
    with pure_python():
        yield


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)
