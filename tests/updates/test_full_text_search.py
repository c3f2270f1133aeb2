"""Full-text search never runs over bytes that were not verified.

SQLite before 3.54 can be made to write beyond its memory by a MATCH over a crafted file
(CVE-2026-11822, CVE-2026-11824, CVE-2026-119373), and the one that ships is older.
"""

import re
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.directory.try_out import try_out
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.install_update import Terms
from desktop_app.updates.progress import Phase
from desktop_app.updates.verify.sanity import check_sane
from tests.compiled_files import real_file
from tests.store.directory.test_opening import resealed
from tests.updates.lab import Lab

__all__ = ["real_file"]

ROOT = Path(__file__).parents[2]


class Seen:
    """Every full-text question asked of SQLite, with the file it was asked of."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: list[str] = []
        self._connect: Callable[..., sqlite3.Connection] = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", self._watched)

    def _watched(self, *words: object, **named: object) -> sqlite3.Connection:
        connection = self._connect(*words, **named)
        connection.set_trace_callback(lambda asked: self._hear(connection, asked))
        return connection

    def _hear(self, connection: sqlite3.Connection, asked: str) -> None:
        # What begins with "--" SQLite asks itself: here to find the index that a comparison reads.
        if re.search(r"\bMATCH\b", asked) and not asked.startswith("--"):
            connection.set_trace_callback(None)
            self.files += [row[2] for row in connection.execute("PRAGMA database_list")]
            connection.set_trace_callback(lambda more: self._hear(connection, more))

    def in_folders(self) -> list[str]:
        """Those that lie where others can write: SQLite names them with their whole path."""
        return [file for file in self.files if Path(file).is_absolute()]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


def spoilt(content: bytes) -> bytes:
    """The same directory with other bytes in it, under a seal that fits them."""
    changed = resealed(content.replace(b"Helper", b"Hepler"))
    assert changed != content
    return changed


def test_searching_asks_bytes_that_lie_in_no_folder(seen: Seen, real_file: Path) -> None:
    directory = open_directory(real_file)
    for words in ("mash", "domestic abuse", "somebody hurts a child"):
        directory.search(words)
    directory.close()
    assert seen.files
    assert seen.in_folders() == []


def test_the_watch_sees_a_file_that_is_asked_where_it_lies(seen: Seen, real_file: Path) -> None:
    connection = sqlite3.connect(real_file)
    connection.execute("SELECT 1 FROM search_text WHERE search_text MATCH ?", ("mash",)).fetchone()
    connection.close()
    assert seen.in_folders() == [str(real_file)]


def test_a_file_whose_seal_does_not_fit_is_asked_nothing(
    seen: Seen, real_file: Path, tmp_path: Path
) -> None:
    content = bytearray(real_file.read_bytes())
    content[len(content) // 2] ^= 1
    bad = tmp_path / "directory.sqlite"
    bad.write_bytes(content)
    with pytest.raises(DirectoryDamaged):
        open_directory(bad)
    assert seen.files == []


def test_taking_an_update_asks_only_bytes_that_lie_in_no_folder(lab: Lab, seen: Seen) -> None:
    lab.release(2)
    assert lab.take(lab.file()).news
    assert seen.files
    assert seen.in_folders() == []


def test_an_update_that_nobody_signed_is_asked_nothing(lab: Lab, seen: Seen) -> None:
    lab.release(2)
    (directory,) = (lab.steward.home / "targets").glob(f"{newest(lab)}.*")
    directory.write_bytes(spoilt(directory.read_bytes()))
    with pytest.raises(Refused):
        lab.take(lab.file())
    assert seen.files == []


def test_bytes_that_come_into_an_update_after_it_was_verified_are_asked_nothing(
    lab: Lab, seen: Seen
) -> None:
    lab.release(2)

    def slipped_in(step: Phase, share: float) -> None:
        if step is Phase.COPIED:
            (copied,) = lab.place.store.releases.glob(".stage-*/directory.sqlite")
            copied.write_bytes(spoilt(copied.read_bytes()))

    with pytest.raises(Refused) as refused:
        lab.take(lab.file(), Terms(progress=slipped_in))
    assert (refused.value.why, refused.value.detail) == (
        Why.WRONG_DATA,
        "it is not the file that was signed",
    )
    assert seen.files == []


def test_an_update_is_tried_out_by_its_fingerprint(seen: Seen, real_file: Path) -> None:
    with pytest.raises(DirectoryDamaged):
        try_out(real_file, sha256(b"another").hexdigest())
    assert seen.files == []
    try_out(real_file, sha256(real_file.read_bytes()).hexdigest())


def test_the_places_that_search_full_text_are_these_two() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "desktop_app").rglob("*.py")
        if re.search(r"\bMATCH \?", path.read_text("utf-8"))
    }
    assert found == {
        "desktop_app/store/search/matchers.py",
        Path(check_sane.__code__.co_filename).relative_to(ROOT).as_posix(),
    }


def newest(lab: Lab) -> str:
    """The SHA-256 of the directory the steward published last."""
    return str(lab.steward.lists["targets"].signed.targets["directory.sqlite"].hashes["sha256"])
