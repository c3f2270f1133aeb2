"""What of our own goes into every installer: the program, its directory, and whom it trusts."""

import json
import shutil
from pathlib import Path

import pytest

from desktop_app.authoring.read.source_folders import default_area
from desktop_app.workshop.source_tree import read_tree
from installers import program
from installers.product import ROOT, Build, CannotBuild
from installers.signed_directory import LISTS
from tests.updates.lab import Lab


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """A checkout whose steward held the ceremony and published the compiled directory."""
    lab = Lab(tmp_path / "lab")
    trust = tmp_path / "db/trust"
    shutil.copytree(lab.place.trust, trust)
    monkeypatch.setattr(program, "TRUST", trust)
    monkeypatch.setattr(program, "DIRECTORY", lab.place.bundled)
    return lab


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "bundle").mkdir()
    return tmp_path / "bundle"


def test_the_keys_lie_beside_the_directory(lab: Lab, tmp_path: Path) -> None:
    program.put_program(tmp_path / "lib", Build("1.2.3", 0, tmp_path, tmp_path))
    bundle = tmp_path / "lib/desktop_app/_bundle"
    assert (bundle / "directory.sqlite").read_bytes() == lab.place.bundled.read_bytes()
    for name in LISTS:
        assert (bundle / "trust" / name).read_bytes() == (program.TRUST / name).read_bytes()


def test_what_a_steward_begins_with_is_packed(lab: Lab, tmp_path: Path) -> None:
    program.put_program(tmp_path / "lib", Build("1.2.3", 0, tmp_path, tmp_path))
    package = tmp_path / "lib/desktop_app"
    kept = read_tree(package / "_bundle/sources", default_area())
    assert kept == read_tree(ROOT / "db", default_area())
    for name in program.SCHEMA:
        packed = package / "_bundle/schema" / name
        assert packed.read_bytes() == (ROOT / "db" / name).read_bytes()
    assert (package / "authoring/compile.py").is_file()


def test_the_build_says_that_the_directory_is_the_signed_one(
    lab: Lab, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.put_trust(bundle)
    assert "the directory is release 1 as it was signed" in capsys.readouterr().err


def test_a_directory_that_nobody_signed_stops_the_build(
    lab: Lab, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A later release, compiled and not yet signed.
    other = shutil.copy(lab.directory(2), bundle.parent / "directory.sqlite")
    monkeypatch.setattr(program, "DIRECTORY", Path(other))
    with pytest.raises(CannotBuild, match="would show none of its numbers"):
        program.put_trust(bundle)


def test_before_the_ceremony_there_is_none_and_the_build_says_so(
    lab: Lab, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(program.TRUST)
    program.put_trust(bundle)
    assert not (bundle / "trust").exists()
    assert "takes none" in capsys.readouterr().err


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("content", [None, b"", b"{}", json.dumps({"signatures": []}).encode()])
def test_half_a_trust_folder_stops_the_build(
    lab: Lab, bundle: Path, name: str, content: bytes | None
) -> None:
    path = program.TRUST / name
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotBuild, match=f"{name} is missing or is no signed list"):
        program.put_trust(bundle)
