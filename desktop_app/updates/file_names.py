"""What the files of a release are called, and how large each may be: the allow-list of an update.

Names inside an update are looked up and never used as a path to write to, so no name in it can
reach outside our own folder.
"""

import re

DIRECTORY = "directory.sqlite"
"""The one data file of a release, as its signed list calls it."""
SUFFIX = ".wtcrelease"
"""How a release in one file ends: a zip, under a name that mail gateways let through."""
ACTIVE = "active.json"
RELEASES, ROOTS, METADATA, TRUST = "releases", "roots", "metadata", "trust"
PATCHES = "patches"
"""Beside the whole file of a published folder: the way to it from the last releases."""
ROLES = ("timestamp", "snapshot", "targets")
ROOT_FILE = "root.json"
"""The keys that came with the program, in its trust folder: without them nothing can be checked."""

LARGEST_DIRECTORY = 512 * 1024 * 1024
LARGEST_FILE = 520 * 1024 * 1024
"""Bytes of a release in one file, as it lies on the disk."""
MOST_ENTRIES = 2_000
LARGEST_METADATA = {
    "root": 64_000,
    "timestamp": 16_384,
    "snapshot": 64_000,
    "targets": 256_000,
}
"""Bytes a list may have, by its role; anything longer is refused before it is read to its end."""

_ALLOWED = re.compile(
    r"metadata/(?:[0-9]{1,9}\.)?(?:root|targets|snapshot|timestamp)\.json"
    r"|targets/[0-9a-f]{64}\.directory\.sqlite"
    r"|patches/[0-9a-f]{64}-[0-9a-f]{64}\.patch"
)
_FOLDER = re.compile(r"[0-9]{6}-[0-9a-f]{12}(?:\.[0-9]{1,3})?")


def allowed(name: str) -> bool:
    """Whether an update may hold a file of this name that we would read."""
    return _ALLOWED.fullmatch(name) is not None


def patch_name(old: str, new: str) -> str:
    """The patch from one directory file to another, both by their fingerprints."""
    return f"{PATCHES}/{old}-{new}.patch"


def is_release_folder(name: str) -> bool:
    """Whether this is the name of a release we put in place: "000017-0a1b2c3d4e5f"."""
    return _FOLDER.fullmatch(name) is not None


def release_folder(version: int, sha256: str) -> str:
    """The folder name of a release, so that a later one sorts later."""
    return f"{version:06d}-{sha256[:12]}"


def may_be_release(file_name: str) -> bool:
    """Whether a file of this name is looked into: sync tools and copies add to a name at will."""
    return SUFFIX in file_name.lower()


def is_named_release(file_name: str) -> bool:
    """Whether this is meant to be a whole release, worth a word when it is broken.

    One that is on its way to us has another ending, or a point before its name.
    """
    return file_name.lower().endswith(SUFFIX) and not file_name.startswith(".")
