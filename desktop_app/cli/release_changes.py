"""What a signer reads before signing: which answers change, then every fact that does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.plain_parser import PlainError

if TYPE_CHECKING:
    from desktop_app.domain.compare.changes import Change
    from desktop_app.updates.publishing.workspace import Workspace

FIRST_RELEASE = (
    "Nothing was published from this desk before, so nothing can be held against it: "
    "read the whole directory before you sign."
)
NO_ANSWER_CHANGES = "Every answer, in every place and at every moment compared, is the same."
WHOLE_LIST = "changes.txt"
"""The complete list beside the draft: no two changes told together, none left out."""


def must_open(directory: Path) -> None:
    """Raise PlainError unless the program itself can open this directory and read all of it."""
    from desktop_app.domain.services.errors import DirectoryError
    from desktop_app.store.directory.try_out import try_out

    try:
        try_out(directory)
    except (DirectoryError, ValueError) as error:
        found = error.technical if isinstance(error, DirectoryError) else str(error)
        raise PlainError(f"This directory cannot be published: {found}") from error


def print_draft(desk: Workspace) -> None:
    """Print what waits on the desk: answers that change first, then everything else."""
    from desktop_app.domain.compare.change_kinds import ABOUT_ANSWERS
    from desktop_app.domain.compare.changes import summary
    from desktop_app.store.directory.directory_session import directory_session
    from desktop_app.updates.publishing.draft import manifest_in, what_changes

    targets = desk.draft_targets()
    if targets is None:
        return
    manifest = manifest_in(targets.signed)
    print(f"Release {manifest.release} of {manifest.dated}, made from sources {manifest.digest}.")
    if manifest.shrink_explained:
        print(f"It is much smaller than the last, ON PURPOSE: {manifest.shrink_explained}")
    changes = what_changes(desk, directory_session)
    if changes is None:
        print(FIRST_RELEASE)
        return
    answers = [change for change in changes if change.kind in ABOUT_ANSWERS]
    others = [change for change in changes if change.kind not in ABOUT_ANSWERS]
    _print_changes(answers)
    if not answers:
        print(NO_ANSWER_CHANGES)
    if manifest.moved_doors:
        print(f"Front-door numbers move ON PURPOSE: {manifest.moved_explained}")
    print(f"Held against the last release: {summary(others)}")
    _print_changes(others)
    whole = desk.draft / WHOLE_LIST
    whole.write_text("".join(f"{each.kind}: {each}\n" for each in changes), encoding="utf-8")
    print(f"Every change, one a line, none left out: {whole}")


def _print_changes(changes: list[Change]) -> None:
    from desktop_app.domain.compare.changes import listing

    for line in listing(changes):
        print(line)
