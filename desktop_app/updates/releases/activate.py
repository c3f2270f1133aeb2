"""How a checked release comes into use: a folder of its own, then one small file replaced."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from desktop_app.fileformat.atomic_write import clear_away, flush_folder, flush_tree, write_whole
from desktop_app.updates.errors import Refused
from desktop_app.updates.file_names import LARGEST_METADATA, release_folder
from desktop_app.updates.progress import Phase, ProgressCallback
from desktop_app.updates.releases.in_use import trust_beside
from desktop_app.updates.releases.release_store import (
    PROGRAM,
    Pointer,
    ReleaseStore,
    read_bounded,
    read_list,
)
from desktop_app.updates.releases.signatures import confirmed, confirmed_releases
from desktop_app.updates.releases.staging import Staging, list_version, sweep
from desktop_app.updates.update_lock import hold_lock

KEPT = 3
"""How many releases stay on the disk: the one in use and two to fall back to."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a release goes, and who hears of it."""

    store: ReleaseStore
    bundled: Path
    known: Pointer | None
    """What was in use when the update began."""
    now: float
    """Seconds since 1970, to tell what was abandoned."""
    progress: ProgressCallback


def put_in_place(staging: Staging, version: int, sha256: str, placing: Placing) -> str:
    """Make the staged release the one in use; gives its folder, or a newer one that came first."""
    store, progress = placing.store, placing.progress
    staging.strip()
    flush_tree(staging.folder)
    progress(Phase.FLUSHED, Phase.FLUSHED.value)
    with hold_lock(store.home / ".updating"):
        if newer := _newer(placing, version):
            return newer
        if not store.pointer.exists() and not store.folders():
            # Killed between the next two steps, it must start with its own and not seem damaged.
            write_whole(store.pointer, Pointer(PROGRAM, "").as_bytes())
        folder = _free_folder(store, release_folder(version, sha256), placing.bundled)
        if not (store.releases / folder).exists():
            staging.folder.rename(store.releases / folder)
        flush_folder(store.releases)
        progress(Phase.MOVED, Phase.MOVED.value)
        _point(store, folder)
        progress(Phase.POINTED, Phase.POINTED.value)
        sweep(store, placing.now)
        signed = confirmed_releases(store, trust_beside(placing.bundled))
        prune(store, folder, [each for each, *_ in signed], placing.now)
    return folder


def refresh_dates(staging: Staging, folder: str, store: ReleaseStore) -> None:
    """The release stays; keep the newer word that it is still current, and mend the small file."""
    with hold_lock(store.home / ".updating"):
        kept = store.metadata(folder)
        if list_version(staging.metadata) >= list_version(kept):
            # The snapshot first: an old timestamp with a newer snapshot is still a safe floor.
            for role in ("snapshot", "timestamp"):
                content = (staging.metadata / f"{role}.json").read_bytes()
                if _content(kept / f"{role}.json") != content:
                    write_whole(kept / f"{role}.json", content)
        _point(store, folder)


def prune(store: ReleaseStore, active: str, signed: list[str], now: float) -> None:
    """Remove all but the newest signed releases; one that a window has open stays until next time.

    `signed` are their folders, the newest first: what nobody signed must not crowd them out.
    """
    for folder in store.folders():
        if folder == active or folder in signed[:KEPT]:
            continue
        dead = store.releases / f".dead-{int(now)}-{folder}"
        # Windows refuses while the file is open; elsewhere an open file lives on until closed.
        with contextlib.suppress(OSError):
            (store.releases / folder).rename(dead)
            clear_away(dead)


def point_to(store: ReleaseStore, folder: str) -> None:
    """What was in use is dropped: the next start opens this release; the program's own if empty."""
    with hold_lock(store.home / ".updating"):
        if folder:
            _point(store, folder)
        else:
            write_whole(store.pointer, Pointer(PROGRAM, "").as_bytes())


def _point(store: ReleaseStore, folder: str) -> None:
    pointer = Pointer(folder, read_list(store.metadata(folder)).list_sha256)
    if store.pointed() != pointer:
        write_whole(store.pointer, pointer.as_bytes())


def point_again(home: Path, folder: str) -> None:
    """Let the next start begin with what is sound; when that cannot be kept, it is found again."""
    with contextlib.suppress(OSError, ValueError, Refused):
        point_to(ReleaseStore(home), folder)


def _newer(placing: Placing, version: int) -> str:
    """The release that another updater put in use meanwhile, when it is newer than ours."""
    pointer = placing.store.pointed()
    if pointer is None or pointer.folder == PROGRAM or pointer == placing.known:
        return ""
    if list_version(placing.store.metadata(pointer.folder))[0] <= version:
        return ""
    sound = confirmed(placing.store, pointer.folder, trust_beside(placing.bundled))
    return pointer.folder if sound else ""


def _free_folder(store: ReleaseStore, name: str, bundled: Path) -> str:
    """The name to use: its own, unless a damaged copy lies there that may be open."""
    for folder in [name, *(f"{name}.{number}" for number in range(1, 1000))]:
        if not (store.releases / folder).exists():
            return folder
        if confirmed(store, folder, trust_beside(bundled)):
            return folder
    raise FileExistsError(f"{name} exists a thousand times, and each copy is damaged")


def _content(path: Path) -> bytes:
    try:
        return read_bounded(path, LARGEST_METADATA["targets"])
    except (OSError, ValueError):
        return b""
