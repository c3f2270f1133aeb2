"""A change set: one file with everything that changed since the last release, for its checker.

It holds the source files word for word, the history since that release, the evidence, and the list
that both sign. The maker's key signs all of it, so whoever changes a letter of it is found out; the
directory itself is not in it: the checker's own computer compiles it and must get the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from desktop_app.fileformat.atomic_write import write_whole
from desktop_app.workshop.errors import WorkshopError

SUFFIX = ".wtcchange"
CONTENT, SIGNATURE, TARGETS, DECISION = (
    "change-set.json",
    "signature.json",
    "targets.json",
    "decision.json",
)
EVIDENCE = "evidence/"
FORMAT = 1
LARGEST = 64 << 20
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
NO_FILE = "There is no change set “{}”. Ask its maker for the file again."
OTHER_FILE = "“{}” is no change set of this program, or it is damaged. Ask its maker for it again."
TOO_NEW = "“{}” was made by a newer version of this program. Update the program first."
NOT_WRITTEN = "“{}” could not be written ({}). Nothing was handed over."


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The release that everything is held against."""

    release: int
    sha256: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One change set as its file holds it."""

    content: bytes
    """What the maker signed, as it was written."""
    signature: Mapping[str, str]
    targets: bytes
    """The list that both keys sign."""
    decision: Mapping[str, Any] = field(default_factory=dict)
    evidence: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def said(self) -> dict[str, Any]:
        """What the content says."""
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def texts(self) -> dict[str, str]:
        """Every source file as it shall be."""
        return dict(self.said["texts"])

    @property
    def base(self) -> Base | None:
        """The release before; nothing for the first one of a desk."""
        said = self.said["base"]
        return Base(**said) if said else None

    @property
    def fingerprint(self) -> str:
        """Which change set this is: the SHA-256 of what the maker signed."""
        return hashlib.sha256(self.content).hexdigest()

    def decided(self, decision: Mapping[str, Any], targets: bytes | None = None) -> ChangeSet:
        """The same with what its checker decided, and the list with their signature."""
        return replace(self, decision=decision, targets=targets or self.targets)


def content_of(said: Mapping[str, Any]) -> bytes:
    """What is signed, always the same bytes for the same facts."""
    whole = {"format": FORMAT, **said}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain_base(base: Base | None) -> dict[str, Any] | None:
    """The base as the content says it."""
    return asdict(base) if base else None


def write_change_set(found: ChangeSet, path: Path) -> None:
    """Write it whole or not at all; WorkshopError with what to do."""
    out = BytesIO()
    parts = {
        CONTENT: found.content,
        SIGNATURE: json.dumps(dict(found.signature)).encode(),
        TARGETS: found.targets,
        DECISION: json.dumps(dict(found.decision)).encode(),
        **{EVIDENCE + name: content for name, content in sorted(found.evidence.items())},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    try:
        write_whole(path, out.getvalue())
    except OSError as error:
        raise WorkshopError(NOT_WRITTEN.format(path, error.strerror)) from error


def read_change_set(path: Path) -> ChangeSet:
    """Read one; WorkshopError when it is none. Nothing it says is believed before it is checked."""
    if not path.is_file():
        raise WorkshopError(NO_FILE.format(path))
    try:
        with zipfile.ZipFile(path) as packed:
            parts = {name: _part(packed, name) for name in (CONTENT, SIGNATURE, TARGETS, DECISION)}
            kept = [each for each in packed.namelist() if each.startswith(EVIDENCE)]
            evidence = {name.removeprefix(EVIDENCE): _part(packed, name) for name in kept}
        found = ChangeSet(
            content=parts[CONTENT],
            signature=json.loads(parts[SIGNATURE]),
            targets=parts[TARGETS],
            decision=json.loads(parts[DECISION]),
            evidence=evidence,
        )
        newer = found.said["format"] > FORMAT
        _must_be_whole(found)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, NotImplementedError) as e:
        raise WorkshopError(OTHER_FILE.format(path)) from e
    if newer:
        raise WorkshopError(TOO_NEW.format(path))
    return found


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    if packed.getinfo(name).file_size > LARGEST:
        raise ValueError(name)
    return packed.read(name)


def _must_be_whole(found: ChangeSet) -> None:
    """Raise when a field is missing or another kind than it is written as."""
    said = found.said
    if not all(isinstance(text, str) for text in (*said["texts"].values(), *said["texts"])):
        raise TypeError("texts")
    for wanted, kind in (("by", str), ("made", str), ("events", list), ("splices", list)):
        if not isinstance(said[wanted], kind):
            raise TypeError(wanted)
    for part in (found.signature, found.decision):
        if not isinstance(part, dict):
            raise TypeError("signature")
    for name, content in found.evidence.items():
        if hashlib.sha256(content).hexdigest() != name:
            raise ValueError(name)
