"""The public list of postcodes for tests that walk it: 2.6 million rows whole, else a sample."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache

from desktop_app.authoring.places.postcodes import Row, package_rows
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector
from tests import sweeps
from tests.any_area.usual_directory import usual_directory
from tests.area import COUNCILS

OURS = frozenset(council.code for council in COUNCILS)


def swept_rows(districts: frozenset[str]) -> Iterable[Row]:
    """Every row with `check --slow`; else those of these districts (the "LU1" of a postcode).

    A district is taken whole, so that a postcode nobody has is nobody's in a sample too.
    """
    if sweeps.whole():
        return package_rows()
    return (row for row in package_rows() if row[0][:-3] in districts)


def ours_and_some() -> frozenset[str]:
    """The districts that hold a postcode of our councils, and every 60th of the others."""
    ours = {district for code, district in _holding() if code in OURS}
    others = sorted({district for _, district in _holding()} - ours)
    return frozenset(ours.union(sweeps.sampled(others, len(others) // 60)))


def one_a_council() -> frozenset[str]:
    """For each council of the kingdom a district that holds postcodes of it."""
    return frozenset(dict(sorted(_holding())).values())


@cache
def _holding() -> set[tuple[str, str]]:
    """Which council has postcodes in which district, as the compiled directory says."""
    with closing(sqlite3.connect(usual_directory())) as compiled:
        named = dict(compiled.execute("SELECT number, code FROM council"))
        packed = compiled.execute("SELECT outward, council, present, runs FROM postcode_sector")
        return {
            (named[council], outward)
            for outward, *sector in packed
            for council in Sector(*sector).counts()
            if council != NO_COUNCIL
        }
