"""Taking an update: how long, how smoothly, how many bytes; and the check at the start."""

import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.fileformat import checksum
from desktop_app.paths import compiled_here
from desktop_app.store.directory.try_out import try_out
from desktop_app.updates.install_update import Terms
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.releases.in_use import release_in
from tests.benchmarks.figures import Figure
from tests.updates.lab import Lab
from tests.updates.pure import pure_python

ROUNDS = 5
MANY = 20_000
START = """
import sys, time
from pathlib import Path
from desktop_app.updates.releases.choose import directory_in_use
began = time.perf_counter()
found = directory_in_use(Path(sys.argv[1]), Path(sys.argv[2]))
print(time.perf_counter() - began, found.release, found.notice)
"""


def run() -> list[Figure]:
    """Every figure about updates; signatures are checked in pure Python throughout."""
    with tempfile.TemporaryDirectory() as folder, pure_python():
        return [*_real(Path(folder) / "real"), *_many(Path(folder) / "many")]


def numbered(path: Path, to: Path, number: int) -> Path:
    """A copy of a directory under another release number."""
    to.write_bytes(path.read_bytes())
    connection = sqlite3.connect(to)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'release'", (str(number),))
    connection.execute("UPDATE meta SET value = ? WHERE key = ?", (checksum.blank(), checksum.KEY))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    to.write_bytes(checksum.sealed(to.read_bytes()))
    return to


def _real(folder: Path) -> list[Figure]:
    """The directory as it is compiled here, taken by a laptop that has the release before."""
    lab = _lab_with(folder, lambda lab, n: numbered(compiled_here(), folder / f"{n}.sqlite", n))
    times, gaps = [], []
    for number in range(10, 10 + ROUNDS):
        lab.steward.publish(numbered(compiled_here(), folder / "next.sqlite", number))
        seconds, gap = _taken(lab, lab.file())
        times.append(seconds)
        gaps.append(gap)
    file, directory = lab.file().stat().st_size, lab.in_use().path.stat().st_size
    last = lab.file()
    began = time.perf_counter()
    assert not lab.take(last).news
    looked = (time.perf_counter() - began) * 1000
    return [
        Figure("take a release of the real directory", sorted(times)[ROUNDS // 2], "s", 0.5),
        Figure("longest pause of another thread meanwhile", sorted(gaps)[ROUNDS // 2], "ms", 50),
        Figure("look where nothing is new", looked, "ms"),
        *_start(lab),
        Figure("release in one file", file / 1e6, "MB"),
        Figure("directory in it", directory / 1e6, "MB"),
    ]


def _many(folder: Path) -> list[Figure]:
    """A directory of 20,000 services, all of England."""
    lab = _lab_with(folder, lambda lab, n: lab.directory(n, services=MANY), try_it=False)
    taken = []
    for number in (2, 3, 4):
        changed = {"helper-12": f"01632 96099{number}"}
        lab.release(number, made={"services": MANY, "numbers": changed})
        taken.append(_taken(lab, lab.file()))
    seconds, gap = (sorted(each)[1] for each in zip(*taken, strict=True))
    size = lab.in_use().path.stat().st_size / 1e6
    return [
        Figure("take a release of 20,000 services", seconds, "s", 5),
        Figure("longest pause of another thread meanwhile, 20,000", gap, "ms", 50),
        Figure("directory of 20,000 services", size, "MB"),
    ]


def _lab_with(folder: Path, make: Callable[[Lab, int], Path], *, try_it: bool = True) -> Lab:
    folder.mkdir()
    lab = Lab(folder)
    lab.steward.publish(make(lab, 1), custom={"shrink_explained": "another directory"})
    lab.place = lab.laptop("measured")
    assert not try_it or release_in(lab.place.bundled) == 1
    return lab


def _taken(lab: Lab, file: Path) -> tuple[float, float]:
    """Seconds to take an update in a worker thread, and the longest pause here, in ms."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            lab.take(file, Terms(try_out=try_out if "real" in str(file) else None))
        except BaseException as error:  # told in the main thread
            failed.append(error)

    worker = threading.Thread(target=work)
    began = last = time.perf_counter()
    worst = 0.0
    worker.start()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    worker.join()
    if failed:
        raise failed[0]
    return last - began, worst * 1000


def _start(lab: Lab) -> list[Figure]:
    """The check at the start, in a fresh interpreter and again where all is warm."""
    where = [str(lab.place.user_folder), str(lab.place.bundled)]
    command = [sys.executable, "-c", START, *where]
    cold = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, release, *notice = done.stdout.split()
        assert (int(release), notice) == (lab.number(), [])
        cold.append(float(seconds) * 1000)
    warm = []
    for _ in range(20):
        began = time.perf_counter()
        directory_in_use(lab.place.user_folder, lab.place.bundled)
        warm.append((time.perf_counter() - began) * 1000)
    return [
        Figure("check at the start, fresh interpreter", sorted(cold)[ROUNDS // 2], "ms", 10),
        Figure("check at the start, warm", sorted(warm)[10], "ms", 10),
    ]
