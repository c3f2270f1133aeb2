"""A newer Python for Windows from python.org's zip, as far as no zip of theirs is needed.

Real files with real signatures are tried under wine: tests/installers/wine/test_refused_builds.py.
"""

import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from installers.__main__ import _parser
from installers.product import ROOT, CannotBuild
from installers.windows import runtime


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Whose signature each file was asked for; the tool that reads them is tried under wine."""
    found: list[tuple[str, str]] = []

    def check(file: Path, signer: str, _roots: Path) -> None:
        found.append((file.name, signer))

    monkeypatch.setattr(runtime, "trusted_roots", lambda work: work / "roots.pem")
    monkeypatch.setattr(runtime, "check_signature", check)
    return found


def newer_python(folder: Path, *lacking: str) -> tuple[Path, str]:
    """A zip laid out as python.org's, and its SHA-256."""
    programs = ("python313.dll", "python3.dll", "python.exe", "pythonw.exe", "_ssl.pyd")
    names = {*programs, "python313.zip", "vcruntime140.dll", "python313._pth"} - {*lacking}
    archive = folder / "python-3.13.16-embed-amd64.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in sorted(names):
            packed.writestr(name, name)
    return archive, sha256(archive.read_bytes()).hexdigest()


def test_a_newer_python_is_taken_by_its_hash_and_each_program_file_s_signature(
    tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    folder = runtime.unpack_embeddable(*newer_python(tmp_path), tmp_path / "work")
    assert (folder / "python313.zip").read_text("utf-8") == "python313.zip"
    programs = {"python313.dll", "python3.dll", "python.exe", "pythonw.exe", "_ssl.pyd"}
    wanted = {(name, runtime.FOUNDATION) for name in programs}
    assert set(asked) == wanted | {("vcruntime140.dll", runtime.MICROSOFT)}


@pytest.mark.parametrize("lacking", ["python313.dll", "python313.zip"])
def test_a_zip_of_something_else_is_no_newer_python(
    tmp_path: Path, asked: list[tuple[str, str]], lacking: str
) -> None:
    with pytest.raises(CannotBuild, match="is no embeddable zip of Python 3"):
        runtime.unpack_embeddable(*newer_python(tmp_path, lacking), tmp_path / "work")
    assert not asked


def test_a_newer_python_of_another_hash_is_not_even_unpacked(
    tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    archive, _ = newer_python(tmp_path)
    with pytest.raises(CannotBuild, match="is not the file this build trusts"):
        runtime.unpack_embeddable(archive, "0" * 64, tmp_path / "work")
    assert not asked
    assert not (tmp_path / "work").exists()


def test_one_file_of_a_newer_python_that_nobody_signed_stops_the_build(
    tmp_path: Path, asked: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsigned(file: Path, _signer: str, _roots: Path) -> None:
        if file.name == "_ssl.pyd":
            raise CannotBuild(f"{file.name} carries no valid signature. Nothing was built.")

    monkeypatch.setattr(runtime, "check_signature", unsigned)
    with pytest.raises(CannotBuild, match=r"_ssl\.pyd carries no valid signature"):
        runtime.unpack_embeddable(*newer_python(tmp_path), tmp_path / "work")


def test_the_one_command_for_a_newer_python_is_the_one_in_the_checklist(tmp_path: Path) -> None:
    said = (ROOT / "docs/release.md").read_text("utf-8")
    (command,) = re.findall(r"^    python3 dev\.py installer (.*--runtime .*)$", said, re.MULTILINE)
    archive, stated = newer_python(tmp_path)
    words = command.replace("python-3.13.16-embed-amd64.zip", str(archive)).replace("HASH", stated)
    options = _parser().parse_args(words.split())
    assert (options.kind, options.runtime, options.runtime_sha256) == ("windows", archive, stated)
