"""From a key pressed in the directory's search to the results painted, on two directories.

The real one, and one of 20,000 services, which is all of England (decision 0019). The whole
window runs, as a person would see it; each key is timed until the list has been painted. Memory and
scrolling come from the same run.
Both run from compiled modules, as an installed program and as the bare window beside them: one that
compiles while it runs weighs 3 MiB more, and is slow at the first key, which loads the search.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from desktop_app.paths import compiled_here
from tests.benchmarks.country_sources import EVERY_AUTHORITY, compiled_country
from tests.benchmarks.figures import OFFSCREEN, Figure
from tests.benchmarks.startup import BARE, ROOT, start_once

LONG, EACH = 19_900, 130
SLOWEST_MS, FRAME_MS, HEAVIEST = 16.0, 1000 / 60, 1.6
TYPED = (
    "luton mash", "childline", "domestic abuse", "01582 547653", "forced marriage", "stalking",
    "nspcc", "0300 300 8123", "adult safeguarding milton keynes", "samaritans", "safegarding",
    "respect", "mens advice line", "rape crisis", "lado bedford", "whistleblowing", "marac",
)  # fmt: skip
MADE_UP = ("hartlepool children", "refuge", "named nurse")
WALK = """
import json, os, random, sys, time
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from desktop_app.app.main import start

class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.seen = True
        return False

app, screen = start(sys.argv[:1])
program = screen.program
program.open_page("directory")
view = program.window.findChild(QObject, "directory-list").parent()
while not hasattr(view, "search"):
    view = view.parent()
painted, field = Painted(), Painted()
view.search.installEventFilter(field)
view.list.viewport().installEventFilter(painted)
view.nothing.viewport().installEventFilter(painted)

def until_painted():
    end = time.perf_counter() + 5
    while not painted.seen and time.perf_counter() < end:
        typed = field.seen
        app.processEvents()
        if typed:  # the letter stands there, and a whole round later the results are as they were
            return

def key(code, text=""):
    painted.seen = field.seen = False
    began, worked = time.perf_counter(), time.process_time()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
        app.sendEvent(view.search, event)
    until_painted()
    cpu.append((time.process_time() - worked) * 1000)
    return (time.perf_counter() - began) * 1000

def rest():
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        app.processEvents()

def frame(value):
    painted.seen = field.seen = False
    began = time.perf_counter()
    view.list.verticalScrollBar().setValue(value)
    until_painted()
    return (time.perf_counter() - began) * 1000

rest()
keys, cpu = [], []
for text in json.loads(os.environ["TYPED"]):
    keys += [key(0, letter) for letter in text]
    rest()
    keys += [key(Qt.Key.Key_Backspace) for _ in text]
    rest()
bar = view.list.verticalScrollBar()
frames = [frame(place) for place in range(40, min(24_000, bar.maximum()), 40)]
chance = random.Random(7)
jumps = [frame(chance.randrange(1, max(2, bar.maximum()))) for _ in range(100)]
with open("/proc/self/status") as rows:
    weight = next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))
rows = view.list.model().rowCount()
told = {"keys": keys, "cpu": cpu, "frames": frames, "jumps": jumps, "kb": weight, "rows": rows}
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""


class Walked(TypedDict):
    """What one run measured: milliseconds of each key and frame, kilobytes, rows at the end.

    `cpu` is the processor time of each key, which hardly minds what else the machine does.
    """

    keys: list[float]
    cpu: list[float]
    frames: list[float]
    jumps: list[float]
    kb: int
    rows: int


def run() -> list[Figure]:
    """The slowest keys and frames of both directories, and the memory beside a bare window."""
    with tempfile.TemporaryDirectory() as home:
        bare = min(start_once(BARE, home)["first_kb"] for _ in range(3))
        walk(compiled_here(), TYPED[:1], home)  # compiles what it loads, the bare window did too
        real = walk(compiled_here(), TYPED, home)
        long = walk(compiled_country(EVERY_AUTHORITY, EACH), (*TYPED, *MADE_UP), home)
    return [
        Figure("key to painted results, p99", slowest(real["keys"]), "ms", SLOWEST_MS),
        Figure("the same in processor time, p99", slowest(real["cpu"]), "ms"),
        Figure("the first key, which loads the search", real["keys"][0], "ms"),
        Figure("keys typed", float(len(real["keys"])), "keys"),
        Figure(f"key to painted results, {LONG:,} services, p99", slowest(long["keys"]), "ms",
               SLOWEST_MS),
        Figure(f"the same, {LONG:,} services, in processor time, p99", slowest(long["cpu"]), "ms"),
        Figure(f"the slowest key, {LONG:,} services", max(long["keys"]), "ms"),
        Figure("services listed", float(long["rows"]), "rows", float(LONG), at_least=True),
        Figure(f"scrolling {LONG:,} services, p99", slowest(long["frames"]), "ms", FRAME_MS),
        Figure(f"jumping in {LONG:,} services, p99", slowest(long["jumps"]), "ms"),
        Figure("memory with the directory open", float(real["kb"]) / bare, "x"),
        Figure(f"memory with {LONG:,} services", float(long["kb"]) / bare, "x", HEAVIEST),
    ]  # fmt: skip


def slowest(times: list[float]) -> float:
    """The time that 99 of 100 keep."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def walk(file: Path, typed: tuple[str, ...], home: str) -> Walked:
    """Type these texts into the directory of this file, then scroll it from end to end."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", OFFSCREEN),
        "XDG_DATA_HOME": home,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        "WHO_TO_CALL_DIRECTORY": str(file),
        "TYPED": json.dumps(typed),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", WALK],
        env=surroundings, capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    told: Walked = json.loads(done.stdout)
    return told
