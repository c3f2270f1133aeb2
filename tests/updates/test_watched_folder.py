"""A folder that is looked into again and again: one bad file never hides a good one."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.ui.updates.worker import Outcome
from tests.ui.town import at
from tests.updates.lab import Lab
from tests.updates.real_lab import RealLab

MOMENT = at("2026-12-01T09:30")
BROKEN = "who-to-call-000019.wtcrelease"
PASSED_OVER = (
    f"The file {BROKEN} was passed over, because it cannot be read to its end: tell your steward."
)


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


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_of(RealLab(tmp_path), monkeypatch)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same with a small directory of made-up services."""
    return desk_of(Lab(tmp_path), monkeypatch)


def desk_of(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return Desk(lab)


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


# ---- whatever the files are called

NAMES = [
    "who-to-call-000003.wtcrelease",
    "who-to-call-000001.wtcrelease",
    "newest.wtcrelease",
    "NEWEST.WTCRELEASE",
    "who-to-call-000003 - Copy.wtcrelease",
    "who-to-call-000003 - Copy (2).wtcrelease",
    "Copy of who-to-call-000003.wtcrelease",
    "who-to-call-000003 (1).wtcrelease",
    "who-to-call-000003.sync-conflict-20261128-101500-ABCDEFG.wtcrelease",
    "who-to-call-000003 (Desk 4's conflicted copy 2026-11-28).wtcrelease",
    "who-to-call-000003-DESK-4.wtcrelease",
    "who-to-call-000003.wtcrelease - Copy",
    "who-to-call-000003.wtcrelease.zip",
    "who-to-call-000003.wtcrelease (1)",
    "~who-to-call.wtcrelease",
    "Kopie – who to call №3 😀.wtcrelease",
    "-000000.wtcrelease",
    "who-to-call-999999999999.wtcrelease",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_newest_release_counts_whatever_its_file_is_called(small: Desk, name: str) -> None:
    small.put(2, "who-to-call-000009.wtcrelease")  # misnumbered
    small.put(3, name)
    assert small.look().news
    assert small.lab.number() == 3
    assert small.look() == Outcome("", quiet=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_chosen_by_hand_goes_by_the_same_order(small: Desk, name: str) -> None:
    small.put(2, "who-to-call-000009.wtcrelease")
    small.put(3, name)
    assert small.lab.take(small.folder).release == 3


def test_a_published_folder_and_a_newer_file_beside_it(small: Desk) -> None:
    small.lab.release(2)
    shutil.copytree(small.lab.steward.home, small.folder, dirs_exist_ok=True)
    small.put(3, "newest.wtcrelease")
    assert small.look().news
    assert small.lab.number() == 3


@pytest.mark.parametrize("content", [b"", b"[", b'{"signed": {"version": "9"}}'])
def test_a_broken_published_folder_never_hides_a_file(small: Desk, content: bytes) -> None:
    (small.folder / "metadata").mkdir()
    (small.folder / "metadata/timestamp.json").write_bytes(content)
    small.put(2, "newest.wtcrelease")
    assert small.look().news
    assert small.lab.number() == 2


def test_a_published_folder_never_hides_behind_broken_files(small: Desk) -> None:
    small.lab.release(2)
    shutil.copytree(small.lab.steward.home, small.folder, dirs_exist_ok=True)
    small.put_bytes(b"")
    assert small.look().news
    assert small.lab.number() == 2


@pytest.mark.parametrize("content", [b"", b"PK\3\4 cut short", b"words", b"\0" * 100])
def test_hundreds_of_broken_files_never_hide_a_good_one(small: Desk, content: bytes) -> None:
    small.put(2, "a.wtcrelease")
    for number in range(500):
        small.put_bytes(content, f"who-to-call-{900_000 + number}.wtcrelease")
        small.put_bytes(content, f"{number} - Copy.wtcrelease")
    outcome = small.look()
    assert (outcome.news, small.lab.number()) == (True, 2)
    assert outcome.sentence.count("was passed over") == 1


def test_many_files_of_a_stranger_never_hide_a_good_one(small: Desk, tmp_path: Path) -> None:
    stranger = Lab.stranger(tmp_path / "stranger")
    stranger.release(19)
    for number in range(12):
        shutil.copy(stranger.file(), small.folder / f"who-to-call-{900_000 + number}.wtcrelease")
    small.put(2, "a.wtcrelease")
    assert small.look().news
    assert small.lab.number() == 2


@pytest.mark.parametrize(
    "name",
    ["who-to-call-000003.wtcrelease.part", ".who-to-call-000003.wtcrelease.x7", "._a.wtcrelease"],
)
def test_a_copy_on_its_way_is_not_told(small: Desk, name: str) -> None:
    small.put(2)
    small.put_bytes(b"PK\3\4 cut sh", name)
    assert "passed over" not in small.look().sentence
    assert small.lab.number() == 2


def test_an_older_release_under_a_higher_number_never_goes_back(small: Desk) -> None:
    old = small.put(2, "old.wtcrelease")
    small.put(3, "who-to-call-000003.wtcrelease")
    assert small.look().news
    shutil.copy(old, small.folder / "who-to-call-000099.wtcrelease")
    assert small.look() == Outcome("", quiet=True)
    assert small.lab.number() == 3


def test_a_good_copy_beside_one_that_is_cut_short_in_its_data(small: Desk) -> None:
    good = small.put(2, "a.wtcrelease")
    content = bytearray(good.read_bytes())
    content[len(content) // 2] ^= 255
    (small.folder / "who-to-call-000002.wtcrelease").write_bytes(bytes(content))
    assert small.look().news
    assert small.lab.number() == 2
