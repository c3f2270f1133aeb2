"""One updater of an account at a time: a lock that the system gives back when a process dies."""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from desktop_app.paths import must_be_plain
from desktop_app.updates.errors import Refused, Why

TRIES = 60
PAUSE = 0.05
"""Seconds between tries: another update may hold the lock for a while."""


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
