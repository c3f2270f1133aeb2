"""From a compiled directory to a draft release that waits for two signatures."""

import shutil
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tuf.api.metadata import Metadata, TargetFile, Targets

from desktop_app.domain.compare.changes import Change
from desktop_app.updates.compare.attached_files import Fingerprints, OtherBytes, attach_files
from desktop_app.updates.compare.differences import Open, differences
from desktop_app.updates.compare.front_doors import Move, given_now, moves, not_said
from desktop_app.updates.errors import Refused
from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.workspace import Workspace, directory_target, fingerprint_in
from desktop_app.updates.verify.manifest import Manifest, manifest_of
from desktop_app.updates.verify.sanity import (
    area_of,
    check_header,
    check_sane,
    meta_of,
    opened,
    row_counts,
)

MUST_SAY = (
    "A council’s front-door number becomes another council’s: {}. If that is meant, say why: "
    "release build --front-door-moves “…”. Both signers and every desk will read it."
)
NOTHING_MOVES = "No front-door number becomes another council’s: build without --front-door-moves."
TARGETS_LAST = timedelta(days=730)
"""How long a list of targets counts where age is judged strictly."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What whoever builds a release says, on purpose, about what would be refused otherwise."""

    shrink: str = ""
    """Why it is much smaller than the last."""
    moved_doors: str = ""
    """Why numbers of councils' front doors become other councils'."""


PLAIN = Explained()


def build(
    desk: Workspace, directory: Path, now: datetime, explained: Explained = PLAIN
) -> Manifest:
    """Check a compiled directory and lay it on the desk to be signed."""
    desk.governing()
    published = desk.published_targets()
    manifest = manifest_for(directory, explained.shrink)
    last = manifest_in(published.signed) if published else None
    if last and manifest.release <= last.release:
        raise NotPublished(
            f"Release {last.release} is published already. "
            f"Raise the number in the area’s release.yaml and compile again."
        )
    if last and last.area and manifest.area != last.area:
        raise NotPublished(
            f"This desk publishes {last.area_name}, and this directory is for "
            f"{manifest.area_name}. Each area is published from a folder of its own."
        )
    previous = desk.directory_of(published.signed) if published else None
    if last and previous:
        doors = _doors((previous, directory), (last.sha256, manifest.sha256))
        manifest = _with_moves(manifest, last, doors, explained.moved_doors)
    elif explained.moved_doors:
        raise NotPublished(NOTHING_MOVES)
    try:
        check_sane(directory, manifest, previous, last.sha256 if last else "")
    except Refused as refused:
        raise NotPublished(f"This directory cannot be published: {refused.detail}.") from refused
    version = published.signed.version + 1 if published else 1
    desk.change_set.unlink(missing_ok=True)
    _write(desk, directory, manifest, version, now)
    return manifest


class MovedDoors(NamedTuple):
    """Numbers of front doors that move, and all that are given now, by council."""

    moved: list[Move]
    given: set[tuple[str, str]]


def _doors(files: tuple[Path, Path], sha256: Fingerprints) -> MovedDoors:
    try:
        with attach_files(*files, sha256) as (connection, _):
            return MovedDoors(moves(connection), given_now(connection))
    except (sqlite3.Error, OtherBytes) as error:
        raise NotPublished(f"The release before cannot be read: {error}") from error


def _with_moves(manifest: Manifest, last: Manifest, doors: MovedDoors, why: str) -> Manifest:
    """The promise with what is said of moved numbers, earlier ones that are still so among them.

    A desk that missed the release that said it meets the move in a later one.
    """
    said: dict[str, tuple[str, ...]] = {}
    for number, codes in last.moved_doors:
        still = tuple(code for code in codes if (number, code) in doors.given)
        said |= {number: still} if still else {}
    fresh = not_said(doors.moved, said)
    if fresh and not why:
        raise NotPublished(MUST_SAY.format("; ".join(move.words for move in fresh)))
    if why and not fresh:
        raise NotPublished(NOTHING_MOVES)
    for move in fresh:
        said[move.number] = (*said.get(move.number, ()), move.to)
    words = why or (last.moved_explained if said else "")
    return replace(manifest, moved_doors=tuple(sorted(said.items())), moved_explained=words)


def manifest_for(directory: Path, shrink_explained: str = "") -> Manifest:
    """What a release of this directory promises; NotPublished when it is no directory."""
    try:
        check_header(directory)
        with opened(directory) as connection:
            says, rows = meta_of(connection), row_counts(connection)
            area, area_name = area_of(connection)
        target = TargetFile.from_file(DIRECTORY, str(directory), ["sha256"])
        return Manifest(
            length=target.length,
            sha256=target.hashes["sha256"],
            release=int(says["release"]),
            dated=date.fromisoformat(says["dated"]),
            next_expected_by=date.fromisoformat(says["next_expected_by"]),
            schema=int(says["schema"]),
            digest=says["digest"],
            area=area,
            area_name=area_name,
            rows=tuple(sorted(rows.items())),
            shrink_explained=shrink_explained,
        )
    except Refused as refused:
        raise NotPublished(f"{directory} cannot be published: {refused.detail}.") from refused
    except (OSError, sqlite3.Error, KeyError, ValueError) as error:
        raise NotPublished(f"{directory} is not a compiled directory: {error}") from error


def manifest_in(targets: Targets) -> Manifest:
    """What a published or drafted list promises."""
    target = directory_target(targets)
    try:
        return manifest_of(target.length, target.hashes, target.custom)
    except Refused as refused:
        raise NotPublished(f"The list of this release is damaged: {refused.detail}.") from refused


def what_changes(desk: Workspace, open_directory: Open) -> tuple[Change, ...] | None:
    """The draft held against the release published last, answers and rows; None for a first one."""
    published, draft = desk.published_targets(), desk.draft_targets()
    if published is None or draft is None or not desk.draft_directory.is_file():
        return None
    before, known = desk.directory_of(published.signed), fingerprint_in(published.signed)
    try:
        return differences(
            before,
            desk.draft_directory,
            open_directory,
            sha256=(known, fingerprint_in(draft.signed)),
        )
    except ValueError as error:
        raise NotPublished(str(error)) from error


def redraft(desk: Workspace, now: datetime) -> None:
    """Lay the published release on the desk again, because who signed it is to change."""
    published = desk.published_targets()
    if published is None or desk.draft_targets() is not None:
        return
    manifest = manifest_in(published.signed)
    directory = desk.directory_of(published.signed)
    _write(desk, directory, manifest, published.signed.version + 1, now)


def _write(
    desk: Workspace, directory: Path, manifest: Manifest, version: int, now: datetime
) -> None:
    custom = {"custom": manifest.as_custom()}
    target = TargetFile(manifest.length, {"sha256": manifest.sha256}, DIRECTORY, custom)
    expires = now.astimezone(UTC) + TARGETS_LAST
    targets = Targets(version=version, expires=expires, targets={DIRECTORY: target})
    desk.draft.mkdir(parents=True, exist_ok=True)
    if directory.resolve() != desk.draft_directory.resolve():
        shutil.copyfile(directory, desk.draft_directory)
    Metadata(targets).to_file(str(desk.draft / "targets.json"))
