"""The folder that is given out: sums, bills of materials, and what lies on a disk afterwards."""

import hashlib
import json
import re
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import Any

from installers.product import ROOT, UPGRADE_CODE, own_version
from installers.wheels import hashes_of, plain
from tests.installers.screen import only

PACKAGES = 5
MEGABYTES_INSTALLED = {"windows": 140, "deb": 140, "portable": 150}
"""As docs/deploy.md says. What only stewards need takes some 20 of it."""


def packages(new: Path) -> list[Path]:
    """What installs the program; beside them lie sheets and templates for administrators."""
    programs = {".exe", ".msi", ".deb", ".xz"}
    return sorted(
        path
        for path in new.iterdir()
        if path.suffix in programs or path.match("*windows-portable*.zip")
    )


def materials(package: Path) -> dict[str, list[dict[str, Any]]]:
    """The parts in a package's bill of materials, by their names."""
    told = json.loads(package.with_name(package.name + ".cdx.json").read_text("utf-8"))
    by_name: dict[str, list[dict[str, Any]]] = {}
    for part in told["components"]:
        by_name.setdefault(part["name"], []).append(part)
    return by_name


def windows(new: Path) -> dict[str, list[dict[str, Any]]]:
    return materials(only(new, "*portable*.zip"))


def linux(new: Path) -> dict[str, list[dict[str, Any]]]:
    return materials(only(new, "*.deb"))


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


def test_every_part_says_its_licence_and_is_named_for_scanners(new: Path) -> None:
    for package in packages(new):
        for part in (each for parts in materials(package).values() for each in parts):
            assert part["licenses"], part["name"]
            assert part["type"] != "library" or part["purl"].startswith("pkg:"), part["name"]


def test_every_python_package_names_the_file_it_came_from(new: Path) -> None:
    lock = hashes_of((ROOT / "requirements.txt").read_text("utf-8"))
    for package in packages(new):
        found = [
            part
            for parts in materials(package).values()
            for part in parts
            if part.get("purl", "").startswith("pkg:pypi/")
        ]
        assert len(found) > 10
        for part in found:
            assert part["hashes"][0]["content"] in lock[plain(part["name"])]
            assert part["properties"][0]["value"].endswith(".whl")


def test_what_notices_are_about_has_a_version_and_the_name_they_use(new: Path) -> None:
    named = ("cpython", "sqlite", "openssl", "expat", "zlib", "bzip2", "qt", "pcre2", "libpng")
    for name in (*named, "libjpeg-turbo"):
        for part in windows(new)[name]:
            assert part["cpe"].split(":")[5] == part["version"], name
    for name in ("qt", "icu", "pcre2", "libjpeg-turbo"):
        (part,) = linux(new)[name]
        assert part["cpe"].split(":")[5] == part["version"], name


def test_the_sqlite_that_ships_is_named_by_version(new: Path) -> None:
    with zipfile.ZipFile(only(new, "*portable*.zip")) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("runtime/sqlite3.dll"))
        library = archive.read(name)
    (part,) = windows(new)["sqlite"]
    assert part["version"].encode() in library.replace(b"\0", b"")
    (built_in,), (package,) = linux(new)["sqlite"], linux(new)["libsqlite3-0"]
    assert package["version"].startswith(f"{built_in['version']}-")
    assert package["purl"].endswith("?arch=amd64&distro=debian-12&upstream=sqlite3")


LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt", "QT.txt")


def test_each_package_carries_the_lgpl_and_says_where_qt_s_source_is(new: Path) -> None:
    held: dict[str, list[str]] = {}
    with zipfile.ZipFile(only(new, "*portable*.zip")) as archive:
        held["windows"] = archive.namelist()
        (name,) = (each for each in archive.namelist() if each.endswith("licences/QT.txt"))
        notice = archive.read(name).decode("utf-8")
    (qt,) = windows(new)["qt"]
    assert f"download.qt.io/official_releases/qt/6.11/{qt['version']}/" in notice
    with tarfile.open(only(new, "*.tar.xz")) as archive:
        held["portable"] = archive.getnames()
    asks = ["dpkg-deb", "--contents", str(only(new, "*.deb"))]
    held["deb"] = subprocess.run(
        asks, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    asks = ["msiinfo", "export", str(only(new, "*.msi")), "File"]
    held["msi"] = subprocess.run(
        asks, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for package, names in held.items():
        for text in LGPL:
            assert any(text in name for name in names), (package, text)


def test_debian_s_parts_carry_their_copyright(new: Path) -> None:
    for package in (only(new, "*.deb"), only(new, "*.tar.xz")):
        debian = {
            name
            for name, parts in materials(package).items()
            for part in parts
            if part.get("purl", "").startswith("pkg:deb/")
        }
        said = subprocess.run(["tar", "tf", package], capture_output=True, text=True, check=False)
        if package.suffix == ".deb":
            asks = ["dpkg-deb", "--contents", str(package)]
            said = subprocess.run(asks, capture_output=True, text=True, check=True)
        missing = {name for name in debian if f"/licences/{name}.txt" not in said.stdout}
        assert debian
        assert missing == set()


def test_administrators_find_templates_and_a_sheet_of_these_very_files(new: Path) -> None:
    with zipfile.ZipFile(only(new, "*-policies.zip")) as archive:
        assert "PolicyDefinitions/en-GB/WhoToCall.adml" in archive.namelist()
    sheet = only(new, "*-intune.txt").read_text("utf-8")
    package = only(new, "*.msi")
    asks = ["msiinfo", "export", str(package), "Property"]
    told = subprocess.run(asks, capture_output=True, text=True, check=True).stdout
    product = re.search(r"^ProductCode\t(\S+)", told, re.MULTILINE)
    assert product is not None
    assert f"msiexec /x {product[1]} /qn" in sheet
    assert hashlib.sha256(package.read_bytes()).hexdigest() in sheet


def test_room_on_the_disk(new: Path) -> None:
    with zipfile.ZipFile(only(new, "*portable*.zip")) as windows:
        sizes = {"windows": sum(entry.file_size for entry in windows.infolist())}
    with tarfile.open(only(new, "*.tar.xz")) as linux:
        sizes["portable"] = sum(entry.size for entry in linux)
    asks = ["dpkg-deb", "--field", str(only(new, "*.deb")), "Installed-Size"]
    sizes["deb"] = 1024 * int(subprocess.run(asks, capture_output=True, check=True).stdout)
    print("\ninstalled:", {name: f"{size / 1e6:.1f} MB" for name, size in sizes.items()})
    assert {name for name, size in sizes.items() if size > MEGABYTES_INSTALLED[name] * 1e6} == set()


def test_msi_is_of_the_family(new: Path) -> None:
    asks = ["msiinfo", "export", str(only(new, "*.msi")), "Property"]
    told = subprocess.run(asks, capture_output=True, text=True, check=True).stdout
    assert f"UpgradeCode\t{{{str(UPGRADE_CODE).upper()}}}" in told
