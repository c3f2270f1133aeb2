"""A directory that was read from a file, and whether the same file still lies there."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.services.errors import DirectoryError
from desktop_app.store.directory.directory import SqliteDirectory, open_directory

SPOILT = (
    "The list of numbers on this computer’s disk was changed while this window was open, and what "
    "is there now cannot be used. The numbers in this window, release {}, were read before that "
    "and are sound. Leave the window open, and ask your IT support to repair the file."
)
NOT_NEWER = (
    "Another list of numbers, release {}, was put in the place of the one in this window. It is "
    "not newer, so this window stays with release {} until it is closed. Tell your IT support."
)


class OpenedFile(NamedTuple):
    """A directory, and the file it came from as that was just before it was read."""

    path: Path
    stamp: tuple[int, ...]
    directory: SqliteDirectory
    release: int
    seal: str
    vouched: bool = False
    """Whether what was read was held against its signatures, and they held."""

    @property
    def sha256(self) -> str:
        """The fingerprint of what was read; empty where there are no keys to ask about it."""
        return self.directory.sha256

    def changed(self) -> bool:
        """Whether another file lies there by now, or none."""
        return stamp_of(self.path) != self.stamp


class Replaced(NamedTuple):
    """What lies in the place of a file that was opened: something newer, or a sentence to say."""

    opened: OpenedFile
    newer: int = 0
    told: str = ""


def read_file(
    path: Path, sha256: str = "", *, fingerprinted: bool = False, handed_on: bool = False
) -> OpenedFile:
    """Read and verify the file now; DirectoryError says what is wrong with it."""
    # Before reading: should the file change in the meantime, the next look finds another stamp.
    stamp = stamp_of(path)
    directory = open_directory(
        path, sha256=sha256, fingerprinted=fingerprinted, handed_on=handed_on
    )
    return OpenedFile(path, stamp, directory, directory.release().number, directory.seal())


def look_again(opened: OpenedFile, sha256: str = "") -> Replaced:
    """Read what lies in the place of a file now; it is verified, told, and closed again."""
    try:
        found = read_file(opened.path, sha256)
    except DirectoryError:
        return Replaced(opened, told=SPOILT.format(opened.release))
    found.directory.close()
    if found.seal == opened.seal:  # the same bytes, copied anew
        return Replaced(opened._replace(stamp=found.stamp))
    if found.release > opened.release:
        return Replaced(opened, newer=found.release)
    return Replaced(opened, told=NOT_NEWER.format(found.release, opened.release))


def stamp_of(path: Path) -> tuple[int, ...]:
    """What changes when another file is put in the place of this one; empty when there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
