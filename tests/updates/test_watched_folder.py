"""A folder that is looked into again and again: one bad file never hides a good one."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.ui.updates.worker import Outcome
from tests.updates.lab import Lab
from tests.updates.real_lab import RealLab
from tests.updates.watched_desk import BROKEN, MOMENT, Desk, desk_of

PASSED_OVER = (
    f"The file {BROKEN} was passed over, because it cannot be read to its end: tell your steward."
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_of(RealLab(tmp_path), monkeypatch)


def test_a_broken_file_with_the_highest_number_does_not_hide_a_good_one(desk: Desk) -> None:
    desk.put(2)
    desk.put_bytes(b"PK\3\4 cut short")
    outcome = desk.look()
    assert (outcome.news, desk.lab.number()) == (True, 2)
    assert outcome.sentence == (
        f"Release 2 is in use now. No number and no hours have changed. {PASSED_OVER}"
    )


def test_it_is_told_when_the_good_one_is_in_use_already(desk: Desk) -> None:
    desk.put(2)
    desk.look()
    desk.put_bytes(b"PK\3\4 cut short")
    assert desk.look() == Outcome(PASSED_OVER)
    assert desk.lab.number() == 2


def test_a_signature_that_does_not_hold_is_passed_over_too(desk: Desk, tmp_path: Path) -> None:
    stranger = Lab.stranger(tmp_path / "stranger")
    stranger.release(19)
    shutil.copy(stranger.file(), desk.folder / BROKEN)
    desk.put(2)
    assert "because it is not signed by the people who" in desk.look().sentence
    assert desk.lab.number() == 2


def test_when_every_file_is_broken_the_first_is_told_and_nothing_changes(desk: Desk) -> None:
    desk.put_bytes(b"PK\3\4 cut short")
    outcome = desk.look()
    assert not outcome.news
    assert outcome.sentence.startswith("This update could not be read to its end.")
    assert outcome.sentence.endswith("The numbers on this computer are unchanged.")
    assert desk.lab.number() == 1


def test_older_files_beside_the_one_in_use_are_no_news(desk: Desk) -> None:
    for number in (2, 3, 4):
        desk.put(number)
    assert desk.look().news
    assert desk.look() == Outcome("", quiet=True)


def test_old_files_alone_are_told(desk: Desk) -> None:
    path = desk.put(2)
    desk.lab.release(3)
    desk.lab.take(desk.lab.file())
    desk.newest.open().close()
    assert path.exists()
    assert "older than what this computer already knows" in desk.look().sentence


def plant(folder: Path, what: str) -> None:
    """Something under the name of a release that is none."""
    path = folder / BROKEN
    if what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    elif what == "loop":
        path.symlink_to(path.name)
    elif what == "nowhere":
        path.symlink_to("gone")
    elif what == "device":
        path.symlink_to("/dev/zero")
    elif what == "five gigabytes":
        with path.open("wb") as file:
            file.truncate(5 * 1024**3)
    elif what == "newline":
        (folder / "two\nlines\x07-000019.wtcrelease").write_bytes(b"PK\3\4")


ODD = ["folder", "fifo", "loop", "nowhere", "device", "five gigabytes", "newline"]


@pytest.mark.parametrize("what", ODD)
def test_odd_things_in_the_folder_never_keep_a_release_away(desk: Desk, what: str) -> None:
    desk.put(2)
    plant(desk.folder, what)
    outcome = desk.look()
    assert desk.lab.number() == 2
    assert "was passed over, because" in outcome.sentence
    assert outcome.sentence.isprintable()


@pytest.mark.parametrize("what", ODD)
def test_odd_things_dropped_on_the_window_are_refused_in_a_sentence(desk: Desk, what: str) -> None:
    plant(desk.folder, what)
    (path,) = desk.folder.iterdir()
    before = desk.lab.fingerprint()
    outcome = desk.newest.take(path, MOMENT, lambda _share: True)
    assert not outcome.news
    assert outcome.sentence.endswith("The numbers on this computer are unchanged.")
    assert desk.lab.fingerprint() == before


def test_a_folder_that_went_away_is_quiet_until_somebody_asks(desk: Desk) -> None:
    desk.folder.rmdir()
    outcome = desk.look()
    assert outcome.quiet
    assert outcome.sentence.startswith("Nothing was found there.")


@pytest.mark.parametrize("what", ["stat", "iterdir"])
def test_a_folder_that_may_not_be_read_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    before = desk.lab.fingerprint()
    monkeypatch.setattr(Path, what, refuse)
    outcome = desk.newest.take(desk.folder, MOMENT, lambda _share: True)
    monkeypatch.undo()
    assert outcome.sentence.startswith("That file or folder cannot be opened:")
    assert desk.lab.fingerprint() == before


def test_a_folder_that_goes_away_in_the_middle_changes_nothing(desk: Desk) -> None:
    def pull_out(share: float) -> bool:
        if share >= 0.1 and desk.folder.exists():
            shutil.rmtree(desk.folder)
        return True

    desk.lab.release(2)
    shutil.rmtree(desk.folder)
    shutil.copytree(desk.lab.steward.home, desk.folder)
    outcome = desk.newest.check_folder(desk.folder, MOMENT, pull_out)
    assert not outcome.news
    assert outcome.sentence.endswith("The numbers on this computer are unchanged.")
    assert desk.lab.number() == 1


def test_a_fault_of_our_own_is_told_and_nothing_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise AssertionError("a mistake of the program")

    desk.put(2)
    monkeypatch.setattr("desktop_app.updates.install_update.directory_confirmed", stumble)
    outcome = desk.look()
    assert outcome.sentence.startswith("The update was not taken because of a fault")
    assert desk.lab.number() == 1
