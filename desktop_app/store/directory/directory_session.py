"""A directory file opened to be asked a while: for whoever compares two of them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.domain.services.directory import Directory
from desktop_app.store.directory.directory import open_directory  # its own errors say what is wrong


@contextmanager
def directory_session(path: Path, sha256: str = "") -> Iterator[Directory]:
    """Open a directory, and close it afterwards; the `DirectoryError` that says why it will not.

    `sha256`: the fingerprint its bytes must have, where one is known.
    """
    with closing(open_directory(path, sha256=sha256)) as directory:
        yield directory
