"""The newest release of a watched folder counts, whatever the files are called."""

import shutil
from pathlib import Path

import pytest

from desktop_app.ui.updates.worker import Outcome
from tests.updates.lab import Lab
from tests.updates.watched_desk import Desk, desk_of


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same with a small directory of made-up services."""
    return desk_of(Lab(tmp_path), monkeypatch)


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
