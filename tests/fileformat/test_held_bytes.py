"""What was verified is what is used: whatever becomes of the file, nothing read later changes."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.domain.browse.catalogue import ListFilter
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.fileformat import held_bytes
from desktop_app.fileformat.directory_file import stated_length
from desktop_app.store.directory.catalogue import SqliteCatalogue
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.store.directory.test_opening import resealed

Happens = Callable[[Path, bytes], None]


@pytest.fixture(params=["in memory", "in a nameless file"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way the bytes are kept."""
    if request.param != "in memory":
        monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    return str(request.param)


@pytest.fixture
def file(tmp_path: Path, small_file: Path) -> Path:
    path = tmp_path / "directory.sqlite"
    path.write_bytes(small_file.read_bytes())
    return path


def other_numbers(content: bytes) -> bytes:
    """A sound directory whose numbers are other people's."""
    changed = content.replace(b"01632 9601", b"01632 9607").replace(b"016329601", b"016329607")
    assert changed != content
    return resealed(changed)


def written_over(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)


def replaced(path: Path, content: bytes) -> None:
    beside = path.with_name("newer")
    beside.write_bytes(content)
    beside.replace(path)


def emptied(path: Path, content: bytes) -> None:
    os.truncate(path, 0)


def removed(path: Path, content: bytes) -> None:
    path.unlink()


def zeroed(path: Path, content: bytes) -> None:
    path.write_bytes(bytes(len(content)))


def everything(directory: SqliteDirectory) -> Iterator[object]:
    """All that a window shows, read now."""
    yield directory.release()
    yield directory.services()
    yield [directory.search(text) for text in ("mash", "01632", "helplime", "town")]
    yield [directory.pathways(), directory.bank_holidays(), directory.guidance()]
    yield [directory.documents(), directory.councils(), directory.attributions()]
    catalogue = SqliteCatalogue(directory.connection)
    ids = tuple(catalogue.ids(ListFilter()))
    yield [ids, catalogue.page(ids), catalogue.tally()]
    yield WhereIndex(directory.connection).answer("Luton")


@pytest.mark.parametrize("happens", [written_over, replaced, emptied, removed, zeroed])
def test_nothing_read_later_comes_from_the_file(kept: str, file: Path, happens: Happens) -> None:
    before = file.read_bytes()
    with closing(open_directory(file)) as whole:
        expected = list(everything(whole))
    with closing(open_directory(file)) as directory:
        happens(file, other_numbers(before))
        assert list(everything(directory)) == expected


@pytest.mark.usefixtures("kept")
def test_the_file_is_read_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    usual = Path.open

    def counted(path: Path, *rest: object, **named: object) -> object:
        opened.append(path)
        return usual(path, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", counted)
    with closing(open_directory(file)) as directory:
        list(everything(directory))
    assert opened.count(file) == 1


@pytest.mark.usefixtures("kept")
def test_nothing_can_be_written_to_it(file: Path) -> None:
    with (
        closing(open_directory(file)) as directory,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        directory.connection.execute("DELETE FROM line")


@pytest.mark.usefixtures("kept")
def test_the_bytes_must_have_the_fingerprint_that_was_signed(file: Path) -> None:
    content = file.read_bytes()
    signed = sha256(content).hexdigest()
    open_directory(file, sha256=signed).close()
    written_over(file, other_numbers(content))
    with pytest.raises(DirectoryDamaged) as told:
        open_directory(file, sha256=signed)
    assert told.value.detail == "it is not the file that was signed"


def test_a_long_list_leaves_no_file_behind(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    with closing(open_directory(file)) as directory:
        assert list(room.iterdir()) == []
        assert directory.connection.execute("PRAGMA database_list").fetchone()[2] != str(file)
        assert directory.services()


def no_folder(*_: object, **__: object) -> object:
    raise PermissionError("read-only file system")


class Full:
    """A private file on a disk without room."""

    def __init__(self, usual: Callable[..., object]) -> None:
        self._usual = usual

    def __call__(self, descriptor: int, mode: str) -> object:
        os.close(descriptor)
        return Path("/dev/full").open(mode, buffering=0)


@pytest.mark.parametrize("trouble", ["no folder", "disk full"])
def test_without_room_on_the_disk_a_long_list_is_kept_in_memory(
    file: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    if trouble == "no folder":
        monkeypatch.setattr(tempfile, "mkstemp", no_folder)
    else:
        monkeypatch.setattr(os, "fdopen", Full(os.fdopen))
    with closing(open_directory(file)) as directory:
        assert directory.connection.execute("PRAGMA database_list").fetchone()[2] in ("", "x")
        assert directory.services()


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "pipe"])
def test_what_is_no_plain_file_is_told_and_never_waited_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "pipe":
        os.mkfifo(path)
    with pytest.raises(DirectoryDamaged):
        open_directory(path)


@pytest.mark.parametrize("length", ["an hour to read", "one byte more", "half"])
def test_a_file_that_is_not_as_long_as_it_states_is_not_read_to_its_end(
    file: Path, monkeypatch: pytest.MonkeyPatch, length: str
) -> None:
    long = file.stat().st_size
    monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    os.truncate(file, {"half": long // 2, "one byte more": long + 1}.get(length, 1 << 40))
    with pytest.raises(DirectoryDamaged, match="damaged") as told:
        open_directory(file)
    assert told.value.detail.endswith(f"bytes long and states {long}")


def test_the_real_list_is_as_long_as_it_states(real_file: Path) -> None:
    assert stated_length(real_file.read_bytes()) == real_file.stat().st_size
