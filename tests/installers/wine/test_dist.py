"""The folder that is given out: sums, bills of materials, and what lies on a disk afterwards."""

import hashlib
import json
import subprocess
import tarfile
import zipfile
from pathlib import Path

from installers.product import UPGRADE_CODE, own_version
from tests.installers.screen import only

PACKAGES = 5
MEGABYTES_INSTALLED = 140


def packages(new: Path) -> list[Path]:
    return sorted(
        path for path in new.iterdir() if path.suffix in {".exe", ".msi", ".zip", ".deb", ".xz"}
    )


def test_sums_are_as_sha256sum_reads_them_and_name_everything(new: Path) -> None:
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=new, check=False).returncode == 0
    named = {line.split("  ")[1] for line in (new / "SHA256SUMS").read_text().splitlines()}
    assert named == {path.name for path in new.iterdir()} - {"SHA256SUMS"}


def test_each_package_has_its_bill_of_materials(new: Path) -> None:
    assert len(packages(new)) == PACKAGES
    for package in packages(new):
        told = json.loads(package.with_name(package.name + ".cdx.json").read_text("utf-8"))
        whole = told["metadata"]["component"]
        assert (whole["name"], whole["version"]) == (package.name, own_version())
        assert whole["hashes"][0]["content"] == hashlib.sha256(package.read_bytes()).hexdigest()
        assert {"who-to-call", "PySide6_Essentials"} <= {
            part["name"] for part in told["components"]
        }


def test_room_on_the_disk(new: Path) -> None:
    with zipfile.ZipFile(only(new, "*portable*.zip")) as windows:
        sizes = {"windows": sum(entry.file_size for entry in windows.infolist())}
    with tarfile.open(only(new, "*.tar.xz")) as linux:
        sizes["portable"] = sum(entry.size for entry in linux)
    asks = ["dpkg-deb", "--field", str(only(new, "*.deb")), "Installed-Size"]
    sizes["deb"] = 1024 * int(subprocess.run(asks, capture_output=True, check=True).stdout)
    print("\ninstalled:", {name: f"{size / 1e6:.1f} MB" for name, size in sizes.items()})
    assert {name for name, size in sizes.items() if size > MEGABYTES_INSTALLED * 1e6} == set()


def test_msi_is_of_the_family(new: Path) -> None:
    asks = ["msiinfo", "export", str(only(new, "*.msi")), "Property"]
    told = subprocess.run(asks, capture_output=True, text=True, check=True).stdout
    assert f"UpgradeCode\t{{{str(UPGRADE_CODE).upper()}}}" in told
