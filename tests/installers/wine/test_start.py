"""How long the installed program takes to its window, beside an empty one."""

import os
import shutil
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.screen import only
from tests.installers.wine.desk import PER_USER, Desk

AT_MOST = 1.5
RUNS = 3
EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Who to Call, empty")
window.resize(1180, 860)
window.show()
sys.exit(app.exec())
"""


@pytest.fixture
def both(desk: Desk, new: Path) -> Iterator[tuple[str, str]]:
    """The program, and its copy with an empty window in the place of ours."""
    folder = PER_USER.format(user=desk.user)
    assert desk.install_setup(only(new, "*setup*.exe")) == 0
    empty = desk.unix_path(r"C:\Empty")
    shutil.copytree(desk.unix_path(folder), empty, copy_function=os.link)
    shutil.rmtree(empty / "lib/desktop_app")
    (empty / "lib/desktop_app.py").write_text(EMPTY_WINDOW)
    yield folder, r"C:\Empty"
    shutil.rmtree(empty)
    desk.remove_setup(folder)


def seconds_to_window(desk: Desk, folder: str) -> float:
    begun = time.monotonic()
    with desk.open(folder + r"\WhoToCall.exe") as shown:
        took = time.monotonic() - begun
        assert desk.screen.window()
        shown.close()
    return took


def test_start_is_quick(desk: Desk, both: tuple[str, str]) -> None:
    seconds_to_window(desk, both[0])  # from a cold disk nobody's turn is fair
    runs = [[seconds_to_window(desk, folder) for folder in both] for _ in range(RUNS)]
    ours, empty = (statistics.median(column) for column in zip(*runs, strict=True))
    print(
        f"\nwindow after {ours:.2f} s, an empty one after {empty:.2f} s: {ours / empty:.2f} times"
    )
    assert ours <= AT_MOST * empty
