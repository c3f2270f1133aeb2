"""Whether the releases stored on this computer are still what was signed: the full check.

The start compares fingerprints only, because a signature costs milliseconds. This goes the whole
way, from the root that came with the program over every change of keys to the list of each release.
"""

from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Targets

from desktop_app.updates.active import InUse, directory_in_use, fallen_back, trust_beside
from desktop_app.updates.errors import Refused
from desktop_app.updates.names import DIRECTORY, LARGEST_METADATA
from desktop_app.updates.promise import Promise, promise_of
from desktop_app.updates.shelf import Shelf, is_whole, read_bounded

FAULTS = (RepositoryError, OSError, ValueError, KeyError, TypeError, RecursionError, Refused)
ROOT_FILE = "root.json"


def directory_confirmed(user_folder: Path | None, bundled: Path) -> InUse:
    """The directory in use, its signatures checked as well: some 50 ms, so never before the start.

    For a worker thread once the window stands, and for every look for an update.
    """
    in_use = directory_in_use(user_folder, bundled)
    if user_folder is None or not in_use.folder:
        return in_use
    shelf = Shelf(user_folder)
    if confirmed(shelf, in_use.folder, trust_beside(bundled)):
        return in_use
    return fallen_back(shelf, bundled)


def confirmed_releases(shelf: Shelf, trust: Path) -> list[tuple[str, int]]:
    """Folder and number of every stored release that is whole and signed, the newest first."""
    found = []
    for folder in shelf.folders():
        promise = confirmed(shelf, folder, trust)
        if promise is not None:
            found.append((folder, promise.release))
    return sorted(found, key=lambda each: (each[1], each[0]), reverse=True)


def confirmed(shelf: Shelf, folder: str, trust: Path) -> Promise | None:
    """What a stored release promises, when its signatures hold and its data is whole."""
    try:
        promise = signed_promise(shelf.metadata(folder), trusted_roots(shelf, trust))
    except FAULTS:
        return None
    whole = is_whole(shelf.directory(folder), promise.length, promise.sha256)
    return promise if whole else None


def signed_promise(metadata: Path, roots: list[Root]) -> Promise:
    """The promise of a stored list that one of these roots vouches for."""
    content = read_bounded(metadata / "targets.json", LARGEST_METADATA["targets"])
    found = Metadata[Targets].from_bytes(content)
    # Keys may have changed since it was taken; the root that counted then is one of these.
    refused: Exception = ValueError("no root")
    for root in reversed(roots):
        try:
            root.verify_delegate("targets", found.signed_bytes, found.signatures)
        except (RepositoryError, ValueError) as error:
            refused = error
            continue
        target = found.signed.targets[DIRECTORY]
        return promise_of(target.length, target.hashes, target.custom)
    raise refused


def trusted_roots(shelf: Shelf, trust: Path) -> list[Root]:
    """The root that came with the program, and each later one that the one before vouches for."""
    first = Metadata[Root].from_bytes(read_bounded(trust / ROOT_FILE, LARGEST_METADATA["root"]))
    return [first.signed, *_later(first.signed, shelf.roots)]


def _later(root: Root, folder: Path) -> Iterator[Root]:
    while True:
        path = folder / f"{root.version + 1}.root.json"
        try:
            found = Metadata[Root].from_bytes(read_bounded(path, LARGEST_METADATA["root"]))
            for judge in (root, found.signed):
                judge.verify_delegate("root", found.signed_bytes, found.signatures)
        except (RepositoryError, OSError, ValueError):
            return
        if found.signed.version != root.version + 1:
            return
        root = found.signed
        yield root
