"""How long the window takes to appear and what it weighs, beside a bare Qt window.

Both programs are started in the same way, in turn, from compiled modules, as an installed program
is (a first start, not counted, compiles them). The time is taken when the first frame has
been painted and the event loop is reached again; the memory half a second later, when our window
has opened the directory as well.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure

ROUNDS = 15
SLOWEST, HEAVIEST = 1.35, 1.25
ROOT = Path(__file__).parents[2]

WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    ended = 0.0
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and not self.ended:
            self.ended = 1.0
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        self.ended = time.monotonic()
        QTimer.singleShot(500, self.settled)
    def settled(self):
        with open("/proc/self/status") as rows:
            weight = next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))
        took = (self.ended - float(os.environ["STARTED"])) * 1000
        print(json.dumps({"ms": took, "kb": weight}), flush=True)
        os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.resize(1180, 860)
window.show()
"""
OURS = """
from desktop_app.app import start
app, program = start(sys.argv)
window = program.window
"""
WAIT = """
watch = Watch()
window.installEventFilter(watch)
app.exec()
"""


def run() -> list[Figure]:
    """Median start and memory of both windows, and their ratios against the limits."""
    programs = (BARE, OURS)
    with tempfile.TemporaryDirectory() as home:
        for program in programs:  # compiles, and warms the disk cache
            start_once(program, home)
        rounds = [[start_once(each, home) for each in programs] for _ in range(ROUNDS)]
    (bare_ms, our_ms), (bare_kb, our_kb) = (_medians(rounds, of) for of in ("ms", "kb"))
    return [
        Figure("start to first frame, bare window", bare_ms, "ms"),
        Figure("start to first frame, Who to Call", our_ms, "ms"),
        Figure("start to first frame, ratio", our_ms / bare_ms, "x", SLOWEST),
        Figure("memory, bare window", bare_kb / 1024, "MiB"),
        Figure("memory, Who to Call", our_kb / 1024, "MiB"),
        Figure("memory, ratio", our_kb / bare_kb, "x", HEAVIEST),
    ]


def start_once(program: str, home: str) -> dict[str, float]:
    """Milliseconds to the first frame and kilobytes of memory of one start."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "XDG_DATA_HOME": home,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        "STARTED": repr(time.monotonic()),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", WATCH + program + WAIT],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _medians(rounds: list[list[dict[str, float]]], of: str) -> tuple[float, float]:
    bare, ours = (statistics.median(each[at][of] for each in rounds) for at in (0, 1))
    return bare, ours
