"""A private folder in which one update is gathered and checked before it counts."""

import contextlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from desktop_app import paths
from desktop_app.fileformat.atomic_write import clear_away, write_whole
from desktop_app.updates.file_names import DIRECTORY, LARGEST_METADATA, METADATA, ROLES
from desktop_app.updates.releases.release_store import ReleaseStore, read_bounded
from desktop_app.updates.releases.signatures import confirmed_releases, kept_manifest

ABANDONED_AFTER = 3_600
"""Seconds after which a folder that an interrupted update left behind is cleared away."""
_LEFT = re.compile(r"\.(?:stage|dead)-([0-9]{1,12})-.*")
ROOT_HISTORY = "root_history"
"""Where python-tuf keeps the roots it verified, inside its folder of lists."""


class Staging:
    """The folder of one update: its lists, and its directory once that was fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.metadata = folder / METADATA
        self.directory = folder / DIRECTORY
        self.metadata.mkdir()

    def seed(self, store: ReleaseStore, trust: Path) -> None:
        """Begin with the newest lists known: they are what an update may not fall below."""
        source = floor_lists(store, trust)
        for role in ROLES:
            with contextlib.suppress(OSError, ValueError):
                content = read_bounded(source / f"{role}.json", LARGEST_METADATA[role])
                (self.metadata / f"{role}.json").write_bytes(content)
        self._seed_roots(store)

    def keep_roots(self, store: ReleaseStore) -> None:
        """Remember verified changes of keys, even when the rest of the update is refused.

        Otherwise a stolen key could be used again by whoever keeps the next update away.
        """
        found = sorted((self.metadata / ROOT_HISTORY).glob("*.root.json"))
        if found:
            store.roots.mkdir(exist_ok=True)
        for path in found:
            content = path.read_bytes()
            if _kept_root(store.roots / path.name) != content:
                write_whole(store.roots / path.name, content)

    def strip(self) -> None:
        """Leave in the release only what belongs to it: roots are kept apart."""
        shutil.rmtree(self.metadata / ROOT_HISTORY, ignore_errors=True)

    def _seed_roots(self, store: ReleaseStore) -> None:
        history = self.metadata / ROOT_HISTORY
        history.mkdir()
        for path in sorted(store.roots.glob("*.root.json")):
            with contextlib.suppress(OSError, ValueError):
                content = read_bounded(path, LARGEST_METADATA["root"])
                (history / path.name).write_bytes(content)


@contextlib.contextmanager
def staged(store: ReleaseStore, now: float) -> Iterator[Staging]:
    """A folder for one update, gone again afterwards unless it was put in place."""
    paths.make_private(store.home)
    store.releases.mkdir(exist_ok=True)
    folder = Path(mkdtemp(prefix=f".stage-{int(now)}-", dir=store.releases))
    try:
        yield Staging(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(store: ReleaseStore, now: float) -> None:
    """Clear away what interrupted updates left behind an hour ago or more (`now`: since 1970)."""
    for path in store.releases.iterdir():
        left = _LEFT.fullmatch(path.name)
        if left and abs(now - int(left.group(1))) > ABANDONED_AFTER:
            clear_away(path)
    for path in store.home.glob(f".{store.pointer.name}.*"):
        # Only the lock's holder writes one, and the lock is ours: nobody needs it any more.
        with contextlib.suppress(OSError):
            path.unlink()


def _kept_root(path: Path) -> bytes:
    """What is kept of a root; nothing when it is no root, and is written anew."""
    try:
        return read_bounded(path, LARGEST_METADATA["root"])
    except (OSError, ValueError):
        return b""


def newest_lists(store: ReleaseStore, trust: Path) -> Path:
    """The folder with the newest lists on this computer: of a release, or those it came with.

    Only releases whose signatures hold count, and only lists that name one another: a list copied
    in beside older ones must not make this computer believe that it knows the newest already.
    """
    known = [store.metadata(folder) for folder, _, _ in confirmed_releases(store, trust)]
    return max([trust, *filter(_fit, known)], key=list_version)


def floor_lists(store: ReleaseStore, trust: Path) -> Path:
    """The folder with the newest signed lists, of a release whose directory was damaged as well.

    What was taken once rules out what is older, or a damaged file would be a way back. That such a
    release is known keeps nobody from taking it again: `newest_lists` leaves it out.
    """
    signed = [folder for folder in store.folders() if kept_manifest(store, folder, trust)]
    return max([trust, *filter(_fit, map(store.metadata, signed))], key=list_version)


def _fit(metadata: Path) -> bool:
    """Whether the timestamp of a folder names its snapshot, and that its list of targets."""
    try:
        snapshot = _said(metadata, "timestamp")["meta"]["snapshot.json"]["version"]
        targets = _said(metadata, "snapshot")["meta"]["targets.json"]["version"]
        found = _said(metadata, "snapshot")["version"], _said(metadata, "targets")["version"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False
    return bool(found == (snapshot, targets))


def _said(metadata: Path, role: str) -> Any:
    return json.loads(read_bounded(metadata / f"{role}.json", LARGEST_METADATA[role]))["signed"]


def list_version(metadata: Path) -> tuple[int, int]:
    """How new a folder of lists is; its signatures are checked by whoever uses it."""
    return _version(metadata / "targets.json"), _version(metadata / "timestamp.json")


def _version(path: Path) -> int:
    try:
        said = json.loads(read_bounded(path, LARGEST_METADATA["targets"]))["signed"]["version"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return -1
    return said if type(said) is int else -1
