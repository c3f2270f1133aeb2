"""What each key costs in an open window, until what it led to is painted.

Eight walks through four worries: the second question, the answer, everything an answer has a key
for, and back. Each figure is processor time; of the same key in three runs the smallest counts,
because whatever else the computer does only adds.
"""

import tempfile
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.startup import ROOT, Kind, watched

WATCHED = Path(__file__).with_name("watched_keys.py")
RUNS = 3
FIRST, LATER = 60.0, 33.0
MOST_S = 300
CHECKOUT = Kind(name="checkout", tree=ROOT)


def run() -> list[Figure]:
    """The first key, the first answer, and all that come after."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [watched(CHECKOUT, [str(WATCHED)], folder, MOST_S) for _ in range(RUNS + 1)]
    least = smallest(runs[1:])  # the first compiles
    first, answer, *later = (least[name] for name in sorted(least))
    return [
        Figure("first key to painted, the second question", first, "ms", FIRST),
        Figure("second key to painted, the first number", answer, "ms"),
        Figure(f"99 of 100 of {len(later)} later keys", share(later, 0.99), "ms", LATER),
        Figure("half of them", share(later, 0.5), "ms"),
    ]


def smallest(runs: list[dict[str, float | str]]) -> dict[str, float]:
    """Of each key that painted something in every run, the smallest."""
    names = set.intersection(*(set(run) for run in runs))
    return {name: min(float(run[name]) for run in runs) for name in names}


def share(times: list[float], part: float) -> float:
    """The time that so many of them keep."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
