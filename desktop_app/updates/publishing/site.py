"""Handing a signed release out: a folder for any host, one file, and what installers need."""

import hashlib
import shutil
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from desktop_app.fileformat.atomic_write import write_whole
from desktop_app.updates.file_names import DIRECTORY, METADATA, SUFFIX, TRUST
from desktop_app.updates.publishing.draft import manifest_in
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.patches import hand_out_patches
from desktop_app.updates.publishing.signing import must_be_signed
from desktop_app.updates.publishing.workspace import Workspace

NAME = "who-to-call"
FOR_INSTALLERS = "for-installers"
CONFIRMED, EXPECTED = "confirmed_on", "next_expected_by"
SHORTEST = timedelta(days=7)
"""A list counts at least this long, whatever date was promised."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the same release gives the same file, byte for byte."""


def publish(desk: Workspace, out: Path, signer: CryptoSigner, now: datetime) -> Path:
    """Publish what was signed; gives the one-file release. NotPublished when something is missing.

    Without a draft the last release is dated and handed out again.
    """
    must_be_signed(desk)
    _must_be_publisher(desk.governing(), signer)
    _must_be_vouched_for(desk)
    before = desk.published_targets()
    _accept_drafts(desk)
    manifest = manifest_in(_published(desk))
    again = before is not None and manifest_in(before.signed).release == manifest.release
    said = _said_last(desk) if again else {}
    until = said.get(EXPECTED, "") or manifest.next_expected_by.isoformat()
    _date(desk, signer, now, date.fromisoformat(until), said)
    return hand_out(desk, out)


def still_current(
    desk: Workspace, out: Path, signer: CryptoSigner, now: datetime, until: date
) -> Path:
    """Say, signed, that the last release is still the newest and when the next one is expected."""
    if desk.draft_root() or desk.draft_targets():
        raise NotPublished("A draft waits on the desk: publish it, or take it away first.")
    _must_be_publisher(desk.governing(), signer)
    if until < now.date():
        raise NotPublished(f"{until} is in the past: say when the next release is expected.")
    _published(desk)
    today = now.date().isoformat()
    said = {CONFIRMED: today, EXPECTED: until.isoformat()}
    _date(desk, signer, now, until, said)
    return hand_out(desk, out)


def hand_out(desk: Workspace, out: Path) -> Path:
    """Write what was published last into a folder; gives the one-file release in it.

    The timestamp comes last, so that whoever reads meanwhile sees the old release or the new.
    """
    targets = _published(desk)
    manifest = manifest_in(targets)
    names = _file_names(desk, targets)
    hand_out_patches(desk, targets, out)
    for name in names:
        path = out / name
        content = (desk.folder / name).read_bytes()
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
    area = f"{manifest.area}-" if manifest.area else ""
    one = out / f"{NAME}-{area}{manifest.release:06d}{SUFFIX}"
    write_one_file(desk.folder, names, one)
    _for_installers(desk, targets, out / FOR_INSTALLERS)
    return one


def write_one_file(folder: Path, names: list[str], to: Path, level: int = 9) -> None:
    """Pack files of a folder into a release in one file; `level`: how small, 1 is quick."""
    beside = to.with_name(to.name + ".unfinished")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, (folder / name).read_bytes(), compresslevel=level)
    beside.replace(to)


def _file_names(desk: Workspace, targets: Targets) -> list[str]:
    """Every file a client may ask for: all roots, the newest lists, the directory."""
    roots = sorted(desk.metadata.glob("*.root.json"), key=lambda p: int(p.name.split(".")[0]))
    snapshot = desk.snapshot()
    assert snapshot is not None
    return [
        desk.directory_of(targets).relative_to(desk.folder).as_posix(),
        *(f"{METADATA}/{path.name}" for path in roots),
        f"{METADATA}/{targets.version}.targets.json",
        f"{METADATA}/{snapshot.signed.version}.snapshot.json",
        f"{METADATA}/timestamp.json",
    ]


