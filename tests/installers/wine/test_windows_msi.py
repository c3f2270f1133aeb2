"""The MSI under wine: what IT does with it on everybody's computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.screen import only
from tests.installers.wine.desk import PER_MACHINE, Desk, two_keys_give_the_number

POLICIES = r"HKLM\Software\Policies\WhoToCall"
OWN_DATA = "AppData/Local/WhoToCall/"
WINDOWS_OWN = ("windows/Installer/", "windows/system32/config/", "Prefetch")
GIVEN = {"HomeCouncil": "luton", "UpdateFolder": r"\\server\share\who to call", "Tray": "1"}


@pytest.fixture(autouse=True)
def removed_afterwards(desk: Desk, new: Path) -> Iterator[None]:
    """What a failed test left installed must not fail the next."""
    yield
    desk.remove_msi(only(new, "*.msi"))


def words(policies: dict[str, str]) -> list[str]:
    return [f"{name.upper()}={value}" for name, value in policies.items()]


def stated(desk: Desk) -> dict[str, str]:
    return {name: desk.registry(POLICIES, name) for name in GIVEN}


def works(desk: Desk) -> bool:
    return desk.run(PER_MACHINE + r"\who-to-call.exe", "check", "--self")[0] == 0


def test_answers_after_two_keys_and_leaves_nothing_but_own_data(
    desk: Desk, new: Path, pictures: Path
) -> None:
    before = desk.files()
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert works(desk)
    two_keys_give_the_number(desk, PER_MACHINE, pictures / "msi")
    assert desk.remove_msi(only(new, "*.msi")) == 0
    left = {name for name in desk.files() - before if OWN_DATA not in name}
    assert {name for name in left if not name.startswith(WINDOWS_OWN)} == set()


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
    assert desk.install_msi(only(old, "*.msi")) != 0
    assert works(desk)
    assert desk.remove_msi(only(new, "*.msi")) == 0


@pytest.fixture
def windows_7(desk: Desk) -> Iterator[None]:
    desk.be("win7")
    yield
    desk.be("win10")


@pytest.mark.usefixtures("windows_7")
def test_windows_7_is_refused(desk: Desk, new: Path) -> None:
    assert desk.install_msi(only(new, "*.msi")) != 0
    assert not desk.unix_path(PER_MACHINE).exists()
