"""Whether the program can open a candidate directory and read from it all an answer may need."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.store.directory.directory import SqliteDirectory

MOST_READ = 2_000
"""So many services are read; of a longer directory every so manieth, so that none waits for it."""


def try_out(candidate: Path, sha256: str = "") -> None:
    """Open a candidate as the program will; whatever it stumbles over here is raised.

    `sha256`: the fingerprint its bytes must have, where a signed list names one.
    """
    from desktop_app.store.directory.directory import open_directory  # only when an update came

    with closing(open_directory(candidate, sha256=sha256)) as directory:
        directory.release()
        _read_services(directory)
        directory.bodies()
        directory.pathways()
        directory.bank_holidays()
        directory.guidance()
        if not directory.search("999"):
            raise ValueError("a search for 999 finds nothing")


def _read_services(directory: SqliteDirectory) -> None:
    ids = [key for (key,) in directory.connection.execute("SELECT id FROM service")]
    if len(ids) <= MOST_READ:
        directory.services()
        return
    for key in ids[:: len(ids) // MOST_READ]:
        directory.service(key)
