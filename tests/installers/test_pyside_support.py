"""PySide's own modules lie beside its library, compiled, and do what they did inside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from installers import program, pyside_support
from installers.product import CannotBuild

OURS = Path(shiboken6.__file__).parent
SAYS = """
import PySide6, sys
from PySide6.QtCore import QPoint, QTimer
print(sys.modules["shibokensupport.signature.parser"].__file__)
for wrong in (lambda: QPoint("a"), lambda: QTimer.singleShot("soon"), lambda: QPoint(1, 2).setX()):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(PySide6.support.signature.get_signature(QPoint.setX))
"""


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """The installed PySide, its small half copied so that a folder can be laid into it."""
    (tmp_path / "PySide6").symlink_to(OURS.parent / "PySide6")
    shutil.copytree(OURS, tmp_path / "shiboken6", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def said(packages: Path) -> list[str]:
    """Where the modules came from, and what PySide says of wrong arguments."""
    surroundings = os.environ | {"PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"}
    surroundings.pop("SBK_EMBED", None)
    command = [sys.executable, "-c", SAYS]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_what_is_laid_open_is_loaded_compiled_and_says_the_same(packages: Path) -> None:
    from_library, *before = said(packages)
    assert from_library == "shibokensupport/signature/parser.py"
    pyside_support.lay_open(packages)
    folder = packages / "shiboken6" / pyside_support.FOLDER
    program.compile_in_place([sys.executable], folder, "files.dir")
    assert not list(folder.rglob("*.py"))
    loaded, *after = said(packages)
    assert loaded == str(folder / "shibokensupport/signature/parser.pyc")
    assert after == before
    assert len(before) > len("xyz"), "PySide said nothing about three wrong calls"


def test_the_writer_of_stubs_lies_there_empty_and_everything_else_as_it_was(packages: Path) -> None:
    pyside_support.lay_open(packages)
    folder = packages / "shiboken6" / pyside_support.FOLDER
    files = folder.rglob("*.py")
    laid = {file.relative_to(folder).as_posix(): file.stat().st_size for file in files}
    assert [name for name, size in laid.items() if not size] == [pyside_support.STUB_WRITER]
    assert len(laid) > len("loader")


def test_another_pyside_stops_the_build(packages: Path) -> None:
    library = next((packages / "shiboken6").glob("libshiboken6*"))
    library.write_bytes(library.read_bytes().replace(b"UEsDB", b"UEsDA", 1))
    with pytest.raises(CannotBuild):
        pyside_support.lay_open(packages)


def test_packages_without_its_library_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "shiboken6").mkdir()
    with pytest.raises(CannotBuild, match="holds 0 libraries"):
        pyside_support.lay_open(tmp_path)
