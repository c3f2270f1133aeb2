"""Disks that are too small, that fill up meanwhile, that cannot be written to (needs root)."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MEGABYTE = 1_000_000
FILLER = "somebody else's"


@contextmanager
def small_disk(place: Path, options: str) -> Iterator[Path]:
    """A disk of its own at this folder: `size=` and `nr_inodes=` say how much it takes."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that nobody can change, root included: a locked stick, a share without rights."""
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled_meanwhile(disk: Path, after: int) -> Iterator[None]:
    """Somebody else fills the disk as soon as this many more megabytes have been written to it.

    Afterwards their file is gone again; it must have come to that.
    """
    filler, over = disk / FILLER, threading.Event()
    limit = _free(disk) - after * MEGABYTE
    watch = threading.Thread(target=_fill, args=(disk, filler, limit, over))
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()
    assert filler.exists(), "the disk never came to be as full as that"
    filler.unlink()


def _fill(disk: Path, filler: Path, limit: int, over: threading.Event) -> None:
    while not over.wait(0.005):
        if _free(disk) < limit:
            with filler.open("wb") as file:
                _take_all(disk, file.fileno(), over)
            return


def _take_all(disk: Path, file: int, over: threading.Event) -> None:
    """Take every block, again and again, because the program writes on meanwhile."""
    while (left := _free(disk)) and not over.is_set():
        with suppress(OSError):  # less was left than a moment ago
            os.posix_fallocate(file, os.fstat(file).st_size, left)


def _free(disk: Path) -> int:
    told = os.statvfs(disk)
    return told.f_bavail * told.f_frsize
