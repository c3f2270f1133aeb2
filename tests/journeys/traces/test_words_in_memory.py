"""After hiding, hardly anything of what was typed is left in the memory of the program.

The program runs beside the test and looks through its own memory; the word is put together only
while it is typed. Four to seven copies stay of 29 (Python 3.11 and Qt 6.11 on Debian 12): Python
and Qt cannot be made to wipe what they free, and how soon freed memory is used again varies.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MOST_LEFT = 9
"""Copies in all spellings beyond those of the measuring itself; before, 18 to 21 stayed."""
SESSION = """
import gc, sys, time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from desktop_app.app.main import start
from desktop_app.domain.situation.concern import Concern

app, screen = start(["who-to-call"])
program = screen.program
HALVES = ("Qxzv", "wkjh")

def settle(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QTest.qWait(20)

def copies():
    word = "".join(HALVES)
    looks = [text.encode(code) for text in (word, word.lower()) for code in ("utf-8", "utf-16-le")]
    found = 0
    with open("/proc/self/maps") as rows:
        rooms = [row.split() for row in rows]
    with open("/proc/self/mem", "rb", 0) as memory:
        for room in rooms:
            begin, end = (int(edge, 16) for edge in room[0].split("-"))
            try:
                memory.seek(begin)
                held = memory.read(end - begin) if "r" in room[1] else b""
            except (OSError, ValueError, OverflowError):
                continue
            found += sum(held.count(look) for look in looks)
            del held
    return found

def type_into(name):
    field = next(w for w in program.window.findChildren(QLineEdit, name) if w.isVisible())
    field.setFocus()
    for letter in "".join(HALVES):
        QTest.keyClicks(field, letter)
    settle(2.0)

settle(0.8)
copies()
before = copies()
program.call_now._told_who(Concern.CHILD)
settle(0.3)
type_into("where-text")
program.window.open("directory")
settle(0.5)
type_into("directory-search")
typed = copies()
program.window.hide_wanted.emit()
for _ in range(8):  # a busy machine needs longer
    settle(1.0)
    left = copies()
    if left <= before + 4:
        break
print(before, typed, left)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks through /proc")
def test_hardly_a_copy_of_what_was_typed_is_left_after_hiding(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SESSION],
        env=os.environ | {"XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    before, typed, left = map(int, done.stdout.split())
    assert typed > before + 15  # it was there to be found
    assert left - before <= MOST_LEFT