def write_trust(desk: Workspace, folder: Path) -> Targets:
    """Write the lists an installer carries, so that what it installs knows whom to trust.

    `folder` is db/trust of the checkout installers are built from. Gives the release they sign.
    """
    targets, root, snapshot = _published(desk), desk.root(), desk.snapshot()
    assert root is not None
    assert snapshot is not None
    folder.mkdir(parents=True, exist_ok=True)
    for name, kept in (
        (f"{root.signed.version}.root.json", "root.json"),
        (f"{targets.version}.targets.json", "targets.json"),
        (f"{snapshot.signed.version}.snapshot.json", "snapshot.json"),
        ("timestamp.json", "timestamp.json"),
    ):
        write_whole(folder / kept, (desk.metadata / name).read_bytes())
    return targets


def _for_installers(desk: Workspace, targets: Targets, out: Path) -> None:
    """The directory and the trust that an installer puts side by side."""
    write_trust(desk, out / TRUST)
    shutil.copyfile(desk.directory_of(targets), out / DIRECTORY)


def _must_be_publisher(root: Root, signer: CryptoSigner) -> None:
    for role in ("snapshot", "timestamp"):
        if signer.public_key.keyid not in root.roles[role].keyids:
            raise NotPublished("Publishing needs the publishing key; this is another one.")


def _must_be_vouched_for(desk: Workspace) -> None:
    """The release that will stand must be signed by keys that still count."""
    targets = desk.draft_targets() or desk.published_targets()
    if targets is None:
        raise NotPublished("Nothing to publish. Begin with: who-to-call release build")
    try:
        desk.governing().verify_delegate("targets", targets.signed_bytes, targets.signatures)
    except RepositoryError:
        raise NotPublished(
            "The last release was signed with a key that no longer counts. "
            "Sign it again: who-to-call release sign"
        ) from None


def _accept_drafts(desk: Workspace) -> None:
    desk.metadata.mkdir(exist_ok=True)
    desk.targets.mkdir(exist_ok=True)
    root, targets = desk.draft_root(), desk.draft_targets()
    if targets is not None:
        write_whole(desk.directory_of(targets.signed), desk.draft_directory.read_bytes())
        _keep(desk, targets)
    if root is not None:
        _keep(desk, root)
    shutil.rmtree(desk.draft, ignore_errors=True)


def _keep(desk: Workspace, found: Metadata[Root] | Metadata[Targets] | Metadata[Snapshot]) -> None:
    name = f"{found.signed.version}.{found.signed.type}.json"
    write_whole(desk.metadata / name, found.to_bytes())


def _date(
    desk: Workspace, signer: CryptoSigner, now: datetime, until: date, said: dict[str, str]
) -> None:
    """Write a new snapshot and timestamp over the published list of targets."""
    end = datetime.combine(until + timedelta(days=1), time(), UTC)
    expires = max(end, now.astimezone(UTC).replace(microsecond=0) + SHORTEST)
    targets = _published(desk)
    before, last = desk.snapshot(), desk.timestamp()
    meta = _described(desk, f"{targets.version}.targets.json", targets.version)
    snapshot = Metadata(
        Snapshot(
            version=before.signed.version + 1 if before else 1,
            expires=expires,
            meta={"targets.json": meta},
        )
    )
    snapshot.sign(signer)
    _keep(desk, snapshot)
    version = snapshot.signed.version
    timestamp = Metadata(
        Timestamp(
            version=last.signed.version + 1 if last else 1,
            expires=expires,
            snapshot_meta=_described(desk, f"{version}.snapshot.json", version),
            unrecognized_fields=dict(said),
        )
    )
    timestamp.sign(signer)
    write_whole(desk.metadata / "timestamp.json", timestamp.to_bytes())


def _described(desk: Workspace, name: str, version: int) -> MetaFile:
    content = (desk.metadata / name).read_bytes()
    return MetaFile(version, len(content), {"sha256": hashlib.sha256(content).hexdigest()})


def _said_last(desk: Workspace) -> dict[str, str]:
    """The steward's last word that a release is still current: a change of keys keeps it."""
    last = desk.timestamp()
    fields = last.signed.unrecognized_fields if last else {}
    return {name: str(fields[name]) for name in (CONFIRMED, EXPECTED) if name in fields}


def _published(desk: Workspace) -> Targets:
    found = desk.published_targets()
    if found is None:
        raise NotPublished("Nothing was published yet. Begin with: who-to-call release build")
    return found.signed
