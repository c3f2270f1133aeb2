"""Handing over, checking and publishing, as the window's pages ask for them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from desktop_app.app.workshop.window_errors import release_errors
from desktop_app.domain.compare.change_kinds import ABOUT_ANSWERS
from desktop_app.domain.compare.changes import listing, summary
from desktop_app.ui.workshop.release.release_work import (
    HandOver,
    Progress,
    SeenSet,
    Signing,
    ToType,
)
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.updates.publishing import keys
from desktop_app.updates.publishing.draft import Explained
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.publishing.change_set import (
    ChangeSet,
    read_change_set,
    write_change_set,
)
from desktop_app.workshop.publishing.hand_over import Maker, ReleaseRequest, hand_over
from desktop_app.workshop.publishing.publish import publish
from desktop_app.workshop.publishing.review import Review, accept, refuse, review
from desktop_app.workshop.work_file import WorkFile

Now = Callable[[], datetime]
Lend = Callable[[], Path]
"""The directory in use here, whose postcodes are taken over."""
NOT_LOOKED = "Look through a change set first."
GIVEN = "“{}” is signed by you. Give it to somebody else to check."
ACCEPTED = "Signed by its maker and by you: it can be published. “{}” holds both signatures."
REFUSED = "Sent back. Give “{}” to {}."
PUBLISHED = "Release {} lies in “{}”. In one file, for a stick: {}"
DECIDED = {"accepted": "Accepted by {}.", "refused": "Refused by {}: {}"}
FIRST = "Nothing was published from this folder before: it is held against the directory in use."
NOT_KNOWN = "Its file began from other sources than the last release: some changes have no name."
SHRINKS = "It is much smaller than the last, ON PURPOSE: {}"
MOVES = "Front-door numbers move ON PURPOSE: {}"


class OpenHandOver:
    """One open working file, from which a change set is made."""

    def __init__(self, work: WorkFile, now: Now, lend: Lend) -> None:
        self._work, self._now, self._lend = work, now, lend

    def hand_over(self, wanted: HandOver, progress: Progress) -> str:
        """Make the change set."""
        out = Path(wanted.out)
        explained = Explained(wanted.shrink, wanted.moved_doors)
        with release_errors():
            maker = _maker(wanted.signing, self._now())
            said = ReleaseRequest(next_expected_by=wanted.until, explained=explained)
            desk = Workspace(Path(wanted.desk))
            made = hand_over(self._work, desk, self._lend(), maker, said, progress)
            write_change_set(made, out)
        return GIVEN.format(out)


class OpenChangeSet:
    """The change set that is being checked; what it compiles to goes when it is closed."""

    def __init__(self, now: Now, lend: Lend) -> None:
        self._now, self._lend = now, lend
        self._folder = tempfile.TemporaryDirectory(prefix="who-to-call-")
        self._open: list[tuple[Path, Workspace, Review]] = []

    def look(self, path: str, desk: str, progress: Progress) -> SeenSet:
        """Open one, make it anew and compare."""
        self._open.clear()
        file, folder = Path(path), Workspace(Path(desk))
        with release_errors():
            seen = self._reviewed(read_change_set(file), folder, progress)
        self._open.append((file, folder, seen))
        answers = [each for each in seen.changes if each.kind in ABOUT_ANSWERS]
        others = [each for each in seen.changes if each.kind not in ABOUT_ANSWERS]
        return SeenSet(
            head=tuple(_head(seen, summary(others))),
            answers=tuple(listing(answers)),
            facts=tuple(listing(others)),
            numbers=tuple(ToType(each.places, each.before) for each in seen.numbers),
            decided=_decided(seen.change_set),
        )

    def accept(self, signing: Signing, typed: Sequence[str], progress: Progress) -> str:
        """Sign the one that was looked at."""
        file, desk, seen = self._looked_at
        progress("Sign")
        with release_errors():
            checker = _maker(signing, self._now())
            said = {n.digits: text for n, text in zip(seen.numbers, typed, strict=False)}
            done = accept(seen, desk, checker, said)
            write_change_set(done, file)
        return ACCEPTED.format(file)

    def refuse(self, by: str, reason: str) -> str:
        """Send it back."""
        file, _, seen = self._looked_at
        with release_errors():
            write_change_set(refuse(seen.change_set, by, self._now(), reason), file)
        return REFUSED.format(file, seen.change_set.said["by"])

    def publish(self, out: str, signing: Signing, progress: Progress) -> str:
        """Write its release, of what the file holds now."""
        file, desk, seen = self._looked_at
        with release_errors():
            signer = _signer(signing)
            again = self._reviewed(read_change_set(file), desk, progress, answers=False)
            one = publish(again, desk, Path(out), signer, self._now(), progress)
        return PUBLISHED.format(seen.manifest.release, out, one)

    def close(self) -> None:
        """Let go of what was compiled."""
        self._folder.cleanup()

    @property
    def _looked_at(self) -> tuple[Path, Workspace, Review]:
        if not self._open:
            raise WorkshopError(NOT_LOOKED)
        return self._open[0]

    def _reviewed(
        self, found: ChangeSet, desk: Workspace, progress: Progress, *, answers: bool = True
    ) -> Review:
        own = Path(self._folder.name)
        return review(found, desk, self._lend(), own, progress, answers=answers)


def _head(seen: Review, told: str) -> Iterator[str]:
    manifest = seen.manifest
    yield f"Release {manifest.release} of {manifest.dated}, by {', '.join(seen.makers)}."
    yield told
    if not seen.change_set.base:
        yield FIRST
    elif not seen.every_change_is_known:
        yield NOT_KNOWN
    if manifest.shrink_explained:
        yield SHRINKS.format(manifest.shrink_explained)
    if manifest.moved_doors:
        yield MOVES.format(manifest.moved_explained)


def _decided(found: ChangeSet) -> str:
    said = found.decision
    sentence = DECIDED.get(str(said.get("decision")), "")
    return sentence.format(said.get("by", ""), said.get("reason", ""))


def _maker(signing: Signing, at: datetime) -> Maker:
    return Maker(by=signing.by, signer=_signer(signing), at=at)


def _signer(signing: Signing) -> CryptoSigner:
    return keys.unlock(Path(signing.key), signing.passphrase)
