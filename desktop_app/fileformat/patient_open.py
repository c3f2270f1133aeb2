"""Opens a file to read it; where a virus scanner has it to itself, a moment later.

Such a file is not damaged, and what was signed in it still counts.
"""

import sys
import time
from io import BufferedReader
from pathlib import Path

TRIES = 20
PAUSE = 0.05
"""Seconds between tries: one second in all, which a window can stand still for."""
PATIENT = {"win32"}
"""Systems on which a file that another program reads may be closed to everybody else."""


def open_patiently(path: Path) -> BufferedReader:
    """The file, open for reading; OSError when it cannot be opened, or ValueError for its name."""
    for _try in range(TRIES - 1 if sys.platform in PATIENT else 0):
        try:
            return path.open("rb")
        except PermissionError:
            time.sleep(PAUSE)
    return path.open("rb")
