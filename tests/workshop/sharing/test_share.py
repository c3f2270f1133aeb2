"""A shared file survives two who put at once, a killed program, a pulled share, a flipped bit."""

import os
import random
import shutil
import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop_app.workshop.editing import Act, ChangeReason, FactEvent, write_act
from desktop_app.workshop.errors import TooNew, WorkshopError
from desktop_app.workshop.history import TEXT, history, splice
from desktop_app.workshop.sharing.lock import Locked, Who
from desktop_app.workshop.sharing.share import KEPT, Share
from desktop_app.workshop.sharing.share_steps import lay_out, put, share_of, take
from desktop_app.workshop.work_file import WorkFile
from tests.sweeps import size
from tests.working_files import NOW, small_work_file
from tests.workshop.sharing.two_stewards import Desk, Office

WHO = Who(by="Ann Example", computer="PC")


def note(desk: Desk, line: str) -> None:
    """One accepted edit, without the checks of the compile: hundreds are made here."""
    name = f"national/{desk.who.by}.md"
    old = desk.work.text(name)
    new = (old or "") + line + "\n"
    fact = FactEvent(file=name, place=TEXT, before="", after=line)
    said = ChangeReason(by=desk.who.by, at=NOW)
    with desk.work.changing() as change:
        write_act(change, Act(said=said, facts=[fact], splices=[splice(name, old, new)]))


def lines(work: WorkFile, desk: Desk) -> int:
    return len((work.text(f"national/{desk.who.by}.md") or "").splitlines())


def test_a_path_of_the_file_or_of_one_state_means_the_same_share(tmp_path: Path) -> None:
    share = Share(folder=tmp_path, name="luck")
    for name in ("luck.wtcwork", "luck.000042.wtcwork", "luck"):
        assert Share.at(tmp_path / name) == share


def test_a_file_laid_there_by_hand_is_a_first_state(tmp_path: Path) -> None:
    with small_work_file(tmp_path) as work:
        share = Share.at(work.path)
        assert share.newest().generation == 0
        (tmp_path / "home").mkdir()
        take(share, tmp_path / "home/small.wtcwork", WHO, NOW)
    with WorkFile.open(tmp_path / "home/small.wtcwork") as home:
        note(Desk(who=WHO, work=home), "a")
        assert put(home, WHO, NOW).generation == 1


def test_nothing_is_laid_over_another_file(office: Office, tmp_path: Path) -> None:
    with (
        WorkFile.open(tmp_path / "small.wtcwork") as work,
        pytest.raises(WorkshopError, match="on the share already"),
    ):
        lay_out(work, office.share.folder)


def test_a_second_steward_is_told_and_works_on_a_copy(office: Office, tmp_path: Path) -> None:
    share = office.share
    take(share, tmp_path / "first.wtcwork", office.ann.who, NOW)
    with pytest.raises(Locked, match="Ann Example has it since"):
        take(share, tmp_path / "second.wtcwork", office.bob.who, NOW)
    assert not (tmp_path / "second.wtcwork").exists()
    take(share, tmp_path / "second.wtcwork", office.bob.who, NOW, copy=True)


def test_putting_back_gives_the_lock_up(office: Office, tmp_path: Path) -> None:
    take(office.share, tmp_path / "first.wtcwork", office.ann.who, NOW)
    put(office.ann.work, office.ann.who, NOW)
    take(office.share, tmp_path / "second.wtcwork", office.bob.who, NOW)


def test_a_home_copy_is_never_written_over(office: Office) -> None:
    with pytest.raises(WorkshopError, match="is there already"):
        take(office.share, office.ann.work.path, office.ann.who, NOW)


def test_a_copy_from_nowhere_is_told(tmp_path: Path) -> None:
    with small_work_file(tmp_path) as work, pytest.raises(WorkshopError, match="not taken from"):
        share_of(work)


