"""How long the window takes to appear and what it weighs, beside a bare Qt window.

Both programs are started in the same way, in turn, from compiled modules, as an installed program
is (a first start, not counted, compiles them: a program that compiles weighs 3 MiB more, the bare
one too). The time is taken when the first frame has been painted and the event loop is reached
again, and then the memory; the processor time beside it hardly minds what else runs. A second
later, when our window has opened the directory and waits for the first key, its memory is read
once more.

Memory is the resident set (VmRSS), which any system monitor shows. The proportional set would
depend on which other Qt programs share the same libraries at that moment.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import OFFSCREEN, Figure

ROUNDS = 15
SLOWEST, HEAVIEST = 1.35, 1.25
ROOT = Path(__file__).parents[2]

WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

def weight():
    with open("/proc/self/status") as rows:
        return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS"))

class Watch(QObject):
    ended = 0.0
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and not self.ended:
            self.ended = 1.0
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        self.ended = time.monotonic()
        self.worked = time.process_time() * 1000
        self.first = weight()
        QTimer.singleShot(1000, self.settled)
    def settled(self):
        took = (self.ended - float(os.environ["STARTED"])) * 1000
        told = {"ms": took, "cpu_ms": self.worked, "first_kb": self.first, "kb": weight()}
        print(json.dumps(told), flush=True)
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
from desktop_app.app.main import start
app, screen = start(sys.argv)
window = screen.window
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
    (bare_ms, our_ms), (bare_cpu, our_cpu) = (_medians(rounds, of) for of in ("ms", "cpu_ms"))
    return [
        Figure("start to first frame, bare window", bare_ms, "ms"),
        Figure("start to first frame, Who to Call", our_ms, "ms"),
        Figure("start to first frame, ratio", our_ms / bare_ms, "x", SLOWEST),
        Figure("the same in processor time, ratio", our_cpu / bare_cpu, "x"),
        *_memory("memory at the first frame", *_medians(rounds, "first_kb"), HEAVIEST),
        *_memory("memory a second later, directory open", *_medians(rounds, "kb"), HEAVIEST),
    ]


def start_once(program: str, home: str) -> dict[str, float]:
    """Milliseconds to the first frame and kilobytes of memory of one start."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", OFFSCREEN),
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


def _memory(name: str, bare_kb: float, our_kb: float, limit: float) -> list[Figure]:
    return [
        Figure(f"{name}, bare window", bare_kb / 1024, "MiB"),
        Figure(f"{name}, Who to Call", our_kb / 1024, "MiB"),
        Figure(f"{name}, ratio", our_kb / bare_kb, "x", limit),
    ]


def _medians(rounds: list[list[dict[str, float]]], of: str) -> tuple[float, float]:
    bare, ours = (statistics.median(each[at][of] for each in rounds) for at in (0, 1))
    return bare, ours
