"""A pipe in the place of a small file: nothing waits for whoever would write into it."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.user import settings
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.practice_file import CardFileError, read_card
from desktop_app.store.user.settings import UNREADABLE, read_file
from desktop_app.store.user.user_database import FILE_NAME
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.releases.in_use import release_in
from desktop_app.updates.update_lock import hold_lock
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.work_file import WorkFile
from tests.area import COUNCILS
from tests.updates.lab import Lab
from tests.working_files import NOW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
PATIENCE_S = 30
CARD = PracticeCard("Elm Road Surgery", (Contact(LEAD, "Dr Amara Okafor", "214"),))


def _in_time(deed: Callable[[], object]) -> object:
    """What the deed gives; a failure, and not a test that hangs, where it waits."""
    found: list[object] = []
    thread = Thread(target=lambda: found.append(deed()), daemon=True)
    thread.start()
    thread.join(PATIENCE_S)
    assert found, "it waits for somebody to write into the pipe"
    return found[0]


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_the_settings_are_nobody_s_and_the_window_opens(tmp_path: Path, pipe: Path) -> None:
    pipe.rename(tmp_path / settings.FILE_NAME)
    assert _in_time(settings.SettingsFile(tmp_path).read) == {}


def test_settings_can_be_kept_again_in_its_place(tmp_path: Path, pipe: Path) -> None:
    pipe.rename(tmp_path / settings.FILE_NAME)
    kept = settings.SettingsFile(tmp_path)
    assert _in_time(lambda: kept.write({"tray": True})) == ""
    assert kept.read() == {"tray": True}


def test_the_policy_is_told_as_unreadable(pipe: Path) -> None:
    policy = _in_time(lambda: read_file(pipe))
    assert getattr(policy, "troubles", ()) == (UNREADABLE.format(pipe),)


def test_a_card_file_is_refused(pipe: Path) -> None:
    def read() -> str:
        try:
            read_card(pipe, COUNCILS)
        except CardFileError as error:
            return error.sentence
        return ""

    assert _in_time(read) == "pipe cannot be opened (not a plain file). Nothing was changed."


@pytest.mark.parametrize("store", [PracticeStore, FailedNumberStore])
def test_the_practice_s_own_file_is_told_as_out_of_reach(
    tmp_path: Path, pipe: Path, store: type[PracticeStore] | type[FailedNumberStore]
) -> None:
    pipe.rename(tmp_path / FILE_NAME)
    repository = store(tmp_path)
    _in_time(repository.read)
    assert "cannot be reached" in repository.trouble


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("store", [PracticeStore, FailedNumberStore])
def test_a_pipe_beside_the_practice_s_own_file_is_told_as_well(
    tmp_path: Path, pipe: Path, store: type[PracticeStore] | type[FailedNumberStore], ending: str
) -> None:
    kept = PracticeStore(tmp_path)
    assert kept.write(CARD) == ""
    pipe.rename(tmp_path / f"{FILE_NAME}{ending}")
    repository = store(tmp_path)
    _in_time(repository.read)
    assert "cannot be reached" in repository.trouble
    assert not repository.held  # nobody lets go of it, so nothing goes on trying
    assert "cannot be reached" in str(_in_time(lambda: kept.write(CARD)))


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_pipe_beside_a_working_file_is_told(tmp_path: Path, pipe: Path, ending: str) -> None:
    path = tmp_path / "facts.wtcwork"
    WorkFile.create(path, {"area.yaml": "id: fen"}, at=NOW).close()
    pipe.rename(tmp_path / f"{path.name}{ending}")

    def opened() -> str:
        try:
            WorkFile.open(path).close()
        except WorkshopError as error:
            return str(error)
        return ""

    assert "not a plain file" in str(_in_time(opened))


def test_a_directory_that_is_named_is_refused(pipe: Path) -> None:
    def opened() -> str:
        try:
            open_directory(pipe).close()
        except DirectoryError as error:
            return error.technical
        return ""

    assert _in_time(lambda: release_in(pipe)) == 0
    assert "not a plain file" in str(_in_time(opened))


def test_the_program_s_own_directory_holds_up_no_start(tmp_path: Path, pipe: Path) -> None:
    in_use = _in_time(lambda: directory_in_use(tmp_path / "account", pipe))
    assert getattr(in_use, "release", None) == 0


def test_the_lock_of_updates_holds_up_no_update(tmp_path: Path, pipe: Path) -> None:
    def taken() -> str:
        try:
            with hold_lock(pipe):
                return ""
        except OSError as error:
            return str(error.strerror)

    assert _in_time(taken) == "not a plain file"


def test_a_list_that_was_kept_is_written_anew(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.release(2)
    lab.take(lab.file())
    kept = lab.place.store.metadata(lab.in_use().folder) / "timestamp.json"
    content = kept.read_bytes()
    kept.unlink()
    os.mkfifo(kept)
    assert _in_time(lambda: lab.take(lab.file()))
    assert kept.is_file()
    assert kept.read_bytes() == content


@pytest.mark.parametrize(
    ("place", "lay"),
    [("in use", Path.touch), ("before it", os.mkfifo), ("left behind", os.mkfifo)],
)
def test_a_pipe_or_a_file_in_the_place_of_a_release_holds_up_no_update(
    tmp_path: Path, place: str, lay: Callable[[Path], None]
) -> None:
    lab = Lab(tmp_path)
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    releases = lab.place.user_folder / "releases"
    before, in_use = sorted(releases.iterdir())
    path = {"in use": in_use, "before it": before}.get(place, releases / ".stage-1-abc")
    if path.exists():
        shutil.rmtree(path)
    lay(path)
    lab.release(4)
    assert getattr(_in_time(lambda: lab.take(lab.file())), "release", 0) == 4
    assert not path.exists()
    assert all(each.is_dir() for each in releases.iterdir())


@pytest.mark.parametrize("how", ["a pipe", "without end", "locked", "empty"])
def test_a_change_of_keys_that_was_kept_is_written_anew(tmp_path: Path, how: str) -> None:
    lab = Lab(tmp_path)
    lab.release(2)
    lab.take(lab.file())
    (root,) = (lab.place.user_folder / "roots").iterdir()
    whole = root.read_bytes()
    if how == "a pipe":
        root.unlink()
        os.mkfifo(root)
    else:
        os.truncate(root, {"without end": 1 << 40}.get(how, 0))
        root.chmod(0 if how == "locked" else 0o600)
    lab.release(3)
    assert getattr(_in_time(lambda: lab.take(lab.file())), "release", 0) == 3
    assert root.read_bytes() == whole
