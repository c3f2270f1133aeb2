"""The checker's part: the change set is made anew on their computer, shown whole, and decided.

Nothing the file says of itself is believed. Its maker's key must be one of the keys that sign
releases; the history must lead from the sources of the last release to the texts that are there,
with a name beside every change; those texts must compile here to the bytes that the list signs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from securesystemslib.exceptions import UnverifiedSignatureError, VerificationError
from securesystemslib.signer import CryptoSigner, Key, Signature
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Targets

from desktop_app.domain.compare.changes import Change
from desktop_app.store.directory.directory_session import directory_session
from desktop_app.updates.compare.differences import differences
from desktop_app.updates.publishing import draft, signing
from desktop_app.updates.publishing.keys import person
from desktop_app.updates.publishing.persons import must_be_a_name, same_person
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.verify.manifest import Manifest
from desktop_app.workshop.compiling import compile_texts
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.change_set import ChangeSet, content_of
from desktop_app.workshop.publishing.hand_over import Maker, Progress, must_hold, silent
from desktop_app.workshop.publishing.history_check import must_lead_from
from desktop_app.workshop.publishing.numbers_to_retype import NumberToRetype, numbers_to_retype

ACCEPTED, REFUSED = "accepted", "refused"
NOT_ITS_MAKERS = (
    "This change set is not as its maker signed it, or a key signed it that signs no release. "
    "Nothing of it can be believed: ask its maker to hand it over again."
)
OTHER_BASE = (
    "It was made against release {}, and this desk published {}. "
    "Its maker hands it over again, from the newest release."
)
OTHER_BYTES = (
    "What it compiles to here is not what its maker signed. Both need the same version of this "
    "program and the same release in use; then its maker hands it over again."
)
OWN_CHANGE = (
    "{} made changes in this set or handed it over, so somebody else checks it. "
    "You said that you are {}."
)
OWN_KEY = "This key handed the change set over. Its checker signs with a key of their own."
RETYPE = (
    "{} of {} numbers were not typed as they stand there. Nothing was signed: look again at {}."
)
NOT_CHECKED = (
    "Nobody else has checked this change set: its checker opens it, types its numbers and signs."
)
NO_REASON = "Say in a sentence why it is refused: its maker reads it."
DECIDED = "It was refused by {}: {} Its maker hands it over again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A change set made anew on the checker's computer."""

    change_set: ChangeSet
    manifest: Manifest
    makers: tuple[str, ...]
    every_change_is_known: bool
    changes: tuple[Change, ...]
    """Against the release before, or the directory that lent its postcodes; answers first."""
    numbers: tuple[NumberToRetype, ...]
    directory: Path


def review(
    found: ChangeSet,
    desk: Workspace,
    lender: Path,
    folder: Path,
    progress: Progress = silent,
    *,
    answers: bool = True,
) -> Review:
    """Look through a change set; `folder` keeps the directory that it compiles to.

    `lender` lends its postcodes where this desk published nothing yet. `answers`: compare those
    too, which takes most of the time; whoever only publishes has no use for it. WorkshopError,
    NotPublished or MistakesFound when it is not to be believed.
    """
    progress("Who made it")
    key, targets = _maker_key(found, desk), _targets(found)
    published = desk.published_targets()
    _must_have_base(found, desk)
    previous = desk.directory_of(published.signed) if published else lender
    manifest = draft.manifest_in(targets.signed)
    makers = tuple(_makers(found, key))
    known = must_lead_from(found, previous)
    progress("Compile")
    directory = folder / "directory.sqlite"
    compile_texts(found.texts, directory, previous)
    if hashlib.sha256(directory.read_bytes()).hexdigest() != manifest.sha256:
        raise WorkshopError(OTHER_BYTES)
    progress("Compare every answer and every fact")
    known_before = draft.manifest_in(published.signed).sha256 if published else ""
    prints = (known_before, manifest.sha256)
    changes = differences(
        previous, directory, directory_session if answers else None, sha256=prints
    )
    return Review(
        change_set=found,
        manifest=manifest,
        makers=makers,
        every_change_is_known=known,
        changes=changes,
        numbers=numbers_to_retype(changes),
        directory=directory,
    )


def accept(seen: Review, desk: Workspace, checker: Maker, typed: Mapping[str, str]) -> ChangeSet:
    """Sign it, every number typed; WorkshopError or NotPublished when not, and nothing is signed.

    `typed`: what was typed for each number, by its digits.
    """
    found = seen.change_set
    if found.decision.get("decision") == REFUSED:
        raise WorkshopError(DECIDED.format(found.decision["by"], found.decision["reason"]))
    signer = checker.signer
    name = must_be_somebody_else(seen, desk, signer, checker.by)
    wrong = [each for each in seen.numbers if not each.fits(typed.get(each.digits, ""))]
    if wrong:
        where = "; ".join(each.places[0] for each in wrong)
        raise WorkshopError(RETYPE.format(len(wrong), len(seen.numbers), where))
    lay_on_desk(seen, desk)
    signing.sign(desk, signer, checked=True)
    said = {
        "decision": ACCEPTED,
        "by": name,
        "at": checker.at.isoformat(),
        "change_set": found.fingerprint,
        "retyped": sorted(each.digits for each in seen.numbers),
    }
    signature = signer.sign(content_of(said))
    decision = {**said, "keyid": signature.keyid, "sig": signature.signature}
    return found.decided(decision, (desk.draft / "targets.json").read_bytes())


