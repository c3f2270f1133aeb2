"""What is worked out once for many tests of publishing: compiles, comparisons, proofs of cover.

The same bytes in give the same out. Each step is really taken the first time; a second time its
outcome stands for it, in tests of who may sign and publish. Tests of the steps themselves take an
office that works out everything anew.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.copied_postcodes import CopiedWhere
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.compare.changes import Change
from desktop_app.fileformat import checksum
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.updates.compare.differences import differences
from desktop_app.workshop.publishing.cover_proof import must_be_covered

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """Takes the place of the three steps, by the bytes that each is given."""

    compiled: dict[object, tuple[bytes, ReleaseContents]] = field(default_factory=dict)
    compared: dict[object, tuple[Change, ...]] = field(default_factory=dict)
    proved: set[object] = field(default_factory=set)

    def compile(self, sources: SourceTree, out: Path, where: CopiedWhere) -> ReleaseContents:
        texts = tuple((name, sources.bytes(name)) for name in sorted(sources.names()))
        key = (texts, _digest(where._directory))
        if key not in self.compiled:
            contents = compile_directory(sources, out, where)
            self.compiled[key] = (out.read_bytes(), contents)
        content, contents = self.compiled[key]
        out.write_bytes(content)
        return contents

    def differences(
        self, before: Path, after: Path, asked: object = None, *, sha256: tuple[str, str]
    ) -> tuple[Change, ...]:
        key = (_digest(before), _digest(after), sha256, asked)
        if key not in self.compared:
            self.compared[key] = differences(before, after, asked, sha256=sha256)  # type: ignore[arg-type]
        return self.compared[key]

    def must_be_covered(
        self, directory: SqliteDirectory, at: datetime, until: date, progress: Progress
    ) -> None:
        query = "SELECT value FROM meta WHERE key = ?"
        (sealed,) = directory.connection.execute(query, (checksum.KEY,)).fetchone()
        key = (sealed, at, until)
        if key not in self.proved:
            must_be_covered(directory, at, until, progress)
            self.proved.add(key)

    def take_their_place(self, patch: pytest.MonkeyPatch) -> None:
        publishing = "desktop_app.workshop.publishing"
        patch.setattr("desktop_app.workshop.compiling.compile_directory", self.compile)
        patch.setattr(f"{publishing}.review.differences", self.differences)
        patch.setattr(f"{publishing}.publish.must_be_covered", self.must_be_covered)


def _digest(path: Path) -> str:
    """What a file holds; empty when there is none, which the step itself will tell."""
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
