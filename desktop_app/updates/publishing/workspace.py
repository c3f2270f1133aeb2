"""The steward's desk: the folder in which releases are prepared, signed and kept.

    metadata/   every list published so far: 1.root.json, 17.targets.json, timestamp.json
    targets/    the directory of each release, under its hash
    draft/      what waits for signatures: root.json, targets.json, directory.sqlite
    keys/       public halves; private ones belong on their holders' own sticks

A desk may be copied to another machine, signed there, and merged again.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from desktop_app.updates.file_names import DIRECTORY, METADATA
from desktop_app.updates.publishing.errors import NotPublished

Signed = TypeVar("Signed", Root, Timestamp, Snapshot, Targets)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One desk; nothing is read before it is asked for."""

    folder: Path

    @property
    def metadata(self) -> Path:
        """The lists published so far."""
        return self.folder / METADATA

    @property
    def targets(self) -> Path:
        """The directories published so far."""
        return self.folder / "targets"

    @property
    def draft(self) -> Path:
        """What waits for signatures."""
        return self.folder / "draft"

    @property
    def keys(self) -> Path:
        """Public halves of keys."""
        return self.folder / "keys"

    @property
    def draft_directory(self) -> Path:
        """The directory that waits for signatures."""
        return self.draft / DIRECTORY

    @property
    def change_set(self) -> Path:
        """Says that the draft came as a change set, whose checker signs it."""
        return self.draft / "change-set.json"

    def root(self) -> Metadata[Root] | None:
        """The newest published root."""
        return self._newest(Root)

    def published_targets(self) -> Metadata[Targets] | None:
        """The newest published list of targets."""
        return self._newest(Targets)

    def snapshot(self) -> Metadata[Snapshot] | None:
        """The newest published snapshot."""
        return self._newest(Snapshot)

    def timestamp(self) -> Metadata[Timestamp] | None:
        """The newest published timestamp."""
        return read_list(Timestamp, self.metadata / "timestamp.json")

    def draft_root(self) -> Metadata[Root] | None:
        """The change of keys that waits for signatures."""
        return read_list(Root, self.draft / "root.json")

    def draft_targets(self) -> Metadata[Targets] | None:
        """The release that waits for signatures."""
        return read_list(Targets, self.draft / "targets.json")

    def governing(self) -> Root:
        """The root whose keys count for the next release; NotPublished on an empty desk."""
        found = self.draft_root() or self.root()
        if found is None:
            raise NotPublished(
                f"{self.folder} is not a desk yet. Begin with: who-to-call release init-keys"
            )
        return found.signed

    def directory_of(self, targets: Targets) -> Path:
        """The directory file of a published release."""
        return self.targets / f"{fingerprint_in(targets)}.{DIRECTORY}"

    def _newest(self, kind: type[Signed]) -> Metadata[Signed] | None:
        paths = self.metadata.glob(f"*.{kind.type}.json")
        numbered = {int(path.name.partition(".")[0]): path for path in paths}
        return read_list(kind, numbered[max(numbered)]) if numbered else None


def fingerprint_in(targets: Targets) -> str:
    """The SHA-256 that a list signs of its directory."""
    return str(directory_target(targets).hashes["sha256"])


def read_list(kind: type[Signed], path: Path) -> Metadata[Signed] | None:
    """A signed list from a file; nothing when there is none, NotPublished when it is damaged."""
    if not path.is_file():
        return None
    try:
        found = Metadata[Signed].from_file(str(path))
    except (RepositoryError, OSError) as error:
        raise NotPublished(f"{path} is damaged: {error}") from error
    if not isinstance(found.signed, kind):
        raise NotPublished(f"{path} is not a list of the kind {kind.type}.")
    return found


def directory_target(targets: Targets) -> TargetFile:
    """What a list says about its directory; NotPublished when it names none."""
    try:
        return targets.targets[DIRECTORY]
    except KeyError:
        raise NotPublished("The list of this release names no directory.") from None
