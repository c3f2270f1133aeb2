"""Who has a shared file is told; a lock left behind is taken over on purpose only."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.workshop.sharing.lock import STALE, Locked, Who, let_go, read_lock, take_lock
from tests.working_files import NOW

ANN, BOB = Who(by="Ann Example", computer="PC-1"), Who(by="Bob Example", computer="PC-2")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.lock"


def test_the_second_person_is_told_who_has_it_and_since_when(path: Path) -> None:
    take_lock(path, ANN, NOW)
    with pytest.raises(
        Locked, match=r"Ann Example has it since .*1 December 2026, 10:00 \(on PC-1\)"
    ):
        take_lock(path, BOB, NOW + timedelta(hours=1))


def test_whoever_has_it_takes_it_again(path: Path) -> None:
    take_lock(path, ANN, NOW)
    take_lock(path, ANN, NOW + timedelta(hours=1))
    found = read_lock(path)
    assert found is not None
    assert found.at == NOW + timedelta(hours=1)


def test_a_fresh_lock_is_not_taken_over_even_when_asked(path: Path) -> None:
    take_lock(path, ANN, NOW)
    with pytest.raises(Locked) as caught:
        take_lock(path, BOB, NOW + STALE, over=True)
    assert not caught.value.stale


@pytest.mark.parametrize("later", [STALE * 1.01, -STALE * 1.01])
def test_a_lock_left_behind_is_told_and_taken_only_when_asked(path: Path, later: timedelta) -> None:
    take_lock(path, ANN, NOW)
    with pytest.raises(Locked, match="longer than a working day") as caught:
        take_lock(path, BOB, NOW + later)
    assert caught.value.stale
    take_lock(path, BOB, NOW + later, over=True)
    found = read_lock(path)
    assert found is not None
    assert found.who == BOB


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"\xff\xfe", b'{"by": "A", "computer": "B", "at": "2026-12-01"}'],
)
def test_a_note_that_cannot_be_read_is_taken_only_when_asked(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Locked, match="cannot be read"):
        take_lock(path, BOB, NOW)
    take_lock(path, BOB, NOW, over=True)


def test_only_whoever_has_it_gives_it_back(path: Path) -> None:
    take_lock(path, ANN, NOW)
    let_go(path, BOB)
    assert read_lock(path) is not None
    let_go(path, ANN)
    assert read_lock(path) is None
