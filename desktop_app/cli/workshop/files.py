"""Working files in a terminal: begun, looked at, checked, compiled, written out."""

import argparse
import sys
from pathlib import Path

from desktop_app import paths
from desktop_app.cli.opening import checked_directory
from desktop_app.clock import SystemClock
from desktop_app.domain.services.calls_owed import every_number
from desktop_app.workshop.checking import mistakes_in
from desktop_app.workshop.compiling import compile_texts
from desktop_app.workshop.history import history, redoable, undoable
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.source_tree import areas_in, read_tree, write_tree
from desktop_app.workshop.work_file import WorkFile

FAILED = 1


def new(options: argparse.Namespace) -> int:
    """Begin a working file from a folder, or from the sources that came with the program."""
    folder: Path = options.folder or paths.sources_that_came()
    texts = read_tree(folder, options.area)
    with WorkFile.create(options.work, texts, at=SystemClock().now()) as work:
        print(f"{work.path}: {len(texts)} source files of {_area(texts)}.")
    return 0


def show(options: argparse.Namespace) -> int:
    """Say what stands in the file, once every row of it was checked."""
    with WorkFile.open(options.work, read_only=True) as work:
        texts, events = work.texts, history(work)
        numbers = {line.digits for line in lines_in(texts)}
        print(f"{work.path}: sound. {len(texts)} source files of {_area(texts)}.")
        acts = {event.act for event in events}
        print(f"{len(numbers)} numbers. {len(events)} facts changed in {len(acts)} steps.")
        print(f"{len(undoable(work))} can be undone, {len(redoable(work))} done again.")
        if events:
            last = events[-1]
            print(f"Last changed by {last.by} on {last.at:%d.%m.%Y at %H:%M}.")
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the source files into a folder, byte for byte as they stand in the working file."""
    with WorkFile.open(options.work, read_only=True) as work:
        changed = write_tree(work.texts, options.folder)
    for name in changed:
        print(name)
    print(f"{len(changed)} file{'' if len(changed) == 1 else 's'} of {options.folder} changed.")
    return 0


def check(options: argparse.Namespace) -> int:
    """Say every mistake that would stop a compile; 1 when there is one."""
    with WorkFile.open(options.work, read_only=True) as work:
        found = mistakes_in(work.texts, SystemClock().now().date())
    for mistake in found:
        print(mistake, file=sys.stderr)
    print(f"{len(found)} to put right." if found else "Nothing is wrong: it can be compiled.")
    return FAILED if found else 0


def compile_file(options: argparse.Namespace) -> int:
    """Make a directory file; the directory in use lends its postcodes."""
    directory: Path = options.directory or checked_directory().path
    clock = SystemClock()
    began = clock.monotonic()
    with WorkFile.open(options.work, read_only=True) as work:
        as_of = clock.now().date() if options.preview else None
        contents = compile_texts(work.texts, options.out, directory, as_of=as_of)
    numbers = every_number(service for _, service, _ in contents.services)
    print(
        f"{options.out}: release {contents.release.number} of {contents.release.dated}, "
        f"{len(contents.services)} services, {len(numbers)} numbers, "
        f"{clock.monotonic() - began:.1f} s"
    )
    return 0


def _area(texts: dict[str, str]) -> str:
    return ", ".join(areas_in(texts)) or "no area"
