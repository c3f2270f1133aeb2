"""Taking an update in the window opens no socket, in an interpreter that has loaded nothing yet."""

import subprocess
import sys
from pathlib import Path

from tests.updates.lab import Lab

ROOT = Path(__file__).parents[2]
TAKES = """
import sys
from datetime import datetime, UTC
from pathlib import Path
heard = []
sys.addaudithook(lambda name, _: heard.append(name) if name.startswith("socket.") else None)
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.place import UpdatePlace
from tests.updates.taking import take_from
place = UpdatePlace(Path(sys.argv[1]), Path(sys.argv[2]))
taken = take_from(Path(sys.argv[3]), place, datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
import socket, urllib3
print(taken.release, heard)
heard.clear()
socket.socket().close()
print(heard)
"""


def test_an_update_is_taken_without_a_socket(lab: Lab) -> None:
    lab.release(2)
    where = (lab.place.user_folder, lab.place.bundled, lab.file())
    done = subprocess.run(
        [sys.executable, "-c", TAKES, *map(str, where)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    taken, proof = done.stdout.splitlines()
    assert taken == "2 []"
    assert proof == "['socket.__new__']", "the ear is deaf"
