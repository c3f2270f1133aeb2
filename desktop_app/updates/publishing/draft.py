"""From a compiled directory to a draft release that waits for two signatures."""

import shutil
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile, Targets

from desktop_app.domain.changes import Change
from desktop_app.updates.differences import differences
from desktop_app.updates.errors import Refused
from desktop_app.updates.names import DIRECTORY
from desktop_app.updates.promise import Promise, promise_of
from desktop_app.updates.publishing.desk import Desk, directory_target
from desktop_app.updates.publishing.mistakes import NotPublished
from desktop_app.updates.sanity import check_header, check_sane, edition, opened, row_counts

TARGETS_LAST = timedelta(days=730)
"""How long a list of targets counts where age is judged strictly."""


def build(desk: Desk, directory: Path, now: datetime, *, shrink_explained: str = "") -> Promise:
    """Check a compiled directory and lay it on the desk to be signed."""
    desk.governing()
    published = desk.published_targets()
    promise = promise_for(directory, shrink_explained)
    last = promised(published.signed) if published else None
    if last and promise.release <= last.release:
        raise NotPublished(
            f"Release {last.release} is published already. "
            f"Raise the number in db/sources/release.yaml and compile again."
        )
    previous = desk.directory_of(published.signed) if published else None
    try:
        check_sane(directory, promise, previous)
    except Refused as refused:
        raise NotPublished(f"This directory cannot be published: {refused.detail}.") from refused
    version = published.signed.version + 1 if published else 1
    _write(desk, directory, promise, version, now)
    return promise


def promise_for(directory: Path, shrink_explained: str = "") -> Promise:
    """What a release of this directory promises; NotPublished when it is no directory."""
    try:
        check_header(directory)
        with opened(directory) as connection:
            says, rows = edition(connection), row_counts(connection)
        target = TargetFile.from_file(DIRECTORY, str(directory), ["sha256"])
        return Promise(
            length=target.length,
            sha256=target.hashes["sha256"],
            release=int(says["release"]),
            dated=date.fromisoformat(says["dated"]),
            next_expected_by=date.fromisoformat(says["next_expected_by"]),
            schema=int(says["schema"]),
            digest=says["digest"],
            rows=tuple(sorted(rows.items())),
            shrink_explained=shrink_explained,
        )
    except Refused as refused:
        raise NotPublished(f"{directory} cannot be published: {refused.detail}.") from refused
    except (OSError, sqlite3.Error, KeyError, ValueError) as error:
        raise NotPublished(f"{directory} is not a compiled directory: {error}") from error


def promised(targets: Targets) -> Promise:
    """What a published or drafted list promises."""
    target = directory_target(targets)
    try:
        return promise_of(target.length, target.hashes, target.custom)
    except Refused as refused:
        raise NotPublished(f"The list of this release is damaged: {refused.detail}.") from refused


def what_changes(desk: Desk) -> tuple[Change, ...] | None:
    """The draft held against the release published last, every line of it; None for a first one."""
    published = desk.published_targets()
    if published is None or not desk.draft_directory.is_file():
        return None
    try:
        before = desk.directory_of(published.signed)
        return differences(before, desk.draft_directory, every_line=True)
    except ValueError as error:
        raise NotPublished(str(error)) from error


def redraft(desk: Desk, now: datetime) -> None:
    """Lay the published release on the desk again, because who signed it is to change."""
    published = desk.published_targets()
    if published is None or desk.draft_targets() is not None:
        return
    promise = promised(published.signed)
    directory = desk.directory_of(published.signed)
    _write(desk, directory, promise, published.signed.version + 1, now)


def _write(desk: Desk, directory: Path, promise: Promise, version: int, now: datetime) -> None:
    custom = {"custom": promise.as_custom()}
    target = TargetFile(promise.length, {"sha256": promise.sha256}, DIRECTORY, custom)
    expires = now.astimezone(UTC) + TARGETS_LAST
    targets = Targets(version=version, expires=expires, targets={DIRECTORY: target})
    desk.draft.mkdir(parents=True, exist_ok=True)
    if directory.resolve() != desk.draft_directory.resolve():
        shutil.copyfile(directory, desk.draft_directory)
    Metadata(targets).to_file(str(desk.draft / "targets.json"))
