"""The Intune sheet and winget's manifests say what is true of the very MSI they lie beside."""

import hashlib
import re
import zipfile
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
import yaml

from installers import __main__ as command
from installers.product import OLDEST_BUILD, POLICIES, UPGRADE_CODE, Build, CannotBuild
from installers.windows import for_intune, msi, winget

CODE = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
ADDRESS = "https://downloads.example.org/who-to-call/"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    file = tmp_path / "WhoToCall-1.2.3-x64-unsigned.msi"
    file.write_bytes(b"an MSI")
    return file


@pytest.fixture
def build(tmp_path: Path) -> Build:
    for name in ("work", "dist"):
        (tmp_path / name).mkdir()
    return Build("1.2.3", 1_700_000_000, tmp_path / "work", tmp_path / "dist", winget_url=ADDRESS)


def test_the_sheet_names_this_version_s_code_and_the_family_s(package: Path, build: Build) -> None:
    text = for_intune.filled(package, 79_800_001, build)
    assert {match[0] for match in CODE.finditer(text)} == {
        for_intune.product_code("1.2.3"),
        f"{{{UPGRADE_CODE}}}".upper(),
    }
    assert for_intune.product_code("1.2.3") == f"{{{msi.stable('product-1.2.3')}}}"
    assert hashlib.sha256(b"an MSI").hexdigest() in text
    assert "80 MB" in text
    assert re.search(r"@[A-Z0-9]+@", text) is None


def test_the_sheet_says_when_nobody_signed(package: Path, build: Build, tmp_path: Path) -> None:
    signed = Build("1.2.3", 0, tmp_path, tmp_path, certificate=tmp_path / "c.p12")
    assert re.search(r"Signed +no:", for_intune.filled(package, 1, build))
    assert re.search(r"Signed +yes", for_intune.filled(package, 1, signed))


def test_the_properties_in_the_sheet_are_policies(package: Path, build: Build) -> None:
    named = set(re.findall(r"\b([A-Z]{4,})=", for_intune.filled(package, 1, build)))
    assert named
    assert named <= {name.upper() for name in POLICIES}


def manifests(package: Path, build: Build) -> dict[str, dict[str, Any]]:
    with zipfile.ZipFile(winget.build(package, build)) as held:
        return {name: yaml.safe_load(held.read(name)) for name in held.namelist()}


def test_winget_s_manifests_lie_where_winget_looks(package: Path, build: Build) -> None:
    folder = "manifests/w/WhoToCall/WhoToCall/1.2.3/WhoToCall.WhoToCall"
    endings = ("", ".installer", ".locale.en-GB")
    found = manifests(package, build)
    assert set(found) == {f"{folder}{ending}.yaml" for ending in endings}
    for told in found.values():
        assert (told["PackageIdentifier"], told["PackageVersion"]) == (
            "WhoToCall.WhoToCall",
            "1.2.3",
        )


def test_winget_s_installer_is_this_file_at_the_given_address(package: Path, build: Build) -> None:
    (told,) = (each for each in manifests(package, build).values() if "Installers" in each)
    (installer,) = told["Installers"]
    assert installer["InstallerUrl"] == f"{ADDRESS}{package.name}"
    assert installer["InstallerSha256"] == hashlib.sha256(b"an MSI").hexdigest().upper()
    assert installer["ProductCode"] == for_intune.product_code("1.2.3")
    assert told["MinimumOSVersion"] == f"10.0.{OLDEST_BUILD}.0"


@pytest.mark.parametrize("address", ["http://example.org", "example.org", "file:///tmp"])
def test_an_address_that_is_no_https_stops_before_anything_is_built(address: str) -> None:
    options = Namespace(winget_url=address, runtime=None, sign=None, runtime_sha256="", kind="all")
    with pytest.raises(CannotBuild, match="--winget-url is the https address"):
        command._look_at_what_windows_needs(options)
