"""Whether the releases stored on this computer are still what was signed: the full check.

The start compares fingerprints only, because a signature costs milliseconds. This goes the whole
way, from the root that came with the program over every change of keys to the list of each release;
the directory that came with the program is held against its own signed list in the same way.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app import paths
from desktop_app.updates.errors import Refused
from desktop_app.updates.file_names import DIRECTORY, LARGEST_METADATA, ROOT_FILE
from desktop_app.updates.releases.in_use import (
    InUse,
    Origin,
    Signature,
    has_keys,
    release_in,
    trust_beside,
)
from desktop_app.updates.releases.release_store import (
    ReleaseStore,
    is_whole,
    read_bounded,
    read_list,
)
from desktop_app.updates.verify.manifest import Manifest, manifest_of
from desktop_app.updates.verify.signed_list import read_signed, vouches

FAULTS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    Refused,
)
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
NOTHING_SIGNED = (
    "The list of numbers on this computer is not the one that was signed. Tell your IT support."
)


class Own(NamedTuple):
    """The directory that came with the program: its release as signed, and whether that holds."""

    release: int
    signature: Signature
    sha256: str = ""


def fallen_back(store: ReleaseStore | None, bundled: Path, notice: str = "") -> InUse:
    """The newest sound release after damage was seen; now nothing counts without signatures.

    `notice` is the sentence to say, with a gap for the release's number; else it says what is
    damaged.
    """
    own = own_release(bundled, store)
    releases = confirmed_releases(store, trust_beside(bundled)) if store else []
    for folder, release, sha256 in releases:
        if store is None or release < own.release:
            break
        newest = folder == store.folders()[0]
        told = (notice or (RECOVERED if newest else FELL_BACK)).format(number=release)
        path = store.directory(folder)
        return InUse(
            path=path,
            release=release,
            notice=told,
            origin=Origin.FALLBACK,
            folder=folder,
            signature=Signature.HOLDS,
            sha256=sha256,
        )
    told = (notice or FELL_BACK_TO_OWN).format(number=own.release)
    if own.signature is Signature.FAILS:
        told = NOTHING_SIGNED
    return InUse(
        path=bundled,
        release=own.release,
        notice=told,
        origin=Origin.PROGRAM,
        folder="",
        signature=own.signature,
        sha256=own.sha256,
    )


def own_release(bundled: Path, store: ReleaseStore | None) -> Own:
    """The release that came with the program: no update may fall below it.

    Its number is the signed one, because a forged file may claim any. In a checkout the directory
    is compiled anew after every edit and nobody has signed it yet.
    """
    if bundled == paths.compiled_here():
        return Own(release_in(bundled), Signature.MADE_HERE)
    if not has_keys(bundled):
        return Own(release_in(bundled), Signature.NO_KEYS)
    trust = trust_beside(bundled)
    try:
        manifest = signed_manifest(trust, trusted_roots(store, trust))
    except FAULTS:
        return Own(release_in(bundled), Signature.FAILS)  # no other number is to be had
    whole = is_whole(bundled, manifest.length, manifest.sha256)
    return Own(manifest.release, Signature.HOLDS if whole else Signature.FAILS, manifest.sha256)


def confirmed_releases(store: ReleaseStore, trust: Path) -> list[tuple[str, int, str]]:
    """Folder, number and fingerprint of every stored release that is whole, signed and for here.

    The newest comes first. What is for another area than the program's own list is left out.
    """
    found = []
    for folder in store.folders():
        manifest = confirmed(store, folder, trust)
        if manifest is not None:
            found.append((folder, manifest.release, manifest.sha256))
    return sorted(found, key=lambda each: (each[1], each[0]), reverse=True)


def _own_area(trust: Path) -> str:
    """The area of the list that came with the program; empty where none says it."""
    try:
        return read_list(trust).area
    except (OSError, ValueError):
        return ""


def confirmed(store: ReleaseStore, folder: str, trust: Path) -> Manifest | None:
    """What a stored release promises, when its signatures hold, its data is whole and for here."""
    manifest, here = kept_manifest(store, folder, trust), _own_area(trust)
    if manifest is None or manifest.area not in ("", here or manifest.area):
        return None
    whole = is_whole(store.directory(folder), manifest.length, manifest.sha256)
    return manifest if whole else None


def kept_manifest(store: ReleaseStore, folder: str, trust: Path) -> Manifest | None:
    """What the list of a stored release promises when its signatures hold, its data whole or not.

    A damaged directory shows nobody a number, but that it was taken still rules out older ones.
    """
    try:
        return signed_manifest(store.metadata(folder), trusted_roots(store, trust))
    except FAULTS:
        return None


def signed_manifest(metadata: Path, roots: list[bytes]) -> Manifest:
    """The promise of a stored list that one of these roots vouches for."""
    content = read_bounded(metadata / "targets.json", LARGEST_METADATA["targets"])
    # Keys may have changed since it was taken; the root that counted then is one of these.
    if not any(vouches(root, "targets", content) for root in reversed(roots)):
        raise ValueError("no root vouches for it")
    target = read_signed(content, "targets").said["targets"][DIRECTORY]
    return manifest_of(target["length"], target["hashes"], target["custom"])


def trusted_roots(store: ReleaseStore | None, trust: Path) -> list[bytes]:
    """The root that came with the program, and each later one that the one before vouches for."""
    first = read_bounded(trust / ROOT_FILE, LARGEST_METADATA["root"])
    return [first, *(_later(first, store.roots) if store else ())]


def _later(root: bytes, folder: Path) -> Iterator[bytes]:
    version = read_signed(root, "root").version
    while True:
        version += 1
        try:
            found = read_bounded(folder / f"{version}.root.json", LARGEST_METADATA["root"])
            if read_signed(found, "root").version != version:
                return
            if not all(vouches(judge, "root", found) for judge in (root, found)):
                return
        except FAULTS:
            return
        root = found
        yield root
