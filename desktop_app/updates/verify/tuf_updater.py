"""Whether an update is genuine, decided by The Update Framework (python-tuf).

Imported only when an update is looked for, never at the start. Signatures are checked in pure
Python, so the window needs no compiled cryptography. Age alone refuses nothing unless that is asked
for: a laptop that was away for months must still be able to take the newest release.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import TargetFile, Timestamp

from desktop_app.updates.errors import Refused, Why, refusal_of
from desktop_app.updates.file_names import DIRECTORY, LARGEST_DIRECTORY, LARGEST_METADATA
from desktop_app.updates.verify.manifest import Manifest, manifest_of
from desktop_app.updates.verify.rebuild import rebuilt
from desktop_app.updates.verify.sources import NotThere, Pieces, UpdateSource
from desktop_app.updates.verify.tuf_import import FetcherInterface, Updater, UpdaterConfig

BASE = "update:/"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
LIMITS = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=0,
    root_max_length=LARGEST_METADATA["root"],
    timestamp_max_length=LARGEST_METADATA["timestamp"],
    snapshot_max_length=LARGEST_METADATA["snapshot"],
    targets_max_length=LARGEST_METADATA["targets"],
)

BytesCallback = Callable[[int], None]
"""Told how many bytes of the directory have come; may raise Refused to stop."""


class DatedUpdater(Updater):
    """python-tuf's client, judging age by a moment we hand in, and without needing links.

    Age: there is no option for it, so one private name is set; a test guards it against the pinned
    version. Links: root.json is a convenience for others, and a link needs a privilege on Windows.
    """

    links_root = False

    def judge_age_at(self, moment: datetime) -> None:
        """Take this as the present moment when the age of lists is judged."""
        self._trusted_set.reference_time = moment

    def timestamp(self) -> Timestamp:
        """The newest list that was verified."""
        return self._trusted_set.timestamp

    def version(self) -> int:
        """The version of the verified list of targets."""
        return self._trusted_set.targets.version

    def _update_root_symlink(self) -> None:
        if self.links_root:
            super()._update_root_symlink()


class SourceFetcher(FetcherInterface):
    """Lets python-tuf read from one of our sources."""

    def __init__(self, source: UpdateSource, progress: BytesCallback) -> None:
        self._source = source
        self._progress = progress

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(BASE)
        try:
            pieces = self._source.open(name)
            # The first piece is asked for here, where python-tuf can still tell "not there".
            first = next(pieces, b"")
        except NotThere:
            raise DownloadHTTPError(f"{name} is not there", 404) from None
        return self._counted(name, first, pieces)

    def fetch(self, url: str) -> Iterator[bytes]:
        """As python-tuf's own, but a refusal of ours keeps its words."""
        return self._fetch(url)

    def _counted(self, name: str, first: bytes, pieces: Pieces) -> Iterator[bytes]:
        translate_errors = name.startswith("targets/")
        count = 0
        with closing(pieces):
            for piece in chain([first], pieces):
                count += len(piece)
                if translate_errors:
                    self._progress(count)
                yield piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A release whose signatures hold: what it promises, before its data was fetched."""

    manifest: Manifest
    version: int
    confirmed_on: str
    next_expected_by: str
    target: TargetFile
    updater: DatedUpdater
    source: UpdateSource
    progress: BytesCallback

    def fetch(self, to: Path, base: Path | None) -> None:
        """Put the directory there; Refused when it is not, byte for byte, the signed one.

        It is rebuilt from `base`, the directory this computer has, where the source has a patch
        for it, else copied.
        """
        with translate_errors():
            if base and rebuilt(self.source, self.target, base, to, self.progress):
                return
            self.updater.download_target(self.target, str(to))


def read_offer(
    source: UpdateSource,
    metadata: Path,
    root: bytes,
    judged_at: datetime | None,
    progress: BytesCallback,
) -> Offer:
    """Verify what a source offers, starting from a trusted root.

    `metadata` is a private working copy of the lists known so far; verified ones are added to it.
    `judged_at`: refuse lists that have expired by then; None refuses nothing on age alone.
    """
    with translate_errors():
        updater = DatedUpdater(
            str(metadata),
            BASE + "metadata/",
            target_base_url=BASE + "targets/",
            fetcher=SourceFetcher(source, progress),
            config=LIMITS,
            bootstrap=root,
        )
        updater.judge_age_at(judged_at or LONG_AGO)
        updater.refresh()
        target = updater.get_targetinfo(DIRECTORY)
    if target is None:
        raise Refused(Why.INCOMPLETE, "the signed list names no directory")
    return _offer(updater, target, source, progress)


def _offer(
    updater: DatedUpdater, target: TargetFile, source: UpdateSource, progress: BytesCallback
) -> Offer:
    if target.length > LARGEST_DIRECTORY:
        raise Refused(Why.TOO_LARGE, f"{target.length} bytes")
    says = updater.timestamp().unrecognized_fields
    return Offer(
        manifest=manifest_of(target.length, target.hashes, target.custom),
        version=updater.version(),
        confirmed_on=str(says.get("confirmed_on", "")),
        next_expected_by=str(says.get("next_expected_by", "")),
        target=target,
        updater=updater,
        source=source,
        progress=progress,
    )


# The first that fits, the narrower before the wider.
WHY: tuple[tuple[type[Exception], Why], ...] = (
    (ExpiredMetadataError, Why.EXPIRED),
    (BadVersionNumberError, Why.OLDER),
    (UnsignedMetadataError, Why.NOT_SIGNED),
    (LengthOrHashMismatchError, Why.CHANGED),
    (RepositoryError, Why.MALFORMED),
    (DownloadLengthMismatchError, Why.TOO_LARGE),
    (DownloadHTTPError, Why.INCOMPLETE),
    (DownloadError, Why.UNREADABLE),
    (ValueError, Why.MALFORMED),
    (TypeError, Why.MALFORMED),
    (LookupError, Why.MALFORMED),
    (RecursionError, Why.MALFORMED),
)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn whatever python-tuf raises about an update into the `Refused` that fits."""
    try:
        yield
    except OSError as error:
        raise refusal_of(error) from error
    except tuple(kind for kind, _ in WHY) as error:
        why = next(why for kind, why in WHY if isinstance(error, kind))
        raise Refused(why, f"{type(error).__name__}: {error}") from error
