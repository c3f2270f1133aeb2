"""What the MSI asks of Microsoft's engine, where wine's cannot show that it does it."""

import re
import zipfile
from pathlib import Path

import pytest

from installers.machine import run
from installers.product import OLDEST_BUILD
from tests.installers.screen import only


@pytest.fixture(scope="module")
def msi(new: Path) -> Path:
    return only(new, "*.msi")


def rows(msi: Path, table: str) -> list[list[str]]:
    """The rows of a table, without its three lines of heading."""
    lines = run(["msiinfo", "export", str(msi), table]).replace("\r", "").splitlines()
    return [line.split("\t") for line in lines[3:]]


def order(msi: Path) -> dict[str, int]:
    return {
        action: int(number) for action, _condition, number in rows(msi, "InstallExecuteSequence")
    }


def properties(msi: Path) -> dict[str, str]:
    return {row[0]: row[1] for row in rows(msi, "Property")}


def test_older_version_goes_inside_the_transaction_that_brings_the_newer(msi: Path) -> None:
    at = order(msi)
    assert at["InstallInitialize"] < at["RemoveExistingProducts"] < at["InstallFiles"]
    assert at["InstallFiles"] < at["InstallFinalize"]
    assert "DISABLEROLLBACK" not in properties(msi)


def test_room_is_counted_before_anything_is_changed(msi: Path, new: Path) -> None:
    at = order(msi)
    assert at["FileCost"] < at["InstallValidate"] < at["InstallInitialize"]
    with zipfile.ZipFile(only(new, "*portable*.zip")) as archive:
        whole = sum(entry.file_size for entry in archive.infolist())
    assert sum(int(row[3]) for row in rows(msi, "File")) == whole


def test_windows_is_looked_at_first(msi: Path) -> None:
    at = order(msi)
    assert at["AppSearch"] < at["LaunchConditions"] < at["InstallInitialize"]
    (condition,) = (words for words, _said in rows(msi, "LaunchCondition") if "Version" in words)
    needed = f"Installed OR (VersionNT64 >= 603 AND WINDOWSBUILD >= {OLDEST_BUILD})"
    assert condition == needed


def test_what_was_looked_up_before_asking_for_an_administrator_is_not_lost(msi: Path) -> None:
    handed_on = set(properties(msi)["SecureCustomProperties"].split(";"))
    assert {row[0] for row in rows(msi, "AppSearch")} <= handed_on


def test_only_64_bit_windows(msi: Path) -> None:
    said = run(["msiinfo", "suminfo", str(msi)])
    assert re.search(r"^Template: x64;", said, re.MULTILINE)
