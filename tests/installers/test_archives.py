"""The same folder gives the same archive, whatever the files' dates and order on disk."""

import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from installers import archives

EPOCH = 1_700_000_000


def folder(place: Path, names: list[str], date: int) -> Path:
    for name in names:
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
        os.utime(file, (date, date))
    return place


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    names = ["b/two.txt", "a.txt", "b/one.txt"]
    return [folder(tmp_path / "x", names, 1), folder(tmp_path / "y", names[::-1], 2_000_000_000)]


def test_tar(two: list[Path]) -> None:
    first, second = (archives.tar_bytes(each, "top/", EPOCH) for each in two)
    assert first == second


def test_zip(two: list[Path], tmp_path: Path) -> None:
    made = [tmp_path / "1.zip", tmp_path / "2.zip"]
    for target, each in zip(made, two, strict=True):
        archives.write_zip(target, each, "top", EPOCH)
    assert made[0].read_bytes() == made[1].read_bytes()
    assert zipfile.ZipFile(made[0]).namelist() == ["top/a.txt", "top/b/one.txt", "top/b/two.txt"]


def test_tar_belongs_to_root(two: list[Path], tmp_path: Path) -> None:
    file = tmp_path / "x.tar"
    file.write_bytes(archives.tar_bytes(two[0], "top/", EPOCH))
    with tarfile.open(file) as held:
        assert {(each.uid, each.uname, each.mtime) for each in held} == {(0, "root", EPOCH)}
