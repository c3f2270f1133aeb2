"""What a steward does with the source files, in a terminal.

`python -m desktop_app.authoring compile` makes the directory file; `… doors EXPORT --document ID`
reads GOV.UK's export and prints rows for front_doors.csv, with what cannot be one told beside it;
`… holidays` prints bank_holidays.csv from the packages that know the days.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.postcodes import PostcodesMissing
from desktop_app.authoring.read.bodies import DISTRICT, KnownIds, read_elsewhere
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.front_doors import FrontDoor
from desktop_app.authoring.read.govuk_export import HeldDoors, doors_from, read_export, write_rows
from desktop_app.authoring.read.library import read_library
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.services.calls_owed import every_number
from desktop_app.domain.situation.pathway import CHILDREN
from desktop_app.paths import compiled_here

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; 0 when it was done, 2 when something stopped it."""
    asked = _parser().parse_args(arguments)
    try:
        return STEPS[asked.command](asked)
    except MistakesFound as found:
        print(found, file=sys.stderr)
        if asked.command == "compile":
            print(f"Nothing was compiled: {len(found.mistakes)} to put right.", file=sys.stderr)
    except (OSError, PostcodesMissing) as error:
        print(f"Nothing was done: {error}", file=sys.stderr)
    return FAILED


def _compile(asked: argparse.Namespace) -> int:
    began = perf_counter()
    contents = compile_directory(_tree(asked), asked.out)
    if not asked.quiet:
        numbers = len(every_number(service for _, service, _ in contents.services))
        print(
            f"{asked.out}: {contents.area.name}, release {contents.release.number}, "
            f"{len(contents.services)} services, {numbers} numbers, {perf_counter() - began:.1f} s"
        )
    return 0


def _doors(asked: argparse.Namespace) -> int:
    """Print each row of the export as a front door, or say what keeps it from being one."""
    sources, document = _tree(asked), asked.document
    library = read_library(sources)
    documents = {listed.entry.id for listed in library.documents}
    if document not in documents:
        print(f"“{document}” is not a document: list it first.", file=sys.stderr)
        return FAILED
    made_up = bool(library.release and library.release.made_up_numbers)
    words = KnownIds(documents, {CHILDREN}, library.councils, made_up)
    elsewhere = read_elsewhere(sources, words)
    held = HeldDoors(
        bodies=elsewhere.bodies,
        districts={row["council"] for _, row in elsewhere.answering if row["tier"] == DISTRICT},
        with_door={door.body for door in elsewhere.doors if door.role == CHILDREN},
    )
    found = list(doors_from(read_export(asked.export), held, document, made_up=made_up))
    write_rows([each for each in found if isinstance(each, FrontDoor)], sys.stdout)
    for each in found:
        if isinstance(each, Mistake):
            print(each, file=sys.stderr)
    return 0


def _tree(asked: argparse.Namespace) -> SourceTree:
    folder: Path | None = asked.sources
    return SourceTree.of_folder(folder, str(folder)) if folder else checkout_tree(asked.area)


def _holidays(_asked: argparse.Namespace) -> int:
    """Print bank_holidays.csv as the packages have it."""
    from desktop_app.authoring.read.holiday_packages import as_csv

    print(as_csv(), end="")
    return 0


STEPS = {"compile": _compile, "doors": _doors, "holidays": _holidays}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app.authoring", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("compile", help="check the source files and write the directory")
    made.add_argument("--out", type=Path, default=compiled_here(), help="the file to write")
    made.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    doors = commands.add_parser("doors", help="rows for front_doors.csv from GOV.UK's export")
    doors.add_argument("export", type=Path, help="the CSV: gss, name, phone, general_notes, url")
    doors.add_argument("--document", required=True, metavar="ID", help="how the export is cited")
    commands.add_parser("holidays", help="bank_holidays.csv as the installed packages have it")
    for command in (made, doors):
        area = "the area: a folder of db/areas, or any other folder"
        command.add_argument("--area", default="", metavar="ID", help=area)
        whole = "one folder of all source files, the country's too"
        command.add_argument("--sources", type=Path, help=whole)
    return parser


if __name__ == "__main__":
    sys.exit(main())
