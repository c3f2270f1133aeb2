"""What was held against its signatures stays in the window, whatever becomes of the disk."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.store.directory.opened_file import SPOILT
from desktop_app.ui.updates.worker import Outcome
from desktop_app.updates.file_names import DIRECTORY
from tests.updates.lab import NOW, Lab
from tests.updates.pure import each_signature_once, pure_python

SHOWN = 3
PLACES = {
    "program": "the stick with the program is pulled out",
    "program/trust": "the keys are gone",
    "program/trust/root.json": "a scanner has the keys to itself",
    "account": "the share with the account's folder is gone",
    "account/releases": "",
    "account/releases/newest": "",
    "account/releases/newest/directory.sqlite": "",
    "account/releases/newest/metadata": "",
    "account/releases/newest/metadata/targets.json": "the list beside the file is spoilt",
}


def gone(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def in_its_place(path: Path) -> None:
    gone(path)
    path.touch()


def pipe(path: Path) -> None:
    gone(path)
    os.mkfifo(path)


def to_itself(path: Path) -> None:
    gone(path)
    path.symlink_to(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """A laptop with releases 1 (the program's own), 2 and 3; a fourth lies on a stick."""
    with pure_python(), each_signature_once():
        made = Lab(tmp_path_factory.mktemp("lab"))
        for number in range(2, SHOWN + 1):
            made.release(number)
            made.take(made.file())
        made.release(SHOWN + 1)
        made.stick()
        return made


@pytest.fixture
def laptop(whole: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same laptop, to be spoilt: a folder with the account and the program."""
    shutil.copytree(whole.place.user_folder, tmp_path / "account")
    shutil.copytree(whole.place.bundled.parent, tmp_path / "program")
    monkeypatch.setattr(paths, "user_data", lambda *_: tmp_path / "account")
    monkeypatch.setattr(paths, "directory_file", lambda *_: tmp_path / "program" / DIRECTORY)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return tmp_path


@pytest.fixture
def updater(laptop: Path) -> DirectoryUpdater:
    """Of a window that has release 3 open."""
    found = DirectoryUpdater()
    found.open()
    return found


def look(updater: DirectoryUpdater, folder: Path | None = None) -> Outcome:
    with pure_python(), each_signature_once():
        return updater.check_folder(folder, NOW, lambda _share: True)


def lies_at(laptop: Path, place: str) -> Path:
    newest = max((laptop / "account/releases").iterdir()).name
    return laptop / place.replace("newest", newest)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("spoil", [gone, in_its_place, pipe, to_itself])
def test_nothing_on_the_disk_takes_back_what_was_signed(
    laptop: Path, updater: DirectoryUpdater, place: str, spoil: Callable[[Path], None]
) -> None:
    assert look(updater).sentence == ""
    spoil(lies_at(laptop, place))
    for _ in range(2):
        found = look(updater)
        assert (found.news, found.sentence) == (False, SPOILT.format(SHOWN))
    assert updater._release == SHOWN


def test_what_a_worker_opened_of_an_update_counts_as_signed_at_once(
    whole: Lab, laptop: Path, updater: DirectoryUpdater
) -> None:
    assert look(updater, whole.folder / "stick").news
    updater.open()
    gone(lies_at(laptop, "program/trust"))
    assert look(updater).sentence == SPOILT.format(4)


def test_a_newer_release_still_comes(whole: Lab, laptop: Path, updater: DirectoryUpdater) -> None:
    look(updater)
    gone(lies_at(laptop, "account/releases/newest/metadata"))
    assert look(updater).sentence == SPOILT.format(SHOWN)
    found = look(updater, whole.folder / "stick")
    assert (found.news, found.release) == (True, 4)


@pytest.mark.parametrize("place", ["program/trust", "account/releases/newest/metadata"])
def test_before_it_was_held_against_its_signatures_it_gives_way(
    laptop: Path, updater: DirectoryUpdater, place: str
) -> None:
    gone(lies_at(laptop, place))
    found = look(updater)
    assert (found.news, found.release < SHOWN) == (True, True)
