"""Compiled directories, made once: the real one, and a small one."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.postcodes import Row
from desktop_app.authoring.read.councils import ensure_councils
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector, _unpacked, pack
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.any_area.usual_directory import usual_directory
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
    """The directory of the usual area: to be read, never to be written.

    tests/authoring/test_compile.py compiles it afresh and holds it against this, byte for byte.
    """
    return usual_directory()


@pytest.fixture(scope="module")
def real(real_file: Path) -> Iterator[SqliteDirectory]:
    """The directory of the usual area, opened for one file of tests."""
    with closing(open_directory(real_file)) as directory:
        yield directory


@pytest.fixture(scope="module")
def small(small_file: Path) -> Iterator[SqliteDirectory]:
    """The directory of four services, opened for one file of tests."""
    with closing(open_directory(small_file)) as directory:
        yield directory


def copy_postcodes(
    connection: sqlite3.Connection, sources: SourceTree, rows: Iterable[Row] | None = None
) -> None:
    """What `write_postcodes` packs in five seconds, out of the directory that has it already.

    They follow from the package and from the numbers of the councils alone.
    tests/authoring/test_compile.py packs them afresh, and so do the compiles run as a command.
    """
    assert rows is None
    ensure_councils(connection, sources)
    codes = "SELECT code, number FROM council ORDER BY code"
    with closing(sqlite3.connect(usual_directory())) as compiled:
        here, there = (dict(each.execute(codes)) for each in (connection, compiled))
        number = {there[code]: here[code] for code in here.keys() & there}
        number[NO_COUNCIL] = NO_COUNCIL
        sectors = compiled.execute("SELECT * FROM postcode_sector")
        connection.executemany(
            "INSERT INTO postcode_sector VALUES (?, ?, ?, ?, ?)",
            sectors if here == there else (renumbered(sector, number) for sector in sectors),
        )
        odd = compiled.execute("SELECT postcode, council FROM postcode_odd")
        connection.executemany(
            "INSERT INTO postcode_odd VALUES (?, ?)", ((text, number[held]) for text, held in odd)
        )


def renumbered(row: tuple[Any, ...], number: Mapping[int, int]) -> tuple[Any, ...]:
    """A row of postcode_sector for a directory that numbers its councils otherwise."""
    outward, digit, *packed = row
    sector = Sector(*packed)
    if sector.council is not None:
        return outward, digit, number[sector.council], sector.present, None
    present = int.from_bytes(sector.present, "little")
    units = (unit for unit in range(present.bit_length()) if present >> unit & 1)
    councils = (held for held, length in _unpacked(sector.runs or b"") for _ in range(length))
    again = pack({unit: number[held] for unit, held in zip(units, councils, strict=True)})
    return outward, digit, again.council, again.present, again.runs


@pytest.fixture
def copied_postcodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiles of this test copy their postcodes."""
    monkeypatch.setattr("desktop_app.authoring.compile.write_postcodes", copy_postcodes)
