"""What the window works and how often it wakes while nobody does anything.

Run for a few minutes: `python dev.py bench --idle`. Three windows at once, each a program of its
own: at home, minimised, and with an answer on screen. They rest, so they do not disturb each other;
what else the computer does adds to the processor time and wakes nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from tests.benchmarks.figures import OFFSCREEN, Figure

SECONDS, MINUTES = 300, 10
MOST_WAKES, MOST_WORK_MS = 5.0, 100.0
ROOT = Path(__file__).parents[2]
WATCHED = Path(__file__).with_name("watched_idle.py")
STATES = ("home", "minimised", "answer")


class Rested(TypedDict):
    """What one window told."""

    worked_ms: float
    woke: int
    threads: int


def run() -> list[Figure]:
    """Wakes a minute, and milliseconds of work in ten minutes."""
    with tempfile.TemporaryDirectory() as folder:
        begun = {state: _begin(state, folder) for state in STATES}
        found = {state: _result(process) for state, process in begun.items()}
    return [figure for state in STATES for figure in figures(state, found[state], SECONDS)]


def figures(state: str, rested: Rested, seconds: int) -> list[Figure]:
    """The two figures of one window, with the limits it has."""
    wakes = rested["woke"] * 60 / seconds
    worked = rested["worked_ms"] * 60 * MINUTES / seconds
    return [
        Figure(f"{state}: wakes a minute", wakes, "", MOST_WAKES if state == "minimised" else None),
        Figure(f"{state}: processor time in {MINUTES} minutes", worked, "ms",
               MOST_WORK_MS if state == "answer" else None),
        Figure(f"{state}: threads", rested["threads"], ""),
    ]  # fmt: skip


def _begin(state: str, folder: str) -> "subprocess.Popen[str]":
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", OFFSCREEN),
        "XDG_DATA_HOME": f"{folder}/{state}",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, str(WATCHED), state, str(SECONDS)],
        env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def _result(process: "subprocess.Popen[str]") -> Rested:
    told, trouble = process.communicate(timeout=SECONDS + 120)
    if process.returncode:
        raise RuntimeError(trouble)
    rested: Rested = json.loads(told)
    return rested
