"""How long the window takes to appear and what it weighs, beside a bare Qt window.

Started in turn: a bare window, the checkout, and the program as it is installed (its modules
compiled, their sources left out), all from compiled modules; a first start, not counted, compiles
them. `watched_start` looks on from inside. What counts is the smallest of several starts, because
whatever else the computer does only adds; each ratio is of two smallest figures of one run, and
there are three runs. When their ratios of processor time differ by more than 5 %, the computer is
too busy to be believed, and the bench says so by failing.

Memory is the resident set (VmRSS), which any system monitor shows. The proportional set would
depend on which other Qt programs share the same libraries at that moment.

    WHO_TO_CALL_BEFORE=/a/checkout python -m tests.benchmarks startup

measures an older checkout beside it. On a real X screen: `QT_QPA_PLATFORM=xcb`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PySide6

from installers import pyside_support
from tests.benchmarks.figures import OFFSCREEN, Figure

RUNS, STARTS = 3, 5
SLOWEST, HEAVIEST, SCATTER = 1.35, 1.35, 1.05
ROOT = Path(__file__).parents[2]
WATCHED = Path(__file__).with_name("watched_start.py")
BYTECODE = ROOT / "installers" / "bytecode.py"
PYSIDE = Path(PySide6.__file__).parent
BEFORE = "WHO_TO_CALL_BEFORE"
FIRST_COUNCIL = "Bedford"
Told = dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One program that is started again and again; `home` where it is installed."""

    name: str
    tree: Path
    how: str = "ours"
    keys: bool = False
    home: Path | None = None


BARE = Kind(name="bare window", tree=ROOT, how="bare")


def run() -> list[Figure]:
    """The smallest figures of all starts, and the ratios to a bare window against their limits."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = _kinds(Path(folder))
        for kind in kinds:
            start_once(kind, folder)  # compiles, and warms the disk cache
        runs = [_one_run(kinds, folder) for _ in range(RUNS)]
    return [*_figures(runs, kinds), *scatter(runs)]


def _kinds(folder: Path) -> list[Kind]:
    tree, home = installed(folder), folder / "home"
    here = [
        BARE,
        Kind(name="checkout", tree=ROOT),
        Kind(name="checkout, answering", tree=ROOT, keys=True),
        Kind(name="installed", tree=tree, home=home),
        Kind(name="installed, answering", tree=tree, home=home, keys=True),
    ]
    before = os.environ.get(BEFORE)
    if before:
        here.append(Kind(name="before", tree=Path(before), how=_how(Path(before))))
    return here


def _how(tree: Path) -> str:
    return "ours-before" if (tree / "desktop_app" / "app.py").is_file() else "ours"


def installed(folder: Path) -> Path:
    """The program as packages carry it, compiled modules alone, and its home beside it."""
    app, home = folder / "app", folder / "home"
    shutil.copytree(PYSIDE.parent / "shiboken6", app / "shiboken6", ignore=_no_cache)
    pyside_support.lay_open(app)
    shutil.copytree(ROOT / "desktop_app", app / "desktop_app", ignore=_no_cache)
    shutil.copytree(ROOT / "resources", home / "resources")
    shutil.copy(ROOT / "db" / "build" / "directory.sqlite", home / "directory.sqlite")
    subprocess.run([sys.executable, "-I", str(BYTECODE), str(app), "app"], check=True)
    for source in app.rglob("*.py"):
        source.unlink()
    (app / "PySide6").symlink_to(PYSIDE)
    return app


def _no_cache(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "__pycache__"]


def _one_run(kinds: list[Kind], folder: str) -> dict[str, Told]:
    """Each program in turn, several times; the smallest of every figure."""
    starts = [{kind.name: start_once(kind, folder) for kind in kinds} for _ in range(STARTS)]
    return {kind.name: _smallest(each[kind.name] for each in starts) for kind in kinds}


def _smallest(starts: Iterator[Told]) -> Told:
    least: Told = {}
    for told in starts:
        least = {name: min(value, least.get(name, value)) for name, value in told.items()}
    return least


def start_once(kind: Kind, folder: str) -> Told:
    """What one start told."""
    told = watched(kind, [str(WATCHED), kind.how, *(["keys"] if kind.keys else [])], folder)
    if "digits" in told and told["digits"] not in right_numbers():
        raise ValueError(f"{told['digits']} is not the number the terminal gives.")
    return {name: value for name, value in told.items() if isinstance(value, (int, float))}


def watched(kind: Kind, command: list[str], folder: str, most: int = 60) -> dict[str, float | str]:
    """What a program of that tree told, from its one line of JSON; `most` seconds it may take."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", OFFSCREEN),
        "XDG_DATA_HOME": f"{folder}/data",
        "PYTHONPATH": str(kind.tree),
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        "STARTED": repr(time.monotonic()),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    if kind.home is not None:
        surroundings["WHO_TO_CALL_HOME"] = str(kind.home)
    done = subprocess.run(
        [sys.executable, *command],
        env=surroundings,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=most,
    )
    told: dict[str, float | str] = json.loads(done.stdout)
    return told


