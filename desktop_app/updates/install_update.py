"""Taking an update: gather, verify, check, put in place, and only then say that it is in use.

One call does it all and may run in a worker thread: it knows no window, and is told to stop by
raising `Refused(Why.STOPPED)` from the hook that hears of its progress. Whatever goes wrong, the
directory in use stays as it is.
"""

import contextlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.compare.changes import Change
from desktop_app.updates.compare.differences import Open, changes_between
from desktop_app.updates.errors import Refused, Why, refusal_of
from desktop_app.updates.file_names import LARGEST_METADATA, ROOT_FILE, release_folder
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.progress import Phase, ProgressCallback, quiet
from desktop_app.updates.releases.activate import Placing, put_in_place, refresh_dates
from desktop_app.updates.releases.choose import directory_confirmed
from desktop_app.updates.releases.in_use import (
    InUse,
    Origin,
    Signature,
    area_in,
    release_in,
)
from desktop_app.updates.releases.release_store import is_whole, read_bounded
from desktop_app.updates.releases.signatures import own_release
from desktop_app.updates.releases.staging import Staging, staged
from desktop_app.updates.result import UpdateResult, age_of
from desktop_app.updates.source_filter import passed_over
from desktop_app.updates.verify.folders import FoundSources
from desktop_app.updates.verify.sanity import TryOut, check_sane
from desktop_app.updates.verify.sources import UpdateSource
from desktop_app.updates.verify.tuf_updater import Offer, read_offer


@dataclass(frozen=True, slots=True)
class Terms:
    """How strict to be, and who hears of the progress."""

    strict: bool = False
    """Refuse an update whose date has passed."""
    try_out: TryOut | None = None
    """Opens the candidate as the program would; whatever it raises refuses the update."""
    progress: ProgressCallback = quiet
    open_directory: Open | None = None
    """Opens a directory to be asked, so that what changes in answers is told as well."""


USUAL = Terms()


def take_first(
    found: FoundSources, place: UpdatePlace, now: datetime, terms: Terms
) -> UpdateResult:
    """Take the first of these sources that is not refused; if all are, tell what the first said.

    A broken file never keeps a good one away, however many there are; the result names one.
    """
    refused: list[tuple[str, Refused]] = []
    for opener in found.openers:
        try:
            with contextlib.closing(opener.open()) as source:
                result = take(source, place, now, terms)
        except Refused as error:
            if error.why in FINAL:
                raise
            refused.append((opener.name, error))
        else:
            return replace(result, passed_over=passed_over([*refused, *found.broken]))
    refused += found.broken
    raise refused[0][1] if refused else Refused(Why.NOT_A_RELEASE)


FINAL = {Why.STOPPED, Why.CANNOT_WRITE, Why.DISK_FULL, Why.NO_TRUST, Why.BUSY}
"""Refusals that the next file would meet too."""


def take(
    source: UpdateSource, place: UpdatePlace, now: datetime, terms: Terms = USUAL
) -> UpdateResult:
    """Verify what a source offers and put it in use; Refused when it must not or cannot be.

    Nothing but a private folder is written before every check has passed. Times: under half
    a second for a directory of some megabytes.
    """
    root = _root(place.trust)
    try:
        with staged(place.store, now.timestamp()) as staging:
            return _Taking(source, place, now, terms).run(staging, root)
    except OSError as error:
        raise refusal_of(error) from error


