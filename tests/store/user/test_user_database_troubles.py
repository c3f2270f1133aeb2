"""The practice's own file after a kill, while a backup holds it, and with rows nobody wrote."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, report_of
from desktop_app.fileformat.atomic_write import sweep
from desktop_app.store.user import user_database
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.practice import ODD, PracticeStore
from desktop_app.store.user.settings import SettingsFile
from desktop_app.store.user.user_database import DAMAGED, FILE_NAME, HELD, JOURNAL
from tests.ui.town import at

CARD = PracticeCard("Elm Road Surgery", (Contact(LEAD, "Dr Amara Okafor", "214"),))
FAILED = report_of(
    ShownNumber("01632 960001", "Front Door"), at("2026-11-20 16:35"), WhatHappened.ENGAGED, 1
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    PracticeStore(tmp_path).write(CARD)
    FailedNumberStore(tmp_path).add(FAILED)
    return tmp_path


@pytest.fixture
def killed(folder: Path, tmp_path: Path) -> Path:
    """The folder as a kill in the middle of a write leaves it: a file half changed, a journal."""
    left = tmp_path / "killed"
    left.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened:
        opened.execute("PRAGMA cache_size = 1")
        opened.execute("PRAGMA cache_spill = 1")
        opened.execute("DELETE FROM contact")
        opened.executemany(
            "INSERT INTO contact VALUES (?, 'Deputy', ?, '')",
            [(n, "Somebody else " * 5) for n in range(3000)],
        )
        for name in (FILE_NAME, FILE_NAME + JOURNAL):
            shutil.copy(folder / name, left / name)
        opened.rollback()
    read_only = f"file:{left / FILE_NAME}?mode=ro"
    with (
        closing(sqlite3.connect(read_only, uri=True)) as half,
        pytest.raises(sqlite3.OperationalError),  # which was told as damage
    ):
        half.execute("SELECT * FROM contact")
    return left


def test_after_a_kill_the_card_is_what_it_was(killed: Path) -> None:
    store = PracticeStore(killed)
    assert store.read() == CARD
    assert store.trouble == ""
    assert len(FailedNumberStore(killed).read()) == 1


def test_after_a_kill_in_a_folder_nobody_can_write_to_it_is_read_from_a_copy(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in killed.iterdir()}
    usual = user_database._asked

    def read_only(path: Path, question: str) -> list[sqlite3.Row]:
        if path.parent == killed:
            error = sqlite3.OperationalError("attempt to write a readonly database")
            error.sqlite_errorcode = sqlite3.SQLITE_READONLY
            raise error
        return usual(path, question)

    monkeypatch.setattr(user_database, "_asked", read_only)
    store = PracticeStore(killed)
    assert store.read() == CARD
    assert {path.name: path.read_bytes() for path in killed.iterdir()} == before


@pytest.fixture
def held(folder: Path) -> Iterator[sqlite3.Connection]:
    """Another program that holds the file, and lets go at the end."""
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_held_file_is_told_as_held_at_once_and_read_when_it_is_free(
    folder: Path, held: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, reports = PracticeStore(folder), FailedNumberStore(folder)
    waits: list[object] = []
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def heard(*words: Any, **named: Any) -> sqlite3.Connection:
        waits.append(named.get("timeout", "five seconds, as nobody said"))
        return connect(*words, **named)

    monkeypatch.setattr(sqlite3, "connect", heard)
    store.read()
    reports.read()
    told = store.write(CARD)
    assert reports.add(FAILED) == HELD
    assert set(waits) == {0}  # SQLite asks once and waits for nobody: it took 5 s for each
    assert (store.trouble, reports.trouble, told) == (HELD, HELD, HELD)
    assert store.held
    assert reports.held
    held.rollback()
    free = PracticeStore(folder)
    assert free.read() == CARD
    assert not free.held
    assert free.write(CARD) == ""


@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_BUSY | (1 << 8), sqlite3.SQLITE_IOERR | (15 << 8),
    ],
)  # fmt: skip
def test_only_damage_is_called_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refused(*_: object) -> list[sqlite3.Row]:
        error = sqlite3.OperationalError("not now")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(user_database, "_asked", refused)
    store = PracticeStore(folder)
    store.read()
    assert store.trouble == HELD


def test_damage_is_called_damage_and_nothing_advises_to_destroy_it(folder: Path) -> None:
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[:1000] + bytes(5000))
    store = PracticeStore(folder)
    store.read()
    assert store.trouble == DAMAGED.format(path)
    assert "move" not in store.trouble
    assert not store.held


def test_nothing_empty_is_exported(folder: Path, held: sqlite3.Connection, tmp_path: Path) -> None:
    out = tmp_path / "reports.csv"
    told = FailedNumberStore(folder).export(out)
    assert told.endswith("Nothing was written.")
    assert not out.exists()
    held.rollback()
    assert FailedNumberStore(folder).export(out) == ""
    assert "01632 960001" in out.read_text("utf-8-sig")


ODD_VALUES = (
    "NULL", "7", "2.5", "x'ff00ff'", "CAST(x'ff41' AS TEXT)", "''", "char(0)", "1e999",
    "replace(hex(zeroblob(50000)), '00', 'A')", "'2026-13-45'", "'9999-12-31T23:59+00:00'",
    "'0001-01-01T00:00'",
)  # fmt: skip


@pytest.mark.parametrize("value", ODD_VALUES)
@pytest.mark.parametrize("column", ["number", "service", "moment", "what", "release"])
def test_a_report_nobody_wrote_hides_no_other(folder: Path, column: str, value: str) -> None:
    FailedNumberStore(folder).add(FAILED)
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened, opened:
        opened.execute(f"UPDATE failed_number SET {column} = {value} WHERE id = 1")
    store = FailedNumberStore(folder)
    found = store.read()
    assert FAILED in [each._replace(id="") for _, each in found]
    assert len(found) == 2 or "cannot be read" in store.trouble
    assert store.export(folder / "out.csv") == store.trouble


@pytest.mark.parametrize("value", ODD_VALUES)
@pytest.mark.parametrize("column", ["role", "name", "extension"])
def test_a_person_nobody_wrote_hides_no_other(folder: Path, column: str, value: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened, opened:
        opened.execute("INSERT INTO contact VALUES (2, 'Deputy', 'Sam Lee', '220')")
        opened.execute(f"UPDATE contact SET {column} = {value} WHERE place = 2")
    store = PracticeStore(folder)
    card = store.read()
    assert CARD.leads[0] in card.leads
    assert store.trouble == ""
    assert len(card.leads) == 2 or store.odd == ODD.format(1)


def test_a_file_without_reports_is_no_damage(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened, opened:
        opened.execute("CREATE TABLE practice (id INTEGER PRIMARY KEY, name TEXT)")
    store = FailedNumberStore(tmp_path)
    assert store.read() == ()
    assert store.trouble == ""


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    import os

    kept = {
        *("settings.json", f".settings.json.ab12.{os.getpid()}", ".settings.json.bak"),
        *("settings.json.99999999", ".other.json.ab12.77"),
    }
    gone = {".settings.json.ab12.99999999", ".settings.json.cd34.4194305"}
    for name in kept | gone:
        (tmp_path / name).write_text("{}")
    sweep(tmp_path, ("settings.json",))
    assert {path.name for path in tmp_path.iterdir()} == kept
    sweep(None, ("settings.json",))
    sweep(tmp_path / "nowhere", ("settings.json",))
    assert SettingsFile(tmp_path).write({"colours": "light"}) == ""
