"""The real directory with something done to it, as whoever would deceive signers might do it."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.compare.changes import Change
from desktop_app.fileformat import checksum
from desktop_app.store.directory.directory_session import directory_session
from desktop_app.updates.compare.differences import differences
from tests.any_area.usual_directory import usual_directory

Mutate = Callable[[sqlite3.Connection], object]
EXCHANGED_DOORS = """
    CREATE TEMP TABLE door AS SELECT service, council FROM service_area WHERE service IN (
        SELECT service FROM service_role WHERE role = 'children_front_door');
    DELETE FROM service_area WHERE service IN (SELECT service FROM door)
        AND council IN ('E06000032', 'E06000056');
    INSERT INTO service_area SELECT service,
        iif(council = 'E06000032', 'E06000056', 'E06000032')
        FROM door WHERE council IN ('E06000032', 'E06000056');
"""
"""Luton's children's front door for Central Bedfordshire, and the other way round: by areas."""


def script(text: str) -> Mutate:
    """A change written in SQL."""
    return lambda connection: connection.executescript(text)


def changed_copy(folder: Path, mutate: Mutate, *, release: int = 0, of: Path | None = None) -> Path:
    """A copy of the compiled directory after a change, without any check; sealed as `release`."""
    path = folder / "changed.sqlite"
    shutil.copyfile(of or usual_directory(), path)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        mutate(connection)
        if release:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'release'", (str(release),))
            blank = (checksum.blank(), checksum.KEY)
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", blank)
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    if release:
        path.write_bytes(checksum.sealed(path.read_bytes()))
    return path


def told(
    folder: Path, mutate: Mutate, *, answers: bool = False, of: Path | None = None
) -> tuple[Change, ...]:
    """What signers and desks read about such a change."""
    changed = changed_copy(folder, mutate, release=2 if answers else 0, of=of)
    return differences(of or usual_directory(), changed, directory_session if answers else None)
