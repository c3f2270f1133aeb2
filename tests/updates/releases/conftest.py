"""What the tests of this room stand on."""

import pytest

from desktop_app import paths
from tests.updates.lab import Lab


@pytest.fixture
def installed(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """The laptop as the program itself finds it."""
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return lab