@cache
def right_numbers() -> frozenset[str]:
    """What a terminal tells for the same two answers: a child, in the first council offered.

    A number that changes while this runs is right before and after.
    """
    asked = ["now", "--about", "child", "--in", FIRST_COUNCIL, "--json"]
    command = [sys.executable, "-m", "desktop_app", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    calls = json.loads(done.stdout)["calls"]
    return frozenset(call["line"]["display"] for call in calls if call["tier"] in ("first", "also"))


def _figures(runs: list[dict[str, Told]], kinds: list[Kind]) -> Iterator[Figure]:
    least = {kind.name: _smallest(each[kind.name] for each in runs) for kind in kinds}
    bare = least.pop("bare window")
    yield Figure("bare window: first picture", bare["first_ms"], "ms")
    yield Figure("bare window: first picture, processor", bare["first_cpu_ms"], "ms")
    yield Figure("bare window: memory", bare["first_kb"] / 1024, "MiB")
    for name, told in least.items():
        yield from _times(name, told, bare)
        yield from _weights(name, told, bare)


def _times(name: str, told: Told, bare: Told) -> Iterator[Figure]:
    for what, called in STEPS.items():
        if f"{what}_ms" not in told:
            continue
        worked = told[f"{what}_cpu_ms"]
        limit = SLOWEST if what == "first" and name != "before" else None
        yield Figure(f"{name}: {called}", told[f"{what}_ms"], "ms")
        yield Figure(f"{name}: {called}, processor", worked, "ms")
        ratio = worked / bare["first_cpu_ms"]
        yield Figure(f"{name}: {called}, processor, to bare", ratio, "x", limit)


def _weights(name: str, told: Told, bare: Told) -> Iterator[Figure]:
    for what, called in WEIGHTS.items():
        if what not in told:
            continue
        limit = HEAVIEST if what == "second_later_kb" and name != "before" else None
        yield Figure(f"{name}: memory {called}", told[what] / 1024, "MiB")
        ratio = told[what] / bare["first_kb"]
        yield Figure(f"{name}: memory {called}, to bare", ratio, "x", limit)


STEPS = {
    "first": "first picture",
    "complete": "complete page",
    "question": "second question, a key later",
    "number": "right number, two keys later",
}
WEIGHTS = {
    "second_later_kb": "a second later",
    "answer_kb": "with an answer",
    "every_page_kb": "with every page opened",
}


def scatter(runs: list[dict[str, Told]]) -> Iterator[Figure]:
    """How far the runs differ from each other: the largest of their ratios by the smallest."""
    for name in ("checkout", "installed"):
        ratios = [each[name]["first_cpu_ms"] / each["bare window"]["first_cpu_ms"] for each in runs]
        yield Figure(f"{name}: three runs differ", max(ratios) / min(ratios), "x", SCATTER)
