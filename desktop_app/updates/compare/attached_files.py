"""Two directory files side by side, to be asked together."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from desktop_app.fileformat.directory_file import ByteSource
from desktop_app.fileformat.held_bytes import attach
from desktop_app.updates.compare.tables import RELEASES

Fingerprints = tuple[str, str]
"""SHA-256 of the bytes that were verified, of the file before and of that after; empty: not known,
because it is a directory compiled here or one that nobody signed."""
NOT_KNOWN: Fingerprints = ("", "")
PIECE = 1 << 20


class OtherBytes(ValueError):
    """Something else was laid in the place of a file after it was verified."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is not the file that was verified")
        self.path = path


class AttachedFiles(NamedTuple):
    """Two directories to be asked together, and the fingerprints of what was read of them."""

    connection: sqlite3.Connection
    sha256: Fingerprints
    """Whoever opens one of the files again hands its own on, or might meet another release."""


@contextmanager
def attach_files(
    before: Path, after: Path, sha256: Fingerprints = NOT_KNOWN
) -> Iterator[AttachedFiles]:
    """The bytes of both files under the names of `RELEASES`; nothing is written to the disk.

    Each file is read once: whatever is laid in its place meanwhile is not what is compared, and no
    full-text index is read from it. `sqlite3.Error` when a file cannot be read, `OtherBytes` when
    it is not the one with its fingerprint.
    """
    connection = sqlite3.connect(":memory:", uri=True)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")  # quicker, and leaves nothing on the disk
        was, now = _Fingerprinting(before, sha256[0]), _Fingerprinting(after, sha256[1])
        for name, check in zip(RELEASES, (was, now), strict=True):
            try:
                with check.path.open("rb") as file:
                    attach(connection, name, file, check)
            except OSError as error:
                raise sqlite3.OperationalError(f"{check.path.name}: {error.strerror}") from error
        yield AttachedFiles(connection, (was.found, now.found))
    finally:
        connection.close()


class _Fingerprinting:
    """Reads the bytes, and holds them against the fingerprint that is known of them, if one is."""

    def __init__(self, path: Path, known: str) -> None:
        self.path, self.known, self.found = path, known, ""

    def __call__(self, source: ByteSource) -> None:
        figure = hashlib.sha256()
        while piece := source.read(PIECE):
            figure.update(piece)
        self.found = figure.hexdigest()
        if self.known and self.found != self.known:
            raise OtherBytes(self.path)
