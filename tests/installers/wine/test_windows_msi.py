"""The MSI under wine: what IT does with it on everybody's computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.disks import small_disk
from tests.installers.screen import only
from tests.installers.wine.desk import PER_MACHINE, Desk, two_keys_give_the_number

POLICIES = r"HKLM\Software\Policies\WhoToCall"
OWN_DATA = "AppData/Local/WhoToCall/"
WINDOWS_OWN = ("windows/Installer/", "windows/system32/config/", "Prefetch")
START_MENU = "/Start Menu/Programs/Who to Call.lnk"
"""Whose start menu is Microsoft's engine's business: wine takes the person's own."""
FAILED, AFTER_RESTART = 1603, 3010
GIVEN = {"HomeCouncil": "luton", "UpdateFolder": r"\\server\share\who to call", "Tray": "1"}


@pytest.fixture(autouse=True)
def removed_afterwards(desk: Desk, new: Path) -> Iterator[None]:
    """What a failed test left installed must not fail the next."""
    yield
    desk.remove_msi(only(new, "*.msi"))


def words(policies: dict[str, str]) -> list[str]:
    return [f'{name.upper()}="{value}"' for name, value in policies.items()]


def stated(desk: Desk) -> dict[str, str]:
    return {name: desk.registry(POLICIES, name) for name in GIVEN}


def works(desk: Desk) -> bool:
    return desk.run(PER_MACHINE + r"\who-to-call.exe", "check", "--self")[0] == 0


def test_answers_after_two_keys_and_leaves_nothing_but_own_data(
    desk: Desk, new: Path, pictures: Path
) -> None:
    before = desk.files()
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert [name for name in desk.files() if name.endswith(START_MENU)]
    assert works(desk)
    two_keys_give_the_number(desk, PER_MACHINE, pictures / "msi")
    assert desk.remove_msi(only(new, "*.msi")) == 0
    left = {name for name in desk.files() - before if OWN_DATA not in name}
    assert {name for name in left if not name.startswith(WINDOWS_OWN)} == set()
    assert desk.run("reg", "query", r"HKLM\Software\WhoToCall")[0] != 0
    assert desk.run("reg", "query", POLICIES)[0] != 0


def test_policies_are_written_kept_and_removed(desk: Desk, new: Path, old: Path) -> None:
    assert desk.install_msi(only(old, "*.msi"), *words(GIVEN)) == 0
    assert stated(desk) == GIVEN
    assert desk.install_msi(only(new, "*.msi"), "HOMECOUNCIL=milton-keynes") == 0
    assert stated(desk) == GIVEN | {"HomeCouncil": "milton-keynes"}
    assert desk.remove_msi(only(new, "*.msi")) == 0
    assert stated(desk) == dict.fromkeys(GIVEN, "")


def test_older_version_is_replaced_whole(desk: Desk, new: Path, old: Path) -> None:
    assert desk.install_msi(only(old, "*.msi")) == 0
    package = desk.unix_path(PER_MACHINE) / "lib/desktop_app"
    before = (package / "__init__.pyc").read_bytes()
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert (package / "__init__.pyc").read_bytes() != before
    assert works(desk)
    assert desk.remove_msi(only(new, "*.msi")) == 0
    assert not package.exists()


def test_going_back_is_refused(desk: Desk, new: Path, old: Path) -> None:
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert desk.install_msi(only(old, "*.msi")) == FAILED
    assert works(desk)
    assert desk.remove_msi(only(new, "*.msi")) == 0


def test_removed_part_comes_back_with_a_repair(desk: Desk, new: Path) -> None:
    msi = only(new, "*.msi")
    assert desk.install_msi(msi, "HOMECOUNCIL=luton") == 0
    (desk.unix_path(PER_MACHINE) / "lib/desktop_app/_bundle/directory.sqlite").unlink()
    assert not works(desk)
    assert desk.install_msi(msi, "REINSTALL=ALL", "REINSTALLMODE=amus") == 0
    assert works(desk)
    assert stated(desk)["HomeCouncil"] == "luton"


@pytest.mark.usefixtures("old_windows")
def test_old_windows_is_refused(desk: Desk, new: Path) -> None:
    assert desk.install_msi(only(new, "*.msi")) == FAILED
    assert not desk.unix_path(PER_MACHINE).exists()


def test_running_program_is_replaced_at_the_next_start_of_windows(
    desk: Desk, new: Path, old: Path
) -> None:
    assert desk.install_msi(only(old, "*.msi")) == 0
    program = desk.unix_path(PER_MACHINE) / "WhoToCall.exe"
    before = program.read_bytes()
    with desk.open(PER_MACHINE + r"\WhoToCall.exe") as shown:
        assert desk.install_msi(only(new, "*.msi")) == AFTER_RESTART
        assert shown.close() == 0
    assert works(desk)  # meanwhile: the programs are alike but for the version they tell
    desk.restart()
    assert program.read_bytes() != before
    assert works(desk)
    assert [path.name for path in program.parent.glob("*.tmp")] == []


def test_disk_without_room_for_more_files_leaves_nothing(desk: Desk, new: Path) -> None:
    with small_disk(desk.unix_path(PER_MACHINE), "size=400m,nr_inodes=300") as folder:
        assert desk.install_msi(only(new, "*.msi")) == FAILED
        assert [path for path in folder.rglob("*") if path.is_file()] == []
    desk.unix_path(PER_MACHINE).rmdir()
    assert stated(desk) == dict.fromkeys(GIVEN, "")
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert works(desk)


def test_half_written_program_says_so(desk: Desk, new: Path) -> None:
    # Windows counts the room first and fails; wine neither counts nor notices. Whichever way it
    # goes, nobody may take what came of it for whole.
    with small_disk(desk.unix_path(PER_MACHINE), "size=40m"):
        failed = desk.install_msi(only(new, "*.msi")) != 0
        assert failed or not works(desk)
        desk.remove_msi(only(new, "*.msi"))
    desk.unix_path(PER_MACHINE).rmdir()
