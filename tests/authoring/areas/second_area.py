"""Norfolk and Suffolk, the second area, compiled once for all tests that ask."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop_app.authoring.areas.cases import read_cases
from desktop_app.authoring.areas.check_area import Checked
from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.source_folders import area_tree, national_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.compiled_files import copy_postcodes
from tests.where_directory import ROOT

FOLDER = ROOT / "tests" / "data" / "areas" / "norfolk-suffolk"


@cache
def second_tree() -> SourceTree:
    return area_tree(str(FOLDER))


@cache
def second_release() -> tuple[ReleaseContents, Path]:
    """The release and its compiled file, with every postcode; a second, once."""
    out = Path(tempfile.mkdtemp(prefix="second-area-")) / "directory.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.authoring.compile.write_postcodes", copy_postcodes)
        return compile_directory(national_tree().with_area(second_tree()), out), out


@cache
def second_directory() -> SqliteDirectory:
    return open_directory(second_release()[1])


def second_places(day: str = "2026-12-01") -> WhereIndex:
    return WhereIndex(second_directory().connection, lambda: date.fromisoformat(day))


def checked() -> Checked:
    """The second area as `check --area` looks at it."""
    cases, file = read_cases(second_tree())
    index = second_places()
    return Checked(
        contents=second_release()[0],
        own_files=frozenset(second_tree().names()),
        directory=second_directory(),
        answer=lambda text: index.answer(text).whereabouts,
        cases=cases,
        file=file,
    )
