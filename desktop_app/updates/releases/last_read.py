"""Which older directory on this computer stands for what was read last.

A scheduled task may take a release, or two, while no window is open. The releases kept to fall back
to tell afterwards what changed; nothing has to be written down for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.updates.releases.in_use import trust_beside
from desktop_app.updates.releases.release_store import ReleaseStore
from desktop_app.updates.releases.signatures import confirmed_releases, own_release


class Kept(NamedTuple):
    """A directory on this computer: its release, its file, and the fingerprint that was signed."""

    release: int
    path: Path
    sha256: str
    """Empty for the program's own where nobody signed it."""


def read_last(store: ReleaseStore, bundled: Path, release: int, seen: int) -> Kept | None:
    """The directory to hold release `release` against; None when there is nothing to tell.

    `seen` is the release whose changes somebody read last, 0 when nobody ever did. Should that one
    be gone from the disk, an older one tells more rather than less.
    """
    if seen >= release:
        return None
    trust = trust_beside(bundled)
    kept = sorted(each for each in _kept(store, trust) if 0 < each.release < release)
    own = own_release(bundled, store)
    program = [Kept(own.release, bundled, own.sha256)] if 0 < own.release < release else []
    if not seen:
        return _first(kept or program)
    known = sorted([*kept, *program])
    older = [each for each in known if each.release <= seen]
    return older[-1] if older else _first(known)


def _first(found: list[Kept]) -> Kept | None:
    return found[0] if found else None


def _kept(store: ReleaseStore, trust: Path) -> Iterator[Kept]:
    """Every kept release that is, byte for byte, the one that was signed."""
    for folder, release, sha256 in confirmed_releases(store, trust):
        yield Kept(release, store.directory(folder), sha256)
