"""Signatures on a draft: added one by one, on whatever machine and in whatever order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Targets

from desktop_app.updates.errors import Refused
from desktop_app.updates.publishing.draft import manifest_in
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.keys import holder, person
from desktop_app.updates.publishing.persons import same_person
from desktop_app.updates.publishing.workspace import Workspace, fingerprint_in
from desktop_app.updates.releases.release_store import is_whole
from desktop_app.updates.verify.sanity import check_sane

FROM_A_CHANGE_SET = (
    "This release came as a change set: its checker signs it, after retyping the numbers. "
    "Use: who-to-call workshop accept"
)
SIGNED_ALREADY = "{} has signed this already, with {}. The second signature is another person’s."


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft, whose signatures it has, and who else may sign."""

    what: str
    signed_by: tuple[str, ...]
    open_to: tuple[str, ...]
    missing: int

    @property
    def sentence(self) -> str:
        """How far this draft is, in one line."""
        count = len(self.signed_by)
        names = f" ({', '.join(self.signed_by)})" if self.signed_by else ""
        have = f"The {self.what} has {count} signature{'' if count == 1 else 's'}{names}"
        if not self.missing:
            return f"{have}: enough."
        return f"{have}; {self.missing} more needed, from: {', '.join(self.open_to)}."


def sign(desk: Workspace, signer: CryptoSigner, *, checked: bool = False) -> list[str]:
    """Add this key's signature to every draft it has a part in; says which those are.

    `checked`: what the workshop's own check of a change set goes on to do once it was passed.
    """
    governing = desk.governing()
    keyid = signer.public_key.keyid
    signed = []
    for what, draft, path in _drafts(desk):
        if any(
            keyid in judge.roles[role].keyids for judge, role in _judges(desk, draft, governing)
        ):
            if isinstance(draft.signed, Targets):
                if desk.change_set.exists() and not checked:
                    raise NotPublished(FROM_A_CHANGE_SET)
                _must_be_another_person(governing, draft, keyid)
                _must_fit(desk, draft.signed)
            draft.sign(signer, append=True)
            draft.to_file(str(path))
            signed.append(what)
    if not signed:
        raise NotPublished(_why_nothing(desk, governing, keyid))
    return signed


def merge(desk: Workspace, other: Workspace) -> list[str]:
    """Take over the signatures from another copy of the same draft; says what gained some."""
    theirs = {what: draft for what, draft, _ in _drafts(other)}
    gained = []
    for what, ours, path in _drafts(desk):
        found = theirs.get(what)
        if found is None:
            continue
        if found.signed_bytes != ours.signed_bytes:
            raise NotPublished(
                f"The {what} on {other.folder} is not the same as the one here: "
                "build it once, and let both sign copies of that."
            )
        new = {key: made for key, made in found.signatures.items() if key not in ours.signatures}
        ours.signatures.update(new)
        ours.to_file(str(path))
        gained += [what] * bool(new)
    return gained


def waiting(desk: Workspace) -> list[Waiting]:
    """How far each draft on the desk is."""
    governing = desk.governing()
    return [_waiting(desk, what, draft, governing) for what, draft, _ in _drafts(desk)]


def must_be_signed(desk: Workspace) -> None:
    """Raise NotPublished, naming whose signatures are missing, unless every draft has enough."""
    for found in waiting(desk):
        if found.missing:
            raise NotPublished(found.sentence)


def _drafts(desk: Workspace) -> Iterator[tuple[str, Metadata[Root] | Metadata[Targets], Path]]:
    root, targets = desk.draft_root(), desk.draft_targets()
    if root is not None:
        what = "change of keys" if desk.root() else "first root"
        yield what, root, desk.draft / "root.json"
    if targets is not None:
        yield "release", targets, desk.draft / "targets.json"


def _judges(
    desk: Workspace, draft: Metadata[Root] | Metadata[Targets], governing: Root
) -> list[tuple[Root, str]]:
    """The roots whose keys must have signed, and in which part: a new root needs old and new."""
    if isinstance(draft.signed, Targets):
        return [(governing, "targets")]
    before = desk.root()
    olds = [(before.signed, "root")] if before else []
    return [*olds, (draft.signed, "root")]


def _waiting(
    desk: Workspace, what: str, draft: Metadata[Root] | Metadata[Targets], governing: Root
) -> Waiting:
    signed_by, open_to, missing = set(), set(), 0
    for judge, role in _judges(desk, draft, governing):
        result = judge.get_verification_result(role, draft.signed_bytes, draft.signatures)
        signed_by |= {holder(key) for key in result.signed.values()}
        if not result:
            open_to |= {holder(key) for key in result.unsigned.values()}
            missing = max(missing, result.missing)
    return Waiting(what, tuple(sorted(signed_by)), tuple(sorted(open_to)), missing)


def _must_fit(desk: Workspace, targets: Targets) -> None:
    """Whoever signs looks at the data themselves, not at somebody's word for it."""
    manifest = manifest_in(targets)
    if not is_whole(desk.draft_directory, manifest.length, manifest.sha256):
        raise NotPublished("The directory on the desk is not the one this release lists.")
    published = desk.published_targets()
    previous = desk.directory_of(published.signed) if published else None
    known = fingerprint_in(published.signed) if published else ""
    try:
        check_sane(desk.draft_directory, manifest, previous, known)
    except Refused as refused:
        raise NotPublished(f"This release must not be signed: {refused.detail}.") from refused


def _must_be_another_person(
    governing: Root, draft: Metadata[Root] | Metadata[Targets], keyid: str
) -> None:
    """Two signatures are two people's, whatever number of keys one of them holds."""
    name = person(governing.keys[keyid])
    for other in draft.signatures:
        if other != keyid and other in governing.keys:
            theirs = person(governing.keys[other])
            if name and theirs and same_person(name, theirs):
                raise NotPublished(SIGNED_ALREADY.format(theirs, holder(governing.keys[other])))


def _why_nothing(desk: Workspace, governing: Root, keyid: str) -> str:
    if not list(_drafts(desk)):
        return "Nothing waits for a signature. Begin with: who-to-call release build"
    key = governing.keys.get(keyid)
    if key is None:
        return "This key has no part in the directory: it is not among the keys of its root."
    return f"The key {holder(key)} has no part in what waits for signatures."
