"""The practice's own file where it cannot be looked at, or where what lies there has no end."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.user_database import DAMAGED, FILE_NAME, UNREACHABLE

CARD = PracticeCard("Elm Road Surgery", (Contact(LEAD, "Dr Amara Okafor", "214"),))
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
