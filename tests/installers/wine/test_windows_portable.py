"""The Windows zip on a stick: started where it was unpacked, even where nothing can be written."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.disks import read_only
from tests.installers.screen import only
from tests.installers.wine.desk import Desk, two_keys_give_the_number

NEEDS = "needs 64-bit Windows 10 (version 1809) or newer"
OWN_DATA = "AppData/Local/WhoToCall/"
REGISTRY = r"HKCU\Software\WhoToCall"


@pytest.fixture(scope="module")
def stick(desk: Desk, new: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The zip unpacked on a locked stick, below a folder with letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("stick") / "Łódź 医 desk"
    with zipfile.ZipFile(only(new, "*portable*.zip")) as archive:
        archive.extractall(folder)
    with read_only(folder):
        desk.letter("X", folder)
        yield "X:\\" + only(folder, "WhoToCall-*").name


def test_every_part_works(desk: Desk, stick: str) -> None:
    status, said = desk.run(stick + r"\who-to-call.exe", "check", "--self")
    assert (status, said.count("passed"), said.count("FAILED")) == (0, 12, 0), said


def test_answers_after_two_keys_and_leaves_nothing_but_own_data(
    desk: Desk, stick: str, pictures: Path
) -> None:
    before = desk.files()
    two_keys_give_the_number(desk, stick, pictures / "stick")
    assert {
        name for name in desk.files() - before if "AppData/Local/WhoToCall/" not in name
    } == set()
    assert desk.run("reg", "query", REGISTRY)[0] != 0


@pytest.mark.usefixtures("old_windows")
def test_old_windows_is_told_which_it_needs(desk: Desk, stick: str, pictures: Path) -> None:
    with desk.open(stick + r"\WhoToCall.exe") as shown:
        assert desk.screen.reads("In an emergency ring 999", pictures / "too-old.png")
        desk.screen.press("Return")
        assert shown.process.wait(timeout=30) == 3
    status, said = desk.run("cmd", "/c", stick + r"\who-to-call.exe --version 2>&1")
    assert (status, NEEDS in said, "In an emergency ring 999" in said) == (3, True, True), said
