"""The releases kept on this computer, and the small file that says which one is in use.

`releases/000017-0a1b2c3d4e5f/{directory.sqlite, metadata/}`, `active.json`, `roots/`. A file that
may be open is never replaced and never removed: a new release gets a folder of its own, and the
small file is then replaced in one step. Standard library only: this is on the way to the first
picture.
"""

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop_app.fileformat.patient_open import open_patiently
from desktop_app.updates.file_names import (
    ACTIVE,
    DIRECTORY,
    LARGEST_METADATA,
    METADATA,
    RELEASES,
    ROOTS,
    is_release_folder,
)

LARGEST_POINTER = 4_096
LARGEST_COUNT = 1_000_000_000
"""No release number and no length in bytes is larger; JSON may hold 1e999, which is infinite."""


PROGRAM = "program"
"""Stands in the small file before any update was taken, so that a lost file is noticed later."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which release is in use, and the fingerprint of the signed list it was taken under."""

    folder: str
    list_sha256: str

    def as_bytes(self) -> bytes:
        """The content of active.json."""
        text = json.dumps({"active": self.folder, "list_sha256": self.list_sha256}, indent=2)
        return text.encode() + b"\n"


@dataclass(frozen=True, slots=True)
class ReleaseStore:
    """Where one account keeps the releases it took."""

    home: Path

    @property
    def releases(self) -> Path:
        """The folder of release folders."""
        return self.home / RELEASES

    @property
    def pointer(self) -> Path:
        """The small file that says which release is in use."""
        return self.home / ACTIVE

    @property
    def roots(self) -> Path:
        """Verified changes of keys; outside the releases, so that they outlive them all."""
        return self.home / ROOTS

    def directory(self, folder: str) -> Path:
        """The directory file of a release."""
        return self.releases / folder / DIRECTORY

    def metadata(self, folder: str) -> Path:
        """The signed lists of a release."""
        return self.releases / folder / METADATA

    def folders(self) -> list[str]:
        """Every release in place, the newest first."""
        try:
            names = os.listdir(self.releases)  # noqa: PTH208  # names alone, as fast as it can be
        except OSError:
            return []
        return sorted(filter(is_release_folder, names), reverse=True)

    def pointed(self) -> Pointer | None:
        """What active.json says; nothing when it is missing, damaged, or names what cannot be."""
        try:
            said = json.loads(read_bounded(self.pointer, LARGEST_POINTER))
            pointer = Pointer(said["active"], said["list_sha256"])
            sound = pointer.folder == PROGRAM or (
                is_release_folder(pointer.folder) and len(pointer.list_sha256) == 64
            )
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        return pointer if sound else None


@dataclass(frozen=True, slots=True)
class ListedRelease:
    """What the signed list of a stored release says; its signatures are not looked at here."""

    release: int
    length: int
    sha256: str
    list_sha256: str
    area: str = ""
    area_name: str = ""


def read_list(metadata: Path) -> ListedRelease:
    """Read the list of a stored release; OSError or ValueError when that cannot be done."""
    import hashlib

    content = read_bounded(metadata / "targets.json", LARGEST_METADATA["targets"])
    try:
        target = json.loads(content)["signed"]["targets"][DIRECTORY]
        return ListedRelease(
            _count(target["custom"]["release"]),
            _count(target["length"]),
            str(target["hashes"]["sha256"]),
            hashlib.sha256(content).hexdigest(),
            str(target["custom"].get("area", "")),
            str(target["custom"].get("area_name", "")),
        )
    except (LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST_COUNT:
        raise ValueError(f"{str(value)[:40]} is no count")
    return value


def is_whole(path: Path, length: int, sha256: str) -> bool:
    """Whether a file is, byte for byte, the one that was listed."""
    import hashlib

    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size != length:
            return False
        with open_patiently(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def read_bounded(path: Path, largest: int) -> bytes:
    """The bytes of a small plain file; OSError or ValueError when it is none."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError(f"{path.name} is not a plain file")
    with open_patiently(path) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError(f"{path.name} is too long")
    return content