def test_two_who_put_at_the_same_moment_lose_nothing(office: Office) -> None:
    def work_for(one: Desk) -> None:
        with WorkFile.open(one.work.path) as own:
            mine = Desk(who=one.who, work=own)
            for number in range(6):
                note(mine, f"{number}")
                mine.put()

    threads = [threading.Thread(target=work_for, args=(each,)) for each in (office.ann, office.bob)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in (office.ann, office.bob):
        one.put()
    office.ann.put()
    assert [lines(office.ann.work, each) for each in (office.ann, office.bob)] == [6, 6]


def test_a_share_that_is_gone_loses_nothing(office: Office, tmp_path: Path) -> None:
    note(office.ann, "kept")
    office.share.folder.rename(tmp_path / "pulled")
    with pytest.raises(WorkshopError, match="cannot be reached"):
        office.ann.put()
    assert lines(office.ann.work, office.ann) == 1
    (tmp_path / "pulled").rename(office.share.folder)
    office.ann.put()
    office.bob.put()
    assert lines(office.bob.work, office.ann) == 1


@pytest.mark.parametrize("step", ["link", "fsync", "unlink"])
def test_a_share_pulled_in_the_middle_of_putting_loses_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    note(office.ann, "kept")
    note(office.bob, "his")
    office.bob.put()

    def gone(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os if step != "unlink" else Path, step, gone)
        with suppress(WorkshopError):
            office.ann.put()
    office.ann.put()
    office.bob.put()
    assert [lines(office.bob.work, each) for each in (office.ann, office.bob)] == [1, 1]


def test_a_folder_that_cannot_make_a_file_only_once_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuses)
    note(office.ann, "a")
    with pytest.raises(WorkshopError, match="cannot hold a shared working file"):
        office.ann.put()


def test_a_damaged_state_is_passed_over_and_told(office: Office) -> None:
    note(office.ann, "a")
    office.ann.put()
    path = office.share.state(2)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    content[100] ^= 1
    path.write_bytes(content)
    found = office.share.newest()
    assert found.generation == 1
    assert "State 2 on the share is damaged; 1 is the newest sound one" in found.passed_over
    note(office.bob, "b")
    assert office.bob.put().generation == 3
    office.ann.put()
    office.bob.put()
    assert [lines(office.bob.work, each) for each in (office.ann, office.bob)] == [1, 1]


def test_a_state_of_a_newer_program_is_not_passed_over(office: Office) -> None:
    shutil.copy(office.share.state(1), office.share.state(2))
    with closing(sqlite3.connect(office.share.state(2))) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(TooNew):
        office.ann.put()


def test_old_states_go_and_the_newest_stay(office: Office) -> None:
    for number in range(KEPT + 3):
        note(office.ann, f"{number}")
        office.ann.put()
    left = office.share.generations()
    assert len(left) == KEPT
    assert left[0] == KEPT + 4


def test_no_flipped_bit_of_a_state_is_believed(office: Office) -> None:
    """Either the state is passed over and that is told, or what it says is what was put."""
    for number in range(5):
        note(office.ann, f"line {number}")
    office.ann.put()
    path = office.share.state(2)
    whole, texts, events = path.read_bytes(), office.ann.work.texts, history(office.ann.work)
    chance, told, flips = random.Random(14), 0, size(80, 1_000)
    home = office.share.folder.parent / "home.wtcwork"
    for _ in range(flips):
        bit = chance.randrange(len(whole) * 8)
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(spoilt)
        home.unlink(missing_ok=True)
        try:
            found = take(office.share, home, office.ann.who, NOW)
        except TooNew:
            told += 1
            continue
        told += bool(found.passed_over)
        with WorkFile.open(home) as work:
            assert found.passed_over or (work.texts, history(work)) == (texts, events), bit
    assert told > flips / 4


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("batch", range(3))
def test_no_accepted_edit_is_lost_when_the_program_is_killed_while_it_puts(
    office: Office, batch: int
) -> None:
    ann, bob = office.ann, office.bob
    ann.work.close()
    chance, kills, accepted, theirs = random.Random(batch), size(7, 100), 0, 0
    for number in range(kills):
        if number % 5 == 0:
            note(bob, "b")
            theirs += 1
            bob.put()
        said, tell = os.pipe()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                _put_for_ever(ann, tell)
            os._exit(0)
        os.close(tell)
        with os.fdopen(said) as told:
            assert told.readline() == "open\n"
            time.sleep(chance.uniform(0, 0.3))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            accepted += len([line for line in told if line.endswith("\n")])
        with WorkFile.open(ann.work.path) as work:
            found = lines(work, ann)
            assert accepted <= found <= accepted + 1, "an accepted edit is gone"
            accepted = found
    with WorkFile.open(ann.work.path) as work:
        Desk(who=ann.who, work=work).put()
    bob.put()
    assert [lines(bob.work, each) for each in (ann, bob)] == [accepted, theirs]
    assert not [path.name for path in office.share.folder.iterdir() if path.name.startswith(".")]


def _put_for_ever(ann: Desk, tell: int) -> None:
    with WorkFile.open(ann.work.path) as work:
        mine = Desk(who=ann.who, work=work)
        os.write(tell, b"open\n")
        while True:
            note(mine, "a")
            os.write(tell, b"accepted\n")
            mine.put()
