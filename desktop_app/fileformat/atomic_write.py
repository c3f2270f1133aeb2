"""Writes a file whole or not at all."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write beside the file, then put it in its place in one step; OSError leaves the old one."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def sweep(folder: Path | None, names: Iterable[str]) -> None:
    """Remove what a killed program left beside these files; a running one's is left alone."""
    if folder is None:
        return
    for name in names:
        try:
            left = [path for path in folder.glob(f"{name}.*") if path.suffix[1:].isdecimal()]
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
