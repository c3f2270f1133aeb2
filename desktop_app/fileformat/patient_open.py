"""Tries again a moment later where a virus scanner, or a reader, has a file to itself.

Such a file is not damaged, and what was signed in it still counts.
"""

import sys
import time
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

Done = TypeVar("Done")
TRIES = 20
PAUSE = 0.05
"""Seconds between tries: one second in all, which a window can stand still for."""
PATIENT = {"win32"}
"""Systems on which a file that another program reads may be closed to everybody else."""


def patiently(attempt: Callable[[], Done], tries: int = TRIES) -> Done:
    """What the attempt gives; after so many that a right or a lock refused, its PermissionError."""
    for _try in range(tries - 1 if sys.platform in PATIENT else 0):
        try:
            return attempt()
        except PermissionError:
            time.sleep(PAUSE)
    return attempt()


def open_patiently(path: Path) -> BufferedReader:
    """The file, open for reading; OSError when it cannot be opened, or ValueError for its name."""
    return patiently(lambda: path.open("rb"))
