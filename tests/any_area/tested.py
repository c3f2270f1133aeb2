"""The areas that these tests are asked about: the one in db/build, and with `--slow` three.

Another compiled file is named by the variable: `WHO_TO_CALL_DIRECTORY=file dev.py test
tests/any_area`. No test here may know which area it is.
"""

import atexit
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests import sweeps
from tests.any_area.made_up_area import made_up_sources
from tests.any_area.usual_directory import tested_directory
from tests.authoring.areas.second_area import second_release
from tests.compiled_files import copy_postcodes


def second() -> Path:
    """Two counties and their districts."""
    return second_release()[1]


@cache
def made_up() -> Path:
    """A county and two unitary councils with numbers that nobody has."""
    out = Path(tempfile.mkdtemp(prefix="any-area-")) / "directory.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.authoring.compile.write_postcodes", copy_postcodes)
        compile_directory(made_up_sources(), out)
    return out


FILES: Mapping[str, Callable[[], Path]] = MappingProxyType(
    {"compiled": tested_directory, "second": second, "made up": made_up}
)
AREAS = list(FILES) if sweeps.whole() else ["compiled"]


@cache
def directory_of(area: str) -> SqliteDirectory:
    """An area's directory, open for all tests that ask."""
    opened = open_directory(FILES[area]())
    atexit.register(opened.close)
    return opened


def places_of(directory: SqliteDirectory) -> WhereIndex:
    """The look-up of an open directory, on the day it is dated."""
    return WhereIndex(directory.connection, lambda: directory.release().dated)
