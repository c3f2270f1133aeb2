"""Killed, crowded, without room, without rights: always the old release or the new one."""

from __future__ import annotations

import errno
import json
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.fileformat import patient_open
from desktop_app.updates import update_lock
from desktop_app.updates.errors import Why
from desktop_app.updates.install_update import Terms
from desktop_app.updates.progress import Phase
from desktop_app.updates.verify import sources
from desktop_app.updates.verify.sources import Pieces
from tests import sweeps
from tests.updates.lab import NOW, Lab
from tests.updates.windows_rules import WindowsRules

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks are POSIX")


def killing(lab: Lab, what: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.updates.killing", str(lab.folder), what],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, object] = json.loads(done.stdout)
    return said


def leftovers(lab: Lab) -> list[Path]:
    home = lab.place.user_folder
    return [*home.glob("releases/.*"), *home.glob(".active*")]


@pytest.mark.parametrize("step", Phase)
def test_killed_at_each_step(lab: Lab, step: Phase) -> None:
    lab.release(2)
    lab.file("who-to-call-000002.wtcrelease")
    said = killing(lab, step.name)
    after = 2 if step in (Phase.POINTED, Phase.DONE) else 1
    assert said == {"killed": True, "opened": [after, ""]}
    lab.take(lab.file(), now=NOW + timedelta(hours=3))
    assert lab.number() == 2


def test_what_killed_updates_leave_behind_is_cleared_away(lab: Lab) -> None:
    lab.release(2)
    lab.file("who-to-call-000002.wtcrelease")
    killing(lab, Phase.SANE.name)
    assert leftovers(lab)
    (lab.place.user_folder / ".active.json.left").write_bytes(b"{")
    lab.take(lab.file(), now=NOW + timedelta(hours=3))
    assert not leftovers(lab)


@pytest.mark.slow
def test_killed_at_random_points(lab: Lab) -> None:
    kills = sweeps.size(24, 300)
    # Some kills come after the end, and each of those uses up a release.
    for number in range(2, 2 + kills * 2 // 3):
        lab.release(number)
        lab.file(f"who-to-call-{number:06d}.wtcrelease")
        for path in lab.steward.home.glob("metadata/*.json"):
            if path.name.startswith(f"{number - 1}.") and "root" not in path.name:
                path.unlink()
    said = killing(lab, str(kills))
    assert said["kills"] == kills
    # How many fall before the end depends on the machine; some must fall on either side.
    assert int(str(said["old"])) > 0
    assert int(str(said["new"])) > 0


def test_four_updaters_at_once(lab: Lab) -> None:
    lab.release(2)
    old = lab.file("old.wtcrelease")
    lab.release(3)
    new = lab.file("new.wtcrelease")
    script = (
        "import sys; from pathlib import Path; from tests.updates.killing import *;"
        "folder = Path(sys.argv[1]);"
        "place = UpdatePlace(folder / 'laptop', folder / 'laptop-program' / 'directory.sqlite');"
        "update(place, Path(sys.argv[2]))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(lab.folder), str(file)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for file in (old, new, old, new)
    ]
    told = [process.communicate()[1] for process in running]
    assert (lab.number(), lab.in_use().notice) == (3, "")
    assert not [text for text in told if text and "Refused: This update is older" not in text]


def test_an_older_update_that_ends_last_does_not_win(lab: Lab) -> None:
    lab.release(2)
    old = lab.file("old.wtcrelease")
    lab.release(3)
    new = lab.file("new.wtcrelease")

    def overtaken(step: Phase, share: float) -> None:
        if step is Phase.SANE:
            lab.take(new)

    assert lab.take(old, Terms(progress=overtaken)).in_use.release == 3
    assert lab.number() == 3


def test_another_update_that_never_ends_is_told(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_lock, "TRIES", 2)
    lab.release(2)
    with update_lock.hold_lock(lab.place.user_folder / ".updating"):
        assert lab.refused(lab.file()).why is Why.BUSY


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond this, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("room", [0, 500, 3_000, 60_000])
def test_no_room_for_a_file(lab: Lab, room: int) -> None:
    lab.release(2)
    file = lab.file()
    with largest_file(room):
        refused = lab.refused(file)
    assert refused.why is Why.DISK_FULL
    assert lab.take(file).news


@pytest.mark.parametrize("kilobytes", [16, 64, 200, 300])
def test_a_full_disk(lab: Lab, kilobytes: int) -> None:
    disk = lab.place.user_folder
    options = ["-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(["mount", *options], check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        lab.release(2)
        refused = lab.refused(lab.file())
        assert refused.why is Why.DISK_FULL
        assert not list(disk.glob("releases/[0-9]*"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_cannot_be_written(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    lab.release(2)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("desktop_app.updates.releases.staging.mkdtemp", refuse)
    assert lab.refused(lab.file()).why is Why.CANNOT_WRITE


def test_a_disk_that_is_read_only(lab: Lab) -> None:
    disk = lab.place.user_folder
    options = ["-t", "tmpfs", "-o", "ro", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(["mount", *options], check=False).returncode:
        pytest.skip("a read-only disk needs the right to mount one")
    try:
        lab.release(2)
        assert lab.refused(lab.file()).why is Why.CANNOT_WRITE
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("part", ["timestamp.json", "2.targets.json", "targets/"])
def test_a_share_that_vanishes_while_it_is_read(
    lab: Lab, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sources._pieces

    class Vanishing:
        """A file of a share that goes away after the first bytes."""

        def __init__(self, file: object) -> None:
            self._file, self._left = file, 1

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

        def __enter__(self) -> Vanishing:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()  # type: ignore[attr-defined]

        def read(self, size: int) -> bytes:
            if not self._left:
                raise OSError(errno.EIO, "The network name is no longer available")
            self._left -= 1
            return self._file.read(50)  # type: ignore[attr-defined, no-any-return]

    def flaky(file: object, name: str) -> Pieces:
        return real(Vanishing(file) if part in name else file, name)  # type: ignore[arg-type]

    lab.release(2)
    stick = lab.stick()
    monkeypatch.setattr(sources, "_pieces", flaky)
    assert lab.refused(stick).why is Why.UNREADABLE
    monkeypatch.undo()
    assert lab.take(stick).news


def test_under_windows_rules_nothing_that_is_open_is_replaced(lab: Lab) -> None:
    held = []
    with WindowsRules() as rules:
        for number in range(2, 8):
            lab.release(number)
            lab.take(lab.file())
            assert lab.number() == number
            held.append(lab.in_use().path.open("rb"))
        assert rules.denied
        assert len(lab.place.store.folders()) == 6
        for file in held:
            file.close()
        lab.release(8)
        lab.take(lab.file())
        assert len(lab.place.store.folders()) == 3


def test_under_windows_rules_a_note_that_is_read_for_a_moment(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient_open, "PATIENT", {sys.platform})
    lab.release(2)
    lab.take(lab.file())
    lab.release(3)
    file = lab.file()
    reader = lab.place.store.pointer.open("rb")
    monkeypatch.setattr("desktop_app.fileformat.patient_open.time.sleep", lambda _: reader.close())
    with WindowsRules() as rules:
        assert lab.take(file).news
    assert rules.denied
    assert lab.number() == 3


def test_a_note_that_is_held_for_ever_is_told(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    lab.release(3)
    file = lab.file()
    with lab.place.store.pointer.open("rb"), WindowsRules():
        assert lab.refused(file).why is Why.CANNOT_WRITE
    assert lab.take(file).release == 3


def test_the_lock_is_let_go_by_a_process_that_dies(lab: Lab) -> None:
    lab.release(2)
    lab.file("who-to-call-000002.wtcrelease")
    killing(lab, Phase.MOVED.name)
    assert lab.take(lab.file()).release == 2
    assert (lab.place.user_folder / ".updating").exists()
