"""A directory of the whole country: opening, the first answer and all later ones, search, memory.

The same kind of area (130 services an authority) is asked in directories of about 200, 1,000,
10,000 and 20,000 services: what grows with the rest of the country shows. Each is measured in
processes of its own, in turn, in processor time; the smallest of several counts. Growth is fitted
over the four. Then a directory of all 153 authorities with four services each is started beside
the real one.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from desktop_app.paths import compiled_here
from tests.benchmarks.country_sources import EVERY_AUTHORITY, compiled_country
from tests.benchmarks.figures import Figure
from tests.benchmarks.startup import ROOT, Kind, start_once

EACH, FEW = 130, 4
LENGTHS = {200: 1, 1_000: 7, 10_000: 76, 20_000: EVERY_AUTHORITY}
"""About so many services: so many authorities."""
ROUNDS, STARTS = 5, 7
PROBE = Path(__file__).with_name("country_probe.py")
LIMITS = {"first": 15.0, "p99": 2.0, "search": 16.0, "mib": 8.0}
GROWTH = 0.05
"""The power of the length that an answer may grow with: from 200 to 20,000 a quarter more."""
SAME = 1.05
NAMES = {
    "open": "opening, verified whole",
    "first": "the first decision, with what it reads",
    "p99": "99 of 100 decisions, half of them in councils not asked before",
    "search": "99 of 100 searches, letter by letter",
    "mib": "memory that opening and deciding take",
}
Told = Mapping[str, float]


def run() -> list[Figure]:
    """Every length against the limits, the growth, and the country beside the real directory."""
    files = {length: compiled_country(count, EACH) for length, count in LENGTHS.items()}
    files[0] = compiled_country(EVERY_AUTHORITY, FEW)
    rounds = [{length: probed(file) for length, file in files.items()} for _ in range(ROUNDS)]
    least = {length: smallest([each[length] for each in rounds]) for length in files}
    few = least.pop(0)
    return [*_figures(least), *_country(few), *_started(files[0])]


def probed(file: Path) -> Told:
    """What one fresh process measured."""
    command = [sys.executable, str(PROBE), str(file)]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, check=True, timeout=300
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def smallest(rounds: list[Told]) -> Told:
    """The smallest of each figure: whatever else the machine does only adds."""
    return {name: min(each[name] for each in rounds) for name in rounds[0]}


def growth(by_length: Mapping[int, float]) -> float:
    """The power of the length that a figure grows with, fitted: 0 for none, 1 doubles with it."""
    points = [(math.log(length), math.log(value)) for length, value in by_length.items()]
    middle = sum(x for x, _ in points) / len(points)
    level = sum(y for _, y in points) / len(points)
    rises = sum((x - middle) * (y - level) for x, y in points)
    return rises / sum((x - middle) ** 2 for x, _ in points)


def _figures(least: Mapping[int, Told]) -> Iterator[Figure]:
    longest = max(least)
    for name, called in NAMES.items():
        unit = "MiB" if name == "mib" else "ms"
        for length, told in least.items():
            limit = LIMITS.get(name) if length == longest else None
            yield Figure(f"{length:,} services: {called}", told[name], unit, limit)
    for name in ("open", "first", "p99", "search"):
        power = growth({length: told[name] for length, told in least.items()})
        limit = GROWTH if name in ("first", "p99") else None
        yield Figure(f"growth with services of other areas: {NAMES[name]}", power, "power", limit)


def _country(few: Told) -> Iterator[Figure]:
    for name, called in NAMES.items():
        unit = "MiB" if name == "mib" else "ms"
        whose = f"{EVERY_AUTHORITY} authorities, {few['services']:.0f} services"
        yield Figure(f"{whose}: {called}", few[name], unit, LIMITS.get(name))


def _started(country: Path) -> Iterator[Figure]:
    """The window on the country beside the window on the real directory, started in turn."""
    kind = Kind(name="checkout", tree=ROOT)
    found: dict[Path, list[Told]] = {compiled_here(): [], country: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(STARTS + 1):
            for file, starts in found.items():
                with _opening(file):
                    starts.append(start_once(kind, folder))
    real, large = (smallest(starts[1:]) for starts in found.values())  # the first one compiles
    for what, called in (
        ("first_cpu_ms", "first picture, processor"),
        ("complete_cpu_ms", "complete page, processor"),
        ("second_later_kb", "memory a second later"),
    ):
        ratio = large[what] / real[what]
        yield Figure(f"all England beside the real directory: {called}", ratio, "x", SAME)


@contextmanager
def _opening(file: Path) -> Iterator[None]:
    os.environ["WHO_TO_CALL_DIRECTORY"] = str(file)
    try:
        yield
    finally:
        del os.environ["WHO_TO_CALL_DIRECTORY"]
