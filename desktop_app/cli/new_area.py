"""`who-to-call new-area ID --authorities …`: the folder of an area nobody has gathered yet."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from desktop_app import paths
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("new-area", help="begin the directory of another area")
    parser.add_argument("id", metavar="ID", help="small letters and hyphens: norfolk-suffolk")
    parser.add_argument(
        "--authorities", nargs="+", required=True, metavar="NAME", help="councils or counties"
    )
    parser.add_argument("--name", default="", help="what people call the area")
    parser.add_argument("--folder", default="", help="where to write it, not db/areas/ID")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the folder and say what to do next; exit status 2 and nothing written when wrong."""
    try:
        from desktop_app.authoring.areas import new_area
        from desktop_app.authoring.places.postcodes import package_points, package_rows
        from desktop_app.authoring.read.errors import MistakesFound
        from desktop_app.authoring.read.source_folders import national_tree
    except ModuleNotFoundError as missing:
        raise PlainError(
            "An area is begun where directories are made, in a checkout of the program "
            f"({missing.name} is missing)."
        ) from None
    folder = Path(options.folder) if options.folder else paths.areas_here() / options.id
    called = _fit(options)
    try:
        national = national_tree()
        councils = new_area.authorities_called(options.authorities, national)
        name = called or new_area.name_of(councils)
        wanted = new_area.AreaRequest(
            id=options.id, name=name, authorities=councils, today=SystemClock().now().date()
        )
        files = new_area.files_of(wanted, national, package_rows(), package_points())
        new_area.write_folder(folder, files)
    except MistakesFound as found:
        raise PlainError("; ".join(map(str, found.mistakes))) from None
    except OSError as error:
        told = error.strerror or str(error)
        raise PlainError(f"{folder} could not be written ({told}): nothing is there.") from error
    print(f"{folder}: {len(files)} files for {name}.")
    print("Next: read to-find.md there, fill services/ and documents.yaml, then")
    print(f"  python3 dev.py check --area {options.folder or options.id}")
    return 0


def _fit(options: argparse.Namespace) -> str:
    """The name that was given, in one line; PlainError where it, or the id, cannot be one."""
    from desktop_app.authoring.read.area import LONGEST, TAKEN
    from desktop_app.authoring.read.models import ID
    from desktop_app.authoring.read.source_tree import UNSEEN

    if not re.fullmatch(ID, options.id):
        raise PlainError("An id has small letters, digits and hyphens: norfolk-suffolk.")
    if options.id in TAKEN:
        raise PlainError(f"“{options.id}” means something else: take another id.")
    if len(options.id) > LONGEST:
        raise PlainError(f"An id stands in names of files: at most {LONGEST} letters.")
    called = " ".join(options.name.split())
    if len(called) > LONGEST or UNSEEN.search(called):
        raise PlainError(f"A name has at most {LONGEST} letters, all of which can be seen.")
    return called