def refuse(found: ChangeSet, by: str, at: datetime, reason: str) -> ChangeSet:
    """Send it back with a reason."""
    if not reason.strip():
        raise WorkshopError(NO_REASON)
    name = must_be_a_name(by)
    said = {"decision": REFUSED, "by": name, "at": at.isoformat(), "reason": reason.strip()}
    return found.decided(said)


def must_be_accepted(seen: Review, desk: Workspace) -> None:
    """Raise unless somebody else typed its numbers and signed that with a key of their own."""
    found = seen.change_set
    said = {key: value for key, value in found.decision.items() if key not in ("keyid", "sig")}
    if said.get("decision") == REFUSED:
        raise WorkshopError(DECIDED.format(said.get("by"), said.get("reason")))
    key = _signed(content_of(said), found.decision, desk)
    numbers = sorted(each.digits for each in seen.numbers)
    whole = said.get("change_set") == found.fingerprint and said.get("retyped") == numbers
    if key is None or not whole or said.get("decision") != ACCEPTED:
        raise WorkshopError(NOT_CHECKED)
    if key.keyid == found.signature.get("keyid"):
        raise WorkshopError(OWN_KEY)
    for name in filter(None, (person(key), str(said.get("by")))):
        _must_be_no_maker(seen.makers, name)


def lay_on_desk(seen: Review, desk: Workspace) -> None:
    """Put the draft on this desk as it was signed, with the directory that was compiled here."""
    desk.draft.mkdir(parents=True, exist_ok=True)
    desk.draft_directory.write_bytes(seen.directory.read_bytes())
    (desk.draft / "targets.json").write_bytes(seen.change_set.targets)
    desk.change_set.write_text(
        json.dumps({"change_set": seen.change_set.fingerprint}), encoding="utf-8"
    )


def must_be_somebody_else(seen: Review, desk: Workspace, signer: CryptoSigner, by: str) -> str:
    """The checker's name; raises when they made a change, by their name or by their key."""
    if signer.public_key.keyid == seen.change_set.signature.get("keyid"):
        raise WorkshopError(OWN_KEY)
    name = must_be_a_name(by)
    _must_be_no_maker(seen.makers, name)
    named = must_hold(desk, signer, by)
    _must_be_no_maker(seen.makers, named)
    return name


def _must_be_no_maker(makers: tuple[str, ...], name: str) -> None:
    for maker in makers:
        if same_person(maker, name):
            raise WorkshopError(OWN_CHANGE.format(maker, name))


def _maker_key(found: ChangeSet, desk: Workspace) -> Key:
    """The key that signed the set and its list; WorkshopError unless it signs releases here."""
    key = _signed(found.content, found.signature, desk)
    if key is None:
        raise WorkshopError(NOT_ITS_MAKERS)
    targets = _targets(found)
    made = targets.signatures.get(key.keyid)
    if made is None or not _holds(key, made, targets.signed_bytes):
        raise WorkshopError(NOT_ITS_MAKERS)
    return key


def _signed(content: bytes, said: Mapping[str, Any], desk: Workspace) -> Key | None:
    """The key of this desk's root that signed, and that signs releases; nothing when none did."""
    root = desk.governing()
    keyid = str(said.get("keyid", ""))
    if keyid not in root.roles["targets"].keyids or keyid not in root.keys:
        return None
    key = root.keys[keyid]
    return key if _holds(key, Signature(keyid, str(said.get("sig", ""))), content) else None


def _holds(key: Key, signature: Signature, content: bytes) -> bool:
    try:
        key.verify_signature(signature, content)
    except (UnverifiedSignatureError, VerificationError, ValueError):
        return False
    return True


def _targets(found: ChangeSet) -> Metadata[Targets]:
    try:
        targets = Metadata[Targets].from_bytes(found.targets)
    except RepositoryError as error:
        raise WorkshopError(NOT_ITS_MAKERS) from error
    if not isinstance(targets.signed, Targets):
        raise WorkshopError(NOT_ITS_MAKERS)
    return targets


def _must_have_base(found: ChangeSet, desk: Workspace) -> None:
    published = desk.published_targets()
    last = draft.manifest_in(published.signed) if published else None
    base = found.base
    said = (base.release, base.sha256, base.digest) if base else None
    ours = (last.release, last.sha256, last.digest) if last else None
    if said != ours:
        other = f"release {last.release}" if last else "none yet"
        raise WorkshopError(OTHER_BASE.format(base.release if base else "none", other))


def _makers(found: ChangeSet, key: Key) -> Iterator[str]:
    """Everybody who changed something in it, whoever handed it over, and who holds that key."""
    said = found.said
    names = [said["by"], person(key), *(event["by"] for event in said["events"])]
    yield from dict.fromkeys(name for name in names if name)
