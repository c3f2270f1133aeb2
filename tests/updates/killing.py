"""Takes updates in children that are killed, at random or at a step; started by test_crash.py.

Arguments: a folder with a laptop and with releases 2, 3, …; how many kills; or a step to die at.
Prints what opened after each kill, as JSON. It forks from one warm process, so that three hundred
updates take seconds and not minutes.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from desktop_app.updates.install_update import Terms
from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.progress import Phase
from desktop_app.updates.releases.choose import directory_in_use
from tests.updates.taking import take_from

NOW = datetime.fromisoformat("2026-12-01T09:30+00:00")


def update(place: UpdatePlace, file: Path, die_at: str = "") -> None:
    def progress(step: Phase, share: float) -> None:
        if step.name == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    take_from(file, place, NOW, Terms(progress=progress))


def killed_update(place: UpdatePlace, file: Path, after: float, die_at: str = "") -> bool:
    """Update in a child and kill it; says whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        try:
            update(place, file, die_at)
        finally:
            os._exit(0)
    if not die_at:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def opened(place: UpdatePlace) -> tuple[int, str]:
    found = directory_in_use(place.user_folder, place.bundled)
    return found.release, found.notice


def at_random(place: UpdatePlace, files: list[Path], kills: int) -> dict[str, object]:
    began = time.perf_counter()
    update(place, files[0])
    usual = time.perf_counter() - began
    chance, told, cut, span = random.Random(3), {"old": 0, "new": 0}, 0, usual
    current = 2
    for number in range(kills):
        following = files[current - 1] if current - 1 < len(files) else None
        if following is None:
            break
        cut += killed_update(place, following, chance.uniform(0, span))
        release, notice = opened(place)
        if notice or release not in (current, current + 1):
            raise SystemExit(f"kill {number}: release {release} {notice!r}, had {current}")
        ended = release == current + 1
        told["new" if ended else "old"] += 1
        # A machine that becomes busy meanwhile is followed, so that some kills come at either side.
        span *= 0.9 if ended else 1.05
        current = release
    return {"kills": sum(told.values()), "cut": cut, "seconds": usual, **told}


def main() -> None:
    folder, what = Path(sys.argv[1]), sys.argv[2]
    place = UpdatePlace(folder / "laptop", folder / "laptop-program" / "directory.sqlite")
    files = sorted(folder.glob("who-to-call-*.wtcrelease"))
    if what.isdigit():
        print(json.dumps(at_random(place, files, int(what))))
        return
    killed = killed_update(place, files[0], 0, what)
    print(json.dumps({"killed": killed, "opened": opened(place)}))


if __name__ == "__main__":
    main()