class _Taking:
    """One update on its way."""

    def __init__(
        self, source: UpdateSource, place: UpdatePlace, now: datetime, terms: Terms
    ) -> None:
        self._source = source
        self._place = place
        self._store = place.store
        self._now = now
        self._terms = terms
        self._known = self._store.pointed()
        self._before = directory_confirmed(place.user_folder, place.bundled)
        # What is not signed is no measure for what is.
        self._measure = None if self._before.signature is Signature.FAILS else self._before.path

    def run(self, staging: Staging, root: bytes) -> UpdateResult:
        staging.seed(self._store, self._place.trust)
        self._reached(Phase.READY)
        offer = self._look(staging, root)
        self._reached(Phase.VERIFIED)
        self._must_be_for_here(offer)
        self._must_not_be_older(offer)
        manifest = offer.manifest
        same = is_whole(self._before.path, manifest.length, manifest.sha256)
        own = release_folder(offer.version, manifest.sha256)
        if same and self._before.folder.startswith(own):
            refresh_dates(staging, self._before.folder, self._store)
            folder = self._before.folder
        else:
            folder = self._put(staging, offer, same=same)
        self._reached(Phase.DONE)
        return self._result(offer, folder, same=same)

    def _look(self, staging: Staging, root: bytes) -> Offer:
        judged_at = self._now if self._terms.strict else None
        try:
            offer = read_offer(self._source, staging.metadata, root, judged_at, self._copied)
        finally:
            staging.keep_roots(self._store)
        self._length = offer.manifest.length
        return offer

    def _must_be_for_here(self, offer: Offer) -> None:
        """An update for another area is refused by name, before a byte of it is fetched."""
        here, here_name = area_in(self._place.bundled)
        manifest = offer.manifest
        if here and manifest.area and manifest.area != here:
            detail = f"it is for {manifest.area_name}, and this computer’s list for {here_name}"
            raise Refused(Why.OTHER_AREA, detail)

    def _must_not_be_older(self, offer: Offer) -> None:
        floor = max(self._before.release, own_release(self._place.bundled, self._store).release)
        if offer.manifest.release < floor:
            detail = f"release {offer.manifest.release}, this computer has {floor}"
            raise Refused(Why.OLDER, detail)

    def _put(self, staging: Staging, offer: Offer, *, same: bool) -> str:
        offer.fetch(staging.directory, self._measure)
        self._reached(Phase.COPIED)
        measure = None if same else self._measure
        check_sane(staging.directory, offer.manifest, measure, self._before.sha256)
        self._try_out(staging.directory, offer.manifest.sha256)
        self._reached(Phase.SANE)
        placing = Placing(
            self._store,
            self._place.bundled,
            self._known,
            self._now.timestamp(),
            self._terms.progress,
        )
        return put_in_place(staging, offer.version, offer.manifest.sha256, placing)

    def _try_out(self, candidate: Path, sha256: str) -> None:
        if self._terms.try_out is None:
            return
        try:
            self._terms.try_out(candidate, sha256)
        except Exception as error:
            # Whatever the program stumbles over here it would stumble over when somebody needs it.
            found = f"the program cannot open it ({type(error).__name__}: {str(error)[:80]})"
            raise Refused(Why.WRONG_DATA, found) from error

    def _result(self, offer: Offer, folder: str, *, same: bool) -> UpdateResult:
        manifest = offer.manifest
        path = self._store.directory(folder)
        release, sha256 = release_in(path), manifest.sha256
        in_use = InUse(
            path=path,
            release=release,
            notice="",
            origin=Origin.UPDATE,
            folder=folder,
            signature=Signature.HOLDS,
            sha256=sha256,
        )
        due = _date(offer.next_expected_by) or manifest.next_expected_by
        changed = () if same else self._changes(path, sha256)
        return UpdateResult(
            news=not same,
            in_use=in_use,
            release=in_use.release,
            age=age_of(manifest.dated, max(due, manifest.next_expected_by), self._now),
            confirmed_on=_date(offer.confirmed_on),
            changes=changed,
            before=self._before.path,
            moved_explained=manifest.moved_explained,
        )

    def _changes(self, path: Path, sha256: str) -> tuple[Change, ...] | None:
        if self._measure is None:
            return None
        return changes_between(
            self._measure,
            path,
            self._terms.open_directory,
            sha256=(self._before.sha256, sha256),
        )

    def _reached(self, step: Phase) -> None:
        self._terms.progress(step, step.value)

    def _copied(self, count: int) -> None:
        part = count / max(self._length, count)
        share = Phase.COPYING.value + part * (Phase.COPIED.value - Phase.COPYING.value)
        self._terms.progress(Phase.COPYING, share)

    _length = 1


def _root(trust: Path) -> bytes:
    try:
        return read_bounded(trust / ROOT_FILE, LARGEST_METADATA["root"])
    except (OSError, ValueError) as error:
        raise Refused(Why.NO_TRUST, str(error)) from error


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
