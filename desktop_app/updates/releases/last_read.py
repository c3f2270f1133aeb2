"""Which older directory on this computer stands for what was read last.

A scheduled task may take a release, or two, while no window is open. The releases kept to fall back
to tell afterwards what changed; nothing has to be written down for it.
"""

from collections.abc import Iterator
from pathlib import Path

from desktop_app.updates.releases.in_use import release_in, trust_beside
from desktop_app.updates.releases.release_store import ReleaseStore
from desktop_app.updates.releases.signatures import confirmed_releases


def read_last(store: ReleaseStore, bundled: Path, release: int, seen: int) -> Path | None:
    """The directory to hold release `release` against; None when there is nothing to tell.

    `seen` is the release whose changes somebody read last, 0 when nobody ever did. Should that one
    be gone from the disk, an older one tells more rather than less.
    """
    if seen >= release:
        return None
    kept = sorted(each for each in _kept(store, trust_beside(bundled)) if 0 < each[0] < release)
    own = release_in(bundled)
    program = [(own, bundled)] if 0 < own < release else []
    if not seen:
        return _first(kept or program)
    known = sorted([*kept, *program])
    older = [path for number, path in known if number <= seen]
    return older[-1] if older else _first(known)


def _first(found: list[tuple[int, Path]]) -> Path | None:
    return found[0][1] if found else None


def _kept(store: ReleaseStore, trust: Path) -> Iterator[tuple[int, Path]]:
    """Number and file of every kept release that is, byte for byte, the one that was signed."""
    for folder, release, _ in confirmed_releases(store, trust):
        yield release, store.directory(folder)
