"""A directory file that is missing, empty, cut short, flipped or of another version."""

import errno
import io
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.services.errors import (
    DirectoryClosed,
    DirectoryDamaged,
    DirectoryEmpty,
    DirectoryError,
    DirectoryMissing,
    DirectoryTooNew,
    DirectoryTooOld,
)
from desktop_app.fileformat import checksum
from desktop_app.fileformat.directory_file import APPLICATION_AT, SCHEMA, VERSION_AT
from desktop_app.store.directory.directory import open_directory


def spoilt(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "spoilt.sqlite"
    path.write_bytes(content)
    return path


def read_everything(path: Path) -> None:
    """Open and use all of it; the file is sealed again first, to get past the seal."""
    directory = open_directory(path)
    try:
        directory.services()
        directory.search("mash")
        directory.search("01632")
        directory.search("helplime")
        for ask in ("release", "bank_holidays", "documents", "councils", "guidance", "pathways"):
            getattr(directory, ask)()
    finally:
        directory.close()


def resealed(content: bytes) -> bytes:
    at = content.find(checksum.MARK)
    if at < 0:
        return content
    end = at + len(checksum.MARK) + checksum.LENGTH
    blanked = content[: end - checksum.LENGTH] + checksum.BLANK.encode() + content[end:]
    return checksum.sealed(blanked) if blanked.count(checksum.blank().encode()) == 1 else content


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DirectoryMissing):
        open_directory(tmp_path / "nowhere.sqlite")


def test_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(DirectoryEmpty):
        open_directory(spoilt(tmp_path, b""))


def test_a_file_without_services(tmp_path: Path, small_file: Path) -> None:
    path = spoilt(tmp_path, small_file.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM service")
    connection.commit()
    connection.close()
    path.write_bytes(resealed(path.read_bytes()))
    with pytest.raises(DirectoryEmpty):
        open_directory(path)


@pytest.mark.parametrize("content", [b"x", b"not a database at all" * 100, bytes(5000)])
def test_a_file_that_is_something_else(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DirectoryDamaged):
        open_directory(spoilt(tmp_path, content))


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(DirectoryDamaged):
        open_directory(tmp_path)


def test_an_impossible_path() -> None:
    with pytest.raises(DirectoryDamaged):
        open_directory(Path("nul\0byte"))


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO, errno.ESTALE, errno.EMFILE, None])
def test_a_file_that_cannot_be_read_now_is_not_called_damaged(
    small_file: Path, monkeypatch: pytest.MonkeyPatch, error: int | None
) -> None:
    def kept_away(_path: Path, _mode: str) -> BinaryIO:
        raise OSError(error, "kept") if error else PermissionError("kept")

    monkeypatch.setattr(Path, "open", kept_away)
    with pytest.raises(DirectoryClosed, match=r"cannot read it now\. Start this program again"):
        open_directory(small_file)


def test_another_programs_database(tmp_path: Path, small_file: Path) -> None:
    content = small_file.read_bytes()
    changed = content[:APPLICATION_AT] + b"\0\0\0\1" + content[APPLICATION_AT + 4 :]
    with pytest.raises(DirectoryDamaged):
        open_directory(spoilt(tmp_path, resealed(changed)))


@pytest.mark.parametrize(
    ("schema", "expected"), [(SCHEMA - 1, DirectoryTooOld), (SCHEMA + 1, DirectoryTooNew)]
)
def test_another_schema(
    tmp_path: Path, small_file: Path, schema: int, expected: type[DirectoryError]
) -> None:
    content = small_file.read_bytes()
    changed = content[:VERSION_AT] + schema.to_bytes(4, "big") + content[VERSION_AT + 4 :]
    with pytest.raises(expected):
        open_directory(spoilt(tmp_path, changed))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short(tmp_path: Path, small_file: Path, share: float) -> None:
    content = small_file.read_bytes()
    with pytest.raises(DirectoryDamaged):
        open_directory(spoilt(tmp_path, content[: int(len(content) * share)]))


def test_one_flipped_bit_anywhere_is_noticed_at_opening(tmp_path: Path, small_file: Path) -> None:
    content = small_file.read_bytes()
    path = tmp_path / "flipped.sqlite"
    for at in random.Random(1).sample(range(len(content)), 300):
        flipped = bytearray(content)
        flipped[at] ^= 1 << (at % 8)
        path.write_bytes(flipped)
        with pytest.raises(DirectoryError):
            open_directory(path)


@pytest.mark.slow
def test_damage_under_an_unbroken_seal_raises_nothing_but_our_errors(
    tmp_path: Path, small_file: Path
) -> None:
    content = small_file.read_bytes()
    path = tmp_path / "flipped.sqlite"
    told = 0
    for at in random.Random(2).sample(range(len(content)), 300):
        flipped = bytearray(content)
        flipped[at : at + 16] = bytes(255 - byte for byte in flipped[at : at + 16])
        path.write_bytes(resealed(bytes(flipped)))
        try:
            read_everything(path)
        except DirectoryError:
            told += 1
    assert told > 20


def test_a_number_that_does_not_dial_what_it_shows_is_never_handed_out(
    tmp_path: Path, small_file: Path
) -> None:
    content = small_file.read_bytes()
    changed = content.replace(b"01632 960101", b"01632 960701")
    assert changed != content
    with (
        closing(open_directory(spoilt(tmp_path, resealed(changed)))) as directory,
        pytest.raises(DirectoryDamaged, match="damaged"),
    ):
        directory.service("town-mash")


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_told_in_our_words(content: bytes) -> None:
    from desktop_app.store.directory.opening import check_content

    with pytest.raises(DirectoryError):
        check_content(io.BytesIO(content), "somewhere")


@pytest.mark.parametrize(
    "error",
    [
        *[DirectoryMissing, DirectoryEmpty, DirectoryDamaged, DirectoryClosed],
        *[DirectoryTooNew, DirectoryTooOld],
    ],
)
def test_every_sentence_says_what_to_do_and_that_999_works(error: type[DirectoryError]) -> None:
    said = error("/some/file", "malformed").sentence
    assert "999" in said
    assert "IT support" in said
    assert "/some/file" not in said
    assert "malformed" not in said


def test_a_file_is_not_touched_by_reading_it(tmp_path: Path, small_file: Path) -> None:
    path = spoilt(tmp_path, small_file.read_bytes())
    path.chmod(0o444)
    read_everything(path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["spoilt.sqlite"]
    assert path.read_bytes() == small_file.read_bytes()
