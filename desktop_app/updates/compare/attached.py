"""Two directory files side by side, to be asked together."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.updates.compare.tables import EDITIONS


@contextmanager
def both(before: Path, after: Path) -> Iterator[sqlite3.Connection]:
    """Both files, read-only, under the names of `EDITIONS`; nothing is written to the disk."""
    connection = sqlite3.connect(":memory:", uri=True)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")  # quicker, and leaves nothing on the disk
        for name, path in zip(EDITIONS, (before, after), strict=True):
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            connection.execute(f"ATTACH ? AS {name}", (address,))
        yield connection
    finally:
        connection.close()
