"""Writing so that a power cut leaves the old or the new, and one at a time."""

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from desktop_app.paths import must_be_plain
from desktop_app.updates.errors import Refused, Why

TRIES = 60
PAUSE = 0.05
"""Seconds between tries: a virus scanner may hold a file for a moment, another update longer."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step, on the disk before it counts.

    It may be read by whoever the account lets read its files: a share is published this way too.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            flush(file)
        _replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush(file: IO[bytes]) -> None:
    """Make sure that what was written to an open file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def flush_tree(folder: Path) -> None:
    """Make sure that every file below a folder, and the folder itself, is on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        else:
            flush_folder(path)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can do that."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
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


def _replace(beside: Path, path: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            beside.replace(path)
        except PermissionError:
            if not left or sys.platform not in PATIENT:
                raise
            time.sleep(PAUSE)
        else:
            return


PATIENT = {"win32"}
"""Systems on which a file that somebody reads cannot be replaced at that moment."""

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
