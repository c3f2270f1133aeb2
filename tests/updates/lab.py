"""A steward, an attacker's workbench and a laptop: what every test of updates stands on.

The signed lists are written here with python-tuf alone and not with the program's own publishing,
so that each is tested against the other.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from desktop_app.updates.errors import Refused
from desktop_app.updates.install_update import Terms
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.publishing.draft import manifest_for
from desktop_app.updates.publishing.site import write_one_file
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.releases.in_use import InUse, release_in
from desktop_app.updates.result import UpdateResult
from tests.updates.small_directory import Made, make_directory
from tests.updates.taking import take_from

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
TARGET = "directory.sqlite"
USUAL = Terms()


def new_keys() -> dict[str, list[CryptoSigner]]:
    """Keys nobody else has."""
    counts = {"root": 3, "targets": 3, "snapshot": 1}
    made = {role: [CryptoSigner.generate_ed25519() for _ in range(n)] for role, n in counts.items()}
    return made | {"timestamp": made["snapshot"]}


OUR_KEYS = new_keys()
"""Of the steward of every laptop here: the same lists then bear the same signatures in a run."""


@dataclass
class Steward:
    """Publishes into a folder, correctly unless told otherwise."""

    home: Path
    keys: dict[str, list[CryptoSigner]] = field(default_factory=dict)
    lists: dict[str, Metadata] = field(default_factory=dict)  # type: ignore[type-arg]

    def begin(self, keys: dict[str, list[CryptoSigner]]) -> Steward:
        self.keys = {role: list(signers) for role, signers in keys.items()}
        self.keys["timestamp"] = self.keys["snapshot"]
        root = Root(consistent_snapshot=True)
        for role, signers in self.keys.items():
            for signer in signers:
                root.add_key(signer.public_key, role)
            root.roles[role].threshold = 2 if role in ("root", "targets") else 1
        self.lists = {
            "root": Metadata(root),
            "targets": Metadata(Targets()),
            "snapshot": Metadata(Snapshot()),
            "timestamp": Metadata(Timestamp()),
        }
        for found in self.lists.values():
            found.signed.version = 0  # signing raises it to 1
        (self.home / "targets").mkdir(parents=True)
        (self.home / "metadata").mkdir()
        self.sign("root", timedelta(days=3650))
        return self

    def sign(
        self, role: str, lasts: timedelta, signers: Sequence[CryptoSigner] | None = None
    ) -> None:
        """Raise the version of a list, sign it and write it down."""
        found = self.lists[role]
        found.signed.version += 1
        found.signed.expires = NOW + lasts
        found.signatures.clear()
        for signer in self.keys[role][:2] if signers is None else signers:
            found.sign(signer, append=True)
        self.write(role)

    def write(self, role: str) -> None:
        found = self.lists[role]
        number = "" if role == "timestamp" else f"{found.signed.version}."
        (self.home / "metadata" / f"{number}{role}.json").write_bytes(found.to_bytes())

    def publish(
        self,
        directory: Path,
        *,
        custom: dict[str, object] | None = None,
        signers: Sequence[CryptoSigner] | None = None,
        lasts: timedelta = timedelta(days=90),
        promised: Path | None = None,
    ) -> None:
        """Publish a directory; `promised` is another file whose facts are signed instead."""
        content = directory.read_bytes()
        target = TargetFile.from_data(TARGET, content, ["sha256"])
        facts = manifest_for(promised or directory).as_custom() | (custom or {})
        target.unrecognized_fields["custom"] = facts
        self.lists["targets"].signed.targets = {TARGET: target}
        (self.home / "targets" / f"{target.hashes['sha256']}.{TARGET}").write_bytes(content)
        self.sign("targets", lasts, signers)
        self.date(lasts)

    def date(self, lasts: timedelta, **said: str) -> None:
        """Publish a new snapshot and timestamp over the newest list of targets."""
        self.lists["snapshot"].signed.meta = {"targets.json": self.described("targets")}
        self.sign("snapshot", lasts)
        self.lists["timestamp"].signed.snapshot_meta = self.described("snapshot")
        self.lists["timestamp"].signed.unrecognized_fields.update(said)
        self.sign("timestamp", lasts)

    def described(self, role: str) -> MetaFile:
        version = self.lists[role].signed.version
        content = (self.home / "metadata" / f"{version}.{role}.json").read_bytes()
        return MetaFile(version, len(content), {"sha256": hashlib.sha256(content).hexdigest()})

    def rotate(self, role: str, index: int) -> CryptoSigner:
        """Put a new key in the place of an old one; gives the old one."""
        old, new = self.keys[role][index], CryptoSigner.generate_ed25519()
        root = self.lists["root"].signed
        parts = ["snapshot", "timestamp"] if role in ("snapshot", "timestamp") else [role]
        for part in parts:
            root.revoke_key(old.public_key.keyid, part)
            root.add_key(new.public_key, part)
        before = list(self.keys["root"])
        self.keys[role][index] = new
        signers = [*self.keys["root"], old] if role == "root" else before[:2]
        self.sign("root", timedelta(days=3650), signers)
        return old

    def one_file(self, path: Path) -> Path:
        """Everything published, in one release file."""
        names = [p.relative_to(self.home).as_posix() for p in sorted(self.home.rglob("*.*"))]
        target = self.lists["targets"].signed.targets[TARGET].hashes["sha256"]
        current = [name for name in names if "targets/" not in name or target in name]
        write_one_file(self.home, current, path, level=1)
        return path


class Lab:
    """One steward and one laptop, which came with the steward's first release."""

    def __init__(
        self,
        folder: Path,
        first: int = 1,
        lasts: timedelta = timedelta(days=90),
        *,
        keys: dict[str, list[CryptoSigner]] = OUR_KEYS,
    ) -> None:
        self.folder = folder
        self.steward = Steward(folder / "steward").begin(keys)
        self.release(first, lasts=lasts)
        self.place = self.laptop("laptop")

    @classmethod
    def stranger(cls, folder: Path, first: int = 1) -> Lab:
        """A steward nobody here trusts: with keys of their own."""
        return cls(folder, first, keys=new_keys())

    def laptop(self, name: str, root_version: int | None = None) -> UpdatePlace:
        """A fresh computer with the program as it would be installed now."""
        home = self.steward.home
        program = self.folder / f"{name}-program"
        trust = program / "trust"
        trust.mkdir(parents=True)
        target = self.steward.lists["targets"].signed.targets[TARGET].hashes["sha256"]
        shutil.copy(home / "targets" / f"{target}.{TARGET}", program / TARGET)
        versions = {role: found.signed.version for role, found in self.steward.lists.items()}
        root = versions["root"] if root_version is None else root_version
        for source, to in (
            (f"{root}.root.json", "root.json"),
            (f"{versions['targets']}.targets.json", "targets.json"),
            (f"{versions['snapshot']}.snapshot.json", "snapshot.json"),
            ("timestamp.json", "timestamp.json"),
        ):
            shutil.copy(home / "metadata" / source, trust / to)
        user = self.folder / name
        user.mkdir()
        return UpdatePlace(user, program / TARGET)

    def directory(self, number: int, **made: object) -> Path:
        path = self.folder / "compiled" / f"{number}.sqlite"
        return make_directory(path, replace(Made(release=number), **made))  # type: ignore[arg-type]

    def release(self, number: int, *, made: dict[str, object] | None = None, **how: object) -> None:
        """Compile and publish a release."""
        self.steward.publish(self.directory(number, **(made or {})), **how)  # type: ignore[arg-type]

    def stick(self, name: str = "stick") -> Path:
        """A copy of everything published, to be tampered with."""
        return Path(shutil.copytree(self.steward.home, self.folder / name))

    def file(self, name: str = "release.wtcrelease") -> Path:
        return self.steward.one_file(self.folder / name)

    def take(self, where: Path, terms: Terms = USUAL, now: datetime = NOW) -> UpdateResult:
        return take_from(where, self.place, now, terms)

    def in_use(self) -> InUse:
        return directory_in_use(self.place.user_folder, self.place.bundled)

    def number(self) -> int:
        """The release that opens now, read out of the file itself."""
        return release_in(self.in_use().path)

    def fingerprint(self) -> str:
        """The bytes in use."""
        return hashlib.sha256(self.in_use().path.read_bytes()).hexdigest()

    def refused(self, where: Path, terms: Terms = USUAL, now: datetime = NOW) -> Refused:
        """Take an update that must be refused, and hold that nothing changed."""
        before, notice = self.fingerprint(), self.in_use().notice
        with pytest.raises(Refused) as refused:
            self.take(where, terms, now)
        assert self.fingerprint() == before
        assert self.in_use().notice == notice
        assert refused.value.sentence.endswith("The numbers on this computer are unchanged.")
        return refused.value
