"""Python for Windows is taken only when it can be shown to be python.org's."""

import zipfile
from pathlib import Path

import pytest

from installers.product import CannotBuild
from installers.windows import runtime
from tests.installers.screen import only

LIBRARY = "python3.dll"


@pytest.fixture
def library(new: Path, tmp_path: Path) -> Path:
    """A signed file of the runtime, as it was shipped."""
    with zipfile.ZipFile(only(new, "*portable*.zip")) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(f"/{LIBRARY}"))
        file = tmp_path / LIBRARY
        file.write_bytes(archive.read(name))
    return file


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    return runtime.trusted_roots(tmp_path)


def test_shipped_file_is_signed(library: Path, roots: Path) -> None:
    runtime.check_signature(library, runtime.FOUNDATION, roots)


def test_one_changed_byte_is_noticed(library: Path, roots: Path) -> None:
    content = bytearray(library.read_bytes())
    content[len(content) // 3] ^= 1
    library.write_bytes(content)
    with pytest.raises(CannotBuild, match=r"python3\.dll carries no valid signature"):
        runtime.check_signature(library, runtime.FOUNDATION, roots)


def test_somebody_elses_signature_is_not_enough(library: Path, roots: Path) -> None:
    with pytest.raises(CannotBuild, match="is not signed by Somebody Else"):
        runtime.check_signature(library, "Somebody Else", roots)


def test_root_that_signed_something_else_is_not_enough(
    library: Path, roots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digicert = "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988"
    monkeypatch.setattr(runtime, "ROOTS", {digicert})
    with pytest.raises(CannotBuild, match="no valid signature"):
        runtime.check_signature(library, runtime.FOUNDATION, runtime.trusted_roots(roots.parent))
