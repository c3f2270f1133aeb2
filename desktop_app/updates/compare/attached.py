"""Two directory files side by side, to be asked together."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.fileformat.directory_file import read_only
from desktop_app.updates.compare.tables import RELEASES


@contextmanager
def both(before: Path, after: Path) -> Iterator[sqlite3.Connection]:
    """Both files, read-only, under the names of `RELEASES`; nothing is written to the disk."""
    connection = sqlite3.connect(":memory:", uri=True)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")  # quicker, and leaves nothing on the disk
        for name, path in zip(RELEASES, (before, after), strict=True):
            connection.execute(f"ATTACH ? AS {name}", (read_only(path),))
        yield connection
    finally:
        connection.close()
