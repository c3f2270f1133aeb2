"""What is compared is what was verified, whatever lies in the file by now."""

import sqlite3
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.services.directory import Directory
from desktop_app.fileformat import held_bytes
from desktop_app.store.directory.directory_session import directory_session
from desktop_app.updates.compare import attached_files
from desktop_app.updates.compare.attached_files import OtherBytes, attach_files
from desktop_app.updates.compare.differences import changes_between, differences
from desktop_app.updates.errors import Refused
from desktop_app.updates.install_update import Terms
from desktop_app.updates.progress import Phase
from tests.updates.lab import Lab
from tests.updates.small_directory import Made, make_directory

NUMBER = "SELECT display FROM {}.line WHERE service = 12"
OTHER = {"helper-12": "01632 960999"}


@pytest.fixture(params=["in memory", "in a nameless file"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way the bytes are kept."""
    if request.param != "in memory":
        monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    return str(request.param)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    before = make_directory(tmp_path / "before.sqlite", Made(release=1))
    return before, make_directory(tmp_path / "after.sqlite", Made(release=2, numbers=OTHER))


def fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_both_are_there_under_their_names(files: tuple[Path, Path], kept: str) -> None:
    with attach_files(*files, (fingerprint(files[0]), fingerprint(files[1]))) as (connection, _):
        said = [connection.execute(NUMBER.format(name)).fetchone()[0] for name in ("was", "now")]
    assert said == ["01632 960012", "01632 960999"]


def test_what_is_laid_there_meanwhile_is_not_compared(
    files: tuple[Path, Path], kept: str, tmp_path: Path
) -> None:
    other = make_directory(tmp_path / "other.sqlite", Made(release=3, services=30)).read_bytes()
    with attach_files(*files) as (connection, _):
        for path in files:
            path.write_bytes(other)
        said = [connection.execute(NUMBER.format(name)).fetchone()[0] for name in ("was", "now")]
        counts = connection.execute("SELECT count(*) FROM now.service").fetchone()
    assert (said, counts) == (["01632 960012", "01632 960999"], (20,))


@pytest.mark.parametrize("place", [0, 1])
def test_another_file_than_was_verified_is_not_compared(
    files: tuple[Path, Path], kept: str, place: int
) -> None:
    known = [fingerprint(path) for path in files]
    known[place] = "0" * 64
    with pytest.raises(OtherBytes), attach_files(*files, (known[0], known[1])):
        pass
    assert changes_between(*files, sha256=(known[0], known[1])) is None


def test_rows_and_answers_are_those_of_the_same_bytes(
    files: tuple[Path, Path], kept: str, tmp_path: Path
) -> None:
    """The files are opened a second time for their answers; exchanged meanwhile, that is told."""
    other = make_directory(tmp_path / "other.sqlite", Made(release=3, services=30)).read_bytes()

    def exchanged_first(path: Path, sha256: str) -> AbstractContextManager[Directory]:
        files[1].write_bytes(other)
        return directory_session(path, sha256)

    told = differences(*files, exchanged_first)
    (fact,) = [each.fact for each in told if each.kind is ChangeKind.FIRST_CALL]
    assert fact.startswith("answers cannot be compared, because a directory cannot be read")
    assert fact.endswith("it is not the file that was signed")
    assert "01632 960999" in "".join(map(str, told))


def test_no_database_of_a_comparison_lies_in_a_folder(files: tuple[Path, Path]) -> None:
    with attach_files(*files) as (connection, _):
        places = [row[2] for row in connection.execute("PRAGMA database_list")]
    assert len(places) == 3
    assert not [place for place in places if Path(place).is_absolute()]


def test_nothing_is_left_behind_and_both_ways_tell_the_same(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    told = differences(*files)
    monkeypatch.setattr(held_bytes, "IN_MEMORY", 0)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert differences(*files) == told
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("content", [None, b"", b"no directory", b"SQLite format 3\x00" * 99])
def test_a_file_nobody_can_read_is_told(files: tuple[Path, Path], content: bytes | None) -> None:
    if content is None:
        files[1].unlink()
    else:
        files[1].write_bytes(content)
    assert changes_between(*files) is None


def test_what_came_into_an_update_after_its_fingerprint_was_taken_is_refused(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the two readings of a candidate: the second is held against its fingerprint too."""
    lab.release(2)
    other = lab.directory(3, numbers=OTHER).read_bytes()
    read = attached_files.attach_files

    def slipped_in(before: Path, after: Path, known: tuple[str, str]) -> object:
        after.write_bytes(other)
        return read(before, after, known)

    monkeypatch.setattr("desktop_app.updates.verify.succession.attach_files", slipped_in)
    with pytest.raises(Refused, match="not the file that was signed"):
        lab.take(lab.file(), Terms())
    assert lab.number() == 1


def test_an_update_tells_changes_of_the_signed_bytes_alone(lab: Lab) -> None:
    """Written over once it is in its place: nobody can say what changed, so nobody says it."""
    lab.release(2, made={"numbers": OTHER})
    forged = lab.directory(3, numbers={"helper-13": "01632 960998"}).read_bytes()

    def written_over(step: Phase, share: float) -> None:
        if step is Phase.POINTED:
            (path,) = lab.place.store.releases.glob("[0-9]*/directory.sqlite")
            path.write_bytes(forged)

    assert lab.take(lab.file(), Terms(progress=written_over)).changes is None


def test_sqlite_says_so_when_a_file_is_missing(files: tuple[Path, Path]) -> None:
    with (
        pytest.raises(sqlite3.Error, match=r"gone\.sqlite"),
        attach_files(files[0], files[0].parent / "gone.sqlite"),
    ):
        pass
