"""A file that a virus scanner has to itself for a moment is no damaged file."""

import errno
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.fileformat import patient_open
from desktop_app.fileformat.patient_open import open_patiently
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.user.settings import FILE_NAME, SettingsFile, read_file
from desktop_app.updates.releases.release_store import read_bounded
from tests.updates.lab import Lab

Holds = Callable[..., list[float]]


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Holds:
    """On Windows: has a file to itself for so many tries; gives what was waited."""
    usual = Path.open

    def holds(kept: Path, tries: int, platform: str = "win32") -> list[float]:
        waited: list[float] = []
        left = [tries]

        def held(path: Path, *words: Any, **named: Any) -> Any:
            if path == kept and left[0]:
                left[0] -= 1
                raise PermissionError(errno.EACCES, "held", str(path))
            return usual(path, *words, **named)

        monkeypatch.setattr(Path, "open", held)
        monkeypatch.setattr(patient_open, "sys", SimpleNamespace(platform=platform))
        monkeypatch.setattr(patient_open, "time", SimpleNamespace(sleep=waited.append))
        return waited

    return holds


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kept.json"
    path.write_text(json.dumps({"HomeCouncil": "luton"}), "utf-8")
    return path


def test_it_is_waited_for(file: Path, scanner: Holds) -> None:
    waited = scanner(file, 3)
    with open_patiently(file) as opened:
        assert opened.read()
    assert waited == [patient_open.PAUSE] * 3


def test_no_longer_than_a_second(file: Path, scanner: Holds) -> None:
    waited = scanner(file, 1_000)
    with pytest.raises(PermissionError):
        open_patiently(file)
    assert 0.9 < sum(waited) < 1.01


def test_where_a_file_that_is_read_is_closed_to_nobody_nothing_is_waited_for(
    file: Path, scanner: Holds
) -> None:
    waited = scanner(file, 1, "linux")
    with pytest.raises(PermissionError):
        open_patiently(file)
    assert waited == []


def test_what_is_not_there_is_not_waited_for(tmp_path: Path, scanner: Holds) -> None:
    waited = scanner(tmp_path / "gone", 0)
    with pytest.raises(FileNotFoundError):
        open_patiently(tmp_path / "gone")
    assert waited == []


def test_the_directory_opens(small_file: Path, scanner: Holds) -> None:
    scanner(small_file, 2)
    open_directory(small_file).close()


def test_the_policy_counts(file: Path, scanner: Holds) -> None:
    scanner(file, 2)
    assert read_file(file).home == "luton"


def test_the_settings_count(tmp_path: Path, scanner: Holds) -> None:
    settings = SettingsFile(tmp_path)
    settings.write({"tray": True})
    scanner(tmp_path / FILE_NAME, 2)
    assert (settings.read(), settings.unread) == ({"tray": True}, "")


def test_a_signed_list_is_read(file: Path, scanner: Holds) -> None:
    scanner(file, 2)
    assert read_bounded(file, 1_000)


@pytest.mark.parametrize("what", ["directory.sqlite", "metadata/targets.json", "active.json"])
def test_a_release_that_was_taken_stays_in_use(tmp_path: Path, scanner: Holds, what: str) -> None:
    lab = Lab(tmp_path)
    lab.release(2)
    lab.take(lab.file())
    folder = lab.in_use().path.parent
    scanner(lab.place.user_folder / what if what == "active.json" else folder / what, 2)
    in_use = lab.in_use()
    assert (in_use.release, in_use.notice) == (2, "")
