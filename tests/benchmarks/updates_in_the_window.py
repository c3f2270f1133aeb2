"""How smoothly the real window goes on while it takes an update, and while it opens it anew.

A timer beats every few milliseconds in the window's own event loop; the longest time between two
beats is the longest somebody at the desk had to wait. The steward, the signatures and the file are
real; an answer stands on the screen meanwhile, or the list of all services where there are 20,000.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from desktop_app import paths
from desktop_app.fileformat import checksum
from tests.benchmarks.figures import OFFSCREEN, Figure
from tests.updates.lab import Lab
from tests.updates.small_directory import Made, make_directory

MANY, ROUNDS = 20_000, 5
LONGEST_GAP_MS, LONGEST_S, LONGEST_MANY_S = 50.0, 0.5, 5.0
ROOT = Path(__file__).parents[2]
TAKES = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer, Qt
from PySide6.QtTest import QTest
from desktop_app.app.main import start

BEAT_MS = 4
sys.modules["cryptography"] = None  # as installed: signatures are checked in pure Python
app, screen = start(sys.argv[:1])
program = screen.program
later = program.actions
newer = later._renewal.newer
later._renewal._catch_up.stop()

def rest(ms):
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()

rest(600)
if sys.argv[2] == "answer":
    for key in "11":
        QTest.keyClicks(app.focusWidget() or program.window, key)
        rest(700)
else:
    program.open_page(sys.argv[2])
rest(500)

class Beat:
    def __init__(self):
        self.last, self.worst = time.perf_counter(), 0.0
        self.timer = QTimer(program.window, interval=BEAT_MS)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start()
    def beat(self):
        now = time.perf_counter()
        self.worst, self.last = max(self.worst, now - self.last), now
    def take(self):
        self.beat()
        worst, self.worst = self.worst, 0.0
        return worst * 1000

beat, phases = Beat(), {}
rest(300)
phases["idle"] = beat.take()
loop, began = QEventLoop(), time.perf_counter()

def came(outcome):
    phases["told"] = outcome.sentence
    rest(100)
    phases["opening"] = beat.take()
    loop.quit()

# Heard before the window itself opens the directory, so that the two are measured apart.
newer.came.disconnect()
def taken(outcome):
    phases["seconds"] = time.perf_counter() - began
    phases["taking"] = beat.take()
    later._renewal._come(outcome)
    came(outcome)
newer.came.connect(taken)
newer.told.connect(lambda said: (print(said, file=sys.stderr), os._exit(1)))
newer.take(Path(sys.argv[1]))
loop.exec()
phases["release"] = program.read().release().number
print(json.dumps(phases), flush=True)
os._exit(0)
"""


class Taken(TypedDict):
    """What one window measured: milliseconds between beats, and seconds for the whole."""

    idle: float
    taking: float
    opening: float
    seconds: float
    release: int
    told: str


class FileLab(Lab):
    """A steward whose releases are one directory file under rising numbers."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._file = file
        super().__init__(folder)

    def directory(self, number: int, **made: object) -> Path:
        """The file as this release, one number of it changed with every release."""
        to = self.folder / f"{number}.sqlite"
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self._file, to)
        connection = sqlite3.connect(to)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'release'", (str(number),))
        connection.execute(
            "UPDATE meta SET value = ? WHERE key = ?", (checksum.blank(), checksum.KEY)
        )
        connection.execute(
            "UPDATE line SET number = ?, display = ? WHERE id = (SELECT max(id) FROM line)",
            (f"+44163296{number:04d}", f"01632 96{number:04d}"),
        )
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        to.write_bytes(checksum.sealed(to.read_bytes()))
        return to


def run() -> list[Figure]:
    """The real directory, and one of 20,000 services."""
    with tempfile.TemporaryDirectory() as folder:
        real = measured(Path(folder) / "real", paths.compiled_here(), "answer")
        made = make_directory(Path(folder) / "made.sqlite", Made(services=MANY))
        many = measured(Path(folder) / "many", made, "directory")
    return [*figures("the real directory", real, LONGEST_S),
            *figures(f"{MANY:,} services", many, LONGEST_MANY_S)]  # fmt: skip


def figures(whose: str, found: list[Taken], limit: float) -> list[Figure]:
    """The quietest of several windows: whatever else runs on the machine only adds to a time."""
    seconds, taking = min(each["seconds"] for each in found), min(each["taking"] for each in found)
    opening, idle = min(each["opening"] for each in found), min(each["idle"] for each in found)
    return [
        Figure(f"window takes {whose}", seconds, "s", limit),
        Figure(f"longest gap while {whose} is taken", taking, "ms", LONGEST_GAP_MS),
        Figure(f"longest gap while {whose} is opened", opening, "ms", LONGEST_GAP_MS),
        Figure("longest gap of the same window at rest", idle, "ms"),
    ]


def measured(folder: Path, file: Path, page: str) -> list[Taken]:
    """Let fresh windows take the release after the one they came with, this page in front."""
    lab = FileLab(folder, file)
    home = lab.place.bundled.parent
    shutil.copytree(paths.resources(), home / "resources")
    lab.release(2)
    release = lab.file()
    return [window(home, folder / f"desk-{n}", release, page) for n in range(ROUNDS)]


def window(home: Path, desk: Path, release: Path, page: str) -> Taken:
    """One window in a process of its own; what it measured."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", OFFSCREEN),
        "XDG_DATA_HOME": str(desk),
        "PYTHONPATH": str(ROOT),
        paths.HOME_VARIABLE: str(home),
    }
    desk.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", TAKES, str(release), page],
        env=surroundings, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: Taken = json.loads(done.stdout)
    assert told["release"] == 2, told
    return told
