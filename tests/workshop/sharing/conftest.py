"""Two stewards and their share, made anew for each test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.sharing.two_stewards import Office, open_office


@pytest.fixture
def office(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """Two stewards and a share; what a killed one leaves half done goes with the test's folders."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temp")))
    made = open_office(tmp_path)
    yield made
    made.ann.work.close()
    made.bob.work.close()
