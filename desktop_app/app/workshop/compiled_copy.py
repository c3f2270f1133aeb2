"""The directory a working copy would become, opened to be asked: for previews and comparisons."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from desktop_app.app.workshop.previews import preview_of
from desktop_app.authoring.compile import write_release_contents
from desktop_app.authoring.read.councils import write_councils
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.domain.compare.answer_differences import answer_differences
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.ui.workshop.working_copy import AnswerDifference, Preview, WorkshopError

OpenInUse = Callable[[], Directory]
"""Opens the directory that desks use now; `DirectoryError` where there is none."""


class CompiledCopy:
    """One compile of a copy, without postcodes and places: they are asked before an answer is."""

    def __init__(self, contents: ReleaseContents, tree: SourceTree) -> None:
        with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
            path = Path(folder) / "preview.sqlite"
            write_release_contents(contents, path, tree, write_councils)
            self._directory: SqliteDirectory = open_directory(path)  # its bytes are read whole

    @property
    def directory(self) -> Directory:
        """What was compiled, to be asked; until `close`."""
        return self._directory

    def close(self) -> None:
        """Let go of what was read."""
        self._directory.close()

    def preview(self, service: str, at: datetime) -> Preview:
        """The service as a desk would show it at a moment; KeyError for no such service."""
        return preview_of(service, self._directory, at)

    def differences(self, open_in_use: OpenInUse) -> Sequence[AnswerDifference]:
        """Which first calls differ from the directory in use; WorkshopError where none is."""
        with _in_use(open_in_use) as before:
            found = answer_differences(before, self._directory)
        first = (each for each in found if each.kind is ChangeKind.FIRST_CALL)
        return [AnswerDifference(each.service, each.before, each.after) for each in first]


@contextmanager
def _in_use(open_in_use: OpenInUse) -> Iterator[Directory]:
    try:
        yield open_in_use()
    except DirectoryError as error:
        raise WorkshopError(f"{error.sentence} There is nothing to compare with.") from error
