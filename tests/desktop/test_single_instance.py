"""One window per session, without a socket, and never none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.desktop.single_instance import OneWindow, runtime_folder, session_name

CLAIMS_AND_DIES = """
import os, sys
from pathlib import Path
from desktop_app.desktop.single_instance import OneWindow
here = OneWindow(Path(sys.argv[1]), "s")
assert here.claim()
os._exit(1)
"""
SECOND_START = """
import sys
from pathlib import Path
from desktop_app.desktop.single_instance import OneWindow
here = OneWindow(Path(sys.argv[1]), "s")
sys.exit(0 if not here.claim() and here.call_first(patience_ms=30_000) else 1)
"""


def test_the_first_start_has_the_window(tmp_path: Path) -> None:
    assert OneWindow(tmp_path / "run", "s").claim()


def test_a_second_start_calls_the_first_and_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path / "run", "s")
    assert first.claim()
    first.listen()
    command = [sys.executable, "-c", SECOND_START, str(tmp_path / "run")]
    with qtbot.waitSignal(first.wanted_in_front, timeout=30_000):
        second = subprocess.Popen(command)
    assert second.wait(30) == 0
    first.leave()
    assert list(tmp_path.iterdir()) == []


def test_a_call_from_before_it_listened_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path / "run", "s"), OneWindow(tmp_path / "run", "s")
    first.claim()
    second.claim()
    (tmp_path / "run" / "s.call").touch()
    with qtbot.waitSignal(first.wanted_in_front):
        first.listen()
    first.leave()


def test_a_first_window_that_hangs_does_not_keep_the_second_away(tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path / "run", "s"), OneWindow(tmp_path / "run", "s")
    first.claim()
    second.claim()
    assert not second.call_first(patience_ms=40)
    assert not (tmp_path / "run" / "s.call").exists()


def test_two_sessions_of_one_user_have_a_window_each(tmp_path: Path) -> None:
    assert OneWindow(tmp_path / "run", ":0").claim()
    assert OneWindow(tmp_path / "run", ":1").claim()


def test_the_lock_of_a_program_that_died_is_void(tmp_path: Path) -> None:
    run = tmp_path / "run"
    died = subprocess.run([sys.executable, "-c", CLAIMS_AND_DIES, str(run)], check=False)
    assert died.returncode == 1
    assert (run / "s.lock").exists()
    assert OneWindow(run, "s").claim()


def test_leaving_leaves_nothing(tmp_path: Path) -> None:
    here = OneWindow(tmp_path / "run", "s")
    here.claim()
    here.listen()
    here.leave()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_there_is_a_window_all_the_same() -> None:
    here = OneWindow(None)
    assert here.claim()
    here.listen()
    here.leave()


@pytest.mark.parametrize("make", ["file", "link"])
def test_a_folder_that_is_not_ours_is_not_used(tmp_path: Path, make: str) -> None:
    place = tmp_path / "run"
    if make == "file":
        place.write_text("")
    else:
        place.symlink_to(tmp_path)
    here = OneWindow(place, "s")
    assert here.claim()
    here.leave()
    assert not list(tmp_path.glob("*.lock"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own folder")
def test_the_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    OneWindow(tmp_path / "run", "s").claim()
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o700
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux") == tmp_path / "who-to-call"
    assert f"-{os.getuid()}" in str(runtime_folder({}, "linux"))


def test_windows_and_its_session_folder(tmp_path: Path) -> None:
    given = runtime_folder({"LOCALAPPDATA": str(tmp_path)}, "win32")
    assert given == tmp_path / "Temp" / "WhoToCall"
    assert runtime_folder({}, "win32") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows numbers its sessions")
def test_a_session_is_told_by_its_screen() -> None:
    assert session_name({"DISPLAY": ":3"}) == ":3"
    assert session_name({"DISPLAY": ":3", "WAYLAND_DISPLAY": "wayland-1"}) == "wayland-1"
    assert session_name({}) == ""
