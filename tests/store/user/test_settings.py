"""The settings file of an account: whatever lies there, the window opens and says what is lost."""

import json
import os
from pathlib import Path

import pytest

from desktop_app.store.user.settings import FILE_NAME, UNREAD, SettingsFile

KEPT = {"home_council": "luton", "home_asked": True}
ODD = {
    "empty": b"",
    "null": b"null",
    "a list": b"[]",
    "a word": b'"luton"',
    "zeros, as a power cut leaves them": b"\0" * 4096,
    "cut short": json.dumps(KEPT).encode()[:-3],
    "another encoding": json.dumps(KEPT).encode("utf-16") + b"\xff",
    "an endless number": b'{"text_percent": ' + b"9" * 5000 + b"}",
    "too deep": b"[" * 60_000,
    "too long": b'{"home_council": "' + b"x" * 70_000 + b'"}',
    "no JSON": b"// settings\n{}",
}


@pytest.mark.parametrize("name", ODD)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(ODD[name])
    settings = SettingsFile(tmp_path)
    assert (settings.read(), settings.unread) == ({}, UNREAD)


@pytest.mark.parametrize("made", [os.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_told(tmp_path: Path, made: object) -> None:
    made(tmp_path / FILE_NAME)  # type: ignore[operator]
    settings = SettingsFile(tmp_path)
    assert (settings.read(), settings.unread) == ({}, UNREAD)


def test_nothing_kept_yet_is_no_trouble(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "not there yet", None):
        settings = SettingsFile(folder)
        assert (settings.read(), settings.unread) == ({}, "")


def test_what_is_set_again_is_kept_and_the_sentence_goes(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"null")
    settings = SettingsFile(tmp_path)
    settings.read()
    assert settings.write(KEPT) == ""
    assert (settings.read(), settings.unread) == (KEPT, "")
