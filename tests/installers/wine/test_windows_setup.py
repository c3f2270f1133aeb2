"""setup.exe under wine: what one person does with it, and what goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.app import main
from tests.installers.disks import read_only
from tests.installers.screen import only, wait_until
from tests.installers.wine.desk import PER_USER, Desk, two_keys_give_the_number

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\WhoToCall"
START_MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Who to Call.lnk"
STARTED_BY = f"lib/{main.__name__.replace('.', '/')}.pyc"
OWN_DATA = "AppData/Local/WhoToCall/"


@pytest.fixture
def folder(desk: Desk) -> str:
    return PER_USER.format(user=desk.user)


@pytest.fixture
def installed(desk: Desk, new: Path, folder: str) -> Iterator[str]:
    assert desk.install_setup(only(new, "*setup*.exe")) == 0
    yield folder
    desk.remove_setup(folder)


def test_answers_after_two_keys_and_leaves_nothing_but_own_data(
    desk: Desk, new: Path, folder: str, pictures: Path
) -> None:
    before = desk.files()
    assert desk.install_setup(only(new, "*setup*.exe")) == 0
    assert desk.registry(UNINSTALL, "DisplayName") == "Who to Call"
    assert (desk.drive / "users" / desk.user / START_MENU).is_file()
    assert desk.run(folder + r"\who-to-call.exe", "check", "--self")[0] == 0

    two_keys_give_the_number(desk, folder, pictures / "setup")

    desk.remove_setup(folder)
    left = {name for name in desk.files() - before if OWN_DATA not in name}
    assert not left
    assert not desk.registry(UNINSTALL, "DisplayName")


def test_every_part_works(desk: Desk, installed: str) -> None:
    status, said = desk.run(installed + r"\who-to-call.exe", "check", "--self")
    assert (status, said.count("passed"), said.count("FAILED")) == (0, 12, 0)


def test_older_version_is_replaced_whole(desk: Desk, new: Path, old: Path, folder: str) -> None:
    assert desk.install_setup(only(old, "*setup*.exe")) == 0
    stale = desk.unix_path(folder) / "lib/desktop_app/gone_in_the_new_version.pyc"
    stale.write_bytes(b"old")
    assert desk.install_setup(only(new, "*setup*.exe")) == 0
    assert not stale.exists()
    assert not desk.unix_path(folder + ".old").exists()
    assert desk.run(folder + r"\who-to-call.exe", "check", "--self")[0] == 0
    desk.remove_setup(folder)


def test_going_back_is_refused(desk: Desk, old: Path, installed: str) -> None:
    version = desk.registry(UNINSTALL, "DisplayVersion")
    assert desk.install_setup(only(old, "*setup*.exe")) == 6
    assert desk.registry(UNINSTALL, "DisplayVersion") == version


@pytest.mark.usefixtures("old_windows")
def test_old_windows_is_refused(desk: Desk, new: Path, folder: str) -> None:
    assert desk.install_setup(only(new, "*setup*.exe")) == 5
    assert not desk.unix_path(folder).exists()


def test_running_program_is_left_alone(desk: Desk, new: Path, installed: str) -> None:
    with desk.open(installed + r"\WhoToCall.exe") as shown:
        assert desk.install_setup(only(new, "*setup*.exe")) == 4
        assert shown.close() == 0
    assert desk.run(installed + r"\who-to-call.exe", "check", "--self")[0] == 0


def test_running_program_is_not_removed(desk: Desk, installed: str) -> None:
    before = desk.files()
    with desk.open(installed + r"\WhoToCall.exe") as shown:
        desk.run(installed + r"\uninstall.exe", "/S")
        wait_until(lambda: desk.files() != before, 5)
        assert not {name for name in before - desk.files() if OWN_DATA not in name}
        assert shown.close() == 0
    assert desk.registry(UNINSTALL, "DisplayName") == "Who to Call"


def test_second_copy_elsewhere_is_refused(desk: Desk, new: Path, installed: str) -> None:
    assert desk.install_setup(only(new, "*setup*.exe"), r"C:\Elsewhere") == 9
    assert not desk.unix_path(r"C:\Elsewhere").exists()
    assert desk.registry(UNINSTALL, "InstallLocation") == installed


def test_folder_with_other_peoples_files_is_refused(desk: Desk, new: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("keep me")
    status = desk.install_setup(only(new, "*setup*.exe"), desk.windows_path(theirs))
    assert (status, [path.name for path in theirs.iterdir()]) == (8, ["letter.txt"])


@pytest.fixture
def odd_folder(desk: Desk, new: Path) -> Iterator[str]:
    """An installation whose path has spaces and letters beyond ASCII."""
    folder = r"C:\Præksis Łódź 医\Who to Call"
    assert desk.install_setup(only(new, "*setup*.exe"), folder) == 0
    yield folder
    desk.remove_setup(folder)


def test_odd_path(desk: Desk, odd_folder: str, pictures: Path) -> None:
    assert desk.run(odd_folder + r"\who-to-call.exe", "check", "--self")[0] == 0
    with desk.open(odd_folder + r"\WhoToCall.exe") as shown:
        assert desk.screen.reads("Who are you worried about", pictures / "odd-path.png")
        assert shown.close() == 0


def test_missing_directory_is_said_and_999_stays(
    desk: Desk, installed: str, pictures: Path
) -> None:
    bundled = desk.unix_path(installed) / "lib/desktop_app/_bundle/directory.sqlite"
    away = bundled.rename(bundled.with_suffix(".away"))
    try:
        status, said = desk.run(installed + r"\who-to-call.exe", "check", "--self")
        assert (status, "FAILED  list of numbers" in said) == (1, True)
        with desk.open(installed + r"\WhoToCall.exe") as shown:
            assert desk.screen.reads("The list of numbers is missing", pictures / "missing.png")
            assert desk.screen.reads("999", pictures / "missing.png")
            shown.close()
    finally:
        away.rename(bundled)


def test_read_only_program_folder(desk: Desk, new: Path, installed: str, pictures: Path) -> None:
    with read_only(desk.unix_path(installed)):
        assert desk.run(installed + r"\who-to-call.exe", "check", "--self")[0] == 0
        with desk.open(installed + r"\WhoToCall.exe") as shown:
            assert desk.screen.reads("Who are you worried about", pictures / "read-only.png")
            assert shown.close() == 0
        assert desk.install_setup(only(new, "*setup*.exe")) == 4
    assert desk.run(installed + r"\who-to-call.exe", "check", "--self")[0] == 0


@pytest.mark.parametrize("part", ["runtime/python313.dll", STARTED_BY])
def test_missing_part_is_said(desk: Desk, installed: str, part: str, pictures: Path) -> None:
    lost = desk.unix_path(installed) / part
    away = lost.rename(lost.with_suffix(".away"))
    try:
        with desk.open(installed + r"\WhoToCall.exe") as shown:
            assert desk.screen.reads("In an emergency ring 999", pictures / "missing-part.png")
            desk.screen.press("Return")
            assert shown.process.wait(timeout=30) != 0
    finally:
        away.rename(lost)
