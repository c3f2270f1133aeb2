"""A working file loses nothing that was accepted, and believes nothing that changed by itself."""

import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop_app.workshop.editing import Act, FactEvent, change_texts, edit, write_act
from desktop_app.workshop.errors import WorkFileDamaged, WorkshopError
from desktop_app.workshop.history import TEXT, history, splice, undoable
from desktop_app.workshop.tables import TABLES
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit
from tests.sweeps import size
from tests.working_files import NOW, OFFICE, SAID, TOWN

DIARY = "national/diary.md"


def append(work: WorkFile, line: str) -> None:
    """One accepted edit, without the checks of the compile: thousands are made here."""
    old = work.text(DIARY) or ""
    new = old + line + "\n"
    piece = splice(DIARY, work.text(DIARY), new)
    fact = FactEvent(file=DIARY, place=TEXT, before=old[-20:], after=line)
    with work.changing() as change:
        write_act(change, Act(said=SAID, facts=[fact], splices=[piece]))


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in TABLES
        }


def test_the_name_must_say_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match=r"call it “a.wtcwork”"):
        WorkFile.create(tmp_path / "a.sqlite", {}, at=NOW)


def test_nothing_is_written_over(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="is there already"):
        WorkFile.create(work.path, {}, at=NOW)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="no working file"):
        WorkFile.open(tmp_path / "a.wtcwork")


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough" * 99])
def test_another_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wtcwork"
    path.write_bytes(content)
    with pytest.raises(WorkshopError, match=r"no working file|damaged"):
        WorkFile.open(path)
    assert path.read_bytes() == content


def test_a_newer_file_is_left_alone(work: WorkFile) -> None:
    work.close()
    with closing(sqlite3.connect(work.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(WorkshopError, match="newer version"):
        WorkFile.open(work.path)


def test_every_change_counts_the_generation_up(work: WorkFile) -> None:
    before = work.generation
    append(work, "a")
    append(work, "b")
    assert work.generation == before + 2


def test_a_change_that_ends_in_an_error_leaves_nothing(work: WorkFile) -> None:
    work.close()
    before = everything(work.path)
    with WorkFile.open(work.path) as again, pytest.raises(ZeroDivisionError):
        _begin_and_fail(again)
    assert everything(work.path) == before


def test_read_only_takes_no_edit_and_says_so(work: WorkFile) -> None:
    with WorkFile.open(work.path, read_only=True) as reader:
        assert reader.texts == work.texts
        with pytest.raises(WorkshopError, match="can only be read here"):
            append(reader, "a")
    with work.changing() as change:
        change.rows("SELECT 1")


def test_a_disk_that_refuses_writing_is_told(work: WorkFile) -> None:
    list(work.rows("PRAGMA query_only = ON"))
    with pytest.raises(WorkshopError, match="can only be read here"):
        append(work, "a")


def test_a_full_disk_loses_nothing(work: WorkFile) -> None:
    append(work, "kept")
    pages = next(work.rows("PRAGMA page_count"))[0]
    list(work.rows(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(WorkshopError, match="is full"):
        _append_for_ever(work)
    kept = undoable(work)
    work.close()
    with WorkFile.open(work.path) as again:
        assert undoable(again) == kept
        assert (again.text(DIARY) or "").startswith("kept\n")


@pytest.mark.parametrize("gone", ["renamed", "taken away", "its folder pulled"])
def test_a_file_that_is_not_there_any_more_is_told_and_nothing_is_lost(
    work: WorkFile, tmp_path: Path, gone: str
) -> None:
    append(work, "kept")
    lies = tmp_path / "elsewhere.wtcwork"
    if gone == "its folder pulled":
        pulled = work.path.parent.rename(work.path.parent.with_name("pulled"))
        lies = pulled / work.path.name
    else:
        work.path.rename(lies)
    with pytest.raises(WorkshopError, match="moved or renamed"):
        append(work, "lost?")
    with WorkFile.open(lies) as found:
        assert (found.text(DIARY) or "") == "kept\n"


def test_a_program_that_holds_the_file_is_told(
    work: WorkFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.workshop.work_file.WAIT", 0.01)
    with (
        WorkFile.open(work.path) as first,
        WorkFile.open(work.path) as second,
        first.changing() as change,
    ):
        change.rows("SELECT 1")
        with pytest.raises(WorkshopError, match="Another program holds"):
            append(second, "a")


def test_a_row_somebody_else_wrote_is_damage(work: WorkFile) -> None:
    work.close()
    with closing(sqlite3.connect(work.path)) as connection, connection:
        connection.execute("UPDATE source SET text = replace(text, '960101', '960107')")
    with pytest.raises(WorkFileDamaged, match="in its table source"):
        WorkFile.open(work.path)


@pytest.mark.parametrize("table", ["source", "event", "splice"])
def test_a_row_that_is_gone_is_damage(work: WorkFile, table: str) -> None:
    edit(work, [Edit(file=TOWN, place=(*OFFICE, "note"), value="A note.")], SAID)
    work.close()
    with closing(sqlite3.connect(work.path)) as connection, connection:
        connection.execute(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")
    with pytest.raises(WorkFileDamaged):
        WorkFile.open(work.path)


def test_no_flipped_bit_is_believed(work: WorkFile) -> None:
    """Either the file is refused, or every row in it is what was written."""
    for number in range(12):
        append(work, f"line {number}")
    change_texts(work, {DIARY: None}, SAID)
    work.close()
    whole = work.path.read_bytes()
    before = everything(work.path)
    flipped = work.path.with_name("flipped.wtcwork")
    chance, refused, flips = random.Random(14), 0, size(250, 1_000)
    for _ in range(flips):
        bit = chance.randrange(len(whole) * 8)
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(spoilt)
        try:
            WorkFile.open(flipped).close()
        except WorkshopError:
            refused += 1
        else:
            assert everything(flipped) == before, f"bit {bit} was believed"
    assert refused > flips / 4  # the others fell into bytes that hold nothing


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_no_accepted_edit_is_lost_when_the_program_is_killed(work: WorkFile) -> None:
    work.close()
    chance, kills, cut, accepted = random.Random(7), size(40, 300), 0, 0
    for _ in range(kills):
        said, tell = os.pipe()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                _edit_for_ever(work.path, tell)
            os._exit(0)
        os.close(tell)
        with os.fdopen(said) as told:
            assert told.readline() == "open\n"
            for _ in range(chance.randrange(3)):  # not after a time: a busy machine edits slowly
                accepted += told.readline() == "accepted\n"
            time.sleep(chance.uniform(0, 0.04))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            accepted += len([line for line in told if line.endswith("\n")])
        with WorkFile.open(work.path) as again:
            lines = len((again.text(DIARY) or "").splitlines())
            assert accepted <= lines <= accepted + 1, "an accepted edit is gone"
            assert len(history(again)) == len(undoable(again)) == lines
            cut += lines > accepted
            accepted = lines
    assert accepted > kills / 2, cut


def _begin_and_fail(work: WorkFile) -> None:
    with work.changing() as change:
        change.put("source", {"name": "x", "text": "y"})
        raise ZeroDivisionError


def _append_for_ever(work: WorkFile) -> None:
    while True:
        append(work, "x" * 4_000)


def _edit_for_ever(path: Path, tell: int) -> None:
    with WorkFile.open(path) as work:
        os.write(tell, b"open\n")
        while True:
            append(work, "a line")
            os.write(tell, b"accepted\n")
