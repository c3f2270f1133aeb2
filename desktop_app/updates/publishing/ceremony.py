"""Making the first root, and changing one key for another."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.metadata import Metadata, Root

from desktop_app.fileformat.atomic_write import write_whole
from desktop_app.updates.publishing.draft import redraft
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.keys import NAMES, PUBLISHING, holder, role_of
from desktop_app.updates.publishing.workspace import Workspace

ROOT_LASTS = timedelta(days=5 * 365)
THRESHOLD = {"root": 2, "targets": 2, "snapshot": 1, "timestamp": 1}
PARTS = {"root": ("root",), "targets": ("targets",), PUBLISHING: ("snapshot", "timestamp")}


def draft_first_root(desk: Workspace, keys: Mapping[str, Key], now: datetime) -> None:
    """Lay the first root on the desk, from the public halves of all seven keys."""
    if desk.root() or desk.draft_root():
        raise NotPublished(f"{desk.folder} has a root already. To change a key: release rotate")
    missing = [name for name in NAMES if name not in keys]
    if missing:
        raise NotPublished(f"These keys are missing: {', '.join(missing)}.")
    root = Root(version=1, expires=now.astimezone(UTC) + ROOT_LASTS, consistent_snapshot=True)
    for name in NAMES:
        for part in PARTS[role_of(name)]:
            root.add_key(keys[name], part)
    for part, threshold in THRESHOLD.items():
        root.roles[part].threshold = threshold
    _write(desk, root)


def accept_first_root(desk: Workspace, signers: list[CryptoSigner]) -> None:
    """Sign the first root with the keys just made, where all are made on one machine."""
    draft = desk.draft_root()
    assert draft is not None
    for signer in signers:
        draft.sign(signer, append=True)
    desk.metadata.mkdir(parents=True, exist_ok=True)
    write_whole(desk.metadata / "1.root.json", draft.to_bytes())
    (desk.draft / "root.json").unlink()


def rotate(desk: Workspace, old: str, new: Key, now: datetime) -> None:
    """Draft a root in which one key takes the place of another, to be signed by root holders.

    When a targets key goes, the last release is laid on the desk again: it must be signed by keys
    that still count.
    """
    root = desk.governing()
    going = [key for key in root.keys.values() if holder(key) == old]
    if not going:
        names = sorted(holder(key) for key in root.keys.values())
        raise NotPublished(f"No key is called “{old}”. Keys in use: {', '.join(names)}.")
    if new.keyid in root.keys:
        raise NotPublished(f"The key {holder(new)} is in use already.")
    if role_of(holder(new)) != role_of(old):
        raise NotPublished(f"{holder(new)} cannot take the place of {old}: another part.")
    if desk.draft_root() is None:
        root.version += 1
    root.expires = now.astimezone(UTC) + ROOT_LASTS
    for part in PARTS[role_of(old)]:
        root.revoke_key(going[0].keyid, part)
        root.add_key(new, part)
    _write(desk, root)
    if role_of(old) == "targets":
        redraft(desk, now)


def _write(desk: Workspace, root: Root) -> None:
    """A changed draft has no signatures: whoever signed signed something else."""
    desk.draft.mkdir(parents=True, exist_ok=True)
    Metadata(root).to_file(str(desk.draft / "root.json"))
