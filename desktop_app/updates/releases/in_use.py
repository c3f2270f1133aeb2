"""Which directory is in use, where it came from, and what is known of its signature."""

import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from desktop_app import paths
from desktop_app.fileformat.directory_file import open_read_only
from desktop_app.updates.file_names import ROOT_FILE, TRUST


class Origin(StrEnum):
    """Where the directory in use comes from."""

    PROGRAM = "program"
    """It came with the program."""
    UPDATE = "update"
    """It is the update taken last."""
    FALLBACK = "fallback"
    """It is an older update, because the newest is damaged."""
    RESTORED = "restored"
    """It is the newest update, although the note of what is in use led back to an older one."""
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


class InUse(NamedTuple):
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


def trust_beside(bundled: Path) -> Path:
    """The folder with the steward's keys and lists that came with the program."""
    return paths.trust_here() if bundled == paths.compiled_here() else bundled.parent / TRUST


def has_keys(bundled: Path) -> bool:
    """Whether the program came with a steward's keys, by which a release can be checked."""
    try:
        return (trust_beside(bundled) / ROOT_FILE).is_file()
    except OSError:
        return False


def area_in(directory: Path) -> tuple[str, str]:
    """Id and name of the area a directory file is for; both empty when it cannot be read."""
    try:
        paths.must_be_plain(directory)
        connection = open_read_only(directory)
    except (sqlite3.Error, OSError, ValueError):
        return "", ""
    try:
        found = connection.execute("SELECT id, name FROM area").fetchone()
        return (str(found[0]), str(found[1])) if found else ("", "")
    except (sqlite3.Error, ValueError, TypeError, OverflowError):
        return "", ""
    finally:
        connection.close()


def release_in(directory: Path) -> int:
    """The release number a directory file carries; 0 when it cannot be read."""
    try:
        paths.must_be_plain(directory)
        connection = open_read_only(directory)
    except (sqlite3.Error, OSError, ValueError):
        return 0
    try:
        found = connection.execute("SELECT value FROM meta WHERE key = 'release'").fetchone()
        return int(found[0]) if found else 0
    except (sqlite3.Error, ValueError, TypeError, OverflowError):
        return 0
    finally:
        connection.close()
