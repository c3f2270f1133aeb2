"""`who-to-call check --area ID`: an area's sources compiled, asked, and what is left to do."""

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.plain_parser import PlainError
from desktop_app.store.directory.directory import SqliteDirectory, open_directory

if TYPE_CHECKING:
    from desktop_app.authoring.areas.check_area import Checked
    from desktop_app.authoring.read.source_tree import SourceTree
    from desktop_app.authoring.release_contents import ReleaseContents


def run_area_check(area: str) -> int:
    """Compile an area aside, hold it against its cases and say what is left; 1 when wrong."""
    try:
        from desktop_app.authoring.compile import compile_directory
        from desktop_app.authoring.read.errors import MistakesFound
        from desktop_app.authoring.read.source_folders import area_tree, national_tree
    except ModuleNotFoundError as missing:
        raise PlainError(
            "An area is checked where directories are made, in a checkout of the program "
            f"({missing.name} is missing)."
        ) from None
    try:
        own = area_tree(area)
        sources = national_tree().with_area(own)
        with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
            out = Path(folder) / "directory.sqlite"
            contents = compile_directory(sources, out)
            with closing(open_directory(out)) as directory:
                return _told(_checked(contents, own, directory), sources)
    except MistakesFound as found:
        print(found)
        print(f"{len(found.mistakes)} to put right.")
        return 1


def _checked(
    contents: "ReleaseContents", own: "SourceTree", directory: SqliteDirectory
) -> "Checked":
    from desktop_app.authoring.areas.cases import read_cases
    from desktop_app.authoring.areas.check_area import Checked
    from desktop_app.store.places.lookup import WhereIndex

    index = WhereIndex(directory.connection, lambda: contents.release.dated)
    cases, file = read_cases(own)
    return Checked(
        contents=contents,
        own_files=frozenset(own.names()),
        directory=directory,
        answer=lambda text: index.answer(text).whereabouts,
        cases=cases,
        file=file,
    )


def _told(checked: "Checked", sources: "SourceTree") -> int:
    from desktop_app.authoring.areas.check_area import left, wrong

    mistakes = sources.located(dict.fromkeys(wrong(checked)))
    for mistake in mistakes:
        print(mistake)
    things = list(left(checked))
    if things:
        print(f"\nLeft to do ({len(things)}):")
        for thing in things:
            print(f"* {thing}")
    area = checked.directory.area()
    cases = checked.cases
    held = len(cases.postcodes) + len(cases.searches) + len(cases.first_calls)
    print(
        f"\n{area.name}: {len(mistakes)} wrong, {len(things)} left; "
        f"{len(checked.own_services)} services of its own, {held} questions asked."
    )
    return 1 if mistakes else 0
