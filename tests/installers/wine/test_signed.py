"""A release as it will be: signed, and with a newer Python that the release manager brings."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installers.building import (
    PASSPHRASE,
    build,
    certificate,
    embeddable,
    packed,
    verified,
    zipped,
)
from tests.installers.screen import only
from tests.installers.wine.desk import PER_MACHINE, PER_USER, Desk

OURS = ("WhoToCall.exe", "who-to-call.exe")


@dataclass(frozen=True)
class Release:
    dist: Path
    cert: Path


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The Windows packages, signed by a publisher whose folder has a space in its name."""
    folder = tmp_path_factory.mktemp("the publisher's")
    cert = certificate(folder)
    signing = packed(folder, "code signing.p12", "-inkey", "key.pem", "-in", "cert.pem")
    python, sha256 = zipped(embeddable(folder), folder / "python-3.13.99-embed-amd64.zip")
    newer = ("--runtime", str(python), "--runtime-sha256", sha256.upper())
    status, told = build(
        "windows", folder / "dist", "--sign", str(signing), *newer, passphrase=PASSPHRASE
    )
    assert status == 0, told[-3:]
    return Release(folder / "dist", cert)


@pytest.fixture(scope="module")
def unpacked(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(only(release.dist, "*portable.zip")) as archive:
        archive.extractall(folder)
    return only(folder, "WhoToCall-*")


def test_no_name_says_unsigned(release: Release) -> None:
    names = sorted(file.name for file in release.dist.iterdir())
    assert [name for name in names if "unsigned" in name] == []
    packages = ("setup.exe", ".msi", "portable.zip")
    whole = [each for name in packages for each in (name, f"{name}.cdx.json")]
    for ending in (*whole, "intune.txt", "policies.zip", "SHA256SUMS"):
        assert len([name for name in names if name.endswith(ending)]) == 1, ending
    assert len(names) == 9
    sums = (release.dist / "SHA256SUMS").read_text("utf-8")
    assert ["SHA256SUMS", *(line.split("  ")[1] for line in sums.splitlines())] == names


@pytest.mark.parametrize("pattern", ["*setup.exe", "*.msi"])
def test_packages_are_signed(release: Release, pattern: str) -> None:
    assert verified(only(release.dist, pattern), release.cert)


@pytest.mark.parametrize("name", OURS)
def test_programs_are_signed(release: Release, unpacked: Path, name: str) -> None:
    assert verified(unpacked / name, release.cert)


def test_changed_package_is_no_longer_good(release: Release, tmp_path: Path) -> None:
    content = bytearray(only(release.dist, "*setup.exe").read_bytes())
    content[len(content) // 2] ^= 1
    changed = tmp_path / "changed.exe"
    changed.write_bytes(content)
    assert not verified(changed, release.cert)


def test_unsigned_package_is_not_taken_for_signed(new: Path, release: Release) -> None:
    assert not verified(only(new, "*setup*.exe"), release.cert)


@pytest.fixture
def installed(desk: Desk, release: Release) -> Iterator[str]:
    folder = PER_USER.format(user=desk.user)
    assert desk.install_setup(only(release.dist, "*setup.exe")) == 0
    yield folder
    desk.remove_setup(folder)


def test_setup_installs_and_its_uninstaller_is_signed(
    desk: Desk, release: Release, installed: str
) -> None:
    assert desk.run(installed + r"\who-to-call.exe", "check", "--self")[0] == 0
    for name in (*OURS, "uninstall.exe"):
        assert verified(desk.unix_path(installed) / name, release.cert)


def test_newer_python_is_the_one_that_runs(installed: str, desk: Desk, unpacked: Path) -> None:
    own = desk.unix_path(installed) / "runtime"
    assert {path.name for path in own.iterdir()} == {
        path.name for path in (unpacked / "runtime").iterdir()
    }
    assert (own / "_ssl.pyd").exists()
    assert (own / "python313._pth").read_text("ascii").split() == ["python313.zip", ".", "..\\lib"]


def test_zip_runs_where_it_was_unpacked(desk: Desk, unpacked: Path) -> None:
    program = desk.windows_path(unpacked / "who-to-call.exe")
    assert desk.run(program, "check", "--self")[0] == 0


def test_msi_installs_and_is_removed(desk: Desk, release: Release) -> None:
    msi = only(release.dist, "*.msi")
    assert desk.install_msi(msi) == 0
    assert desk.run(PER_MACHINE + r"\who-to-call.exe", "check", "--self")[0] == 0
    assert desk.remove_msi(msi) == 0
