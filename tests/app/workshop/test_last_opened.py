"""The working copies that were open last are offered again, until somebody has them forgotten."""

from pathlib import Path

import pytest

from desktop_app.app.workshop.last_opened import MOST, LastOpened


def test_the_newest_stands_first_and_each_once(tmp_path: Path) -> None:
    last = LastOpened(tmp_path / "new folder/last.json")
    assert (last.files, last.name) == ((), "")
    for at in range(MOST + 2):
        last.keep(tmp_path / f"{at}.wtcwork", "Amara")
    last.keep(tmp_path / "4.wtcwork", "Amara Okafor")
    assert [each.stem for each in last.files] == ["4", "6", "5", "3", "2"]
    assert LastOpened(tmp_path / "new folder/last.json").name == "Amara Okafor"


def test_nothing_is_left_of_what_was_forgotten(tmp_path: Path) -> None:
    last = LastOpened(tmp_path / "last.json")
    last.keep(tmp_path / "a.wtcwork", "Amara")
    assert last.forget() == ""
    assert list(tmp_path.iterdir()) == []
    assert last.forget() == ""


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"\xff", b'{"name": "Amara"}', b'{"name": 1, "files": []}', b'"files"'),
        *(b'{"name": "A", "files": "abc"}', b'{"name": "A", "files": [1]}', b'{"name":', b"null"),
        b'{"name": "A", "files": [""]}',
    ],
)
def test_a_spoilt_file_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "last.json"
    file.write_bytes(content)
    last = LastOpened(file)
    assert (last.files, last.name) == ((), "")
    last.keep(tmp_path / "a.wtcwork", "Amara")
    assert last.files == (tmp_path / "a.wtcwork",)


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    last = LastOpened(tmp_path / "file/last.json")
    last.keep(tmp_path / "a.wtcwork", "Amara")
    assert last.files == ()
    (tmp_path / "held.json").mkdir()
    assert "cannot be deleted" in LastOpened(tmp_path / "held.json").forget()
