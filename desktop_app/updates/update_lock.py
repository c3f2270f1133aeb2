"""One updater at a time, whole folders on the disk before they count, and folders cleared away."""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from desktop_app.fileformat.atomic_write import flush_folder
from desktop_app.paths import must_be_plain
from desktop_app.updates.errors import Refused, Why

TRIES = 60
PAUSE = 0.05
"""Seconds between tries: another update may hold the lock for a while."""


def flush_tree(folder: Path) -> None:
    """Make sure that every file below a folder, and the folder itself, is on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        elif path.is_dir():
            flush_folder(path)
    flush_folder(folder)


def clear_away(path: Path) -> None:
    """Remove a folder, or whatever lies in its place, as far as that can be done.

    `shutil.rmtree` opens what it is given: for a pipe that somebody laid there it would wait.
    """
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def hold_lock(lock: Path) -> Iterator[None]:
    """Keep other updaters of this account out for the moment it takes to change what is in use.

    The system lets go of the lock when a process dies. Refused after three seconds of waiting.
    """
    with contextlib.suppress(FileNotFoundError):
        must_be_plain(lock)
    with lock.open("ab") as file:
        for _ in range(TRIES):
            if _locked(file):
                break
            time.sleep(PAUSE)
        else:
            raise Refused(Why.BUSY)
        yield  # closing the file unlocks it


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a home folder on a share without locks: each step is whole by itself
        return True
