"""Which directory to open at the start: the newest release that is whole, never older than our own.

Standard library only and a few milliseconds: the file in use is hashed and held against the
signed list it came with, and that list against its fingerprint. Signatures are checked when a
release is taken, by a worker after every start, by every look for an update and before every
answer in the terminal (`confirm`); at the start only after damage was seen. Where the program came
without a steward's keys nothing can be checked, so nothing but its own directory is opened.
Nothing is written here.
"""

import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app import paths
from desktop_app.updates.file_names import ROOT_FILE, TRUST
from desktop_app.updates.releases.release_store import (
    PROGRAM,
    Listed,
    Pointer,
    Shelf,
    is_whole,
    listed,
)

WITHOUT_KEYS = (
    "Lists of numbers lie in this account’s folder, but this copy of the program came without the "
    "keys to check who signed them. None of them is used: release {number}, which came with the "
    "program, is. Ask your IT support."
)


class Origin(StrEnum):
    """Where the directory in use comes from."""

    PROGRAM = "program"
    """It came with the program."""
    UPDATE = "update"
    """It is the update taken last."""
    FALLBACK = "fallback"
    """It is an older update, because the newest is damaged."""
    NAMED = "named"
    """Whoever started the program named this file."""


class Signature(StrEnum):
    """Whether the directory in use is known to be what was signed."""

    UNCHECKED = "unchecked"
    """Nobody has looked yet: `confirm` does."""
    HOLDS = "holds"
    FAILS = "fails"
    """It is not what was signed, and nothing that was signed is here: show none of it."""
    NO_KEYS = "no_keys"
    """The program came without a steward's keys, so there is nothing to check it by."""
    MADE_HERE = "made_here"
    """It was compiled in this checkout, or named by whoever started the program."""


@dataclass(frozen=True, slots=True)
class InUse:
    """The directory to open, its release (0: unknown), and what the user must be told."""

    path: Path
    release: int
    notice: str
    origin: Origin
    folder: str = ""
    signature: Signature = Signature.UNCHECKED
    dropped: str = ""
    """The folder of the release that was in use and is not what was signed."""
    sha256: str = ""
    """The fingerprint the file must still have when it is opened; empty when no list names one."""


def directory_to_open(environ: Mapping[str, str] = os.environ) -> InUse:
    """The directory this account opens: one that was named, an update, or the program's own."""
    bundled = paths.directory_file(environ)
    if environ.get(paths.DIRECTORY_VARIABLE):
        return InUse(bundled, release_in(bundled), "", Origin.NAMED, "", Signature.MADE_HERE)
    return directory_in_use(paths.user_data(environ), bundled)


def trust_beside(bundled: Path) -> Path:
    """The folder with the steward's keys and lists that came with the program."""
    return paths.trust_here() if bundled == paths.compiled_here() else bundled.parent / TRUST


def has_keys(bundled: Path) -> bool:
    """Whether the program came with a steward's keys, by which a release can be checked."""
    try:
        return (trust_beside(bundled) / ROOT_FILE).is_file()
    except OSError:
        return False


def directory_in_use(user_folder: Path | None, bundled: Path) -> InUse:
    """The directory to open now; damage to an update never stops the program from starting."""
    shelf = Shelf(user_folder) if user_folder else None
    pointer = shelf.pointed() if shelf else None
    if shelf is None or user_folder is None or _untouched(shelf, pointer):
        return own_one(bundled)
    if not has_keys(bundled):
        return own_one(bundled, WITHOUT_KEYS)
    found = None
    if pointer and not paths.others_may_write(user_folder):
        found = _whole_one(shelf, pointer.folder, pointer.list_sha256)
    if pointer is None or found is None:
        return _checked(shelf, bundled)
    if found.release < release_in(bundled):
        return own_one(bundled)
    path, folder = shelf.directory(pointer.folder), pointer.folder
    return InUse(path, found.release, "", Origin.UPDATE, folder, sha256=found.sha256)


def _untouched(shelf: Shelf, pointer: Pointer | None) -> bool:
    """Whether no update was ever put in use here."""
    return pointer.folder == PROGRAM if pointer else not shelf.folders()


def own_one(bundled: Path, notice: str = "") -> InUse:
    """The program's own directory; its signature is left to `confirm` where there are keys."""
    release = release_in(bundled)
    told = notice.format(number=release)
    if bundled == paths.compiled_here():
        signature = Signature.MADE_HERE
    else:
        signature = Signature.UNCHECKED if has_keys(bundled) else Signature.NO_KEYS
    return InUse(bundled, release, told, Origin.PROGRAM, "", signature)


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
    except (sqlite3.Error, ValueError, TypeError, OverflowError):
        return 0
    finally:
        connection.close()


def _whole_one(shelf: Shelf, folder: str, fingerprint: str) -> Listed | None:
    """What the signed list says of a stored release that is whole, or None."""
    try:
        said = listed(shelf.metadata(folder))
    except (OSError, ValueError):
        return None
    if said.list_sha256 != fingerprint:
        return None
    whole = is_whole(shelf.directory(folder), said.length, said.sha256)
    return said if whole else None


def _checked(shelf: Shelf, bundled: Path) -> InUse:
    """What to open after damage was seen; now nothing counts without signatures."""
    try:
        from desktop_app.updates.releases.signatures import fallen_back
    except ImportError:  # an installation without the update engine has only its own directory
        return own_one(bundled)
    return fallen_back(shelf, bundled)
