"""Opening what somebody else laid there: a plain file, or a refusal; never a wait."""

import os
import stat
from pathlib import Path
from typing import IO

from desktop_app.updates.errors import Refused, Why


def open_plain(path: Path, name: str) -> IO[bytes]:
    """Open a plain file to read it; FileNotFoundError when nothing is there, else Refused.

    Looked at before it is opened, because opening a planted fifo would wait for ever, and again
    afterwards, because it may have been swapped meanwhile.
    """
    try:
        must_be_plain(path.stat().st_mode, name)
        file = open(path, "rb", opener=_unblocked)  # noqa: SIM115
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotFoundError(name) from error
    except OSError as error:
        raise unread(error) from error
    except ValueError as error:  # a name that no system can have
        raise FileNotFoundError(name) from error
    try:
        must_be_plain(os.fstat(file.fileno()).st_mode, name)
    except BaseException:
        file.close()
        raise
    return file


def must_be_plain(mode: int, name: str) -> None:
    """Refuse folders, pipes and devices."""
    if not stat.S_ISREG(mode):
        raise Refused(Why.UNREADABLE, f"{name} is not a plain file")


def unread(error: OSError) -> Refused:
    """The refusal that fits what the system said about reading."""
    locked = isinstance(error, PermissionError)
    return Refused(Why.NO_ACCESS if locked else Why.UNREADABLE, str(error))


def _unblocked(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
