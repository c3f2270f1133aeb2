"""setup.exe on disks that are full, or come to be full in the middle."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.disks import FILLER, filled_meanwhile, small_disk
from tests.installers.screen import only
from tests.installers.wine.desk import Desk

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\WhoToCall"
FOLDER = r"Y:\Who to Call"
NO_ROOM, UNDONE = 7, 2


@pytest.fixture
def disk(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", getattr(request, "param", "size=400m")) as disk:
        desk.letter("Y", disk)
        yield disk
        if (disk / "Who to Call").exists():  # a second copy elsewhere would be refused
            desk.remove_setup(FOLDER)


def works(desk: Desk) -> bool:
    return desk.run(FOLDER + r"\who-to-call.exe", "check", "--self")[0] == 0


@pytest.mark.parametrize(
    ("disk", "status"),
    [
        pytest.param("size=40m", NO_ROOM, id="seen before it begins"),
        pytest.param("size=400m,nr_inodes=300", UNDONE, id="no room for more files"),
    ],
    indirect=["disk"],
)
def test_small_disk_leaves_nothing(desk: Desk, new: Path, disk: Path, status: int) -> None:
    assert desk.install_setup(only(new, "*setup*.exe"), FOLDER) == status
    assert list(disk.iterdir()) == []
    assert not desk.registry(UNINSTALL, "DisplayName")


def test_disk_full_in_the_middle_leaves_nothing(desk: Desk, new: Path, disk: Path) -> None:
    with filled_meanwhile(disk, after=30):
        assert desk.install_setup(only(new, "*setup*.exe"), FOLDER) == UNDONE
        assert [path.name for path in disk.iterdir()] == [FILLER]
    assert not desk.registry(UNINSTALL, "DisplayName")


def test_disk_full_in_the_middle_leaves_the_version_before(
    desk: Desk, new: Path, old: Path, disk: Path
) -> None:
    assert desk.install_setup(only(old, "*setup*.exe"), FOLDER) == 0
    version = desk.registry(UNINSTALL, "DisplayVersion")
    with filled_meanwhile(disk, after=30):
        assert desk.install_setup(only(new, "*setup*.exe"), FOLDER) == UNDONE
        assert {path.name for path in disk.iterdir()} == {FILLER, "Who to Call"}
        assert works(desk)
    assert desk.registry(UNINSTALL, "DisplayVersion") == version

    assert desk.install_setup(only(new, "*setup*.exe"), FOLDER) == 0
    assert works(desk)
    assert desk.registry(UNINSTALL, "DisplayVersion") != version
