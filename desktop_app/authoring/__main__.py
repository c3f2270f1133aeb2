"""`python -m desktop_app.authoring compile`: make the directory file from the source files."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.postcodes import PostcodesMissing
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.domain.services.calls_owed import every_number
from desktop_app.paths import compiled_here, sources

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile as asked; 0 when the file was written, 2 when something stopped it."""
    asked = _parser().parse_args(arguments)
    began = perf_counter()
    try:
        edition = compile_directory(asked.sources, asked.out)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app.authoring", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("compile", help="check the source files and write the directory")
    made.add_argument("--sources", type=Path, default=sources(), help="the folder of YAML files")
    made.add_argument("--out", type=Path, default=compiled_here(), help="the file to write")
    made.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    return parser


if __name__ == "__main__":
    sys.exit(main())
