"""Compiled directories, made once: the real one, and a small one."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.postcodes import Row
from desktop_app.authoring.read.councils import ensure_councils
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.paths import compiled_here
from tests.small_sources import councils_only, small_tree


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of four services, without postcodes."""
    folder = tmp_path_factory.mktemp("small")
    out = folder / "directory.sqlite"
    compile_directory(small_tree(folder / "sources"), out, councils_only)
    return out


@pytest.fixture(scope="session")
def real_file() -> Path:
    """The directory of the default area as `dev.py` compiled it: to be read, never to be written.

    tests/authoring/test_compile.py compiles it afresh and holds it against this, byte for byte.
    """
    return compiled_here()


def copy_postcodes(
    connection: sqlite3.Connection, sources: SourceTree, rows: Iterable[Row] | None = None
) -> None:
    """What `write_postcodes` packs in five seconds, out of the directory that has it already.

    They follow from the package and from the numbers of the councils alone.
    tests/authoring/test_compile.py packs them afresh, and so do the compiles run as a command.
    """
    assert rows is None
    ensure_councils(connection, sources)
    numbers = "SELECT code, number FROM council ORDER BY code"
    with closing(sqlite3.connect(compiled_here())) as compiled:
        assert connection.execute(numbers).fetchall() == compiled.execute(numbers).fetchall()
        for table, marks in (("postcode_sector", "?, ?, ?, ?, ?"), ("postcode_odd", "?, ?")):
            packed = compiled.execute(f"SELECT * FROM {table}")
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", packed)


@pytest.fixture
def copied_postcodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiles of this test copy their postcodes."""
    monkeypatch.setattr("desktop_app.authoring.compile.write_postcodes", copy_postcodes)
