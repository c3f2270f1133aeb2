"""Two stewards and their share, made anew for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.sharing.two_stewards import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.ann.work.close()
    made.bob.work.close()
