"""Every Windows command of the IT sheet, typed as it stands there."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from installers.machine import run
from installers.product import ROOT, own_version
from tests.installers.screen import first_number, only, wait_until
from tests.installers.wine.desk import PER_MACHINE, PER_USER, Desk

SHEET = (ROOT / "docs/deploy.md").read_text("utf-8")
POLICIES = r"HKLM\Software\Policies\WhoToCall"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
FIXED_VERSION = b"\xbd\x04\xef\xfe"
"""Where a Windows program keeps its version as numbers."""


def commands(heading: str, new: Path) -> list[str]:
    """The lines of the first example under a heading, with the packages' real names in them."""
    example = SHEET.partition(f"\n## {heading}\n")[2].split("```")[1]
    lines = [re.split(r"\s{3,}\(", line)[0] for line in example.strip().splitlines()]
    for pattern, shown in (("*.msi", "WhoToCall-X-x64.msi"), ("*.exe", "WhoToCall-X-setup.exe")):
        lines = [line.replace(shown, only(new, pattern).name) for line in lines]
    return lines


@pytest.fixture(autouse=True)
def removed_afterwards(desk: Desk, new: Path) -> Iterator[None]:
    yield
    desk.remove_msi(only(new, "*.msi"))


def test_silent_installation(desk: Desk, new: Path) -> None:
    lines = commands("Windows: silent installation", new)
    install, repair, remove, setup, uninstall, elsewhere = lines
    packages, per_user = desk.windows_path(new), PER_USER.format(user=desk.user)

    assert desk.types(install, packages) == 0
    given = {"HomeCouncil": "luton", "UpdateFolder": r"\\server\share\who to call", "Tray": "1"}
    assert {name: desk.registry(POLICIES, name) for name in given} == given
    assert desk.types(repair, packages) == 0
    assert {name: desk.registry(POLICIES, name) for name in given} == given
    assert desk.types(remove, packages) == 0
    assert not desk.unix_path(PER_MACHINE).exists()

    assert desk.types(setup, packages) == 0
    assert (desk.unix_path(per_user) / "WhoToCall.exe").is_file()
    assert desk.registry(rf"HKCU\{UNINSTALL}\WhoToCall", "DisplayVersion") == own_version()
    assert desk.types(uninstall, packages) == 0
    assert wait_until(lambda: not desk.unix_path(per_user).exists())

    assert desk.types(elsewhere, packages) == 0
    folder = elsewhere.partition("/D=")[2]
    assert (desk.unix_path(folder) / "WhoToCall.exe").is_file()
    desk.remove_setup(folder)


def test_detection_rule(desk: Desk, new: Path) -> None:
    msi = only(new, "*.msi")
    assert desk.install_msi(msi) == 0
    program = (desk.unix_path(PER_MACHINE) / "WhoToCall.exe").read_bytes()
    high, low = struct.unpack_from("<II", program, program.index(FIXED_VERSION) + 8)
    numbers = (high >> 16, high & 0xFFFF, low >> 16)
    assert ".".join(map(str, numbers)) == own_version()
    found = re.search(
        r"^ProductCode\t(\S+)", run(["msiinfo", "export", str(msi), "Property"]), re.MULTILINE
    )
    assert found
    assert desk.registry(rf"HKLM\{UNINSTALL}\{found[1]}", "DisplayVersion") == own_version()


def test_self_check(desk: Desk, new: Path) -> None:
    assert desk.install_msi(only(new, "*.msi")) == 0
    assert desk.types(commands("Is it working?", new)[0]) == 0


def test_every_policy_with_its_example(desk: Desk, new: Path, pictures: Path) -> None:
    rows = re.findall(r"^\| `([A-Z]+)` \| `(\w+)` \|.*\| `(.+)` \|$", SHEET, re.MULTILINE)
    words = [f'{name}="{example}"' for name, _value, example in rows]
    assert desk.install_msi(only(new, "*.msi"), *words) == 0
    stated = {value: desk.registry(POLICIES, value) for _name, value, _example in rows}
    assert stated == {value: example for _name, value, example in rows}

    command = ("now", "--about", "child", "--in", stated["HomeCouncil"])
    _status, said = desk.run(PER_MACHINE + r"\who-to-call.exe", *command)
    with desk.open(PER_MACHINE + r"\WhoToCall.exe") as shown:
        desk.screen.answer("Who are you worried", "1", pictures / "policies.png")
        # Enter takes the council that IT named.
        desk.screen.answer("Where did it happen", "Return", pictures / "policies.png")
        assert desk.screen.reads(first_number(said), pictures / "policies.png")
        assert "luton" in desk.screen.text(pictures / "policies.png").casefold()
        desk.run("taskkill", "/f", "/im", shown.name)  # with the tray icon, closing only hides it
        shown.process.wait(timeout=30)
