"""What a Linux desktop reads of the .deb: menu entry, description for software centres, manual."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from tests.installers.screen import only


@pytest.fixture(scope="module")
def unpacked(new: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deb")
    subprocess.run(["dpkg-deb", "-x", only(new, "*.deb"), folder], check=True)
    return folder / "usr/share"


def finds_nothing(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


def test_menu_entry(unpacked: Path) -> None:
    entry = only(unpacked, "applications/*.desktop")
    finds_nothing("desktop-file-validate", entry)
    named = [line for line in entry.read_text("utf-8").splitlines() if line.startswith("Icon=")]
    icons = {path.stem for path in unpacked.glob("icons/hicolor/*/apps/*")}
    assert [f"Icon={icon}" for icon in icons] == named


def test_description_for_software_centres(unpacked: Path) -> None:
    finds_nothing("appstreamcli", "validate", "--no-net", only(unpacked, "metainfo/*.xml"))


def test_manual_page(unpacked: Path, tmp_path: Path) -> None:
    page = tmp_path / "who-to-call.1"
    page.write_bytes(gzip.decompress(only(unpacked, "man/man1/*.gz").read_bytes()))
    finds_nothing("mandoc", "-Tlint", "-Wwarning", page)


def test_lintian_finds_no_error(new: Path) -> None:
    done = subprocess.run(
        ["lintian", "--fail-on", "error", "--allow-root", str(only(new, "*.deb"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
