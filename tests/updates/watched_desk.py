"""A desk that watches a folder."""

from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.ui.updates.worker import Outcome
from tests.ui.town import at
from tests.updates.lab import Lab

MOMENT = at("2026-12-01T09:30")


BROKEN = "who-to-call-000019.wtcrelease"


class Desk:
    """A window's newest directory, and a folder it watches."""

    def __init__(self, lab: Lab) -> None:
        self.lab, self.newest = lab, DirectoryUpdater()
        self.folder = lab.folder / "watched"
        self.folder.mkdir()
        self.newest.open().close()

    def put(self, number: int, name: str = "") -> Path:
        """Publish a release into the folder, as one file."""
        self.lab.release(number)
        return self.lab.file(f"watched/{name or f'who-to-call-{number:06d}.wtcrelease'}")

    def put_bytes(self, content: bytes, name: str = BROKEN) -> None:
        (self.folder / name).write_bytes(content)

    def look(self) -> Outcome:
        """Look once, and open what came as the window would."""
        outcome = self.newest.check_folder(self.folder, MOMENT, lambda _share: True)
        if outcome.news:
            self.newest.open().close()
        return outcome


def desk_of(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return Desk(lab)
