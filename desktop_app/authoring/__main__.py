"""What a steward does with the source files, in a terminal.

`python -m desktop_app.authoring compile` makes the directory file; `… doors EXPORT --document ID`
reads GOV.UK's export and prints rows for front_doors.csv, with what cannot be one told beside it.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.postcodes import PostcodesMissing
from desktop_app.authoring.read.bodies import DISTRICT, Words, read_elsewhere
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.front_doors import FrontDoor
from desktop_app.authoring.read.govuk_export import Held, doors_from, read_export, write_rows
from desktop_app.authoring.read.library import read_library
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.services.calls_owed import every_number
from desktop_app.domain.situation.pathway import CHILDREN
from desktop_app.paths import compiled_here

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile as asked; 0 when the file was written, 2 when something stopped it."""
    asked = _parser().parse_args(arguments)
    if asked.command == "doors":
        return _doors(asked.export, asked.document, _tree(asked.sources))
    began = perf_counter()
    try:
        edition = compile_directory(_tree(asked.sources), asked.out)
    except MistakesFound as found:
        count = len(found.mistakes)
        print(found, file=sys.stderr)
        print(f"Nothing was compiled: {count} to put right.", file=sys.stderr)
        return FAILED
    except (OSError, PostcodesMissing) as error:
        print(f"Nothing was compiled: {error}", file=sys.stderr)
        return FAILED
    if not asked.quiet:
        numbers = len(every_number(service for _, service, _ in edition.services))
        print(
            f"{asked.out}: release {edition.release.number}, {len(edition.services)} services, "
            f"{numbers} numbers, {perf_counter() - began:.1f} s"
        )
    return 0


def _doors(export: Path, document: str, sources: SourceTree) -> int:
    """Print each row of the export as a front door, or say what keeps it from being one."""
    library = read_library(sources)
    documents = {listed.entry.id for listed in library.documents}
    if document not in documents:
        print(f"“{document}” is not a document: list it first.", file=sys.stderr)
        return FAILED
    made_up = bool(library.release and library.release.made_up_numbers)
    words = Words(documents, {CHILDREN}, library.councils, made_up)
    elsewhere = read_elsewhere(sources, words)
    held = Held(
        bodies=elsewhere.bodies,
        districts={row["council"] for _, row in elsewhere.answering if row["tier"] == DISTRICT},
        with_door={door.body for door in elsewhere.doors if door.role == CHILDREN},
    )
    try:
        found = list(doors_from(read_export(export), held, document, made_up=made_up))
    except MistakesFound as wrong:
        print(wrong, file=sys.stderr)
        return FAILED
    doors = [each for each in found if isinstance(each, FrontDoor)]
    write_rows(doors, sys.stdout)
    for each in found:
        if isinstance(each, Mistake):
            print(each, file=sys.stderr)
    return 0


def _tree(folder: Path | None) -> SourceTree:
    return SourceTree.of_folder(folder, str(folder)) if folder else checkout_tree()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app.authoring", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("compile", help="check the source files and write the directory")
    made.add_argument("--sources", type=Path, help="one folder of all source files")
    made.add_argument("--out", type=Path, default=compiled_here(), help="the file to write")
    made.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    doors = commands.add_parser("doors", help="rows for front_doors.csv from GOV.UK's export")
    doors.add_argument("export", type=Path, help="the CSV: gss, name, phone, general_notes, url")
    doors.add_argument("--document", required=True, metavar="ID", help="how the export is cited")
    doors.add_argument("--sources", type=Path, help="one folder of all source files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
