"""Two directory files side by side, to be asked together."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.fileformat.directory_file import Source
from desktop_app.fileformat.held_bytes import Check, attach
from desktop_app.updates.compare.tables import RELEASES

Fingerprints = tuple[str, str]
"""SHA-256 of the bytes that were verified, of the file before and of that after; empty: not known,
because it is a directory compiled here or one that nobody signed."""
NOT_KNOWN: Fingerprints = ("", "")
PIECE = 1 << 20


class OtherBytes(ValueError):
    """Something else was laid in the place of a file after it was verified."""


@contextmanager
def both(
    before: Path, after: Path, sha256: Fingerprints = NOT_KNOWN
) -> Iterator[sqlite3.Connection]:
    """The bytes of both files under the names of `RELEASES`; nothing is written to the disk.

    Each file is read once: whatever is laid in its place meanwhile is not what is compared, and no
    full-text index is read from it. `sqlite3.Error` when a file cannot be read, `OtherBytes` when
    it is not the one with its fingerprint.
    """
    connection = sqlite3.connect(":memory:", uri=True)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")  # quicker, and leaves nothing on the disk
        for name, path, known in zip(RELEASES, (before, after), sha256, strict=True):
            try:
                with path.open("rb") as file:
                    attach(connection, name, file, _with_fingerprint(known))
            except OSError as error:
                raise sqlite3.OperationalError(f"{path.name}: {error.strerror}") from error
        yield connection
    finally:
        connection.close()


def _with_fingerprint(known: str) -> Check:
    def check(source: Source) -> None:
        found = hashlib.sha256()
        while piece := source.read(PIECE):
            found.update(piece)
        if known and found.hexdigest() != known:
            raise OtherBytes("it is not the file that was verified")

    return check
