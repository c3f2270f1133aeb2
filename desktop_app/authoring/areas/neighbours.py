"""Which councils lie around an area, and how many of their postcodes lie within ten kilometres.

Nobody publishes people by postcode in what the compile reads; postcodes are counted instead. A
postcode serves some fifteen homes, so the figure tells which border to look after first.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from math import floor

REACH = 10_000
"""Metres: as far as people of the other side come to a practice of this one."""
CELL = 1_000
Point = tuple[float, float, str]
"""Metres east and north (OSGB), and the code of the council."""


def around(points: Iterable[Point], own: Collection[str]) -> list[tuple[str, int]]:
    """Councils with postcodes within reach of one of our own, the most postcodes first.

    Judged by squares of one kilometre, so that a distance may be some hundred metres off.
    """
    held = list(points)
    inside = {(floor(x / CELL), floor(y / CELL)) for x, y, code in held if code in own}
    near = _widened(inside, REACH // CELL)
    counts: Counter[str] = Counter()
    for east, north, code in held:
        if code not in own and floor(east / CELL) in near.get(floor(north / CELL), ()):
            counts[code] += 1
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _widened(cells: Collection[tuple[int, int]], reach: int) -> dict[int, set[int]]:
    """The columns within reach of any cell, by row: a disc drawn around each cell."""
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for column, row in cells:
        rows[row].add(column)
    wide: defaultdict[int, set[int]] = defaultdict(set)
    for row, columns in rows.items():
        for step in range(-reach, reach + 1):
            half = floor((reach**2 - step**2) ** 0.5)
            for column in columns:
                wide[row + step].update(range(column - half, column + half + 1))
    return wide
