"""Patches from the last releases to the newest, laid beside the whole file."""

import hashlib
from pathlib import Path

from tuf.api.metadata import Targets

from desktop_app.fileformat.atomic_write import write_whole
from desktop_app.updates.file_names import PATCHES, patch_name
from desktop_app.updates.patch import LARGEST_PATCH, patch_between
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.workspace import Workspace, read_list

LAST = 6
"""So many releases back: half a year of monthly ones; a desk that was away longer takes the whole.
"""


def hand_out_patches(desk: Workspace, newest: Targets, out: Path) -> None:
    """Write the patches that are missing, and take away those to an older release."""
    new = desk.directory_of(newest)
    whole = new.read_bytes()
    wanted = {}
    for old in _last(desk, new):
        name = patch_name(_fingerprint(old), hashlib.sha256(whole).hexdigest())
        wanted[name] = old
    for name, old in wanted.items():
        if not (out / name).is_file():
            patch = patch_between(old.read_bytes(), whole)
            if len(patch) <= min(LARGEST_PATCH, len(whole) // 4):
                (out / PATCHES).mkdir(parents=True, exist_ok=True)
                write_whole(out / name, patch)
    for path in (out / PATCHES).glob("*.patch"):
        if f"{PATCHES}/{path.name}" not in wanted:
            path.unlink()


def _last(desk: Workspace, new: Path) -> list[Path]:
    """The directories of the releases before this one that are still on the desk, newest first."""
    lists = sorted(desk.metadata.glob("*.targets.json"), key=_version, reverse=True)
    found: list[Path] = []
    for path in lists:
        try:
            told = read_list(Targets, path)
            old = desk.directory_of(told.signed) if told else new
        except NotPublished:
            continue  # an old list that is damaged costs its patch, not the release
        if old != new and old not in found and old.is_file():
            found.append(old)
    return found[:LAST]


def _version(path: Path) -> int:
    number = path.name.partition(".")[0]
    return int(number) if number.isdecimal() else -1


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
