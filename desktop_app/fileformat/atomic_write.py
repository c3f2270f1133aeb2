"""Writes a file whole or not at all, and folders onto the disk: a power cut leaves old or new.

Everything that is kept goes this way: settings, what is in use, and what is published to a share.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from desktop_app.fileformat.patient_open import patiently

TRIES = 60
"""To take the place of a file that a virus scanner or a reader holds: three seconds in all."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place in one step, on the disk before it counts; OSError leaves the old.

    What is written beside it bears the number of this process, for `sweep`, and a word of its own:
    two computers write to one share. It may be read by whoever the account lets read its files.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(6).hex()}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            flush(file)
        patiently(lambda: beside.replace(path), TRIES)
    finally:
        beside.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush(file: IO[bytes]) -> None:
    """Make sure that what was written to an open file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can do that."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def flush_tree(folder: Path) -> None:
    """Make sure that every file below a folder, and the folder itself, is on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb+") as file:
                flush(file)
        elif path.is_dir():
            flush_folder(path)
    flush_folder(folder)


def clear_away(path: Path) -> None:
    """Remove a folder, or whatever lies in its place, as far as that can be done.

    `shutil.rmtree` opens what it is given: for a pipe that somebody laid there it would wait.
    """
    import shutil  # only where an update came

    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def sweep(folder: Path | None, names: Iterable[str]) -> None:
    """Remove what a killed program left beside these files; a running one's is left alone."""
    if folder is None:
        return
    for name in names:
        try:
            left = [path for path in folder.glob(f".{name}.*") if path.suffix[1:].isdecimal()]
        except OSError:
            continue
        for path in left:
            if not _runs(int(path.suffix[1:])):
                with suppress(OSError):
                    path.unlink()


if sys.platform == "win32":

    def _runs(_process: int) -> bool:
        return False  # a file that somebody writes cannot be removed there

else:

    def _runs(process: int) -> bool:
        if process == os.getpid():
            return True
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            return True  # somebody else's
        return True
