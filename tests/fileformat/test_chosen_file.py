"""A file where somebody chose: whole, or one sentence, and nothing left over."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.fileformat import chosen_file
from desktop_app.fileformat.chosen_file import (
    CLOSED,
    FULL,
    LOCKED,
    NAMELESS,
    NO_FOLDER,
    TOO_LONG,
    name_trouble,
    save_chosen,
)


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    assert save_chosen(path, b"new") == ""
    assert save_chosen(path, b"newer") == ""
    assert path.read_bytes() == b"newer"
    assert listed(tmp_path) == ["poster.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON.pdf", "nul.pdf", "aux.tar.gz", "COM1", "lpt9.pdf", "com¹.pdf", "CONIN$"),
        *("a:b.pdf", "what?.pdf", "a*.pdf", "<a>.pdf", 'say "a".pdf', "a|b.pdf", "a\\b.pdf"),
        *("poster.", "poster ", "tab\t.pdf", "nul\0.pdf", "line\n.pdf", "x" * 300, "é" * 130),
    ],
)
def test_a_name_that_some_computer_refuses_is_refused_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    told = save_chosen(tmp_path / name, b"new")
    assert told == name_trouble(name) != ""
    assert told.endswith(".")
    assert told.isprintable()
    assert len(told) < 200
    assert listed(tmp_path) == []


@pytest.mark.parametrize("name", ["poster.pdf", "console.pdf", "com10.pdf", "Łódź – 2.pdf", ".a"])
def test_an_ordinary_name_is_taken(name: str, tmp_path: Path) -> None:
    assert name_trouble(name) == ""
    assert save_chosen(tmp_path / name, b"new") == ""


def test_a_folder_is_no_name(tmp_path: Path) -> None:
    assert save_chosen(tmp_path, b"new") == NAMELESS
    assert save_chosen(Path("/"), b"new") == NAMELESS
    assert save_chosen(Path(), b"new") == NAMELESS


def test_a_folder_that_is_gone_is_told_and_not_made(tmp_path: Path) -> None:
    gone = tmp_path / "stick"
    assert save_chosen(gone / "poster.pdf", b"new") == NO_FOLDER.format(gone)
    (tmp_path / "file").write_bytes(b"")
    inside = tmp_path / "file" / "poster.pdf"
    assert save_chosen(inside, b"new") == NO_FOLDER.format(inside.parent)
    assert listed(tmp_path) == ["file"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), CLOSED),
        (OSError(errno.EROFS, "Read-only file system"), CLOSED),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), FULL),
        (OSError(errno.ENAMETOOLONG, "File name too long"), TOO_LONG),
        (FileNotFoundError(errno.ENOENT, "No such file"), NO_FOLDER),
    ],
)
def test_what_stands_in_the_way_of_writing_is_one_sentence(
    error: OSError, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, whole: bytes) -> None:
        path.write_bytes(whole[:1])
        raise error

    (tmp_path / "poster.pdf").write_bytes(b"kept")
    monkeypatch.setattr(chosen_file, "_write", fail)
    assert save_chosen(tmp_path / "poster.pdf", b"new") == told.format(tmp_path)
    assert (tmp_path / "poster.pdf").read_bytes() == b"kept"
    assert listed(tmp_path) == ["poster.pdf"]


def test_another_error_is_told_in_the_systems_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, whole: bytes) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(chosen_file, "_write", fail)
    assert "(Input/output error)" in save_chosen(tmp_path / "poster.pdf", b"new")


def test_a_file_that_is_open_elsewhere_is_told_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where an open file cannot be replaced."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied")

    path = tmp_path / "poster.pdf"
    path.write_bytes(b"kept")
    monkeypatch.setattr(Path, "replace", refuse)
    assert save_chosen(path, b"new") == LOCKED.format("poster.pdf")
    assert path.read_bytes() == b"kept"
    assert listed(tmp_path) == ["poster.pdf"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_closed_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert save_chosen(tmp_path / "poster.pdf", b"new") == CLOSED.format(tmp_path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes = chosen_file._write
    monkeypatch.setattr(chosen_file, "_write", lambda path, whole: writes(Path("/dev/full"), whole))
    assert save_chosen(tmp_path / "poster.pdf", b"new") == FULL.format(tmp_path)
