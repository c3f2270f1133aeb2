"""Which directory to open at the start: the newest release that is whole, never older than our own.

Standard library only and a few milliseconds: the file in use is hashed and held against the
signed list it came with, and that list against its fingerprint. Signatures are checked when a
release is taken, and again by every look for an update (`confirm`); at the start only after damage
was seen. Nothing is written here.
"""

import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app import paths
from desktop_app.updates.names import TRUST
from desktop_app.updates.shelf import PROGRAM, Shelf, is_whole, listed

FELL_BACK = (
    "The newest list of numbers on this computer is damaged. "
    "Release {number} is in use instead: take the newest update again."
)
RECOVERED = (
    "The note of which list of numbers is in use was damaged. "
    "Release {number}, the newest one on this computer, is in use."
)
FELL_BACK_TO_OWN = (
    "The newest list of numbers on this computer is damaged. The one that came with the program "
    "is in use instead: take the newest update again."
)


class Origin(StrEnum):
    """Where the directory in use comes from."""

    PROGRAM = "program"
    """It came with the program."""
    UPDATE = "update"
    """It is the update taken last."""
    FALLBACK = "fallback"
    """It is an older update, because the newest is damaged."""


@dataclass(frozen=True, slots=True)
class InUse:
    """The directory to open, its release (0: unknown), and what the user must be told."""

    path: Path
    release: int
    notice: str
    origin: Origin
    folder: str = ""


def directory_to_open(environ: Mapping[str, str] = os.environ) -> InUse:
    """The directory this account opens: one that was named, an update, or the program's own."""
    bundled = paths.directory_file(environ)
    if environ.get(paths.DIRECTORY_VARIABLE):
        return _own(bundled)
    return directory_in_use(paths.user_data(environ), bundled)


def trust_beside(bundled: Path) -> Path:
    """The folder with the steward's keys and lists that came with the program."""
    return paths.trust_here() if bundled == paths.compiled_here() else bundled.parent / TRUST


def directory_in_use(user_folder: Path | None, bundled: Path) -> InUse:
    """The directory to open now; damage to an update never stops the program from starting."""
    if user_folder is None:
        return _own(bundled)
    shelf = Shelf(user_folder)
    pointer = shelf.pointed()
    untouched = pointer.folder == PROGRAM if pointer else not shelf.folders()
    if untouched:
        return _own(bundled)
    own = release_in(bundled)
    if pointer and (found := _whole_one(shelf, pointer.folder, pointer.list_sha256)) is not None:
        if found < own:
            return _own(bundled)
        return InUse(shelf.directory(pointer.folder), found, "", Origin.UPDATE, pointer.folder)
    return fallen_back(shelf, bundled)


def release_in(directory: Path) -> int:
    """The release number a directory file carries; 0 when it cannot be read."""
    try:
        address = f"{directory.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True)
    except (sqlite3.Error, OSError, ValueError):
        return 0
    try:
        found = connection.execute("SELECT value FROM meta WHERE key = 'release'").fetchone()
        return int(found[0]) if found else 0
    except (sqlite3.Error, ValueError, TypeError):
        return 0
    finally:
        connection.close()


def _own(bundled: Path, notice: str = "") -> InUse:
    return InUse(bundled, release_in(bundled), notice, Origin.PROGRAM)


def _whole_one(shelf: Shelf, folder: str, fingerprint: str) -> int | None:
    """The release number of a stored release that is whole, or None."""
    try:
        said = listed(shelf.metadata(folder))
    except (OSError, ValueError):
        return None
    if said.list_sha256 != fingerprint:
        return None
    whole = is_whole(shelf.directory(folder), said.length, said.sha256)
    return said.release if whole else None


def fallen_back(shelf: Shelf, bundled: Path) -> InUse:
    """The newest sound release after damage was seen; now nothing counts without signatures."""
    own = release_in(bundled)
    for folder, release in _confirmed(shelf, bundled):
        if release < own:
            break
        newest = folder == shelf.folders()[0]
        notice = (RECOVERED if newest else FELL_BACK).format(number=release)
        return InUse(shelf.directory(folder), release, notice, Origin.FALLBACK, folder)
    return _own(bundled, FELL_BACK_TO_OWN)


def _confirmed(shelf: Shelf, bundled: Path) -> list[tuple[str, int]]:
    try:
        from desktop_app.updates.confirm import confirmed_releases

        return confirmed_releases(shelf, trust_beside(bundled))
    except ImportError:  # an installation without the update engine has only its own directory
        return []
