"""The usual area's directory for tests that know it, and any area's for those that know none.

`dev.py compile --area ID` leaves another area in db/build. What tests say of the usual area is then
asked of the usual area, compiled aside; tests/any_area is asked of what lies in db/build, or of the
file that the program's own variable names.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from desktop_app.authoring.read.source_folders import checkout_tree, default_area
from desktop_app.paths import DIRECTORY_VARIABLE, compiled_here, schema_folder

TESTED = "WHO_TO_CALL_TESTED"
"""What the program's own variable named when the tests began, for processes of theirs too."""


def tested_directory() -> Path:
    """The directory of whichever area is tested: the one in db/build, or one that was named."""
    return Path(os.environ.get(TESTED) or compiled_here())


@cache
def usual_directory() -> Path:
    """The compiled directory of the area that pyproject.toml names."""
    here = compiled_here()
    if not here.is_file() or _area_of(here) == default_area():
        return here
    from desktop_app.authoring.compile import TABLES, compile_directory
    from desktop_app.authoring.write.digest import digest_of

    sources = checkout_tree()
    figure = digest_of(sources, [schema_folder() / name for name in TABLES], "")
    aside = Path(tempfile.gettempdir()) / f"who-to-call-usual-{figure[:16]}.sqlite"
    if not aside.is_file():
        compile_directory(sources, aside)
    return aside


def _area_of(file: Path) -> str:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute("SELECT id FROM area").fetchone()
    return str(found[0]) if found else ""


def use_the_usual_directory() -> None:
    """Every program that the tests start opens the usual area, whichever lies in db/build."""
    os.environ.setdefault(TESTED, os.environ.pop(DIRECTORY_VARIABLE, ""))
    if usual_directory() != compiled_here():
        os.environ[DIRECTORY_VARIABLE] = str(usual_directory())
