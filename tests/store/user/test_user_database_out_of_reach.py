"""The practice's own file where it cannot be looked at, or where what lies there has no end."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, report_of
from desktop_app.store.user import user_database
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.migrations import layout
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.user_database import DAMAGED, FILE_NAME, JOURNAL, UNREACHABLE
from tests.ui.town import at

CARD = PracticeCard("Elm Road Surgery", (Contact(LEAD, "Dr Amara Okafor", "214"),))
FAILED = report_of(
    ShownNumber("01632 960001", "Front Door"), at("2026-11-20 16:35"), WhatHappened.ENGAGED, 1
)
VIEWS = {
    "without end": "WITH RECURSIVE more (place, role, name, extension) AS (SELECT 1, 'a', 'b', 'c'"
    " UNION ALL SELECT place + 1, role, name, extension FROM more) SELECT * FROM more",
    "of itself": "SELECT * FROM contact",
    "with other columns": "SELECT 1 AS one",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    PracticeStore(tmp_path).write(CARD)
    return tmp_path


def _as_link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("target", ["a share that is not there/practice.sqlite", FILE_NAME])
def test_a_link_that_leads_nowhere_is_no_empty_card(folder: Path, target: str) -> None:
    _as_link(folder / FILE_NAME, target)
    for repository in (PracticeStore(folder), FailedNumberStore(folder)):
        repository.read()
        assert repository.trouble.startswith(UNREACHABLE.partition("{}")[0])
        assert not repository.held


def test_a_folder_in_its_place_is_no_empty_card(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).mkdir()
    store = PracticeStore(folder)
    store.read()
    assert store.trouble == UNREACHABLE.format(folder / FILE_NAME, "not a plain file")


def test_a_locked_folder_is_told_and_breaks_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", refused)
    store, reports = PracticeStore(folder), FailedNumberStore(folder)
    assert store.read() == PracticeCard()
    assert reports.read() == ()
    assert {store.trouble, reports.trouble} == {
        UNREACHABLE.format(folder / FILE_NAME, "Permission denied")
    }


@pytest.mark.parametrize("name", [FILE_NAME, FILE_NAME + JOURNAL])
@pytest.mark.parametrize("code", user_database.WAY_BARRED)
def test_a_file_that_may_not_be_read_is_not_called_held(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    """It was said that a backup holds it and that the program goes on trying, for ever."""
    (folder / name).touch()
    may_open = Path.open

    def barred(path: Path, *words: Any, **named: Any) -> Any:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return may_open(path, *words, **named)

    def refused(*_: object) -> list[sqlite3.Row]:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(user_database, "_asked", refused)
    monkeypatch.setattr(user_database, "_asked_on_a_copy", refused)
    monkeypatch.setattr(Path, "open", barred)
    store = PracticeStore(folder)
    store.read()
    assert store.trouble == UNREACHABLE.format(folder / FILE_NAME, "Permission denied")
    assert not store.held


def test_what_windows_says_of_a_file_another_program_has_is_held(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def had(path: Path, *_: object) -> None:
        error = PermissionError(13, "The process cannot access the file", str(path))
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "open", had)
    assert user_database._barred(folder / FILE_NAME) == ""


@pytest.mark.parametrize("table", user_database.MADE_BY)
def test_a_table_that_was_there_once_and_is_gone_is_damage(folder: Path, table: str) -> None:
    """It passed for an older version's file: an empty card, to be saved over what is left."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened:
        opened.execute(f"DROP TABLE {table}")
    before, damaged = (folder / FILE_NAME).read_bytes(), DAMAGED.format(folder / FILE_NAME)
    stores = (PracticeStore(folder), FailedNumberStore(folder))
    for store in stores:
        store.read()
    assert damaged in {store.trouble for store in stores}
    assert PracticeStore(folder).write(CARD) == damaged
    assert FailedNumberStore(folder).add(FAILED) == damaged
    assert (folder / FILE_NAME).read_bytes() == before


def test_every_table_has_the_step_that_makes_it() -> None:
    database, made = Database(memory=True), dict[str, str]()
    steps = [step.name for step in layout.pending(database)]
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        before = {*database.table_names(), user_database.STEPS}
        layout.apply(database, stop_before=after)
        made |= dict.fromkeys(set(database.table_names()) - before, step)
    assert (made, layout.migrations_table) == (user_database.MADE_BY, user_database.STEPS)


@pytest.mark.parametrize("content", [b"", None])
def test_a_file_in_which_nothing_was_ever_kept_is_an_empty_card(
    tmp_path: Path, content: bytes | None
) -> None:
    """A kill between making the file and its first table leaves it empty."""
    if content is None:
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened:
            opened.execute("PRAGMA user_version = 0")
    else:
        (tmp_path / FILE_NAME).write_bytes(content)
    store = PracticeStore(tmp_path)
    assert (store.read(), store.trouble) == (PracticeCard(), "")
    assert store.write(CARD) == ""
    assert store.read() == CARD


def test_where_nothing_was_ever_kept_nothing_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        store = PracticeStore(folder)
        assert store.read() == PracticeCard()
        assert store.trouble == ""


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_in_the_place_of_a_table_ends_in_a_sentence(folder: Path, view: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened:
        opened.executescript(f"DROP TABLE contact; CREATE VIEW contact AS {VIEWS[view]}")
    store, damaged = PracticeStore(folder), DAMAGED.format(folder / FILE_NAME)
    store.read()
    assert store.trouble == damaged
    assert store.write(CARD) == damaged


def test_a_change_without_end_ends_in_a_sentence(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as opened:
        opened.executescript(
            "CREATE TRIGGER endless AFTER INSERT ON contact BEGIN INSERT INTO practice (name)"
            f" SELECT name FROM ({VIEWS['without end']}); END"
        )
    assert PracticeStore(folder).write(CARD) == DAMAGED.format(folder / FILE_NAME)
    assert PracticeStore(folder).read() == CARD
